"""The public cases as papers and as files: letters pair in both languages, and nothing changes on the way out and in."""

from __future__ import annotations

import pytest

from caseapp.exchange.case_file import read_case_file, write_case_files
from caseapp.letters import blocks
from caseapp.work.importing import import_files
from caseapp.work.letters import draft, kinds_for
from caseapp.work.samples import public_case_files
from tests.letters.letter_text import plain_text
from tests.public_samples.expected import CARD, EXPECTED, each
from tests.public_samples.told import NOW


def test_every_public_case_has_its_expectations():
    labels = {case.label for file in public_case_files(NOW.date()) for case in file.cases}
    assert labels == {f"public-{name}" for name in EXPECTED}


@each
def test_the_card_and_the_letter_of_the_first_step_if_it_is_ready_pair_in_both_languages(told, name):
    case = told(name)
    ready = {choice.kind for choice in kinds_for(case.session, case.id, case.day) if choice.ready}
    assert CARD in ready
    for kind in sorted(ready & {CARD, case.ladder().first_step.kind.value}):
        made = draft(case.session, case.id, kind, case.day)
        blocks.pair(made.zh, made.en)


def test_taken_over_or_exported_and_taken_over_again_they_are_the_same_cases(told, tmp_path):
    files = [told(name).file for name in EXPECTED]
    session, exported = told("jm-heshan-first-visit-not-registered").session, tmp_path / "public.yaml"
    exported.write_text(write_case_files(files), encoding="utf-8")
    read = read_case_file(exported, NOW.date())
    assert (len(read.cases), [str(fault) for fault in read.faults]) == (22, [])
    assert import_files(session, (read,), NOW) == ()
    assert import_files(session, public_case_files(NOW.date()), NOW) == ()


def test_a_case_told_without_a_day_is_judged_today_and_says_so(told):
    assert told("tj-teda-borrowed-flat-notarised").file.case.as_of is None
    assert all(visit.day is None for visit in told("js-arrears-nobody-competent").file.visits)


def test_nobody_in_a_public_case_has_agreed_to_a_report(told):
    assert not any(told(name).file.consents for name in EXPECTED)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("hk-both-parents-insurance", "要的材料我带来了，这是公布的规定"),
        ("dg-refund-instead-of-transfer", "退保的单子先别签"),
        ("xx-award-unenforced-late-reconsideration", "最晚10月25日（周五）"),  # 27 October is a Sunday
        ("js-arrears-nobody-competent", "先去: 税务局"),
        ("zz-2014-papers-do-not-match", "8月19日（周二）前"),  # registration closes that day
    ],
)
def test_the_card_says_the_first_step(told, name, says):
    case = told(name)
    assert says in plain_text(draft(case.session, case.id, "prompt_card", case.day).zh)


def test_no_letter_of_the_service_goes_to_an_office_that_is_not_asked_nor_a_review_after_a_decision(told):
    case = told("xx-award-unenforced-late-reconsideration")
    ready = {choice.kind for choice in kinds_for(case.session, case.id, case.day) if choice.ready}
    assert not {"service_application", "admin_reconsideration"} & ready
