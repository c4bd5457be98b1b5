"""From an empty folder to papers in hand, with clicks and keys on the real window; closed, opened again, all there.

Nothing of the client lies on the disk in clear on the way: not in the casebook, not in HOME, not in TMPDIR; and nothing is
left in the window after a lock. The only files that may name anybody are the two that were exported on purpose.

The steps themselves are in ``day.py`` and ``caseworker.py``; here stands what has to have come of them.
"""

from __future__ import annotations

import pytest

from tests.e2e import family
from tests.e2e.day import MOMENTS, Day
from tests.e2e.traces import written
from tests.paper.reading import joined, needs_poppler, text

LOOP = f"{family.SCHOOL} → {family.STREET} → {family.SCHOOL}, 3 visits, 10 days"
ISSUED = "2026-A001 · Issued · Mon 15 Jun"


def test_the_day_that_closes_is_seen_before_any_other_field(day: Day):
    assert day.running == "Registration closes on Sat 20 Jun (in 8 days)"


def test_three_visits_that_come_back_are_told_as_a_loop(day: Day):
    assert day.loop == LOOP
    assert day.visits_total == "3 visits · 12 h · 78 yuan spent"


@needs_poppler
def test_the_card_shows_the_way_and_names_nobody(day: Day, tmp_path):
    card = joined(text(day.card.read_bytes(), tmp_path))
    assert day.card_pages == 1
    theirs = {family.FALLBACK, *(told.words for told in family.VISITS)}  # what is to be done, and what the offices said
    assert {word for word in (*family.SECRETS, "𠮷", "龘") if word in card} <= theirs
    for told in (
        family.BUREAU,
        family.BUREAU_ADDRESS,
        "居住证、房屋租赁合同",
        "6月20日（周六）报名截止",
        "9月1日（周二）开学",
    ):
        assert told in card
    assert "学校让找街道，街道让找学校" in card


@needs_poppler
def test_the_application_names_both_and_asks_the_right_office(day: Day, tmp_path):
    letter = joined(text(day.application.read_bytes(), tmp_path))
    assert "草稿" not in letter
    assert f"申请人：{family.CHILD}，女，2020年3月5日出生，公民身份号码{family.CHILD_ID}" in letter
    assert f"法定代理人：{family.MOTHER}，系申请人母亲，公民身份号码{family.MOTHER_ID}" in letter
    assert f"被申请机关：{family.BUREAU}。" in letter
    assert "《义务教育法》第十二条第二款" in letter
    assert "2026年6月15日" in letter


@needs_poppler
def test_the_application_tells_the_whole_loop(day: Day, tmp_path):
    letter = joined(text(day.application.read_bytes(), tmp_path))
    told = [
        f"2026年6月1日，母亲到{family.SCHOOL}，事由：小学一年级报名。",
        f"“{family.VISITS[0].words}”，告知向{family.STREET}询问。",
        f"6月5日，母亲到{family.STREET}，事由：问由谁安排学位。",
        f"“{family.VISITS[1].words}”，告知向{family.SCHOOL}询问。",
        f"6月11日，母亲到{family.SCHOOL}，事由：再问学位。",
        f"“{family.VISITS[2].words}”。",
    ]
    places = [letter.find(sentence) for sentence in told]
    assert -1 not in places, told[places.index(-1)]
    assert places == sorted(places)


def test_every_sentence_was_read_out_before_it_was_issued(day: Day):
    assert day.statements > 15
    assert day.letter_state.endswith(ISSUED)


def test_one_character_finds_the_case_again(day: Day):
    number, client, *_rest = day.found_by_one_character
    assert (number, client) == ("2026-A001", family.MOTHER_CALLED)


def test_everything_is_there_when_the_casebook_is_opened_again(day: Day):
    assert day.found_loop == LOOP
    for told in family.VISITS:
        assert f"“{told.words}”" in day.found_visits
        assert f"Asked for: {told.asked}" in day.found_visits
    held = {paper for paper, state in day.found_papers.items() if state == "Held"}
    assert held == {"Residence permit", "Rental contract"}
    for told in (family.MOTHER, family.CHILD, "Employed", "2023-03 to still", "Keep my case", "Effects of filing known"):
        assert told in day.found_people
    assert day.found_letter.endswith(ISSUED)


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_file_holds_a_word_of_the_client(day: Day, moment: str):
    assert day.on_disk[moment] == []


def test_no_file_is_written_but_those_that_are_known(day: Day):
    (casebook,) = day.computer.casebooks()
    everything = set(written((day.computer.folder,)))
    inside = {path for path in everything if path.is_relative_to(casebook)}
    outside = {path.relative_to(day.computer.folder).as_posix() for path in everything - inside}
    replicas = {path for path in outside if path.startswith("home/.local/share/caseapp/replicas/")}
    assert outside - replicas == {
        "home/.config/caseapp/settings.json", "home/Documents/card.pdf", "home/Documents/application.pdf",
    }  # fmt: skip
    assert len(replicas) == 1
    assert {path.name for path in inside if path.parent == casebook} == {"casebook.db", "head", "keys.json", "lock"}


def test_after_the_lock_the_window_holds_no_word_of_the_client(day: Day):
    before, after = (
        [text for text in texts if holds_a_secret(text)] for texts in (day.held_while_open, day.held_after_lock)
    )
    assert len(before) > 20, "the window showed the case before"
    assert after == []
    assert day.held_after_lock != []


def holds_a_secret(text: str) -> bool:
    return any(word in text for word in family.SECRETS)
