"""The first step of each public case, and which ways are open, closed or need another step first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caseapp.law.avenues import Joint, Status, Why
from tests.public_samples.expected import EXPECTED, each


@each
def test_the_first_step_and_its_body(told, name):
    step = told(name).ladder().first_step
    assert (step.kind.value, step.body) == EXPECTED[name].first


@each
def test_what_is_closed_or_needs_another_step_first(told, name):
    found = {avenue.procedure: avenue.status for avenue in told(name).ladder().avenues}
    assert {procedure: found.get(procedure) for procedure in EXPECTED[name].closed} == EXPECTED[name].closed


@each
def test_nothing_is_closed_that_the_case_does_not_close(told, name):
    found = {avenue.procedure for avenue in told(name).ladder().avenues if avenue.status is Status.CLOSED}
    assert found <= {one for one, status in EXPECTED[name].closed.items() if status is Status.CLOSED}


@each
def test_the_petition_is_never_first_and_stands_below_every_way_then_and_later(told, name):
    """Petition Work Regulations art. 26(5): single form, in the client's own name, after every statutory way."""
    for day in (told(name).day, told(name).day + timedelta(days=400)):
        ladder = told(name).ladder(day)
        assert ladder.first_step.kind.value != "petition"
        *ways, last = ladder.avenues
        assert (last.procedure, last.joint) == ("petition", Joint.NEVER)
        assert "petition" not in {way.procedure for way in ways} | {way.needs for way in ways}


@pytest.mark.parametrize("name", ["sz-non-local-cannot-top-up", "js-arrears-nobody-competent"])
def test_an_undated_refusal_of_unknown_form_asks_for_its_day(told, name):
    ways = [avenue for avenue in told(name).ladder().avenues if avenue.procedure.startswith("admin_reconsideration")]
    assert [(way.why, way.last_day) for way in ways] == [(Why.DAY_AND_FORM_UNKNOWN, None)]
