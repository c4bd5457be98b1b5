"""Consents: given for one purpose on one day, taken back on another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from caseapp.domain.consent import Purpose
from caseapp.errors import BadInput
from caseapp.work.cases import case_file
from caseapp.work.consents import give_consent, withdraw_consent
from caseapp.work.history import history
from tests.work.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def client(session, case):
    return case_file(session, case).client().id


def test_a_consent_holds_from_its_day_until_it_is_taken_back(session, case, client):
    given = give_consent(session, case, client, Purpose.REPORTS, " 口头 ", TODAY - timedelta(10), NOW)
    file = case_file(session, case)
    assert file.consents_to(Purpose.REPORTS, TODAY) and not file.consents_to(Purpose.REPORTS, TODAY - timedelta(11))
    assert next(entry.how for entry in file.consents if entry.id == given) == "口头"
    withdraw_consent(session, given, TODAY, NOW)
    file = case_file(session, case)
    assert not file.consents_to(Purpose.REPORTS, TODAY) and file.consents_to(Purpose.REPORTS, TODAY - timedelta(1))
    assert [entry.intention for entry in history(session, case)[:2]] == ["Consent withdrawn", "Consent noted"]


def test_what_was_taken_back_can_be_given_again(session, case, client):
    withdraw_consent(session, give_consent(session, case, client, Purpose.LAWYER, "", TODAY, NOW), TODAY, NOW)
    give_consent(session, case, client, Purpose.LAWYER, "签字", TODAY, NOW)
    assert case_file(session, case).consents_to(Purpose.LAWYER, TODAY)


def test_each_person_agrees_alone(session, case, client):
    child = next(person.id for person in case_file(session, case).people if person.id != client)
    give_consent(session, case, client, Purpose.QUOTATION, "", TODAY, NOW)
    give_consent(session, case, child, Purpose.QUOTATION, "", TODAY, NOW)
    with pytest.raises(BadInput, match="holds"):
        give_consent(session, case, child, Purpose.QUOTATION, "", TODAY, NOW)


def test_what_cannot_be_is_refused_and_nothing_is_kept(session, case, client):
    before = case_file(session, case).consents
    with pytest.raises(BadInput, match="does not belong"):
        give_consent(session, case, "somebody", Purpose.LAWYER, "", TODAY, NOW)
    with pytest.raises(BadInput, match="future"):
        give_consent(session, case, client, Purpose.LAWYER, "", TODAY + timedelta(1), NOW)
    assert case_file(session, case).consents == before


@pytest.mark.parametrize("day", [TODAY + timedelta(1), date(2026, 11, 19)])
def test_a_consent_is_not_taken_back_before_it_was_given_or_in_the_future(session, case, client, day):
    given = give_consent(session, case, client, Purpose.LAWYER, "", date(2026, 11, 20), NOW)
    with pytest.raises(BadInput):
        withdraw_consent(session, given, day, NOW)
    withdraw_consent(session, given, TODAY, NOW)
    with pytest.raises(BadInput, match="before"):
        withdraw_consent(session, given, TODAY, NOW)


def test_a_consent_that_is_not_there_cannot_be_taken_back(session):
    with pytest.raises(BadInput):
        withdraw_consent(session, "nothing", TODAY, NOW)
