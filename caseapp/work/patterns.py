"""Patterns: what follows from a case, what a caseworker judged of it, and what several cases share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from caseapp.attribution.case_patterns import derive
from caseapp.attribution.costs import costs, hours_band
from caseapp.attribution.duty import Attribution, attribute
from caseapp.attribution.registry import DerivedPattern, Records
from caseapp.attribution.shifts import FoundShift
from caseapp.claims.group import GroupPattern
from caseapp.claims.group import group_patterns as found_in
from caseapp.claims.members import Duty, Member, Moved, Shown
from caseapp.claims.ways import Way, ways
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case
from caseapp.domain.ids import CaseId, OfficeId, PatternMarkId, new_id
from caseapp.domain.offices import Office
from caseapp.domain.patterns import Known, Mark, Pattern, PatternMark
from caseapp.domain.referrals import Leg, legs
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.letters.both import Both, same
from caseapp.letters.say.office import say_office
from caseapp.letters.say.pattern import OTHER, Names, say_group, say_pattern, say_reasons
from caseapp.work.cases import case_file, remove, save
from caseapp.work.judged import judged, names_of
from caseapp.work.practice import Practice, first_used, of_first_use, rule_versions
from caseapp.work.progress import Progress
from caseapp.work.rules_of_case import rules_of_case
from caseapp.work.session import Session

TAG_LIMIT = 60


class How(Enum):
    """How a pattern of a case is known."""

    DERIVED = "derived"
    CODED = "coded"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class CasePattern:
    """A pattern of a case as the page shows it. ``mark`` is the caseworker's judgement, if there is one."""

    pattern: str
    name: Both
    how: How
    why: tuple[Both, ...]
    records: Records
    mark: PatternMark | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts in shared patterns and reports: a rejected one does not."""
        return self.how is not How.REJECTED


@dataclass(frozen=True, slots=True)
class SharedPattern:
    """A pattern of several cases with its sentence, its reasons in words, and the lawful ways to carry it."""

    group: GroupPattern
    sentence: Both
    strength_why: tuple[Both, ...]
    why: dict[CaseId, tuple[Both, ...]]
    ways: tuple[Way, ...]


def case_patterns(session: Session, case_id: str, on: date) -> tuple[CasePattern, ...]:
    """What follows from the record of a case, then what a caseworker judged; rejected ones keep their place."""
    file = case_file(session, case_id)
    return _of_file(session, file, on)


def _of_file(session: Session, file: CaseFile, on: date) -> tuple[CasePattern, ...]:
    marks = {mark.pattern: mark for mark in file.marks}
    names = names_of(file, on)
    derived = _derived(session, file, on)
    found = [_shown(pattern, marks.get(pattern.pattern.value), names) for pattern in derived]
    known = {entry.pattern for entry in found}
    found += [_judged(mark) for mark in file.marks if mark.pattern not in known]
    return tuple(found)


def _derived(session: Session, file: CaseFile, on: date) -> tuple[DerivedPattern, ...]:
    checked = replace(judged(file, on), first_used=first_used(session, file, on))
    return derive(file, file.judged_on(on), checked)


def _shown(derived: DerivedPattern, mark: PatternMark | None, names: Names) -> CasePattern:
    rejected = mark is not None and mark.mark is Mark.REJECTED
    return CasePattern(
        derived.pattern.value,
        say_pattern(derived.pattern.value),
        How.REJECTED if rejected else How.DERIVED,
        say_reasons(derived.why, names),
        derived.records,
        mark,
    )


def _judged(mark: PatternMark) -> CasePattern:
    how = How.REJECTED if mark.mark is Mark.REJECTED else How.CODED
    why = (same(mark.reason),) if mark.reason else ()
    return CasePattern(mark.pattern, say_pattern(mark.pattern), how, why, Records(), mark)


def code(session: Session, case_id: str, pattern: str, reason: str = "", now: datetime | None = None) -> PatternMarkId:
    """Note a pattern a caseworker sees. Raises :class:`BadInput` for one not in the list, or that only follows by rule."""
    return _mark(session, case_id, pattern, Mark.CODED, reason, N_("Pattern noted"), now)


def confirm(session: Session, case_id: str, pattern: str, now: datetime | None = None) -> PatternMarkId:
    """Confirm a pattern that follows from the record."""
    return _mark(session, case_id, pattern, Mark.CONFIRMED, "", N_("Pattern confirmed"), now)


def reject(session: Session, case_id: str, pattern: str, reason: str, now: datetime | None = None) -> PatternMarkId:
    """Reject a pattern, with the reason. Raises :class:`BadInput` without one."""
    if not reason.strip():
        raise BadInput(N_("Say in a few words why the pattern does not fit."))
    return _mark(session, case_id, pattern, Mark.REJECTED, reason, N_("Pattern rejected"), now)


def withdraw(session: Session, mark: PatternMarkId, now: datetime | None = None) -> None:
    """Take a judgement back."""
    remove(session, PatternMark, mark, N_("Judgement taken back"), now)


def _mark(
    session: Session, case_id: str, pattern: str, mark: Mark, reason: str, intention: str, now: datetime | None
) -> PatternMarkId:
    _refuse_unknown(pattern, mark)
    file = case_file(session, case_id)
    known = next((entry for entry in file.marks if entry.pattern == pattern), None)
    record = known or PatternMark(PatternMarkId(new_id()), file.case.id, pattern)
    record = replace(record, mark=mark, reason=reason.strip())
    save(session, record, intention, now)
    return record.id


def _refuse_unknown(pattern: str, mark: Mark) -> None:
    if pattern.startswith(OTHER) and 0 < len(pattern.removeprefix(OTHER).strip()) <= TAG_LIMIT:
        return
    if pattern not in {known.value for known in Pattern}:
        raise BadInput(N_("There is no pattern of that name. Choose one from the list, or add a tag of your own."))
    if mark is Mark.CODED and Pattern(pattern).known is Known.DERIVED:
        raise BadInput(N_("This pattern follows from the record alone. Record the visit or paper it rests on."))


def attribution(session: Session, case_id: str, on: date) -> Attribution:
    """The body with the duty, and apart from it whoever turned the client away."""
    file = case_file(session, case_id)
    return attribute(file, file.judged_on(on))


def members(session: Session, on: date, progress: Progress | None = None) -> tuple[Member, ...]:
    """Every case with its patterns and the body that has the duty, as the search for shared patterns takes them."""
    with session.read() as reader:
        files = list(reader.case_files([case.id for case in reader.all(Case)]))
    practice, found = Practice(files), []
    for done, file in enumerate(files):
        if progress:
            progress.step(done, len(files))
        found.append(_member(file, on, practice))
    return tuple(found)


def _member(file: CaseFile, on: date, practice: Practice) -> Member:
    day, parted = file.judged_on(on), practice.shifts(file, on)
    checked = replace(judged(file, on), first_used=of_first_use(file, parted))
    rejected = {mark.pattern for mark in file.marks if mark.mark is Mark.REJECTED}
    shown = [
        Shown(found.pattern.value, found.records.visits, found.records.documents) for found in derive(file, day, checked)
    ]
    known = {entry.pattern for entry in shown}
    shown += [Shown(mark.pattern) for mark in file.marks if mark.pattern not in known]
    kept = tuple(entry for entry in shown if entry.pattern not in rejected)
    met = True if checked.met else None
    return Member(
        file, kept, _duty(attribute(file, day)), met, tuple(_moved(one, file, day) for one in parted), _hours(file, day)
    )


def _hours(file: CaseFile, day: date) -> str:
    band = hours_band(costs(file, day).hours)
    return f"{band.low}-{band.high or ''}" if band else ""


def _moved(found: FoundShift, file: CaseFile, day: date) -> Moved:
    """A shift with its rule as every case calls it: by its number, else its title, else as the office cited it."""
    versions = rule_versions(rules_of_case(file, day), file, day, judge=False)
    rule = next((version.number or version.titles[0] for version in versions if version.id == found.rule), "")
    return Moved(found.shift.value, found.visit, rule, found.text_day, found.seen_on, found.last_accepted)


def _duty(found: Attribution) -> Duty | None:
    body = found.duty
    return Duty(body.office, body.kind, body.level, body.city, body.district, body.provisions) if body else None


def group_patterns(session: Session, on: date, progress: Progress | None = None) -> tuple[SharedPattern, ...]:
    """What several cases share, the strongest first. For the office only: exact, with the cases named."""
    everyone = members(session, on, progress)
    by_case = {member.file.case.id: member for member in everyone}
    return tuple(_say_shared(group, [by_case[case] for case in group.cases]) for group in found_in(everyone))


def _say_shared(group: GroupPattern, of: Iterable[Member]) -> SharedPattern:
    cases = list(of)
    names = Names({identity: office for member in cases for identity, office in member.file.offices.items()})
    return SharedPattern(
        group,
        say_group(group, names),
        say_reasons(group.strength_why, names),
        {case: say_reasons(reasons, names) for case, reasons in group.why.items()},
        ways(cases),
    )


@dataclass(frozen=True, slots=True)
class ReferralArrow:
    """How often one office sent clients of a shared pattern on to another."""

    origin: OfficeId
    target: OfficeId
    times: int


def referral_map(session: Session, group: GroupPattern) -> tuple[ReferralArrow, ...]:
    """The referrals in the cases of a shared pattern, the most frequent first."""
    times: dict[tuple[OfficeId, OfficeId], int] = {}
    for case in group.cases:
        for leg in _legs(session, case):
            times[leg.origin, leg.target] = times.get((leg.origin, leg.target), 0) + 1
    ordered = sorted(times.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(ReferralArrow(origin, target, count) for (origin, target), count in ordered)


def _legs(session: Session, case: CaseId) -> tuple[Leg, ...]:
    return legs(case_file(session, case).visits)


def office_names(session: Session) -> Mapping[OfficeId, Both]:
    """What every office of the casebook is called, in both languages."""
    with session.read() as reader:
        return {office.id: say_office(office) for office in reader.all(Office)}
