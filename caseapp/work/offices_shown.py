"""The register of offices of a casebook, and the page of one: what it asked, refused, sent on and took on.

Everything counted here is of this casebook alone. Nothing is grouped by person: no official is named (PRACTICE E7), and
landlords and employers have no page. Nothing of it is exported: what leaves the house are reports with protected figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from caseapp.attribution.case_patterns import derive
from caseapp.attribution.office_history import OfficeHistory, Span, office_history, period_of
from caseapp.attribution.office_referrals import OfficeReferrals, office_referrals
from caseapp.attribution.rules.referrals import Trap
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, OfficeId, VisitId
from caseapp.domain.labels import label
from caseapp.domain.offices import Office
from caseapp.domain.patterns import Mark
from caseapp.domain.text_guards import search_form
from caseapp.domain.visits import Answer, Visit
from caseapp.errors import BadInput
from caseapp.i18n import N_, catalogue
from caseapp.law.respondents import respondent
from caseapp.letters.both import Both
from caseapp.letters.say.loop import say_loop, say_trap
from caseapp.letters.say.office import say_office
from caseapp.letters.say.pattern import say_paper, say_pattern
from caseapp.letters.say.respondent import say_duty_organ, say_respondent
from caseapp.policy.cities import city_name
from caseapp.work.judged import judged
from caseapp.work.offices import office_of_rules
from caseapp.work.progress import Progress
from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.store.reader import Reader

OTHER_WORDS = N_("Something else, in their own words")


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office in the register: how often it was visited, in how many cases, and when last."""

    office: Office
    name: Both
    visits: int
    cases: int
    last: ImpreciseDay | None
    searched: str
    """Names, places and kind in both languages, as they are searched."""
    only_in: str = ""
    """The number of its case, for one without a name that nothing else tells from another."""


@dataclass(frozen=True, slots=True)
class PatternOverTime:
    """A pattern that shows at visits to the office: in how many cases, by the time of the first such visit."""

    name: Both
    cases: int
    by_span: Mapping[Span, int]


@dataclass(frozen=True, slots=True)
class LoopShown:
    """A loop or a two-place trap in words, how many cases it held, and the middle of what it cost them."""

    way: Both
    cases: int
    visits: int
    days: int | None


@dataclass(frozen=True, slots=True)
class Worked:
    """Which step worked in a case in which the office took the request on."""

    case: CaseId
    number: str
    step: str


@dataclass(frozen=True, slots=True)
class OfficeShown:
    """The page of an office."""

    office: Office
    name: Both
    hotlines: tuple[tuple[Both, str], ...]
    """By the rules of its city: the body they name, and its hotline."""
    respondent: tuple[Both, ...]
    instead: tuple[tuple[Service, Both], ...]
    """For each service it was asked about: the body with the duty, where that is another."""
    history: OfficeHistory
    asked_for: tuple[tuple[Both, int], ...]
    patterns: tuple[PatternOverTime, ...]
    referrals: OfficeReferrals
    loops: tuple[LoopShown, ...]
    worked: tuple[Worked, ...]
    names: Mapping[OfficeId, Both]


def office_rows(session: Session, on: date) -> tuple[OfficeRow, ...]:
    """The offices of a casebook with their visits up to a day, those visited most first, then by name."""
    with session.read() as reader:
        offices = [office for office in reader.all(Office) if not office.kind.private]
        visits: dict[str, list[Visit]] = {}
        for visit in reader.all(Visit):
            if visit.office and _past(visit, on):
                visits.setdefault(visit.office, []).append(visit)
        rows = [_row(office, visits.get(office.id, [])) for office in offices]
        rows = _told_apart(reader, rows, visits)
    return tuple(sorted(rows, key=lambda row: (-row.visits, row.name.zh, row.office.id)))


def _told_apart(reader: Reader, rows: list[OfficeRow], visits: Mapping[str, list[Visit]]) -> list[OfficeRow]:
    """Offices without a name that look like another one, with the number of the case they belong to."""
    alike = Counter(_looks(row) for row in rows)
    cases = {row.office.id: visits[row.office.id][0].case for row in rows if alike[_looks(row)] > 1 and row.visits}
    numbers = {case.id: case.number for case in reader.all(Case, id=set(cases.values()))} if cases else {}
    return [replace(row, only_in=numbers.get(cases.get(row.office.id, CaseId("")), "")) for row in rows]


def _looks(row: OfficeRow) -> tuple[str, str, str]:
    return row.name.zh, row.office.city, row.office.district


def fitting(rows: Iterable[OfficeRow], typed: str) -> tuple[OfficeRow, ...]:
    """Those in whose names, place or kind each word that is typed stands."""
    wanted = [search_form(word) for word in typed.split()]
    return tuple(row for row in rows if all(word in row.searched for word in wanted))


def _row(office: Office, visits: list[Visit]) -> OfficeRow:
    return OfficeRow(
        office,
        say_office(office),
        len(visits),
        len({visit.case for visit in visits}),
        max((visit.day for visit in visits if visit.day), key=lambda day: day.latest, default=None),
        _searched(office),
    )


def _searched(office: Office) -> str:
    city, kind = city_name(office.city), label(office.kind)
    words = (
        office.name_zh, office.name_en, office.city, city.zh, city.en, office.district, kind,
        catalogue("zh_CN").gettext(kind),
    )  # fmt: skip
    return search_form(" ".join(words))


