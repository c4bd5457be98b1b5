"""Every procedure the law files hold stands on the ladder of the cases it can serve, or there is a reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.avenues import Status
from caseapp.law.duties import Matter
from caseapp.law.ladder import ladder
from caseapp.law.library import procedures
from caseapp.law.situation import Contact, Situation, WrittenAct
from caseapp.letters.say.ladder_card import GIVES, HOLDS, PROOF, SERVICE, WHO, say_avenue_card

ON = date(2026, 9, 1)
ON_NO_LADDER = {
    "pipl_request": "binds the organisation itself: what a client may ask of it",
    "licence_application": "none of the services asked for is a licence",
}


def _situations() -> Iterator[Situation]:
    for service in Service:
        yield Situation(service, ON, minor=True)
        yield Situation(service, date(2023, 9, 1))
    yield Situation(Service.OTHER, ON, matter=Matter.NOBODY_KNOWN)
    yield Situation(Service.COMPULSORY_EDUCATION, ON, carried_out=date(2026, 9, 10))
    award = Contact(date(2026, 6, 1), OfficeKind.LABOUR_ARBITRATION, Answer.ACCEPTED, True)
    yield Situation(Service.LABOUR, ON, (award,))


def test_every_procedure_is_offered_somewhere_or_there_is_a_reason_why_not():
    offered = set()
    for situation in _situations():
        for avenue in ladder(situation).avenues:
            offered |= {avenue.procedure, avenue.particular} - {""}
    assert offered | ON_NO_LADDER.keys() == set(procedures()) and not offered & ON_NO_LADDER.keys()


@pytest.mark.parametrize(
    ("service", "before", "since", "way"),
    [
        (Service.LABOUR, date(2020, 4, 30), date(2020, 5, 1), "wage_arrears_complaint"),
        (Service.HEALTH_INSURANCE, date(2021, 11, 30), date(2021, 12, 1), "medical_transfer"),
        (Service.HEALTH_INSURANCE, date(2023, 11, 30), date(2023, 12, 1), "off_site_medical"),
    ],
)
def test_no_way_is_offered_before_its_rule_stood(service: Service, before: date, since: date, way: str):
    on_days = [{a.procedure for a in ladder(Situation(service, day)).avenues} for day in (before, since)]
    assert [way in offered for offered in on_days] == [False, True]


def test_an_appraisal_waits_for_the_recognition():
    found = next(
        a for a in ladder(Situation(Service.WORK_INJURY, ON)).avenues if a.procedure == "labour_capacity_appraisal"
    )
    assert (found.status, found.needs) == (Status.NEEDS_FIRST, "work_injury_recognition")


def test_the_application_says_what_its_service_asks_for():
    application = ladder(Situation(Service.RESIDENCE_PERMIT, ON)).avenues[0]
    said = say_avenue_card(application, ON)
    assert [text.zh for label, text in said if label == SERVICE] == [procedures()["residence_permit_application"].name[0]]
    assert any("居住地住址证明" in text.zh for label, text in said if label == HOLDS)
    act = WrittenAct(OfficeKind.POLICE_STATION, None, date(2026, 8, 3))
    review = ladder(replace(Situation(Service.RESIDENCE_PERMIT, ON), acts=(act,))).avenues[1]
    assert {WHO, HOLDS, PROOF, GIVES} <= {label for label, _ in say_avenue_card(review, ON)}
