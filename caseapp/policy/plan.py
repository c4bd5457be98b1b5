"""Plan: how and by when each gap could be closed, or that it cannot. Never a "never" from a table with holes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from caseapp.domain.days import add_months
from caseapp.policy.catalogue import Change, Close, catalogue
from caseapp.policy.check import PlaceCheck, ProgrammeCheck, check, verdict
from caseapp.policy.compile import Compiled, compiled
from caseapp.policy.flips import FactSets, flips, smallest
from caseapp.policy.gaps import Gap, Outlook
from caseapp.policy.known import KnownFacts
from caseapp.policy.model import Pack
from caseapp.policy.points_plan import HORIZON_MONTHS, PointsPlan, points_plan
from caseapp.policy.question import NextQuestion, next_question
from caseapp.policy.verdict import Verdict
from caseapp.policy.windows import NEVER, Window, Windows, both, windows_of

KnownOn = Callable[[date], KnownFacts]
"""What was known to be true on an earlier day."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProgrammePlan:
    """One programme's way. ``reachable`` None: not known."""

    check: ProgrammeCheck
    reachable: bool | None
    earliest: date | None
    """The first day on which it is surely met, once every paper is there.

    None where that takes an action of which nobody knows how long it lasts.
    """
    gaps: tuple[Gap, ...]
    flips: FactSets
    could_have_passed: date | None
    """The first day from which it was met, as far as is known, up to the day of the check."""
    points: PointsPlan | None
    ends_first: bool
    """The rule as we know it ends before the earliest day."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Plan:
    checked: PlaceCheck
    programmes: tuple[ProgrammePlan, ...]
    next_question: NextQuestion | None

    def of(self, programme_id: str) -> ProgrammePlan | None:
        return next((one for one in self.programmes if one.check.programme.id == programme_id), None)


def plan(pack: Pack, facts: KnownFacts, on: date, *, service: str | None = None, known_on: KnownOn | None = None) -> Plan:
    """Plan every programme in force on a day (of one service, or all).

    ``known_on`` gives the facts of an earlier day where spells are on record; without it only what follows from the
    facts themselves is used.
    """
    checked = check(pack, facts, on, service=service)
    rules = compiled(pack)
    recorded = known_on or (lambda _day: facts)
    plans = tuple(
        _programme(rules[one.programme.id], one, facts, lambda day: _inherent(recorded(day), day))
        for one in checked.programmes
    )
    return Plan(checked, plans, next_question(catalogue(), checked.programmes))


def _programme(rule: Compiled, checked: ProgrammeCheck, facts: KnownFacts, earlier: KnownOn) -> ProgrammePlan:
    kinds, on = catalogue(), checked.on
    outlook = Outlook(kinds, facts, on, checked.findings)
    way = None
    if rule.points is not None and checked.points is not None:
        way = points_plan(kinds, rule.points, facts, on, checked.points)
    eligibility = rule.programme.eligibility
    sure = both(windows_of(eligibility, outlook.sure), _points_sure(checked, way, dated=False))
    dated = both(windows_of(eligibility, outlook.dated), _points_sure(checked, way, dated=True))
    hoped = both(windows_of(eligibility, outlook.hoped), _points_hoped(checked, way))
    earliest = dated[0].first if dated and checked.undecided is None else None
    last = rule.programme.effective_to
    ends_first = earliest is not None and last is not None and earliest > last
    reachable: bool | None = None
    if checked.undecided is None and not ends_first:
        reachable = True if sure else None if hoped else False
    return ProgrammePlan(
        check=checked,
        reachable=reachable,
        earliest=None if ends_first else earliest,
        gaps=outlook.gaps(),
        flips=_flips(rule, checked, way) if checked.undecided is None else (),
        could_have_passed=_since_when(rule, checked, earlier),
        points=way,
        ends_first=ends_first,
    )


def _points_sure(checked: ProgrammeCheck, way: PointsPlan | None, *, dated: bool) -> Windows:
    always = (Window(checked.on),)
    if checked.points is None or checked.points.verdict is Verdict.MET:
        return always
    if way is None:
        return NEVER
    if way.fewest and not dated:
        return always
    return (Window(way.by_time_on),) if way.by_time_on else NEVER


def _points_hoped(checked: ProgrammeCheck, way: PointsPlan | None) -> Windows:
    return NEVER if way is not None and way.ceiling is not None else (Window(checked.on),)


def _flips(rule: Compiled, checked: ProgrammeCheck, way: PointsPlan | None) -> FactSets:
    verdicts = {finding.criterion.id: finding.verdict for finding in checked.findings}
    if checked.verdict is Verdict.MET or checked.points is None or checked.points.verdict is Verdict.MET:
        return flips(rule.programme.eligibility, verdicts, checked.verdict)
    raises = [frozenset(step.item.fact for step in steps) for steps in way.fewest] if way else []
    met = checked.eligible is Verdict.MET
    found = (frozenset(),) if met else flips(rule.programme.eligibility, verdicts, Verdict.NOT_MET)
    return smallest(one | other for one in found for other in raises)


def _inherent(facts: KnownFacts, day: date) -> KnownFacts:
    """What facts tell of an earlier day: those of its time, runs and ages counted back, and what never changes."""
    kinds = catalogue()
    return KnownFacts(
        {
            key: fact
            for key, fact in facts.items()
            if fact.as_of <= day or kinds[key].change is not Change.STABLE or kinds[key].close is Close.CANNOT_CHANGE
        }
    )


def _since_when(rule: Compiled, checked: ProgrammeCheck, earlier: KnownOn) -> date | None:
    """The first day of the stretch, up to the day of the check, on which it was met as far as is known.

    None if no earlier day is known to have met it. No further back than ten years.
    """
    if checked.verdict is not Verdict.MET:
        return None
    met = checked.on
    for months in range(1, HORIZON_MONTHS + 1):
        day = add_months(checked.on, -months)
        if not _met(rule, earlier, day):
            first = _first_met(rule, earlier, day, met)
            return None if first == checked.on else first
        met = day
    return met


def _first_met(rule: Compiled, earlier: KnownOn, not_met: date, met: date) -> date:
    """The first met day after ``not_met``, up to ``met``."""
    low, high = not_met, met
    while (high - low).days > 1:
        middle = low + timedelta((high - low).days // 2)
        if _met(rule, earlier, middle):
            high = middle
        else:
            low = middle
    return high


def _met(rule: Compiled, earlier: KnownOn, day: date) -> bool:
    return verdict(rule, earlier(day), day) is Verdict.MET