def office_shown(session: Session, office_id: str, on: date, progress: Progress | None = None) -> OfficeShown:
    """Everything the casebook knows of an office up to a day. Raises :class:`BadInput` for one it does not know."""
    with session.read() as reader:
        office = reader.get(Office, office_id)
        if office is None or office.kind.private:
            raise BadInput(N_("This office is no longer in the casebook. Look at the list of offices again."))
        visits = (*reader.all(Visit, office=office_id), *reader.all(Visit, referred_to=office_id))
        files = tuple(reader.case_files(dict.fromkeys(visit.case for visit in visits)))
    known = {identity: entry for file in files for identity, entry in file.offices.items()} | {office.id: office}
    history = office_history(files, office.id, on)
    referrals = office_referrals(files, office.id, on)
    found = respondent(office.kind, on)
    return OfficeShown(
        office=office,
        name=say_office(office),
        hotlines=_hotlines(session, office),
        respondent=say_respondent(found),
        instead=tuple(_instead(office, [topic.service for topic in history.topics], on)),
        history=history,
        asked_for=tuple((_asked(paper.paper), count) for paper, count in history.asked_for.items()),
        patterns=_patterns(files, history, office.id, on, progress),
        referrals=referrals,
        loops=(
            *(LoopShown(say_loop(one.loop, known), len(one.cases), one.visits, one.days) for one in referrals.loops),
            *(LoopShown(_trapped(one.trap, known), len(one.cases), one.visits, one.days) for one in referrals.traps),
        ),
        worked=tuple(_worked(files, office.id, on)),
        names={identity: say_office(entry) for identity, entry in known.items()},
    )


def _trapped(trap: Trap, known: Mapping[OfficeId, Office]) -> Both:
    return say_trap(trap.here, trap.elsewhere, len(trap.visits), trap.days, known)


def _asked(paper: str) -> Both:
    if paper:
        return say_paper(paper)
    return Both(catalogue("zh_CN").gettext(OTHER_WORDS), catalogue("en").gettext(OTHER_WORDS))


def _hotlines(session: Session, office: Office) -> tuple[tuple[Both, str], ...]:
    """What the rules of the city name as this very office, else the bodies of its kind, with their hotlines."""
    pack = session.pack(office.city)
    listed = [entry for entry in pack.offices if entry.hotline] if pack else []
    placed = [(entry, office_of_rules(entry, office.city, office.district)) for entry in listed]
    chosen = [entry for entry, made in placed if made.id == office.id] or [
        entry for entry, made in placed if made.kind is office.kind
    ]
    return tuple((Both(entry.name.zh, entry.name.en), entry.hotline) for entry in chosen if entry.hotline)


def _instead(office: Office, services: list[Service], on: date) -> Iterable[tuple[Service, Both]]:
    for service in services:
        organ = respondent(office.kind, on, service).duty_organ
        if organ is not None:
            yield service, say_duty_organ(organ)


def _patterns(
    files: tuple[CaseFile, ...], history: OfficeHistory, office: OfficeId, on: date,
    progress: Progress | None,
) -> tuple[PatternOverTime, ...]:  # fmt: skip
    """Patterns that rest on a visit here, or were noted in a case that came here; rejected ones are not counted."""
    monthly = any(span.month for span in history.over_time)
    cases: Counter[str] = Counter()
    spans: dict[str, Counter[Span]] = {}
    for done, file in enumerate(files):
        if progress:
            progress.step(done, len(files))
        came = [visit for visit in file.visits_in_order() if visit.office == office and _past(visit, on)]
        here = {visit.id: visit for visit in came}
        for pattern, first in _of_case(file, here, on).items():
            cases[pattern] += 1
            if span := period_of(first.day if first else None, monthly=monthly):
                spans.setdefault(pattern, Counter())[span] += 1
    return tuple(
        PatternOverTime(say_pattern(pattern), count, dict(sorted(spans.get(pattern, {}).items())))
        for pattern, count in cases.most_common()
    )


def _of_case(file: CaseFile, here: Mapping[VisitId, Visit], on: date) -> dict[str, Visit | None]:
    if not here:
        return {}
    rejected = {mark.pattern for mark in file.marks if mark.mark is Mark.REJECTED}
    noted = {mark.pattern for mark in file.marks if mark.mark is Mark.CODED}
    found: dict[str, Visit | None] = dict.fromkeys(noted, next(iter(here.values())))
    for entry in derive(file, file.judged_on(on), judged(file, on)):
        at = next((here[visit] for visit in here if visit in entry.records.visits), None)
        if at is not None:
            found[entry.pattern.value] = at
    return {pattern: first for pattern, first in found.items() if pattern not in rejected}


def _worked(files: Iterable[CaseFile], office: OfficeId, on: date) -> Iterable[Worked]:
    for file in files:
        taken = any(
            visit.office == office and visit.answer is Answer.ACCEPTED and _past(visit, on) for visit in file.visits
        )
        if taken and file.case.step_that_worked.strip():
            yield Worked(file.case.id, file.case.number, file.case.step_that_worked.strip())


def _past(visit: Visit, on: date) -> bool:
    return visit.day is None or visit.day.earliest <= on
