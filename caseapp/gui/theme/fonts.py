"""The screen's font: the system's own where it can write Chinese, else the one that comes with the program."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from caseapp.gui.theme import tokens
from caseapp.paths import resource

CHINESE = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
ENGLISH = ("NotoSansSC-Latin-Regular.ttf", "NotoSansSC-Latin-Bold.ttf")
"""The quotation marks of an English sentence; those of the Chinese faces are as wide as a character."""
RARE = ("RareKai-Regular.ttf",)
"""Characters of names that hardly any font has (𠮷, 𬭚): a person's name is never shown as a box."""


@cache
def system_writes_chinese() -> bool:
    """Whether any installed font covers simplified Chinese; asked once, before fonts of our own are among them."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


class ScreenFont:
    """The font of the window in each language, at body size, with figures of one width."""

    def __init__(self, app: QApplication) -> None:
        self._plain = QFont(app.font())
        self._own = not system_writes_chinese()
        self._families: dict[tuple[str, ...], str] = {}

    def speaking(self, language: str) -> QFont:
        """The font for a language of the screen."""
        font = QFont(self._plain)
        faces = ((CHINESE,) if language == "zh_CN" else (ENGLISH, CHINESE)) if self._own else ()
        families = [family for family in map(self._family, faces) if family] or self._plain.families()
        rare = self._family(RARE)
        font.setFamilies([*families, rare] if rare else families)
        font.setPointSizeF(tokens.BODY_POINTS)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _family(self, faces: tuple[str, ...]) -> str:
        if faces not in self._families:
            self._families[faces], *_heavier = map(_load, faces)
        return self._families[faces]


def _load(name: str) -> str:
    """Register a bundled face; its family, or nothing where it cannot be read."""
    known = QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    families = QFontDatabase.applicationFontFamilies(known) if known >= 0 else []
    return families[0] if families else ""
