"""A search over all rules, and over the national law."""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.work.law_shown import law_shown
from caseapp.work.rule_search import MOST, search_rules

ON = date(2026, 6, 12)


def test_every_word_has_to_stand_in_the_rule_in_either_language():
    both = search_rules("积分 120")
    assert both.count
    assert all("积分" in f"{rule.name.zh}{rule.text.zh}" or "120" in f"{rule.name.zh}{rule.text.zh}" for rule in both.rules)
    assert "shanghai-residence-points-2013" in {rule.programme for rule in search_rules("上海 积分 120").rules}
    assert search_rules("SHANGHAI points 120").count
    assert search_rules("Shanghai 积分 landlord-of-nobody").count == 0


def test_a_rule_named_so_comes_before_one_that_only_mentions_it():
    found = search_rules("居住证 上海")
    named = ["居住证" in rule.name.zh and "上海" in rule.place_name.zh for rule in found.rules]
    assert named == sorted(named, reverse=True)


def test_a_document_number_finds_the_rule_that_stands_in_it():
    assert [rule.programme for rule in search_rules("京政办发〔2016〕39号").rules] == ["beijing-points-hukou-2017-trial"]


def test_the_text_that_holds_the_words_is_shown_unless_it_is_the_name():
    found = next(rule for rule in search_rules("landlord declares shenzhen").rules)
    assert "andlord" in found.text.en
    assert not search_rules("五证").rules[0].text


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_typed_finds_nothing(text: str):
    assert search_rules(text).rules == ()


def test_a_word_of_every_rule_lists_the_first_and_counts_all():
    found = search_rules("a")
    assert len(found.rules) == MOST < found.count


def test_statutes_in_force_come_first_and_a_search_leaves_only_the_articles_it_fits():
    everything = law_shown(ON)
    in_force = [shown.in_force for shown in everything]
    assert in_force == sorted(in_force, reverse=True)
    (found,) = law_shown(ON, "免试入学")
    assert [provision.id for provision in found.provisions] == ["edu-no-exam"]
    by_title = law_shown(ON, "义务教育法")[0]
    assert len(by_title.provisions) > 1


def test_a_statute_whose_successor_nobody_read_says_so():
    later = date(2026, 7, 2)
    ended = next(
        one for one in law_shown(later) if one.statute.id == "administrative-reconsideration-implementing-regs-2007"
    )
    assert not ended.in_force
    assert ended.newer_not_read is not None
