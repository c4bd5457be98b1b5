"""The screen's font: the system's own where it can write Chinese, else the one that comes with the program."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from caseapp.gui.theme import tokens
from caseapp.paths import resource

BUNDLED = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


def system_writes_chinese() -> bool:
    """Whether any installed font covers simplified Chinese."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def screen_font(app: QApplication) -> QFont:
    """The font of the window, at body size, with figures of one width."""
    font = QFont(app.font())
    if not system_writes_chinese():
        families = [_load(name) for name in BUNDLED]
        font = QFont([families[0]] if families[0] else font.families())
    font.setPointSizeF(tokens.BODY_POINTS)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _load(name: str) -> str:
    """Register a bundled face; its family, or nothing where it cannot be read."""
    known = QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    families = QFontDatabase.applicationFontFamilies(known) if known >= 0 else []
    return families[0] if families else ""
