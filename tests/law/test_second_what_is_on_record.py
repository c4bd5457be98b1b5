"""What a case's records mean for its remedies, where a small slip would cost a client a day or a way."""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Party, Role, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.facts import Fact
from caseapp.domain.ids import CaseId, FactId, LetterId, OfficeId, PartyId, PersonId, VisitId
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import Level, Office, OfficeKind
from caseapp.domain.people import Person
from caseapp.domain.visits import Answer, Channel, Visit
from caseapp.law.avenues import Why
from caseapp.law.derive import derive
from caseapp.law.duties import Matter, duties
from caseapp.law.first_step import FirstStepKind
from caseapp.law.ladder import ladder
from caseapp.law.of_case import situation_of
from caseapp.law.respondents import duty_organs
from caseapp.law.situation import Contact, Situation, WrittenAct
from caseapp.law.triggers import Event, Trigger

ON, K, S = date(2026, 6, 20), OfficeKind, Service
ME = PersonId("me")
OFFICES = {OfficeId(kind.value): Office(OfficeId(kind.value), kind) for kind in OfficeKind}

ORGANS = {
    S.COMPULSORY_EDUCATION: (K.EDUCATION_BUREAU, Level.DISTRICT),  # Compulsory Education Law art. 7(2)
    S.SENIOR_SECONDARY_EXAM: (K.EDUCATION_BUREAU, Level.CITY),
    S.COLLEGE_ENTRANCE_EXAM: (K.EDUCATION_BUREAU, Level.PROVINCE),
    S.RESIDENCE_PERMIT: (K.POLICE_STATION, Level.DISTRICT),  # Permit Regulations art. 8
    S.HEALTH_INSURANCE: (K.HEALTHCARE_SECURITY, Level.DISTRICT),
    S.PENSION: (K.SOCIAL_INSURANCE_AGENCY, Level.DISTRICT),  # Social Insurance Law art. 8
    S.UNEMPLOYMENT: (K.SOCIAL_INSURANCE_AGENCY, Level.DISTRICT),  # art. 50(2): the agency pays the benefit
    S.WORK_INJURY: (K.HRSS_BUREAU, Level.DISTRICT),  # Work Injury Regulations art. 17: the administrative department
    S.SOCIAL_ASSISTANCE: (K.STREET_OFFICE, Level.STREET),
    S.PUBLIC_HOUSING: (K.HOUSING_BUREAU, Level.DISTRICT),
    S.EMPLOYMENT_SERVICE: (K.HRSS_BUREAU, Level.DISTRICT),
}


def case(service: Service, **records) -> CaseFile:
    return CaseFile(Case(CaseId("c"), "1", date(2026, 6, 1), service=service), offices=OFFICES, **records)


@pytest.mark.parametrize("service", ORGANS)
def test_the_organ_an_application_goes_to(service):
    organ = duty_organs()[service]
    assert (organ.office, organ.level) == ORGANS[service]


def test_a_review_that_was_asked_for_and_met_with_silence_is_what_the_case_is_about():
    asked = Visit(VisitId("v"), CaseId("c"), OfficeId("government"), 1, asked="申请行政复议", answer=Answer.NO_ANSWER)
    assert [duty.matter for duty in duties(case(S.PENSION, visits=(asked,)), ON)] == [Matter.REVIEW]


def test_nobody_applies_again_while_the_application_waits():
    refused = Contact(date(2026, 6, 1), K.SCHOOL, Answer.REFUSED)
    waiting = Situation(S.COMPULSORY_EDUCATION, ON, (refused,), application_received=date(2026, 6, 15))
    assert ladder(waiting).first_step.kind is FirstStepKind.PROMPT_CARD


@pytest.mark.parametrize(("channel", "why"), [(Channel.PHONE, Why.NO_ACT), (Channel.COUNTER, Why.FORM_UNKNOWN)])
def test_what_was_said_over_the_telephone_is_no_paper(channel, why):
    """Interpretation 2018 art. 1(2)(10): information, no act; at a counter a paper may have been handed over."""
    refused = Visit(
        VisitId("v"), CaseId("c"), OfficeId("police_station"), 1, ImpreciseDay.on(date(2026, 6, 8)), channel=channel,
        answer=Answer.REFUSED,
    )  # fmt: skip
    found = ladder(situation_of(case(S.RESIDENCE_PERMIT, visits=(refused,)), ON))
    assert next(way.why for way in found.avenues if way.procedure == "admin_reconsideration") is why


@pytest.mark.parametrize("receipt", ["", "EMS 1234567890123"])
def test_only_a_receipt_that_was_kept_proves_the_application(receipt):
    letter = Letter(LetterId("l"), CaseId("c"), "service_application", received_on=date(2026, 6, 15), receipt=receipt)
    assert situation_of(case(S.RESIDENCE_PERMIT, letters=(letter,)), ON).application_proved is bool(receipt)


@pytest.mark.parametrize(("born", "minor"), [(date(2008, 6, 20), False), (date(2008, 6, 21), True)])
def test_on_the_eighteenth_birthday_one_is_of_age(born, minor):
    """Civil Code art. 17."""
    person = Person(ME, born=ImpreciseDay.on(born))
    party = Party(PartyId("p"), CaseId("c"), ME, Role.APPLICANT)
    assert situation_of(case(S.COMPULSORY_EDUCATION, people=(person,), parties=(party,)), ON).minor is minor


@pytest.mark.parametrize(("status", "owed"), [("employee", True), ("flexible", False), (None, False)])
def test_premiums_are_owed_only_where_somebody_works_for_an_employer(status, owed):
    told = {"social_insurance_current": "false"} | ({"employment_status": status} if status else {})
    facts = tuple(Fact(FactId(key), ME, key, value, date(2026, 1, 1)) for key, value in told.items())
    assert situation_of(case(S.PENSION, facts=facts), ON).premiums_unpaid is owed


def test_of_two_papers_the_one_that_ends_first_is_shown():
    """8 June 2026: 22 + 31 + 7 = 7 August; 15 June would leave 14 August."""
    acts = tuple(WrittenAct(K.POLICE_STATION, None, day) for day in (date(2026, 6, 15), date(2026, 6, 8)))
    found = ladder(Situation(S.RESIDENCE_PERMIT, ON, acts=acts))
    assert next(way.last_day for way in found.avenues if way.procedure == "admin_reconsideration") == date(2026, 8, 7)


def test_an_obstacle_from_before_the_act_gives_back_only_the_days_of_the_period():
    """1 March 2026 and 60 days: 30 April. Ill from 20 February to 11 March: ten days lost, not nineteen: Sunday 10 May."""
    known = [
        Event(Trigger.KNEW_OF_ACT, date(2026, 3, 1), told=True),
        Event(Trigger.OBSTACLE_BEGAN, date(2026, 2, 20)), Event(Trigger.OBSTACLE_ENDED, date(2026, 3, 11)),
    ]  # fmt: skip
    (found,) = (one for one in derive(known, "admin_reconsideration", on=date(2026, 3, 12)) if one.id == "recon-apply")
    assert (found.safe_last_day, found.arguable_until) == (date(2026, 4, 30), date(2026, 5, 11))
