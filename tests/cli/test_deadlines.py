"""``caseapp deadlines``: the last day, every step, and the missing table of next year only when it matters."""

from __future__ import annotations

import json

import pytest

REVIEW = ("--procedure", "admin_reconsideration")


@pytest.fixture
def derived(caseapp):
    def run(*arguments: str):
        code, out, _err = caseapp("deadlines", *arguments, "--json")
        assert code == 0
        return json.loads(out)

    return run


def kinds(one) -> set[str]:
    return {warning["kind"] for warning in one["warnings"]}


def test_the_last_day_with_every_step_and_its_article(derived):
    (one,) = derived("--event", "knew_of_act=2026-09-18", *REVIEW, "--on", "2026-11-21")
    assert (one["safe_last_day"], one["arguable_until"]) == ("2026-11-17", "2027-09-18")
    assert [(step["rule"], step["from"], step["to"]) for step in one["steps"]] == [
        ("first_day_not_counted", "2026-09-18", "2026-09-19"),
        ("calendar_days", "2026-09-19", "2026-11-17"),
    ]
    assert one["cited_zh"] == "《行政复议法》第二十条第一款"
    assert {"safe_day_passed", "calendar_not_published"} <= kinds(one)  # what is left ends in 2027
    assert not one["provisional"]


def test_the_table_of_2027_is_not_spoken_of_while_it_does_not_matter(derived):
    (running,) = derived("--event", "knew_of_act=2026-09-18", *REVIEW, "--on", "2026-11-17")
    assert "calendar_not_published" not in kinds(running)
    (told,) = derived("--event", "knew_of_act=2026-09-18", *REVIEW, "--on", "2026-11-21", "--told", "yes")
    assert told["arguable_until"] is None and "calendar_not_published" not in kinds(told)
    (across,) = derived("--event", "knew_of_act=2026-11-05", *REVIEW, "--on", "2026-11-21")
    assert across["provisional"] and "calendar_not_published" in kinds(across)


def test_the_organ_s_silence_starts_the_client_s_period(derived):
    found = derived("--event", "application_received=2026-06-17", "--service", "compulsory_education", "--on", "2026-07-01")
    client, organ = found
    assert (client["who_must_act"], organ["who_must_act"]) == ("client", "authority")
    assert (client["follows"], client["safe_last_day"], organ["late_after"]) == (organ["id"], "2026-10-15", "2026-08-17")
    assert "new_text_not_read" in kinds(client) & kinds(organ)


def test_what_only_opens_has_a_first_day_and_no_last(derived):
    (one,) = derived("--event", "appraisal_concluded=2025-09-10", "--on", "2026-07-01")
    assert (one["opens_on"], one["safe_last_day"]) == ("2026-09-11", None)


def test_people_read_the_days_the_article_and_the_warnings(caseapp):
    code, out, _err = caseapp("deadlines", "--event", "knew_of_act=2026-06-10", *REVIEW, "--on", "2026-06-11", lang="zh_CN")
    assert code == 0
    assert "2026-08-10" in out and "《行政复议法》第二十条第一款" in out and "! 按天数到2026年8月9日" in out


def test_a_service_of_the_law_that_cases_do_not_have_can_be_asked_for(derived):
    found = derived(
        "--event", "application_received=2026-09-10", "--service", "information_disclosure", "--on", "2026-09-11"
    )
    assert {"ogi-reply", "ogi-correction"} <= {one["id"] for one in found}


def test_an_unknown_service_is_refused_with_the_known_ones(caseapp):
    code, _out, err = caseapp("deadlines", "--event", "knew_of_act=2026-06-10", "--service", "moon")
    assert code == 2 and "state_compensation" not in err and "information_disclosure" in err
