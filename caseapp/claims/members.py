"""What the search for shared patterns looks at: cases with what follows from each, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import DocumentId, OfficeId, VisitId
from caseapp.domain.offices import Level, OfficeKind
from caseapp.domain.visits import Answer, Visit

TURNED_AWAY = (Answer.REFUSED, Answer.REFERRED, Answer.ASKED_MORE, Answer.NO_ANSWER)


@dataclass(frozen=True, slots=True)
class Shown:
    """A pattern of a case (derived and not rejected, or coded) and the records it rests on."""

    pattern: str
    visits: tuple[VisitId, ...] = ()
    documents: tuple[DocumentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """How practice and text parted at a visit: which way, about which rule (as it is called; may be empty), and when."""

    shift: str
    """``first_used``, ``accepted_before``, ``repealed_applied`` or ``new_not_applied``."""
    visit: VisitId
    rule: str = ""
    text_day: date | None = None
    """The first day of the rule; of one repealed the last."""
    seen_on: date | None = None
    """The day on which this practice was first seen at the office, in any case."""
    last_accepted: date | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """The body with the duty in a case, as attribution names it."""

    office: OfficeId
    kind: OfficeKind
    level: Level
    city: str
    district: str
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One case, with its patterns and the body that has the duty. ``met``: what a check of its day found."""

    file: CaseFile
    patterns: tuple[Shown, ...] = ()
    duty: Duty | None = None
    met: bool | None = None
    practice: tuple[Moved, ...] = ()
    hours: str = ""
    """The range of the hours its visits took, ``low-high``; empty: none were recorded."""

    @property
    def household(self) -> str:
        """The family counted; a case without a household counts for itself."""
        return str(self.file.case.household or self.file.case.id)

    def turned_away(self) -> tuple[Visit, ...]:
        """The visits at which an office did not take the request on, in order."""
        return tuple(visit for visit in self.file.visits_in_order() if visit.office and visit.answer in TURNED_AWAY)

    def told_on(self, visit: Visit | None) -> date:
        """The day of a visit, else the day by which we had been told of it."""
        return (visit.on() if visit else None) or self.file.case.opened_on
