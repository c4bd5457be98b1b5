"""Days that rest on a text nobody here has read, or has not fully verified, are said before a paper leaves."""

from __future__ import annotations

from datetime import date

from caseapp.i18n import catalogue
from caseapp.law.derive import derive
from caseapp.law.triggers import Event, Trigger
from caseapp.letters.unsure import unsure


def told(trigger: Trigger, day: date, procedure: str, only: str) -> list[tuple[str, bool]]:
    found = (one for one in derive([Event(trigger, day)], procedure, on=day) if one.id == only)
    return [(problem.code, problem.blocks) for problem in unsure(found)]


def test_a_day_by_the_regulations_replaced_in_july_2026_is_named_and_a_day_before_is_not():
    ripe = "recon-inaction-ripe-no-period"
    assert told(Trigger.APPLICATION_RECEIVED, date(2026, 6, 1), "admin_reconsideration", ripe) == [("new_text", False)]
    assert told(Trigger.APPLICATION_RECEIVED, date(2026, 3, 2), "admin_reconsideration", ripe) == []


def test_a_law_known_from_quotations_is_named_with_its_article():
    found = [one for one in derive([Event(Trigger.KNEW_OF_ACT, date(2008, 2, 14))], "admin_litigation", on=date(2008, 3, 3))
             if one.id == "lit-direct-1989"]  # fmt: skip
    (problem,) = unsure(found)
    assert not problem.blocks and "第三十九条" in problem.say(catalogue("zh_CN"))
    assert "not fully verified" in problem.say(catalogue("en"))
