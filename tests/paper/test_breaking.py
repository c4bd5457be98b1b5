from __future__ import annotations

import re
import time

from hypothesis import example, given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from caseapp.paper.breaking import CLOSING, OPENING, break_lines, units

HAN = "申请人随母亲在本区居住学校街道材料𠮷𬭚𰻝"
MARKS = "，。；：、？！）》”’】（《“‘【—…"
LATIN = "abcXYZ.-'/"
PIECES = st.one_of(
    st.text(HAN, min_size=1, max_size=12),
    st.text(MARKS, min_size=1, max_size=3),
    st.text(LATIN, min_size=1, max_size=12),
    st.sampled_from(
        [
            "2026年6月15日",
            "第十二条第二款",
            "（一）",
            "〔2026〕7号",
            "50%",
            "O’Brien-Nuñez",
            " ",
            "  ",
            "\n",
            "——",
            "……",
            "14时20分",
        ]
    ),
    st.text("0123456789.,", min_size=1, max_size=20),
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
WIDTHS = st.floats(1, 60)


def advances(text: str) -> list[float]:
    return [1.0 if ord(character) > 0x2000 else 0.55 for character in text]


def broken(text: str, width: float, first: float = 0.0) -> list[str]:
    return [text[start:end] for start, end in break_lines(text, advances(text), width, first=first)]


def wide(text: str) -> float:
    return sum(advances(text))


def widest_unit(text: str) -> float:
    return max(
        (wide(part[unit.start : unit.end].rstrip(" ")) for part in text.split("\n") for unit in units(part)), default=0
    )


@given(TEXTS, WIDTHS)
@example("（" * 50, 10)
@example("，" * 50, 10)
@example("a" * 50 + "，", 10)
@example("1年" * 50, 10)
def test_nothing_is_lost_and_nothing_but_room_is_dropped(text: str, width: float) -> None:
    lines = break_lines(text, advances(text), width)
    place = 0
    for start, end in lines:
        assert not text[place:start].strip(" \n")
        assert place <= start <= end
        place = end
    assert not text[place:].strip(" \n")


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_the_column_unless_it_holds_one_character(text: str, width: float) -> None:
    for row in broken(text, width):
        assert wide(row) <= width + 1e-5 or len(row) == 1


@given(TEXTS, WIDTHS)
def test_no_line_starts_with_a_closing_or_ends_with_an_opening_mark(text: str, width: float) -> None:
    closing, opening = re.escape(CLOSING), re.escape(OPENING)
    text = re.sub(f"(?m)^[ {closing}]+|[ {opening}]+$", "", text)  # no rule can help a text that itself starts or ends so
    if widest_unit(text) > width:
        return
    for row in broken(text, width):
        if row:
            assert row[0] not in CLOSING
            assert row[-1] not in OPENING


@given(TEXTS, WIDTHS)
def test_no_latin_word_and_no_number_is_cut(text: str, width: float) -> None:
    if widest_unit(text) > width:
        return
    for start, _ in break_lines(text, advances(text), width):
        if start and text[start - 1] not in " \n":
            assert not re.fullmatch(r"[A-Za-z0-9]{2}", text[start - 1 : start + 1])


@given(TEXTS.map(lambda text: re.sub("[“”‘’\n]", "", text)))
def test_a_line_ends_only_where_unicode_allows_it(text: str) -> None:
    # Quotation marks are left out: UAX #14 cannot know that “ opens and ” closes; Chinese does.
    # Half-width marks beside Han characters are left out too: a line may end after 电话: but not by UAX #14.
    text = re.sub(r"%|(?<![A-Za-z0-9])[-.,'/]+|[-.,'/]+(?![A-Za-z0-9])", "", text)
    allowed = set(line_break_boundaries(text))
    assert {unit.end for unit in units(text)} <= allowed | {len(text)}


@given(TEXTS, WIDTHS, st.floats(0, 3))
def test_a_first_line_is_shorter_by_its_indent(text: str, width: float, first: float) -> None:
    row = broken(text, width + first, first)[0]
    assert wide(row) <= width + 1e-5 or len(row) == 1


def test_a_day_and_an_article_stay_whole_where_it_costs_little() -> None:
    assert broken("申请人随母亲在2026年6月15日提交", 9) == ["申请人随母亲在", "2026年6月15日提交"]
    assert broken("申请人在2026年6月15日提交", 9) == ["申请人在2026年6月", "15日提交"]
    assert broken("依照本法第二条第一款办理", 9) == ["依照本法第二条", "第一款办理"]
    assert broken("照第二条第一款办理", 6) == ["照第二条", "第一款办理"]


def test_a_number_stays_with_its_unit_and_a_word_whole() -> None:
    assert broken("共计一百零五元和1,200元整", 8) == ["共计一百零五元和", "1,200元整"]
    assert broken("申请书寄EMS一份", 5) == ["申请书寄", "EMS一份"]


def test_a_mark_goes_down_with_the_character_before_it() -> None:
    assert broken("书面答复，也没有", 4) == ["书面答", "复，也没", "有"]
    assert broken("他说“不收”。", 3) == ["他说", "“不", "收”。"]


def test_spaces_hang_over_the_edge() -> None:
    assert broken("places are full", 4) == ["places", "are", "full"]


def test_an_empty_text_is_one_empty_line_and_breaks_typed_are_kept() -> None:
    assert broken("", 5) == [""]
    assert broken("一\n\n二", 5) == ["一", "", "二"]


def test_long_words_take_time_in_proportion() -> None:
    for text in (
        "a" * 100_000,
        "9" * 100_000,
        "1年" * 50_000,
        "1,1" * 33_000,
        "（" * 100_000,
        "(a" * 50_000,
        "，" * 100_000,
        " " * 100_000,
    ):
        began = time.perf_counter()
        lines = break_lines(text, advances(text), 28)
        assert time.perf_counter() - began < 3
        assert len(lines) < 100_000
