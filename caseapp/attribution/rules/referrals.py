"""Patterns of being sent elsewhere: round in a circle, or between two places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caseapp.attribution.missing import SENT_AWAY
from caseapp.attribution.registry import Circumstances, Finding, Records, derives
from caseapp.domain.ids import OfficeId
from caseapp.domain.offices import OfficeKind
from caseapp.domain.patterns import Pattern
from caseapp.domain.reasons import OfficeName, Reason, reason
from caseapp.domain.referrals import Loop, in_order, loops, span
from caseapp.domain.visits import Visit
from caseapp.i18n import N_


@derives(Pattern.OFFICE_SHUFFLE)
def office_shuffle(case: Circumstances) -> Finding | None:
    """The request is referred between two or more offices, and a referral comes back to one already asked."""
    found = loops(case.visits())
    if not found:
        return None
    by_id = {visit.id: visit for visit in case.visits()}
    shown = [by_id[visit] for loop in found for visit in loop.visits]
    return tuple(sentence for loop in found for sentence in _why(loop)), Records.of(*shown)


def _why(loop: Loop) -> tuple[Reason, ...]:
    returning = loop.legs[-1] if len(loop.legs) == 1 else loop.legs[1]
    back = reason(
        N_("{origin} sent the client back to {target}, which had been asked before."),
        origin=OfficeName(returning.origin),
        target=OfficeName(returning.target),
    )
    if loop.days is None:
        cost = reason(N_("{visits} visits at {offices} offices."), visits=len(loop.visits), offices=len(loop.offices))
    else:
        cost = reason(
            N_("{visits} visits at {offices} offices in {days} days."),
            visits=len(loop.visits),
            offices=len(loop.offices),
            days=loop.days,
        )
    return back, cost


_ONLY_HEARS = frozenset({
    OfficeKind.COURT, OfficeKind.PROCURATORATE, OfficeKind.PETITION_OFFICE, OfficeKind.HOTLINE, OfficeKind.LEGAL_AID,
    OfficeKind.TRADE_UNION,
})  # fmt: skip
"""They hear about a request and give no service: being turned away there is no end of a trap."""


@dataclass(frozen=True, slots=True)
class Trap:
    """Offices here and in another place of which none took the request on, the visits to them and how long they took.

    Where offices of one kind stand in both places, those are the two ends; else the first that was asked here is one.
    """

    here: tuple[OfficeId, ...]
    elsewhere: tuple[OfficeId, ...]
    visits: tuple[Visit, ...]

    @property
    def days(self) -> int | None:
        """From the first of the visits to the last; None where a day is not known exactly."""
        return span(self.visits)


def trap(case: Circumstances) -> Trap | None:
    """The two places between which a case is caught; None where it is not."""
    here, elsewhere = _sent_away(case, here=True), _sent_away(case, here=False)
    if not here or not elsewhere:
        return None
    kinds = {_kind(case, visit) for visit in elsewhere}
    ends = [visit for visit in here if _kind(case, visit) in kinds] or [v for v in here if v.office == here[0].office]
    return Trap(_offices(ends), _offices(elsewhere), in_order((*ends, *elsewhere)))


def _kind(case: Circumstances, visit: Visit) -> OfficeKind | None:
    office = case.office(visit)
    return office.kind if office else None


def _offices(visits: Sequence[Visit]) -> tuple[OfficeId, ...]:
    return tuple(dict.fromkeys(visit.office for visit in visits if visit.office))


@derives(Pattern.TWO_PLACE_TRAP)
def two_place_trap(case: Circumstances) -> Finding | None:
    """An office here and one of another place each refused, asked for more or referred."""
    found = trap(case)
    if found is None:
        return None
    why = (
        reason(N_("Here: {office}."), office=OfficeName(found.here[0])),
        reason(N_("In the other place: {office}."), office=OfficeName(found.elsewhere[0])),
    )
    return why, Records.of(*_sent_away(case, here=True), *_sent_away(case, here=False))


def _sent_away(case: Circumstances, *, here: bool) -> list[Visit]:
    return [visit for visit in case.visits() if visit.answer in SENT_AWAY and _lies_here(case, visit) is here]


def _lies_here(case: Circumstances, visit: Visit) -> bool | None:
    """Whether the office lies in the city of the case; None where that is not known or it is no office of the service."""
    office, city = case.office(visit), case.file.case.city
    if office is None or office.kind.private or office.kind in _ONLY_HEARS or not office.city or not city:
        return None
    return office.city == city
