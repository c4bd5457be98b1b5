from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.paper.fonts import HALVES, Family, NoGlyph, chain, close_up, face, printable, refuse_controls, runs, to_unicode
from caseapp.paths import resource

MEGABYTE = 1_000_000


def test_the_fonts_are_those_recorded_and_stay_within_their_budget() -> None:
    folder = resource("fonts")
    recorded = dict(reversed(row.split("  ")) for row in (folder / "SHA256SUMS").read_text().splitlines())
    files = {path.name: path for path in folder.glob("*.ttf")}
    assert files.keys() == recorded.keys()
    for name, path in files.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == recorded[name]
    assert sum(path.stat().st_size for path in files.values()) <= 45 * MEGABYTE


def test_every_font_has_its_licence_beside_it() -> None:
    folder = resource("fonts")
    for path in folder.glob("*.ttf"):
        licence = folder / f"OFL-{path.stem.split('-')[0]}.txt"
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_character_of_gb_2312_and_the_rare_ones_of_names_can_be_drawn(
    family: Family, bold: bool, language: str
) -> None:
    glyphs = chain(family, language, bold=bold)
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            pair = bytes((row, cell)).decode("gb2312", errors="ignore")
            if pair:
                assert glyphs[pair].advance == 1.0
    for character in "𠮷䶮犇㼆𬭚㛃𫍯𬱖𰻝龘㙦䜣𤧛㐂𬎆":
        assert glyphs[character].advance > 0


def test_the_whole_unified_block_and_extension_a_can_be_drawn_in_a_letter() -> None:
    glyphs = chain(Family.SERIF, "zh_CN")
    for code in (*range(0x4E00, 0x9FF0), *range(0x3400, 0x4DB6)):
        assert glyphs[chr(code)].advance == 1.0


def test_a_bold_character_the_bold_face_lacks_is_stroked() -> None:
    glyphs = chain(Family.SERIF, "zh_CN", bold=True)
    assert not glyphs["申"].stroked
    assert glyphs["龘"].stroked
    assert glyphs["𠮷"].stroked


def test_quotation_marks_are_narrow_in_english_and_wide_in_chinese() -> None:
    for family in Family:
        for mark in "“”‘’":
            assert chain(family, "en")[mark].advance < 0.5
            assert chain(family, "zh_CN")[mark].advance == 1.0


def test_a_text_is_cut_where_the_face_changes() -> None:
    glyphs = chain(Family.SERIF, "zh_CN")
    text = "李𠮷四"
    cut = list(runs(text, [glyphs[character] for character in text]))
    assert [run.text for run in cut] == ["李", "𠮷", "四"]
    assert [run.face for run in cut] == ["NotoSerifSC-Regular", "RareKai-Regular", "NotoSerifSC-Regular"]


def test_two_marks_that_meet_take_the_room_of_one_and_a_half() -> None:
    glyphs = chain(Family.SERIF, "zh_CN")
    for text, width in (
        ("”。", 1.5),
        ("》（", 1.5),
        ("（“", 1.5),
        ("》）。", 2.0),
        ("“（", 1.5),
        ("。甲", 2.0),
        ("“甲", 2.0),
        ("，a", 1.55),
    ):
        closed = close_up(text, [glyphs[character] for character in text])
        assert sum(glyph.advance for glyph in closed) == pytest.approx(width, abs=0.15)
        assert all(glyph.face in HALVES or glyph.advance == 0.5 for glyph in closed)
        assert all(ord(mark) in face(glyph.face).face.charToGlyph for mark, glyph in zip(text, closed, strict=True))


@given(st.lists(st.integers(0x20, 0x10FFFF).filter(lambda code: not 0xD800 <= code < 0xE000), min_size=1, max_size=256))
def test_a_unicode_map_gives_every_character_back(codes: list[int]) -> None:
    told = to_unicode("ABCDEF+Face", codes)
    pairs = re.findall(r"^<([0-9A-F]{2})> <([0-9A-F]+)>$", told.split("endcodespacerange")[1], re.MULTILINE)
    assert [int(code, 16) for code, _ in pairs] == list(range(len(codes)))
    assert [bytes.fromhex(text).decode("utf-16-be") for _, text in pairs] == [chr(code) for code in codes]
    assert all(int(count) <= 100 for count in re.findall(r"(\d+) beginbfchar", told))


def test_text_is_made_printable_without_changing_a_character_of_a_name() -> None:
    assert printable("李\u202e明\u2066\u200d\ufe0f") == "李明"
    assert printable("Nun\u0303ez") == "Nuñez"
    assert printable("\uf92c凞⼈ＡＢ１") == "\uf92c凞⼈ＡＢ１"
    assert printable("一\r\n二\r三\u2028四\t五") == "一\n二\n三\n四 五"


def test_control_characters_are_refused_by_code_point_only() -> None:
    assert refuse_controls("一\n二") == "一\n二"
    for wrong in ("\x00", "\x1b", "\ud800", "\ufffe", "\ue000"):
        with pytest.raises(NoGlyph) as refused:
            refuse_controls(f"李{wrong}")
        assert f"U+{ord(wrong):04X}" in str(refused.value)
        assert "李" not in str(refused.value)
