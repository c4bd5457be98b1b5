"""Consent: one purpose, one day, withdrawable on the same screen (PIPL arts 13-15, 29, 39)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.ids import CaseId, ConsentId, PersonId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_


class Purpose(Enum):
    """What a consent is for. The wire value never changes."""

    KEEP_CASE = "keep_case"
    CONTACT = "contact"
    SENSITIVE = "sensitive"
    REPORTS = "reports"
    MENTION_OTHERS = "mention_others"
    KNOWN_TO_MEMBERS = "known_to_members"
    LAWYER = "lawyer"
    RECORDING = "recording"
    QUOTATION = "quotation"
    KEEP_AFTER_CLOSING = "keep_after_closing"
    ABROAD = "abroad"
    DISCLOSURE_ACKNOWLEDGED = "disclosure_acknowledged"


@record("consent")
@dataclass(frozen=True, slots=True)
class Consent:
    """That a person agreed to one purpose, on a day, and perhaps withdrew it on another."""

    id: ConsentId
    person: PersonId = field(metadata=wire("person", refers_to="person"))
    purpose: Purpose = field(metadata=wire("purpose", N_("Purpose")))
    case: CaseId | None = field(default=None, metadata=wire("case", refers_to="case"))
    given_on: date | None = field(default=None, metadata=wire("given_on", N_("Given"), register="given"))
    how: str = field(default="", metadata=wire("how", N_("How"), Sensitivity.PERSONAL, register="given"))
    withdrawn_on: date | None = field(default=None, metadata=wire("withdrawn_on", N_("Withdrawn")))

    def holds_on(self, day: date) -> bool:
        """Whether it was given by ``day`` and not withdrawn by then."""
        return (
            self.given_on is not None
            and self.given_on <= day
            and not (self.withdrawn_on is not None and self.withdrawn_on <= day)
        )
