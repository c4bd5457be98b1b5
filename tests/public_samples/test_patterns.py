"""The patterns of each public case: those that follow, those a caseworker judged, and no loop invented."""

from __future__ import annotations

from caseapp.domain.patterns import Mark
from caseapp.work.patterns import How
from caseapp.work.visits import referral_chain
from tests.public_samples.expected import EXPECTED, each


@each
def test_the_patterns_that_follow(told, name):
    found = told(name).patterns
    assert {one.pattern for one in found if one.how is How.DERIVED} == EXPECTED[name].derived


@each
def test_the_patterns_a_caseworker_judged(told, name):
    found = told(name).patterns
    assert {one.pattern for one in found if one.mark and one.mark.mark is Mark.CODED} == EXPECTED[name].coded


@each
def test_no_loop_is_made_of_a_chain_that_never_returns(told, name):
    assert referral_chain(told(name).file).loops == ()
