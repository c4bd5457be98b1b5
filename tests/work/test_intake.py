"""Intake: five questions first, almost everything optional, and what cannot be is asked back."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from caseapp.domain.cases import KeyDayKind, Role, Service
from caseapp.domain.consent import Purpose
from caseapp.domain.days import ImpreciseDay
from caseapp.errors import BadInput
from caseapp.work.cases import case_file, case_rows
from caseapp.work.enquiries import Enquiry, enquiries, enquiry_to_case, form_from, save_enquiry
from caseapp.work.enquiries import problems as enquiry_problems
from caseapp.work.intake import IntakeForm, NoDay, begin_case, problems, running_periods

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))
TODAY = NOW.date()
LEAST = {"client_nickname": "老李", "consent_keep": True}


def fields(**more):
    return [(problem.field, problem.asked) for problem in problems(IntakeForm(**{**LEAST, **more}), TODAY)]


def test_a_nickname_and_consent_are_enough_to_begin(session):
    case = begin_case(session, IntakeForm(**LEAST), NOW)
    row = case_rows(session)[0]
    assert (row.id, row.client, row.number) == (case, "老李", "2026-A001")


def test_everything_asked_is_kept_in_one_entry(session):
    before = session.casebook.sequence
    form = IntakeForm(
        five={KeyDayKind.PAPER_RECEIVED: ImpreciseDay.on(date(2026, 11, 1)), KeyDayKind.INJURED: NoDay.DID_NOT_HAPPEN},
        city="beijing", service=Service.COMPULSORY_EDUCATION, client_name="欧阳龘梅", child_name="欧阳𠮷",
        child_born=ImpreciseDay.year(2019), applicant_is_child=True, story="...", consent_keep=True, consent_contact=True,
    )  # fmt: skip
    file = case_file(session, begin_case(session, form, NOW))
    assert session.casebook.sequence == before + 1
    assert file.in_role(Role.APPLICANT).name == "欧阳𠮷"
    assert file.in_role(Role.STATUTORY_REPRESENTATIVE).name == "欧阳龘梅"
    assert file.key_day(KeyDayKind.INJURED).none
    assert file.key_day(KeyDayKind.LEFT_JOB) is None
    assert file.consents_to(Purpose.KEEP_CASE, TODAY) and file.consents_to(Purpose.CONTACT, TODAY)


def test_without_a_name_or_consent_it_does_not_begin(session):
    assert ("client_name", False) in fields(client_nickname=" ")
    with pytest.raises(BadInput, match="enquiry"):
        begin_case(session, IntakeForm(client_nickname="老李"), NOW)
    assert case_rows(session) == ()


@pytest.mark.parametrize("name", ["李\u202e明", "李" * 121, "李\x00", "\ud800"])
def test_a_name_that_cannot_be_kept_names_its_field(name):
    assert ("client_name", False) in fields(client_name=name)


@pytest.mark.parametrize("name", ["李", "张三2", "O'Brien-Nuñez", "null", "<b>", "'; DROP TABLE", "合计", "ئۇيغۇر"])
def test_a_name_people_have_is_kept(session, name):
    begin_case(session, IntakeForm(client_name=name, consent_keep=True), NOW)
    assert case_rows(session)[0].client == name


def test_days_that_cannot_be_are_refused_and_unlikely_ones_asked():
    future = ImpreciseDay.on(date(2027, 1, 1))
    assert ("injured", False) in fields(five={KeyDayKind.INJURED: future})
    assert fields(five={KeyDayKind.REGISTRATION_CLOSES: future}) == []
    assert ("child_born", False) in fields(child_born=future)
    assert ("useful_until", True) in fields(useful_until=date(2026, 1, 1))
    assert ("child_born", True) in fields(applicant_is_child=True, child_born=ImpreciseDay.year(2000))


def test_the_day_registration_closes_is_the_day_help_must_come_by(session):
    five = {KeyDayKind.REGISTRATION_CLOSES: ImpreciseDay.on(date(2026, 12, 1))}
    case = begin_case(session, IntakeForm(five=five, **LEAST), NOW)
    assert case_file(session, case).case.useful_until == date(2026, 12, 1)


def test_a_day_inside_a_running_period_shows_at_once():
    running = running_periods({KeyDayKind.PAPER_RECEIVED: ImpreciseDay.on(date(2026, 11, 1))}, TODAY)
    assert running and running[0].question is KeyDayKind.PAPER_RECEIVED
    assert running_periods({KeyDayKind.PAPER_RECEIVED: NoDay.DID_NOT_HAPPEN}, TODAY) == ()


@pytest.mark.parametrize(
    "text", ["张先生13800138000问", "打 138 0013 8000", "１３８００１３８０００", "号码110105 19491231 002x"]
)
def test_a_number_in_an_enquiry_is_asked_about_because_it_names_somebody(text):
    asked = Enquiry("", TODAY, "beijing", Service.PENSION, "哪里转移养老保险？打12345还是010-12345678？", text)
    assert [(problem.field, problem.asked) for problem in enquiry_problems(asked)] == [("answer", True)]
    assert [problem.asked for problem in enquiry_problems(Enquiry("", TODAY, question=" "))] == [False]


def test_an_enquiry_has_no_name_until_it_becomes_a_case(session):
    enquiry = Enquiry("", TODAY, "beijing", Service.PENSION, "哪里转移养老保险？")
    identity = save_enquiry(session, enquiry, NOW)
    case = enquiry_to_case(session, identity, IntakeForm(service=form_from(enquiry).service, **LEAST), NOW)
    assert enquiries(session)[0].became == case
    assert case_file(session, case).case.service is Service.PENSION
