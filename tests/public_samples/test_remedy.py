"""The first step of each public case, and which ways are open, closed or need another step first."""

from __future__ import annotations

from caseapp.law.avenues import Status
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
