from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFontMetricsF

from caseapp.gui.rail import SCHEME_WORDS
from caseapp.gui.theme import tokens
from caseapp.gui.theme.icons import pixmap
from caseapp.gui.theme.meaning import Meaning
from caseapp.gui.theme.sheet import style_sheet
from caseapp.gui.theme.theme import Scheme, Theme, palette
from caseapp.gui.theme.tokens import DARK, LIGHT, Palette
from caseapp.paths import resource

ON = {
    "ink": ("page", "surface", "sunken", "wash", "notice"),
    "soft": ("page", "surface", "sunken"),
    "accent": ("page", "surface"),
    "met": ("page", "surface"),
    "not_met": ("page", "surface", "notice"),
    "not_asked": ("page", "surface", "notice"),
    "not_covered": ("page", "surface"),
    "on_accent": ("accent", "accent_strong"),
}


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), [(text, ground) for text, grounds in ON.items() for ground in grounds])
def test_every_text_can_be_read_on_its_ground(shown: Palette, text: str, ground: str):
    assert contrast(getattr(shown, text), getattr(shown, ground)) >= 4.5


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(shown: Palette):
    assert contrast(shown.line_strong, shown.surface) >= 3


def test_a_colour_is_written_down_nowhere_but_in_the_tokens():
    sheet = style_sheet(LIGHT, arrow="a", tick="t")
    known = {value for value in LIGHT if isinstance(value, str)}
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= known
    assert "$" not in sheet


def test_every_meaning_is_an_icon_and_a_word_of_its_own(qapp):
    signs = [meaning.sign for meaning in Meaning]
    assert len({(sign.icon, sign.word) for sign in signs}) == len(signs)
    for sign in signs:
        assert sign.word
        assert not pixmap(sign.icon, "#000000").isNull()


def test_every_icon_takes_its_colour_from_the_palette():
    for drawing in resource("icons").glob("*.svg"):
        text = drawing.read_text("utf-8")
        marked = drawing.stem.endswith(("-light", "-dark"))
        assert marked or ("currentColor" in text and "#" not in text), drawing.name


def test_the_scheme_can_be_chosen_and_every_choice_has_a_word(qapp, theme: Theme):
    theme.choose(Scheme.DARK)
    assert palette() is DARK
    assert qapp.palette().window().color().name() == DARK.page
    theme.choose(Scheme.LIGHT)
    assert palette() is LIGHT
    assert set(SCHEME_WORDS) == set(Scheme)


def test_the_screen_font_writes_chinese_and_its_figures_have_one_width(qapp, theme: Theme):
    metrics = QFontMetricsF(qapp.font())
    assert metrics.inFont("案")
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1
    assert qapp.font().pointSizeF() == tokens.BODY_POINTS


def test_english_quotation_marks_are_narrow_and_chinese_ones_wide(qapp, theme: Theme):
    width = {}
    for language in ("zh_CN", "en"):
        theme.fit(language)
        width[language] = QFontMetricsF(qapp.font()).horizontalAdvance("“")
    theme.fit("en")
    assert width["en"] < 0.7 * width["zh_CN"]


def test_a_rare_name_is_never_shown_as_a_box(theme, qapp):
    from PySide6.QtGui import QGlyphRun, QTextLayout

    layout = QTextLayout("𠮷龘𬭚䶮", qapp.font())
    layout.beginLayout()
    layout.createLine().setLineWidth(1000)
    layout.endLayout()
    runs: list[QGlyphRun] = layout.glyphRuns()
    assert sum(len(run.glyphIndexes()) for run in runs) == 4
    assert all(index != 0 for run in runs for index in run.glyphIndexes())
