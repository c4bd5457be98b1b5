"""Papers that change hands: who gave which one to whom on which day. Where an original lies follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.ids import CaseId, DocumentId, HandoverId, OfficeId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_

PERSONAL = Sensitivity.PERSONAL


class Keeper(Enum):
    """With whom a paper lies. The wire value never changes."""

    CLIENT = "client"
    CASEWORKER = "caseworker"
    LAWYER = "lawyer"
    OFFICE = "office"
    OTHER = "other"


class Form(Enum):
    """What changed hands. The wire value never changes."""

    ORIGINAL = "original"
    COPY = "copy"


@record("handover")
@dataclass(frozen=True, slots=True)
class Handover:
    """One paper given by one to another. It is added and corrected, never overwritten: the history keeps each word."""

    id: HandoverId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    document: DocumentId = field(metadata=wire("document", refers_to="document"))
    day: date | None = field(default=None, metadata=wire("day", N_("Day"), register="handover"))
    form: Form = field(default=Form.ORIGINAL, metadata=wire("form", N_("Original or copy"), register="handover"))
    giver: Keeper = field(default=Keeper.CLIENT, metadata=wire("giver", N_("Given by"), register="handover"))
    receiver: Keeper = field(default=Keeper.CASEWORKER, metadata=wire("receiver", N_("Received by"), register="handover"))
    taken_by: str = field(default="", metadata=wire("taken_by", N_("Taken by"), PERSONAL, register="handover"))
    """The person, or the window and post of an office (PRACTICE E7)."""
    office: OfficeId | None = field(
        default=None, metadata=wire("office", N_("Office"), register="handover", refers_to="office")
    )
    """The office that took it or gave it back."""
    back_by: date | None = field(default=None, metadata=wire("back_by", N_("To be given back by")))
    receipt: str = field(default="", metadata=wire("receipt", N_("Receipt"), PERSONAL))
    note: str = field(default="", metadata=wire("note", N_("What for"), PERSONAL))
    paper: str = field(default="", metadata=wire("paper", N_("Document"), PERSONAL))
    """What it was called on that day, by its id in the catalogue or its title: the history names it even if it is gone."""

    @property
    def out(self) -> bool:
        """Whether the paper left the client and those who work on the case."""
        return self.receiver not in (Keeper.CLIENT, Keeper.CASEWORKER)


def in_sequence(handovers: Iterable[Handover]) -> tuple[Handover, ...]:
    """As they happened: by day, on one day as they were entered; those without a day stand first."""
    return tuple(sorted(handovers, key=lambda handover: handover.day or date.min))


def of_paper(handovers: Iterable[Handover], document: DocumentId, on: date | None = None) -> tuple[Handover, ...]:
    """What happened to one paper, up to a day where one is given."""
    found = (one for one in handovers if one.document == document)
    return in_sequence(one for one in found if on is None or one.day is None or one.day <= on)


def last_of_original(handovers: Iterable[Handover], document: DocumentId, on: date | None = None) -> Handover | None:
    """The handover after which the original lies where it lies; None while it never changed hands."""
    return next((one for one in reversed(of_paper(handovers, document, on)) if one.form is Form.ORIGINAL), None)


def original_keeper(handovers: Iterable[Handover], document: DocumentId, on: date | None = None) -> Keeper:
    """With whom the original lies on a day. Papers are the client's: one that nobody took lies there."""
    found = last_of_original(handovers, document, on)
    return found.receiver if found else Keeper.CLIENT


def lent(handovers: Iterable[Handover]) -> tuple[tuple[Handover, ...], ...]:
    """Originals that are to be back by a day and are not yet; those that went together and are due on one day stand
    together."""
    return _grouped(one for one in _away(handovers) if one.back_by)


def to_be_given_back(handovers: Iterable[Handover]) -> tuple[tuple[Handover, ...], ...]:
    """Originals to settle before a case is closed: those lent, and those that lie with whoever works on it."""
    return _grouped(one for one in _away(handovers) if one.back_by or one.receiver is Keeper.CASEWORKER)


def _away(handovers: Iterable[Handover]) -> tuple[Handover, ...]:
    last = {one.document: one for one in in_sequence(handovers) if one.form is Form.ORIGINAL}
    return tuple(one for one in last.values() if one.receiver is not Keeper.CLIENT)


def _grouped(handovers: Iterable[Handover]) -> tuple[tuple[Handover, ...], ...]:
    groups: dict[tuple[object, ...], list[Handover]] = {}
    for one in handovers:
        groups.setdefault((*_hands(one), one.back_by), []).append(one)
    return tuple(tuple(group) for group in groups.values())


def together(handovers: Iterable[Handover], one: Handover) -> tuple[Handover, ...]:
    """What went from the same hands into the same on one day: it stands on one receipt."""
    return tuple(other for other in in_sequence(handovers) if _hands(other) == _hands(one))


def _hands(one: Handover) -> tuple[object, ...]:
    return one.day, one.giver, one.receiver, one.taken_by, one.office
