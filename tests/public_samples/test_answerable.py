"""Who is answerable in each public case: the body with the duty, who said no, and whether it can be respondent."""

from __future__ import annotations

from caseapp.attribution.duty import attribute
from caseapp.law.library import provision
from caseapp.law.respondents import respondent
from tests.public_samples.expected import EXPECTED, each


@each
def test_the_body_with_the_duty_and_the_articles_it_rests_on(told, name):
    duty = attribute(told(name).file, told(name).day).duty
    assert duty is not None and duty.kind is EXPECTED[name].duty
    articles = {(provision(one).statute, provision(one).article) for one in duty.provisions}
    assert articles >= EXPECTED[name].rests_on


@each
def test_who_turned_the_client_away_stands_apart(told, name):
    found = attribute(told(name).file, told(name).day).answering
    assert {one.kind for one in found} == EXPECTED[name].answered


@each
def test_whether_the_one_who_said_no_can_be_respondent(told, name):
    day = told(name).day
    assert {kind: respondent(kind, day).standing for kind in EXPECTED[name].standing} == EXPECTED[name].standing
