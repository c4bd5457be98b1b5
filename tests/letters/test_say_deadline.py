"""Deadlines in words: every code is said in both languages, and the running case reads as a caseworker would say it."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from caseapp.law.deadline import Actor, Caution, Ground, LaterDay, Restart, State, Step, StepRule, Warn
from caseapp.law.derive import derive
from caseapp.law.triggers import Event, Trigger
from caseapp.letters.both import Both
from caseapp.letters.say.deadline import (
    cite,
    document,
    say_actor,
    say_caution,
    say_ground,
    say_restart,
    say_state,
    say_step,
)  # fmt: skip

DAY = date(2026, 8, 16)
ON = date(2026, 8, 18)


def assert_in_both(both: Both) -> None:
    assert re.search(r"[一-鿿]", both.zh), both
    assert not re.search(r"[一-鿿{}]", re.sub(r"《[^》]*》", "", both.en)), both
    assert "{" not in both.zh


@pytest.mark.parametrize("kind", Warn)
def test_every_warning_is_said(kind: Warn):
    assert_in_both(say_caution(Caution(kind, DAY, 2027, "行政复议法实施条例", "the Regulations")))


@pytest.mark.parametrize("rule", StepRule)
def test_every_step_is_said(rule: StepRule):
    said = say_step(Step(rule, DAY, ON, 60, (DAY,), "recon-apply"))
    assert_in_both(said)
    assert "8月" in said.zh and "August" in said.en


@pytest.mark.parametrize("ground", Ground)
def test_every_ground_is_said(ground: Ground):
    later = LaterDay(DAY, ground, "administrative-reconsideration-law-2023", "第二十条第三款", if_so=True)
    assert_in_both(say_ground(later))
    assert say_ground(later).zh.startswith("如果") and say_ground(later).en.startswith("if ")


def test_restart_state_and_actor_are_said():
    for said in (*map(say_restart, Restart), *map(say_state, State), *map(say_actor, Actor)):
        assert_in_both(said)


def test_one_day_is_one_day_and_sixty_are_sixty():
    one, sixty = (say_step(Step(StepRule.CALENDAR_DAYS, DAY, ON, count)) for count in (1, 60))
    assert "1 calendar day from" in one.en
    assert "60 calendar days from" in sixty.en


def test_a_statute_is_cited_as_a_letter_does():
    said = cite("administrative-reconsideration-law-2023", "第二十条第三款")
    assert said.zh == "《行政复议法》第二十条第三款"
    assert said.en == "Administrative Reconsideration Law (2023 revision), art. 20(3)"


def _mother() -> dict[str, object]:
    events = [Event(Trigger.APPLICATION_RECEIVED, date(2026, 6, 17))]
    found = next(d for d in derive(events, service="compulsory_education", on=ON) if d.who_must_act is Actor.CLIENT)
    return document(found, ON)


def test_the_running_case_reads_aloud_in_chinese():
    steps = _mother()["steps"]
    assert isinstance(steps, list)
    assert [step["text_zh"] for step in steps] == [
        "2026年6月17日（周三）当日不计，第一日是2026年6月18日（周四）。",
        "从2026年6月18日（周四）起算60日，到2026年8月16日（周日）。",
        "2026年8月16日（周日）是休息日，可以顺延到2026年8月17日（周一）；为稳妥，不顺延。",
        "机关的期限到2026年8月16日（周日）届满，当事人的期限从这天起算；2026年8月17日（周一）以后才说机关逾期。",
        "2026年8月16日（周日）当日不计，第一日是2026年8月17日（周一）。",
        "从2026年8月17日（周一）起算60日，到2026年10月15日（周四）。",
    ]


def test_the_document_keeps_the_agreed_keys_and_is_plain_data():
    said = _mother()
    assert {
        "id", "procedure", "who_must_act", "what_zh", "what_en", "safe_last_day", "arguable_until", "arguable_because",
        "restart", "provisional", "severity", "statute", "article", "confidence", "steps", "warnings",
    } <= set(said)  # fmt: skip
    assert (said["safe_last_day"], said["arguable_until"]) == ("2026-10-15", "2026-10-16")
    assert said["restart"] == "fresh_application" and "争议" in str(said["restart_zh"])
    assert json.loads(json.dumps(said)) == said


def test_the_mark_for_the_new_regulations_is_said():
    texts = [(w["text_zh"], w["text_en"]) for w in _mother()["warnings"] if w["kind"] == "new_text_not_read"]
    assert len(texts) == 1
    assert texts[0][0].startswith("新条例未核对") and texts[0][1].startswith("New Regulations not yet checked")


def test_that_posting_on_the_last_day_counts_is_said_only_where_a_text_says_so():
    review = derive([Event(Trigger.KNEW_OF_ACT, date(2026, 7, 6))], "admin_reconsideration", on=ON)[0]
    assert "交邮" in str(document(review, ON)["posting_zh"])
    wages = derive([Event(Trigger.EMPLOYMENT_ENDED, date(2026, 7, 6))], "labour_arbitration", on=ON)[0]
    assert document(wages, ON)["posting_zh"] is None


def test_the_missing_year_is_named():
    found = derive([Event(Trigger.KNEW_OF_ACT, date(2026, 11, 20))], "admin_reconsideration", on=ON)[0]
    warnings = document(found, ON)["warnings"]
    assert any("2027" in w["text_zh"] and "暂定" in w["text_zh"] for w in warnings)
