"""How many of this casebook's clients can meet a rule: now, within a year, ever; and whether a reform changed anything.

The numbers are exact and name small groups: they are for the office's own screen. Nothing here enters a report; what is
published goes through :mod:`caseapp.claims.disclosure` alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case
from caseapp.domain.days import add_months
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.letters.both import Both
from caseapp.letters.say.reform import say_reform
from caseapp.policy.model import Pack, Programme, PublishedFigure, Status
from caseapp.policy.packs import load
from caseapp.policy.planning.plan import ProgrammePlan
from caseapp.policy.verdict import Verdict
from caseapp.work.check import check_one, plan_one
from caseapp.work.progress import Progress
from caseapp.work.rules_of_case import ruled_by
from caseapp.work.session import Session

NO_PROGRAMME = N_("There is no rule “{rule}” among those stored for {place}.")


class Reach(Enum):
    """When a client can meet a rule, as far as is known."""

    NOW = "now"
    WITHIN_A_YEAR = "within_a_year"
    LATER = "later"
    NO_DAY_KNOWN = "no_day_known"
    """It can be met, but takes a step of which nobody knows how long it lasts."""
    NEVER = "never"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Reached:
    """One programme and the clients of its place and service: exclusive counts, each client once."""

    place: str
    programme: Programme
    clients: int
    counts: Mapping[Reach, int]
    figures: tuple[PublishedFigure, ...]
    """What public sources say of it, to be shown beside."""

    def of(self, reach: Reach) -> int:
        """How many clients stand so."""
        return self.counts.get(reach, 0)

    @property
    def within_a_year(self) -> int:
        """Those who meet it now or will within a year."""
        return self.of(Reach.NOW) + self.of(Reach.WITHIN_A_YEAR)

    @property
    def ever(self) -> int:
        """Those who meet it now or can, on whatever day."""
        return self.within_a_year + self.of(Reach.LATER) + self.of(Reach.NO_DAY_KNOWN)


def reachability(
    session: Session, on: date, place: str | None = None, service: str | None = None, progress: Progress | None = None
) -> tuple[Reached, ...]:
    """For each rule in force on a day, how many of the clients it speaks to can meet it. The one read most comes first.

    A client is a household, with its last case of a service in a place. Rules of a province or the nation count the
    clients of every city in it. Raises ``BadInput`` for an unknown place.
    """
    if place:
        load(place)
    counts: dict[tuple[str, str], Counter[Reach]] = {}
    with session.read() as reader:
        spoken_to = [
            (case.id, held)
            for case in _last_cases(reader.all(Case))
            if service in (None, case.service.value) and (held := _packs(case.city, place))
        ]
        files = reader.case_files(case for case, _held in spoken_to)
        for done, ((_case, held), file) in enumerate(zip(spoken_to, files, strict=True)):
            if progress:
                progress.step(done, len(spoken_to))
            for pack in held:
                for one in plan_one(pack, file, on).programmes:
                    counts.setdefault((pack.place.id, one.check.programme.id), Counter())[reach_of(one, on)] += 1
    return tuple(sorted(_reached(counts), key=lambda one: (-one.clients, one.place, one.programme.id)))


def _reached(counts: Mapping[tuple[str, str], Counter[Reach]]) -> Iterator[Reached]:
    for (place, key), found in counts.items():
        programme = load(place).programme(key)
        if programme is not None:
            yield Reached(place, programme, found.total(), dict(found), programme.published_figures)


def _last_cases(cases: Iterable[Case]) -> list[Case]:
    """Of each household the last case of a service in a place: nobody counts twice."""
    last: dict[tuple[str, str, str], Case] = {}
    for case in sorted(cases, key=lambda case: case.opened_on):
        last[case.household or case.id, case.city, case.service.value] = case
    return list(last.values())


def _packs(city: str, place: str | None) -> list[Pack]:
    """The rules that hold in a city, or of them those of one place."""
    found = []
    for name in ruled_by(city):
        if place not in (None, name):
            continue
        try:
            found.append(load(name))
        except BadInput:
            continue  # a city without rules, or a pack that cannot be read
    return found


def reach_of(plan: ProgrammePlan, on: date) -> Reach:
    """When a client can meet a programme, by the plan of a day."""
    if plan.check.verdict is Verdict.MET:
        return Reach.NOW
    if plan.reachable is None:
        return Reach.NOT_KNOWN
    if not plan.reachable:
        return Reach.NEVER
    if plan.earliest is None:
        return Reach.NO_DAY_KNOWN
    return Reach.WITHIN_A_YEAR if plan.earliest <= add_months(on, 12) else Reach.LATER


@dataclass(frozen=True, slots=True)
class Reform:
    """What an earlier rule and the one after it answer to the same clients on the same facts."""

    earlier: Programme | None
    later: Programme | None
    clients: int
    turns: Mapping[tuple[Verdict, Verdict], int]
    """How many clients got which answer before and which one after."""
    sentence: Both

    @property
    def changed(self) -> int:
        """How many clients get another answer."""
        return sum(many for (before, after), many in self.turns.items() if before is not after)


def reform(
    pack: Pack, earlier: Programme | None, later: Programme | None, clients: Iterable[CaseFile], on: date
) -> Reform:  # fmt: skip
    """Hold two versions of a rule against the same clients as of one day. None: there was no rule, or there is none.

    A text that tests nothing (it only says who is spoken of) answers nothing: a reform that only renames changes nobody's
    answer, and the sentence says so.
    """
    turns: Counter[tuple[Verdict, Verdict]] = Counter()
    sides = tuple(_alone(pack, programme) for programme in (earlier, later))
    for file in clients:
        before, after = (_answer(side, file, on) for side in sides)
        turns[before, after] += 1
    clients_seen = turns.total()
    changed = sum(many for (before, after), many in turns.items() if before is not after)
    gained = sum(many for (before, after), many in turns.items() if after is Verdict.MET is not before)
    lost = sum(many for (before, after), many in turns.items() if before is Verdict.MET is not after)
    sentence = say_reform(earlier, later, clients_seen, changed, gained, lost)
    return Reform(earlier, later, clients_seen, dict(turns), sentence)


def reform_in_casebook(
    session: Session, place: str, earlier: str | None, later: str | None, on: date, progress: Progress | None = None
) -> Reform:
    """The same for the clients of this casebook to whom the rule speaks, each household once.

    Raises ``BadInput`` for an unknown place or rule, or if neither side is named.
    """
    pack = load(place)
    sides = [_programme(pack, key) for key in (earlier, later)]
    service = next((side.service for side in sides if side), None)
    if service is None:
        raise BadInput(N_("Name the earlier rule, the later one, or both."))
    return reform(pack, sides[0], sides[1], _clients(session, place, service, progress), on)


def _programme(pack: Pack, key: str | None) -> Programme | None:
    found = pack.programme(key) if key else None
    if key and found is None:
        raise BadInput(NO_PROGRAMME, rule=key[:60], place=pack.place.id)
    return found


def _clients(session: Session, place: str, service: str, progress: Progress | None) -> Iterator[CaseFile]:
    with session.read() as reader:
        cases = [
            case for case in _last_cases(reader.all(Case)) if case.service.value == service and place in ruled_by(case.city)
        ]
        for done, file in enumerate(reader.case_files(case.id for case in cases)):
            if progress:
                progress.step(done, len(cases))
            yield file


def _alone(pack: Pack, programme: Programme | None) -> Pack | None:
    """A pack with one programme, as if it had always been in force."""
    if programme is None or programme.status is not Status.OK:
        return None
    return replace(pack, programmes=(replace(programme, effective_from=None, effective_to=None),))


def _answer(side: Pack | None, file: CaseFile, on: date) -> Verdict:
    if side is None:
        return Verdict.NOT_COVERED
    found = check_one(side, file, on, side.programmes[0].service).programmes
    return found[0].verdict if found else Verdict.NOT_COVERED
