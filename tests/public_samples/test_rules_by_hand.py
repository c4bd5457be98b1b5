"""Rules from outside the packs, entered by hand into public cases."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("hk-both-parents-insurance", ["not_asked", "not_asked"]),  # the father's months are not told: 12, or 6
        ("xy-gaokao-insurance-interrupted", ["not_asked"]),
        ("nc-no-permit-no-school", ["not_met"]),
        ("xa-hukou-moved-both-provinces-refuse", ["not_met"]),
        ("bj-chaoyang-insurance-agency", ["met"]),
        ("ks-points-enrolment-suit", ["not_covered"]),  # the points of the rule were not read
        ("nn-school-full-at-dawn", ["not_covered"]),
        ("js-arrears-nobody-competent", ["not_covered"]),
        ("jm-heshan-first-visit-not-registered", ["not_covered"]),
        ("hf-wrong-reconsideration-body", ["not_covered"]),
    ],
)
def test_a_rule_entered_by_hand_answers_what_the_facts_allow(told, name, answers):
    assert told(name).by_hand() == answers
