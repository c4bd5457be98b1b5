"""What a change of rules does to the cases of a casebook: two packs, or the versions in force on two days.

Both sides are held against the same facts, as of the day of each case, so that only the rules differ. Case by case and
exact: for the office, never for a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Entitlement, Outcome, Service, Stage
from caseapp.domain.ids import CaseId
from caseapp.domain.visits import Answer
from caseapp.policy.check import Finding, ProgrammeCheck
from caseapp.policy.compare import Kind, Part, compare
from caseapp.policy.essence import digest
from caseapp.policy.model import Criterion, Pack, Programme, Status, criteria
from caseapp.policy.packs import load, sound
from caseapp.policy.verdict import Verdict, any_of
from caseapp.work.check import check_one
from caseapp.work.progress import Progress
from caseapp.work.rules_of_case import ruled_by
from caseapp.work.session import Session

Pairs: TypeAlias = Mapping[str, tuple[Pack, Pack]]
"""By place, its rules before and after."""
_LOST = (Entitlement.NOT_OBTAINED, Entitlement.PARTLY)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One programme that is not the same on both sides. None: it is not there at all."""

    place: str
    service: str
    before: Programme | None
    after: Programme | None


@dataclass(frozen=True, slots=True)
class CriterionTurn:
    """One criterion that answers otherwise, or that stands on one side alone."""

    fact: str
    before: Finding | None
    after: Finding | None

    @property
    def criterion(self) -> Criterion:
        """The criterion as it stands now, else as it stood."""
        found = self.after or self.before
        assert found is not None  # one of them is always there
        return found.criterion


@dataclass(frozen=True, slots=True)
class ProgrammeTurn:
    """What a changed programme answers for one case before and after."""

    change: RuleChange
    before: Verdict | None
    after: Verdict | None
    criteria: tuple[CriterionTurn, ...]


