"""What a check of the case found, as plain values: attribution judges by it without knowing how rules are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.domain.documents import HolderKind
from caseapp.domain.ids import DocumentId, LetterId, VisitId


@dataclass(frozen=True, slots=True)
class Unmet:
    """A requirement that is not met, and when it could be. No day and not ``never``: nobody knows when."""

    criterion: str
    fact: str
    earliest: date | None = None
    """The first day on which it is surely met."""
    never: bool = False
    required: str = ""
    actual: str = ""
    perhaps: date | None = None
    """The first day on which it may be met on any reading of what is recorded, where that is another or the only one."""

    @property
    def soonest(self) -> date | None:
        """The first day on which it may be met."""
        return self.perhaps or self.earliest


@dataclass(frozen=True, slots=True)
class RuleMissing:
    """A paper the rule asks for that is not in hand, and who issues it (None: not known)."""

    paper: str
    issuer: HolderKind | None


@dataclass(frozen=True, slots=True)
class CheckedProgramme:
    """One programme in force on the day that is for such a client. ``met`` None: a fact or a number is lacking."""

    programme: str
    met: bool | None
    unmet: tuple[Unmet, ...] = ()
    missing: tuple[RuleMissing, ...] = ()
    earliest: date | None = None
    """The first day on which the programme as a whole could be met; None if none is known."""
    met_if_registered_here: bool = False
    """Not met, and would be met with nothing changed but the registration."""
    by_hand: bool = False
    """A rule somebody entered in this case: nobody has compared it with a source."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """A period of an office that has passed without its act."""

    period: str
    ended_on: date
    visits: tuple[VisitId, ...] = ()
    letters: tuple[LetterId, ...] = ()
    documents: tuple[DocumentId, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstUsed:
    """A rule long in force that an office first used at a visit, after it had taken such requests on under it."""

    visit: VisitId
    rule: str
    """As the office cited it."""
    since: date
    seen_on: date
    accepted: int
    last_accepted: date


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything a check and the derived deadlines say of one case on its day. Empty: nothing was checked."""

    programmes: tuple[CheckedProgramme, ...] = ()
    overdue: tuple[Overdue, ...] = ()
    first_used: tuple[FirstUsed, ...] = ()
    """What the other cases of the casebook show of its refusals."""

    @property
    def met(self) -> bool:
        """Whether some programme in force is met."""
        return any(programme.met for programme in self.programmes)

    def missing(self) -> tuple[RuleMissing, ...]:
        """Papers missing under the programme met, else under every programme: each once."""
        chosen = [programme for programme in self.programmes if programme.met] or list(self.programmes)
        return tuple({entry.paper: entry for programme in chosen for entry in programme.missing}.values())


NOTHING_CHECKED = Checked()
