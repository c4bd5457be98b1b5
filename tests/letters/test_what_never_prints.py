"""Words, names and facts that no paper carries, whatever the case (PRACTICE E3, E5, E7-E10, M2)."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.letters.drafting import availability, draft_letter, has_blank
from caseapp.letters.kinds import KINDS
from tests.letters.letter_cases import running_case, running_case_received
from tests.letters.letter_text import plain_text
from tests.letters.other_cases import intake_only, permit_refused
from tests.letters.test_golden import LETTERS

HARMFUL = re.compile(
    "踢皮球|推诿|刁难|维权|串联|上访|曝光|媒体|歧视性嘴脸|最后通牒|限你|必须在|法律援助|律师|本机构|责任人员|赔偿|处分|！|!"
    "|phantom|deflect|victim|enemy|sue you|at once or",
    re.IGNORECASE,
)
RUNNING_NAMES = ("欧阳龘", "𠮷田梅", "999999202003050040", "13900000001", "临江顺达", "王招生", "2026-A001")


@pytest.mark.parametrize("name", LETTERS)
def test_no_paper_holds_a_word_that_harms_the_client(name):
    file, kind, on, missing = LETTERS[name]
    made = draft_letter(file, kind, on, missing)
    assert HARMFUL.findall(plain_text(made.zh) + plain_text(made.en)) == []


@pytest.mark.parametrize("service", Service)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_that_is_open_can_be_drafted_for_every_service_from_nothing(service, kind):
    if not availability(intake_only(service), kind, date(2026, 6, 12)).ready:
        return
    made = draft_letter(intake_only(service), kind, date(2026, 6, 12))
    text = plain_text(made.zh) + plain_text(made.en)
    assert HARMFUL.findall(text) == []
    assert not re.search(r"\{[a-z_]+\}|None|〔", text)


@pytest.mark.parametrize("service", Service)
def test_a_card_never_has_a_blank_and_names_nobody(service):
    case = running_case()
    file = dataclasses.replace(case, case=dataclasses.replace(case.case, service=service))
    made = draft_letter(file, "prompt_card", date(2026, 6, 12))
    text = plain_text(made.zh) + plain_text(made.en)
    assert not has_blank(made.zh)
    assert not any(name in text for name in RUNNING_NAMES)
    assert not re.search("法》|条例》|第.{1,4}条|复议期限", text)


def test_the_reading_copy_speaks_of_roles_alone():
    for file, kind, on in (
        (running_case(), "service_application", date(2026, 6, 15)),
        (running_case_received(), "admin_reconsideration", date(2026, 8, 18)),
    ):
        english = plain_text(draft_letter(file, kind, on).en)
        assert not any(name in english for name in RUNNING_NAMES)
    english = plain_text(draft_letter(permit_refused(), "admin_reconsideration", date(2026, 7, 16)).en)
    assert not any(name in english for name in ("段岩", "北坡建材", "13900000002"))


def test_employer_and_official_stay_out_of_the_application():
    text = plain_text(draft_letter(running_case(), "service_application", date(2026, 6, 15)).zh)
    assert "临江顺达" not in text and "王招生" not in text and "过两天再说" not in text


def test_the_employer_stands_only_where_the_regulations_ask_for_it():
    text = plain_text(draft_letter(running_case_received(), "admin_reconsideration", date(2026, 8, 18)).zh)
    assert re.findall("临江顺达", text) == ["临江顺达"] and "工作单位临江顺达保洁有限公司" in text


def test_words_with_a_name_in_them_are_not_quoted():
    file = running_case()
    named = dataclasses.replace(file.visits[1], words="你找王招生去")
    file = dataclasses.replace(file, visits=(file.visits[0], named, *file.visits[2:]))
    made = draft_letter(file, "service_application", date(2026, 6, 15))
    assert "王招生" not in plain_text(made.zh) and "口头答复不予办理" in plain_text(made.zh)
    assert any(problem.code == "words" for problem in made.problems)


def test_what_is_adverse_never_enters():
    file = running_case()
    adverse = dataclasses.replace(file.facts[0], adverse=True)
    file = dataclasses.replace(file, facts=(adverse, *file.facts[1:]))
    assert "小学一年级学位" not in plain_text(draft_letter(file, "service_application", date(2026, 6, 15)).zh)


def test_what_happened_after_the_day_of_the_paper_is_not_known_to_it():
    made = draft_letter(LETTERS["limbo-2012-card"][0], "prompt_card", date(2012, 6, 5))
    assert "7月9日" not in plain_text(made.zh)


def test_data_prints_literally():
    file = running_case()
    odd = "<b>{you}</b> & ＿ \\n"
    named = dataclasses.replace(file.people[0], name=odd)
    file = dataclasses.replace(file, people=(named, file.people[1]))
    assert f"申请人：{odd}，女" in plain_text(draft_letter(file, "service_application", date(2026, 6, 15)).zh)


def test_dates_have_no_leading_zero_and_marks_are_full_width():
    for name, (file, kind, on, missing) in LETTERS.items():
        text = plain_text(draft_letter(file, kind, on, missing).zh)
        assert not re.search(r"年0|月0", text), name
        assert not re.search(r"[\u4e00-\u9fff][,;?()]", re.sub(r"\[draft\]", "", text)), name
