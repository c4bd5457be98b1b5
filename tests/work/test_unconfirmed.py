"""What only a rule in doubt asks for goes on no card unsaid; who looked its source up has confirmed it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.rule_records import LookedUp
from caseapp.i18n import catalogue
from caseapp.work.cases import case_file
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.letters import draft
from caseapp.work.unconfirmed import unconfirmed_rules
from caseapp.work.verified import note_look
from tests.work.conftest import NOW

TODAY = NOW.date()
RULE = "tianjin-residence-permit-2021"
"""Last seen in force in 2022."""


@pytest.fixture
def case(session):
    form = IntakeForm(city="tianjin", service=Service.RESIDENCE_PERMIT, client_nickname="某", consent_keep=True)
    return begin_case(session, form, NOW)


def told(session, case, on=TODAY):
    return [problem for problem in draft(session, case, "prompt_card", on).problems if problem.code == "rule"]


def test_the_card_says_which_rule_is_to_be_looked_up_and_stays_no_draft_for_it(session, case):
    (problem,) = told(session, case)
    assert (problem.values["place"], problem.values["rule"], problem.blocks) == ("tianjin", RULE, False)
    assert "天津市居住证（2021年起，电子证）" in problem.say(catalogue("zh_CN"))
    assert "Tianjin residence permit (from 2021" in problem.say(catalogue("en"))


def test_a_look_that_finds_it_in_force_confirms_it_for_a_year(session, case):
    note_look(session, "tianjin", RULE, LookedUp.STILL_IN_FORCE, TODAY, now=NOW)
    assert told(session, case) == []
    later = TODAY + timedelta(367)
    assert [one.values["rule"] for one in unconfirmed_rules(session, case_file(session, case), later)] == [RULE]


def test_a_look_that_finds_it_changed_confirms_nothing(session, case):
    note_look(session, "tianjin", RULE, LookedUp.CHANGED, TODAY, "2026年有新办法", now=NOW)
    assert [one.values["rule"] for one in told(session, case)] == [RULE]
