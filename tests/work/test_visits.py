"""Visits keep the order in which they happened, and what cannot be is asked back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.errors import BadInput
from caseapp.work.cases import case_file
from caseapp.work.visits import (
    DemandForm,
    VisitForm,
    WrittenAnswerForm,
    complete_office,
    delete_visit,
    edit_visit,
    form_of,
    keep_office,
    new_office,
    office_choices,
    problems,
    record_visit,
    referral_chain,
)

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def school(session, case):
    return new_office(session, OfficeKind.SCHOOL, "某区第一小学", case, NOW)


@pytest.fixture
def street(session, case):
    return new_office(session, OfficeKind.STREET_OFFICE, "某街道办事处", case, NOW)


def on(day):
    return ImpreciseDay.on(date.fromisoformat(day))


def test_a_visit_keeps_papers_asked_for_and_the_paper_received(session, case, school):
    form = VisitForm(
        school.id, on("2026-11-02"), answer=Answer.REFUSED, words="不行", fee_asked_yuan="1.2万", hours_lost="两个小时",
        demands=(DemandForm("proof_of_address"), DemandForm(words="老家的证明")),
        written_answer=WrittenAnswerForm("告知书", dated=date(2026, 11, 2), received=date(2026, 11, 5)),
    )  # fmt: skip
    visit = record_visit(session, case, form, NOW)
    file = case_file(session, case)
    kept = file.visits[0]
    assert (kept.fee_asked_yuan, kept.hours_lost, kept.written) == ("12000", "2", True)
    assert [demand.paper or demand.words for demand in file.demands_at(visit)] == ["proof_of_address", "老家的证明"]
    assert (file.written_answers[0].office, file.written_answers[0].received) == (school.id, date(2026, 11, 5))


def test_three_visits_show_a_loop(session, case, school, street):
    for day, here, there in (("2026-11-02", school, street), ("2026-11-03", street, school)):
        record_visit(session, case, VisitForm(here.id, on(day), answer=Answer.REFERRED, referred_to=there.id), NOW)
    chain = referral_chain(case_file(session, case))
    assert [loop.offices for loop in chain.loops] == [(school.id, street.id)]
    assert set(chain.offices) >= {school.id, street.id}


def test_a_visit_remembered_later_takes_its_place_in_time(session, case, school, street):
    for day in ("2026-11-02", "2026-11-10"):
        record_visit(session, case, VisitForm(school.id, on(day)), NOW)
    record_visit(session, case, VisitForm(street.id, on("2026-11-05")), NOW)
    record_visit(session, case, VisitForm(street.id), NOW)
    days = [str(visit.day) for visit in case_file(session, case).visits_in_order()]
    assert days == ["2026-11-02", "2026-11-05", "2026-11-10", "None"]


def test_a_visit_without_a_day_stands_where_the_client_says_and_keeps_its_place(session, case, school, street):
    first, last = (record_visit(session, case, VisitForm(school.id, on(day)), NOW) for day in ("2026-05-14", "2026-05-20"))
    between = record_visit(session, case, VisitForm(street.id, before=last), NOW)

    def order():
        return [visit.id for visit in case_file(session, case).visits_in_order()]

    assert order() == [first, between, last]
    for day in (ImpreciseDay.month(2026, 5), on("2026-05-18"), None):
        edit_visit(session, case, between, replace(form_of(case_file(session, case), between), day=day), NOW)
        assert order() == ([first, between, last] if day else [first, last, between])
    known = replace(form_of(case_file(session, case), between), day=on("2026-06-01"), before=first)
    with pytest.raises(BadInput, match="does not belong there"):
        edit_visit(session, case, between, known, NOW)


def test_a_correction_keeps_what_was_not_touched_and_takes_out_what_was(session, case, school):
    form = VisitForm(school.id, on("2026-11-02"), demands=(DemandForm("proof_of_address"), DemandForm("id_card")))
    visit = record_visit(session, case, form, NOW)
    shown = form_of(case_file(session, case), visit)
    edit_visit(session, case, visit, replace(shown, words="再等等", demands=shown.demands[:1]), NOW)
    file = case_file(session, case)
    assert file.visits[0].words == "再等等"
    assert [(demand.id, demand.paper) for demand in file.demands] == [(shown.demands[0].id, "proof_of_address")]
    assert form_of(file, visit) == replace(shown, words="再等等", demands=shown.demands[:1])


def test_a_visit_taken_out_is_gone_and_cannot_be_corrected(session, case, school):
    visit = record_visit(session, case, VisitForm(school.id), NOW)
    delete_visit(session, visit, NOW)
    assert case_file(session, case).visits == ()
    with pytest.raises(BadInput):
        edit_visit(session, case, visit, VisitForm(school.id), NOW)


@pytest.mark.parametrize(
    ("form", "field", "asked"),
    [
        (VisitForm(None), "office", False),
        (VisitForm("a", on("2026-12-01")), "day", False),
        (VisitForm("a", on("1000-01-01")), "day", False),
        (VisitForm("a", on("1999-01-01")), "day", True),
        (VisitForm("a", time_from="10:30", time_to="9:15"), "time_to", False),
        (VisitForm("a", time_from="25"), "time_from", False),
        (VisitForm("a", fee_asked_yuan="1e9"), "fee_asked_yuan", False),
        (VisitForm("a", hours_lost="半天"), "hours_lost", False),
        (VisitForm("a", hours_lost="25小时"), "hours_lost", True),
        (VisitForm("a", money_lost_yuan="12万"), "money_lost_yuan", True),
        (VisitForm("a", answer=Answer.REFERRED), "referred_to", True),
        (VisitForm("a", answer=Answer.REFERRED, referred_to="a"), "referred_to", False),
        (VisitForm("a", written_answer=WrittenAnswerForm(received=date(2027, 1, 1))), "received", False),
        (VisitForm("a", written_answer=WrittenAnswerForm(dated=date(2026, 5, 2), received=date(2026, 5, 1))), "received",
         True),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_what_is_unlikely_is_asked(form, field, asked):
    found = problems(form, None, NOW.date())
    assert [(problem.field, problem.asked) for problem in found] == [(field, asked)]


def test_a_visit_before_the_applicants_birth_is_refused(session, case, school):
    from caseapp.domain.cases import Role
    from caseapp.work.people import save_person

    child = case_file(session, case).in_role(Role.APPLICANT)
    save_person(session, replace(child, born=ImpreciseDay.year(2019)), NOW)
    with pytest.raises(BadInput, match="born"):
        record_visit(session, case, VisitForm(school.id, on("2018-05-01")), NOW)
    assert case_file(session, case).visits == ()


def test_offices_met_before_come_first_then_those_the_rules_name(session, case, school, street):
    record_visit(session, case, VisitForm(street.id, on("2026-11-02")), NOW)
    choices = office_choices(session, case, "")
    assert choices[0].id == street.id
    assert {office.kind for office in choices} >= {OfficeKind.EDUCATION_BUREAU, OfficeKind.SCHOOL}
    assert [office.id for office in office_choices(session, case, "第一小学")] == [school.id]


def test_an_office_only_offered_is_kept_once_a_visit_speaks_of_it(session, case):
    bureau = next(o for o in office_choices(session, case, "") if o.kind is OfficeKind.EDUCATION_BUREAU)
    record_visit(session, case, VisitForm(bureau.id, on("2026-11-02")), NOW)
    assert case_file(session, case).office(bureau.id) == bureau


def test_an_office_becomes_an_addressee_once_name_and_address_are_known(session, case, school):
    assert not complete_office(session, replace(school, address=""), NOW).ready_for_letters()
    assert complete_office(session, replace(school, address="某路1号"), NOW).ready_for_letters()


def test_the_same_school_typed_twice_is_one_office(session, case, school):
    assert new_office(session, OfficeKind.SCHOOL, "某区第一小学", case, NOW).id == school.id


def test_an_office_the_rules_name_is_kept_once_and_never_overwritten(session, case):
    bureau = next(o for o in office_choices(session, case, "") if o.kind is OfficeKind.EDUCATION_BUREAU)
    assert keep_office(session, bureau, NOW) == bureau
    complete = complete_office(session, replace(bureau, name_zh="某区教育委员会", address="某路2号"), NOW)
    assert keep_office(session, bureau, NOW) == complete
