"""Who may be answerable for each refusal: ranked, with what shows it and what speaks against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.attribution.answerable import refusals
from caseapp.attribution.named import Against, Body, Doubt, Names, Refusal, RuleOffice
from caseapp.attribution.precedents import Precedent
from caseapp.attribution.private import private_parties
from caseapp.domain.cases import Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.ids import CaseId, DemandId, DocumentId, OfficeId, VisitId
from caseapp.domain.offices import Level, Office, OfficeKind
from caseapp.domain.visits import Answer, Demand, Grounds
from caseapp.law.deadline import Confidence
from caseapp.law.respondents import Standing
from tests.attribution.cases_by_hand import CITY, DISTRICT, case_of, office, visit

ON = date(2026, 9, 5)
JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)
STREET_RULE = RuleOffice("rule-2026", office("street"), date(2026, 1, 1), None, Confidence.MEDIUM)


def named(refusal: Refusal) -> list[tuple[str, list[str]]]:
    return [(body.office.kind.value, [ground.names.value for ground in body.grounds]) for body in refusal.bodies]


def body(refusal: Refusal, word: str) -> Body:
    return next(found for found in refusal.bodies if found.office.id == office(word).id)


def test_statute_stands_before_the_rule_and_the_rule_before_words() -> None:
    file = case_of(
        visit(1, "school", Answer.REFERRED, JUNE, "hotline"), visit(2, "school", Answer.REFERRED, JUNE, "police")
    )
    (first, _second) = refusals(file, ON, [STREET_RULE])
    assert named(first) == [
        ("education_bureau", ["statute"]),
        ("street_office", ["programme"]),
        ("police_station", ["own_words"]),
        ("hotline", ["own_words"]),  # decides nothing: last, whatever names it
    ]
    assert body(first, "bureau").grounds[0].provisions[0] == "edu-migrant-children"
    assert body(first, "street").grounds[0].programme == "rule-2026"
    assert body(first, "police").grounds[0].visits == ("v2",)


def test_what_can_never_be_respondent_stands_last_even_if_a_rule_names_it() -> None:
    hotline = RuleOffice("rule-2026", office("hotline"), date(2026, 1, 1), None, Confidence.HIGH)
    (found,) = refusals(case_of(visit(1, "school", Answer.REFERRED, JUNE, "police")), ON, [hotline])
    assert [kind for kind, _grounds in named(found)] == ["education_bureau", "police_station", "hotline"]
    assert Against(Doubt.NO_ORGAN) in body(found, "hotline").against


def test_the_one_that_turned_away_stands_apart_from_the_one_with_the_duty() -> None:
    file = case_of(visit(1, "school", Answer.REFUSED, JUNE), visit(2, "bureau", Answer.REFUSED, JULY))
    school, bureau = refusals(file, ON)
    assert (school.office, school.standing) == (office("school").id, Standing.DISPUTED)
    assert not body(school, "bureau").turned_away
    assert body(bureau, "bureau").turned_away and body(bureau, "bureau").has_the_duty


def test_a_rule_of_another_day_names_nobody() -> None:
    later = RuleOffice("rule-2027", office("street"), date(2026, 6, 2), None, Confidence.HIGH)
    file = case_of(visit(1, "school", Answer.REFUSED, JUNE), visit(2, "school", Answer.REFUSED, JULY))
    before, after = refusals(file, ON, [later])
    assert named(before) == [("education_bureau", ["statute"])]
    assert ("street_office", ["programme"]) in named(after)


def test_what_an_office_said_of_itself_speaks_against_it() -> None:
    file = case_of(
        visit(1, "bureau", Answer.REFUSED, JUNE, grounds=Grounds.NOT_COMPETENT),
        visit(2, "bureau", Answer.REFERRED, JULY, "street"),
        visit(3, "school", Answer.REFUSED, JULY),
    )
    against = body(refusals(file, ON)[-1], "bureau").against
    assert Against(Doubt.SAYS_NOT_COMPETENT, VisitId("v1")) in against
    assert Against(Doubt.SENT_ON, VisitId("v2"), office("street").id) in against


@pytest.mark.parametrize(("written", "doubted"), [(None, True), (False, True), (True, False)])
def test_words_that_were_only_spoken_are_doubted(written: bool | None, doubted: bool) -> None:
    (found,) = refusals(case_of(visit(1, "school", Answer.REFERRED, JUNE, "street", written=written)), ON)
    assert (Against(Doubt.ONLY_SPOKEN, VisitId("v1")) in body(found, "street").against) is doubted


def accepted(number: int, at: str, day: date) -> Precedent:
    return Precedent(CaseId("other"), VisitId(f"o{number}"), office(at).id, ImpreciseDay.on(day), Answer.ACCEPTED)


def test_an_office_that_took_it_on_before_is_named_by_that_and_only_before() -> None:
    file = case_of(visit(1, "school", Answer.REFUSED, JUNE))
    (found,) = refusals(file, ON, (), [accepted(1, "school", date(2026, 3, 1)), accepted(2, "school", JUNE)])
    ground = body(found, "school").grounds[0]
    assert (ground.names, ground.visits, ground.cases) == (Names.ACCEPTED_BEFORE, ("o1",), ("other",))
    assert Against(Doubt.ORGAN_DISPUTED) in body(found, "school").against
    (none,) = refusals(file, ON, (), [accepted(1, "police", date(2026, 3, 1))])
    assert [entry.office.kind for entry in none.bodies] == [OfficeKind.EDUCATION_BUREAU]


def test_an_acceptance_under_another_rule_is_doubted() -> None:
    file = case_of(visit(1, "street", Answer.REFUSED, JUNE))
    before, after = accepted(1, "street", date(2025, 3, 1)), accepted(2, "street", date(2026, 3, 1))
    doubt = Against(Doubt.OTHER_RULE_THEN, VisitId("o1"))
    assert doubt in body(refusals(file, ON, [STREET_RULE], [before])[0], "street").against
    assert doubt not in body(refusals(file, ON, [STREET_RULE], [before, after])[0], "street").against


def test_an_office_that_acts_for_another_names_it() -> None:
    station, police = office("station", acts_for=office("police").id), office("police")
    (found,) = refusals(case_of(visit(1, "station", Answer.REFUSED, JUNE), offices=(station, police)), ON)
    assert body(found, "police").grounds[0].names is Names.ACTS_FOR


def test_a_rule_that_names_an_office_by_its_kind_means_the_one_that_was_visited() -> None:
    template = Office(OfficeId("template"), OfficeKind.STREET_OFFICE, Level.STREET, CITY, DISTRICT)
    rule = RuleOffice("rule", template, None, None, Confidence.LOW)
    (found,) = refusals(case_of(visit(1, "street", Answer.REFUSED, JUNE)), ON, [rule])
    assert body(found, "street").turned_away
    assert {Doubt.RULE_UNSURE, Doubt.RULE_DAYS_NOT_KNOWN} <= {entry.doubt for entry in body(found, "street").against}


def test_a_private_party_is_never_on_the_list_and_leads_to_another_proof() -> None:
    withheld = Document(DocumentId("d"), CaseId("case"), "proof_of_address", state=DocumentState.WITHHELD,
                        holder=HolderKind.LANDLORD)  # fmt: skip
    lodging = Document(DocumentId("l"), CaseId("case"), "dormitory_certificate", state=DocumentState.HELD)
    file = case_of(
        visit(1, "school", Answer.ASKED_MORE, JUNE, "landlord"), visit(2, "landlord", Answer.REFUSED, JUNE),
        documents=(withheld, lodging),
    )  # fmt: skip
    school, landlord = refusals(file, ON)
    assert landlord.private and not school.private
    assert all(not entry.office.kind.private for found in (school, landlord) for entry in found.bodies)
    (party,) = private_parties(file, ON)
    assert (party.holder, party.visits, party.documents) == (HolderKind.LANDLORD, ("v2",), ("d",))
    (route,) = party.routes
    assert "rental_contract" not in route.others  # it would come from the landlord again
    assert route.in_hand == ("dormitory_certificate",) and route.provision == "rp-documents"


def test_a_refusal_after_the_day_is_not_looked_at() -> None:
    assert refusals(case_of(visit(1, "school", Answer.REFUSED, date(2026, 9, 6))), ON) == ()


def test_what_a_landlord_asks_for_in_words_of_his_own_may_be_shown_otherwise_too() -> None:
    at_home = visit(1, "landlord", Answer.REFUSED, JUNE)
    asked = Demand(DemandId("d"), at_home.id, words="备案要交押金")
    (party,) = private_parties(case_of(at_home, demands=(asked,)), ON)
    assert [(route.paper.title, route.others) for route in party.routes] == [("备案要交押金", ())]


def test_a_case_whose_city_is_not_known_says_so_and_speaks_of_no_insurance() -> None:
    here = case_of(visit(1, "employer", Answer.REFUSED, JUNE), service=Service.LABOUR)
    (found,) = refusals(replace(here, case=replace(here.case, city="")), ON)
    (inspection,) = found.bodies
    assert (found.private, inspection.office.kind) == (True, OfficeKind.HRSS_BUREAU)
    assert {against.doubt for against in inspection.against} == {Doubt.DISPUTE_IS_ARBITRATED, Doubt.CITY_NOT_KNOWN}


def test_a_law_younger_than_the_refusal_says_so_and_one_not_yet_made_is_not_named() -> None:
    (of_2012,) = refusals(case_of(visit(1, "school", Answer.REFUSED, date(2012, 6, 1))), ON)
    assert Against(Doubt.YOUNGER_TEXT) in body(of_2012, "bureau").against
    (of_2005,) = refusals(case_of(visit(1, "school", Answer.REFUSED, date(2005, 6, 1))), ON)
    assert (
        Against(Doubt.NO_ARTICLE) in body(of_2005, "bureau").against and not body(of_2005, "bureau").grounds[0].provisions
    )
