"""Plan: how and by when each gap could be closed, or that it cannot. Never a "never" from a table with holes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from caseapp.policy.catalogue import catalogue
from caseapp.policy.check import Finding, PlaceCheck, ProgrammeCheck, check
from caseapp.policy.compile import Compiled, compiled
from caseapp.policy.known import KnownFacts
from caseapp.policy.model import Pack
from caseapp.policy.planning.closing import closings
from caseapp.policy.planning.flip_sets import flips_of
from caseapp.policy.planning.flips import FactSets
from caseapp.policy.planning.forward import Forward
from caseapp.policy.planning.gaps import Gap, Outlook
from caseapp.policy.planning.passed import Earlier, KnownOn, Stretch
from caseapp.policy.planning.points_plan import points_plan
from caseapp.policy.planning.ways import PointsPlan
from caseapp.policy.planning.windows import NEVER, Window, Windows, both, windows_of
from caseapp.policy.question import NextQuestion, next_question, open_facts
from caseapp.policy.verdict import Verdict


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
    proofs: tuple[Finding, ...]
    """Criteria that are met while the paper that proves them, which the programme asks for, is not in hand."""
    to_ask: tuple[str, ...]
    """Facts nobody has asked for whose answer could still decide it."""
    flips: FactSets
    passed: Stretch | None
    """The last stretch of days, up to the day of the check, on which it was met as far as is known."""
    points: PointsPlan | None
    ends_first: bool
    """The rule as we know it ends before the earliest day."""

    @property
    def could_have_passed(self) -> date | None:
        """The first day from which it was met, as far as is known."""
        return self.passed.first if self.passed else None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Plan:
    checked: PlaceCheck
    programmes: tuple[ProgrammePlan, ...]
    next_question: NextQuestion | None

    def of(self, programme_id: str) -> ProgrammePlan | None:
        return next((one for one in self.programmes if one.check.programme.id == programme_id), None)


def plan(
    pack: Pack,
    facts: KnownFacts,
    on: date,
    *,
    service: str | None = None,
    known_on: KnownOn | None = None,
    in_hand: Collection[str] | None = None,
) -> Plan:
    """Plan every programme in force on a day (of one service, or all).

    ``known_on`` gives the facts of an earlier day where spells are on record; without it only what follows from the
    facts themselves is used. ``in_hand`` are the papers the client has (ids); None: nobody has said. The next question
    is one that these programmes ask, and weighs the criteria it decides in all programmes of the place.
    """
    everything = check(pack, facts, on)
    wanted = tuple(one for one in everything.programmes if service in (None, one.programme.service))
    rules = compiled(pack)
    planner = _Planner(Forward(catalogue(), facts, on), Earlier(facts, on, known_on), on, in_hand)
    plans = tuple(planner.programme(rules[one.programme.id], one) for one in wanted)
    question = next_question(catalogue(), everything.programmes, asked_by=wanted)
    return Plan(PlaceCheck(pack, on, wanted), plans, question)


class _Planner:
    """What the plans of one household on one day share."""

    def __init__(self, forward: Forward, earlier: Earlier, on: date, in_hand: Collection[str] | None) -> None:
        self._forward, self._earlier, self._on, self._in_hand = forward, earlier, on, in_hand
        self._readings = forward.readings(on)

    def programme(self, rule: Compiled, checked: ProgrammeCheck) -> ProgrammePlan:
        if checked.undecided is not None:
            return ProgrammePlan(checked, None, None, (), (), (), (), None, None, ends_first=False)
        outlook = Outlook(catalogue(), self._forward, self._on, checked.findings)
        way = None
        if rule.points is not None and checked.points is not None:
            way = points_plan(catalogue(), closings(), rule.programme, rule.points, self._forward, self._on, checked.points)
        node = rule.programme.eligibility
        sure = both(windows_of(node, outlook.sure), _points_sure(checked, way))
        dated = both(windows_of(node, outlook.dated), _points_dated(checked, way))
        hoped = both(windows_of(node, outlook.hoped), _points_hoped(checked, way))
        earliest = dated[0].first if dated else None
        last = rule.programme.effective_to
        ends_first = earliest is not None and last is not None and earliest > last
        return ProgrammePlan(
            check=checked,
            reachable=None if ends_first else True if sure else None if hoped else False,
            earliest=None if ends_first else earliest,
            gaps=outlook.gaps(node),
            proofs=tuple(self._unproved(checked)),
            to_ask=tuple(open_facts(checked)),
            flips=flips_of(rule, checked, self._readings),
            passed=self._earlier.stretch(rule, checked),
            points=way if way is not None and way.lines else None,
            ends_first=ends_first,
        )

    def _unproved(self, checked: ProgrammeCheck) -> list[Finding]:
        if self._in_hand is None:
            return []
        asked = {document.id for document in checked.programme.documents} - set(self._in_hand)
        return [one for one in checked.findings if one.verdict is Verdict.MET and one.paper in asked]


def _points_sure(checked: ProgrammeCheck, way: PointsPlan | None) -> Windows:
    """When the points surely suffice, with whatever it takes."""
    if way is not None and not way.assumed and way.deciding is not None and way.deciding.cheapest is not None:
        return (Window(checked.on),)
    return _points_dated(checked, way)


def _points_dated(checked: ProgrammeCheck, way: PointsPlan | None) -> Windows:
    """When time and papers alone make the points suffice."""
    if checked.points is None:
        return (Window(checked.on),)
    met = checked.points.verdict is Verdict.MET
    if way is None or (way.deciding is None and not met):
        return NEVER
    if way.assumed:  # what holds today holds with every deduction; of a later day that is not known
        return (Window(checked.on),) if met else NEVER
    return way.dated


def _points_hoped(checked: ProgrammeCheck, way: PointsPlan | None) -> Windows:
    never = way is not None and way.deciding is not None and way.deciding.ceiling is not None
    return NEVER if never else (Window(checked.on),)