@dataclass(frozen=True, slots=True)
class CaseImpact:
    """A case that a change of rules touches. ``before`` and ``after``: the best answer on its service in what changed."""

    case: CaseId
    number: str
    service: Service
    city: str
    on: date
    closed: bool
    before: Verdict
    after: Verdict
    programmes: tuple[ProgrammeTurn, ...]
    refused_under: tuple[Programme, ...] = ()
    """Of a closed case that did not get its right: the rules it failed that now say something else, or are gone."""

    @property
    def turned(self) -> bool:
        """Whether the answer on the service as a whole is another one."""
        return self.before is not self.after


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything a change of rules does. ``looked_at`` counts the cases whose service has a changed rule."""

    changes: tuple[RuleChange, ...]
    looked_at: int
    open_cases: tuple[CaseImpact, ...]
    """Open cases that get another answer, those whose answer as a whole turns first."""
    closed_cases: tuple[CaseImpact, ...]
    """Closed cases that were refused under a rule now gone."""


def impact_of_pack(
    session: Session, before: Pack, after: Pack, on: date, progress: Progress | None = None
) -> Impact:  # fmt: skip
    """What it does if ``after`` takes the place of ``before``; ``on`` is the day of cases that name none."""
    return _impact(session, {after.place.id: (before, after)}, on, progress)


def impact_of_days(
    session: Session, earlier: date, later: date, place: str | None = None, progress: Progress | None = None
) -> Impact:
    """What the changes of rules between two days do, in one place or in all whose rules can be read.

    Raises ``BadInput`` for an unknown place.
    """
    packs = (load(place),) if place else sound()[0]
    pairs = {pack.place.id: (in_force_on(pack, earlier), in_force_on(pack, later)) for pack in packs}
    return _impact(session, pairs, later, progress)


def in_force_on(pack: Pack, day: date) -> Pack:
    """The programmes in force on a day, as if they had always been and would stay."""
    held = (programme for programme in pack.programmes if programme.in_force(day) and programme.status is Status.OK)
    return replace(pack, programmes=tuple(replace(one, effective_from=None, effective_to=None) for one in held))


def changes_of(before: Pack, after: Pack) -> tuple[RuleChange, ...]:
    """The programmes that say something else, each with the one that took its place where there is one."""
    old = {programme.id: programme for programme in before.programmes}
    new = {programme.id: programme for programme in after.programmes}
    found = [
        RuleChange(after.place.id, one.service, one, new[key])
        for key, one in old.items()
        if key in new and digest(one) != digest(new[key])
    ]
    gone = [one for key, one in old.items() if key not in new]
    came = [one for key, one in new.items() if key not in old]
    for one in gone:
        heir = _heir(one, came)
        if heir is not None:
            came.remove(heir)
        found.append(RuleChange(after.place.id, one.service, one, heir))
    found += [RuleChange(after.place.id, one.service, None, one) for one in came]
    return tuple(found)


def _heir(gone: Programme, came: Iterable[Programme]) -> Programme | None:
    """The later version of a rule: of its series, else the one of its service that asks most of the same facts."""
    asked = {criterion.fact for criterion in criteria(gone.eligibility)}
    best, shared = None, 0
    for one in came:
        if one.service == gone.service:
            common = len(asked & {criterion.fact for criterion in criteria(one.eligibility)})
            common += len(asked) + 1 if one.series == gone.series else 0
            if common > shared:
                best, shared = one, common
    return best


def _impact(session: Session, pairs: Pairs, on: date, progress: Progress | None) -> Impact:
    by_place = {place: changes_of(*pair) for place, pair in pairs.items()}
    changed = {(change.place, change.service) for changes in by_place.values() for change in changes}
    found: list[CaseImpact] = []
    with session.read() as reader:
        touched = [
            (case, held)
            for case in reader.all(Case)
            if (held := [place for place in ruled_by(case.city) if (place, case.service.value) in changed])
        ]
        files = reader.case_files(case.id for case, _held in touched)
        for done, ((case, held), file) in enumerate(zip(touched, files, strict=True)):
            if progress:
                progress.step(done, len(touched))
            changes = [change for place in held for change in by_place[place] if change.service == case.service.value]
            found += _of_case(file, [pairs[place] for place in held], changes, file.judged_on(on))
    return Impact(
        tuple(change for changes in by_place.values() for change in changes),
        len(touched),
        tuple(sorted((one for one in found if not one.closed), key=lambda one: (not one.turned, one.number))),
        tuple(sorted((one for one in found if one.closed), key=lambda one: one.number)),
    )


def _of_case(
    file: CaseFile, pairs: Iterable[tuple[Pack, Pack]], changes: Iterable[RuleChange], day: date
) -> Iterator[CaseImpact]:
    sides: tuple[dict[str, ProgrammeCheck], ...] = ({}, {})
    for pair in pairs:
        for side, pack in zip(sides, pair, strict=True):
            side.update((one.programme.id, one) for one in check_one(pack, file, day).programmes)
    turns = tuple(turn for change in changes if (turn := _turn(change, *sides)))
    case, closed = file.case, file.case.stage is Stage.CLOSED
    refused = tuple(_refused_under(file, turns)) if closed else ()
    if refused or (not closed and any(turn.before is not turn.after for turn in turns)):
        before, after = _best(sides[0]), _best(sides[1])
        yield CaseImpact(case.id, case.number, case.service, case.city, day, closed, before, after, turns, refused)


def _best(checked: Mapping[str, ProgrammeCheck]) -> Verdict:
    """The answer on a service: met if one of its programmes is. Without a rule in force: not covered."""
    return any_of([one.verdict for one in checked.values()]) if checked else Verdict.NOT_COVERED


def _turn(
    change: RuleChange, before: Mapping[str, ProgrammeCheck], after: Mapping[str, ProgrammeCheck]
) -> ProgrammeTurn | None:
    """What a change comes to in one case; None where neither side was in force on its day."""
    old = before.get(change.before.id) if change.before else None
    new = after.get(change.after.id) if change.after else None
    if old is None and new is None:
        return None
    verdicts = (old.verdict if old else None, new.verdict if new else None)
    return ProgrammeTurn(change, *verdicts, tuple(_criteria(change, old, new)))


def _criteria(change: RuleChange, old: ProgrammeCheck | None, new: ProgrammeCheck | None) -> Iterator[CriterionTurn]:
    left = {one.criterion.id: one for one in old.findings} if old else {}
    right = {one.criterion.id: one for one in new.findings} if new else {}
    if change.before is None or change.after is None:
        yield from (CriterionTurn(one.criterion.fact, one, None) for one in left.values())
        yield from (CriterionTurn(one.criterion.fact, None, one) for one in right.values())
        return
    for row in compare(change.before, change.after):
        if row.part is Part.CRITERION:
            was = left.get(row.left.id) if isinstance(row.left, Criterion) else None
            now = right.get(row.right.id) if isinstance(row.right, Criterion) else None
            found = was or now
            same = was is not None and now is not None and was.verdict is now.verdict and row.kind is Kind.SAME
            if found is not None and not same:
                yield CriterionTurn(found.criterion.fact, was, now)


def _refused_under(file: CaseFile, turns: Iterable[ProgrammeTurn]) -> Iterator[Programme]:
    """The rules a closed case failed, or was turned away under, that are gone or say something else now."""
    case = file.case
    refused = case.entitlement in _LOST or case.outcome is Outcome.NOT_SOLVED
    refused = refused or any(visit.answer is Answer.REFUSED for visit in file.visits)
    if not refused or case.entitlement is Entitlement.OBTAINED:
        return
    for turn in turns:
        opened = turn.before is Verdict.NOT_MET and turn.after is not Verdict.NOT_MET
        if turn.change.before is not None and (opened or (turn.after is None and turn.before is not Verdict.MET)):
            yield turn.change.before
