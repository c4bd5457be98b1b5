"""How practice and text part, in one case and shared by several: an old rule newly used, a repealed one still applied."""

from __future__ import annotations

from datetime import date

from caseapp.claims.bases import Basis
from caseapp.domain.cases import Case, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.work.cases import case_file
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.patterns import case_patterns, group_patterns
from caseapp.work.practice import Practice, first_used
from caseapp.work.visits import VisitForm, new_office, record_visit
from tests.work.conftest import NOW

ON = NOW.date()
CITED = {"rule_title": "国务院的文件", "rule_number": "国发[2016]40号"}


def family(session, name: str) -> str:
    form = IntakeForm(
        city="beijing", district="某区", service=Service.COMPULSORY_EDUCATION, client_nickname=name, consent_keep=True
    )
    return begin_case(session, form, NOW)


def visit(session, case, office, day, answer=Answer.REFUSED, **more):
    record_visit(session, case, VisitForm(office.id, ImpreciseDay.on(date.fromisoformat(day)), answer=answer, **more), NOW)


def shared(session):
    return {one.group.key.pattern: one for one in group_patterns(session, ON) if one.group.basis is Basis.SHIFT}


def test_an_old_rule_newly_used_is_a_pattern_of_the_case_and_of_all_who_met_it(session, case):
    school = new_office(session, OfficeKind.SCHOOL, "某区第一小学", case, NOW)
    visit(session, family(session, "甲"), school, "2025-06-01", Answer.ACCEPTED)
    visit(session, case, school, "2026-06-01", **CITED)
    assert shared(session) == {}  # one family is no pattern of several
    other = family(session, "乙")
    visit(session, other, school, "2026-06-20", **CITED)
    for one in (case, other):
        (found,) = [entry for entry in case_patterns(session, one, ON) if entry.pattern == "dormant_rule"]
        assert "2026年6月1日第一次拿出来用" in found.why[0].zh and "2025年6月1日" in found.why[1].zh
    group = shared(session)["first_used"]
    assert set(group.group.cases) == {case, other}
    assert "旧规从严" in group.sentence.zh and "某区第一小学" in group.sentence.zh
    assert "first used there on 1 June 2026" in group.why[other][0].en
    every = [case_file(session, one) for one in (case, other)]
    assert [one.seen_on for one in first_used(session, every[1], ON)] == [date(2026, 6, 1)]


def test_without_an_earlier_acceptance_nothing_is_said_of_the_office(session, case):
    school = new_office(session, OfficeKind.SCHOOL, "某区第二小学", case, NOW)
    visit(session, case, school, "2026-06-01", **CITED)
    assert first_used(session, case_file(session, case), ON) == ()
    assert Practice([case_file(session, case)]).shifts(case_file(session, case), ON) == ()


def test_all_cases_at_once_show_what_each_shows_by_itself(session, case):
    """The gathered history leaves out what cannot change an answer; the answers are those of the whole casebook."""
    school = new_office(session, OfficeKind.SCHOOL, "某区第三小学", case, NOW)
    visit(session, family(session, "甲"), school, "2025-06-01", Answer.ACCEPTED)
    visit(session, family(session, "乙"), school, "2026-03-01", **CITED)
    visit(session, case, school, "2026-06-01", **CITED)
    with session.read() as reader:
        files = list(reader.case_files([one.id for one in reader.all(Case)]))
    gathered = Practice(files).shifts(case_file(session, case), ON)
    (used,) = first_used(session, case_file(session, case), ON)
    assert used.seen_on == date(2026, 3, 1)
    assert [one.seen_on for one in gathered if one.shift.value == "first_used"] == [used.seen_on]
