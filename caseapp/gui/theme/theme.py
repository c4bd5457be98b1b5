"""Which scheme is shown: the system's, light or dark; and the application and its window dressed in it.

The style sheet is the window's, not the application's: with one on the application Qt matches every rule anew for a
whole tree of widgets each time a part of it is put into its place, which took longer than everything else together.
"""

from __future__ import annotations

from enum import Enum

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from caseapp.gui.theme.fonts import ScreenFont
from caseapp.gui.theme.sheet import style_sheet
from caseapp.gui.theme.tokens import DARK, LIGHT, Palette
from caseapp.i18n import screen_language
from caseapp.paths import resource


class Scheme(Enum):
    """What the reader chose. The value is written in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_shown = LIGHT


def palette() -> Palette:
    """The colours shown now."""
    return _shown


class Theme(QObject):
    """Dresses the application and follows the system's scheme while the reader has not chosen one."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._system_is_dark = app.palette().window().color().lightness() < 128
        self._sheet = ""
        self._windows: list[QWidget] = []
        self._font = ScreenFont(app)
        app.setFont(self._font.speaking(screen_language()))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    @property
    def scheme(self) -> Scheme:
        """What the reader chose."""
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        """Show ``scheme`` from now on."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._dress()

    def dress(self, window: QWidget) -> None:
        """Show this window, and every window that belongs to it, in the colours chosen now and later."""
        self._windows = [known for known in self._windows if isValid(known)] + [window]
        window.setStyleSheet(self._sheet)

    def fit(self, language: str) -> None:
        """Use the faces of this language from now on."""
        self._app.setFont(self._font.speaking(language))

    def _system_changed(self, scheme: QtCore.Qt.ColorScheme) -> None:
        self._system_is_dark = scheme == QtCore.Qt.ColorScheme.Dark
        self._dress()

    def _wanted(self) -> Palette:
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._system_is_dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def _dress(self) -> None:
        global _shown
        _shown = self._wanted()
        shade = "dark" if _shown.dark else "light"
        arrow, tick = (resource("icons", f"{mark}-{shade}.svg").as_posix() for mark in ("arrow-down", "tick"))
        self._sheet = style_sheet(_shown, arrow=arrow, tick=tick)
        windows = [window for window in self._windows if isValid(window)]
        for window in windows:
            window.setStyleSheet("")  # taking one off and putting another on is many times quicker than changing it
        self._app.setPalette(qt_palette(_shown))
        for window in windows:
            window.setStyleSheet(self._sheet)
        self.changed.emit()


def qt_palette(shown: Palette) -> QPalette:
    """The same colours for what Qt paints without the style sheet."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in {
        roles.Window: shown.page,
        roles.WindowText: shown.ink,
        roles.Base: shown.surface,
        roles.AlternateBase: shown.surface,
        roles.Text: shown.ink,
        roles.PlaceholderText: shown.soft,
        roles.Button: shown.surface,
        roles.ButtonText: shown.ink,
        roles.ToolTipBase: shown.surface,
        roles.ToolTipText: shown.ink,
        roles.Highlight: shown.accent,
        roles.HighlightedText: shown.on_accent,
        roles.Link: shown.accent,
        roles.Mid: shown.line_strong,
    }.items():
        made.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(disabled, role, QColor(shown.soft))
    return made
