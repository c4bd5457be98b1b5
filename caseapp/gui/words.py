"""The screen's language, switched while the window is open.

A widget that shows words keeps the English sentence (marked with ``N_``), not its translation, and says it again in
``retranslate`` when Qt tells it that the language changed. What the person typed is data and is never touched.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from caseapp import i18n

Say = str | Callable[[], str]
"""An English sentence marked with ``N_``, or a function that says something in the screen's language."""

LANGUAGE_NAMES = {"zh_CN": "中文", "en": "English"}
"""Each language by its own name, so that whoever reads only one of them finds it."""


def said(words: Say) -> str:
    """The words in the screen's language."""
    return i18n.gettext(words) if isinstance(words, str) and words else words() if callable(words) else ""


class Retranslated:
    """Mix into a widget that has words of its own: ``retranslate`` is called when the language changes."""

    def retranslate(self) -> None:
        """Say every word again."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]


class Language(QObject):
    """The language of the screen and of Qt's own words."""

    changed = Signal(str)

    def __init__(self, app: QApplication, language: str) -> None:
        super().__init__(app)
        self._app = app
        self.qt_words = QTranslator(self)
        self._use(language)

    @property
    def current(self) -> str:
        """``zh_CN`` or ``en``."""
        return i18n.screen_language()

    def switch(self, language: str) -> None:
        """Show ``language`` from now on, in every window, with nothing typed lost."""
        if language != self.current:
            self._use(language)
            for window in self._app.topLevelWidgets():
                if isValid(window):  # a list that belongs to a field can go while the field is said again
                    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
            self.changed.emit(self.current)

    def other(self) -> str:
        """The language that is not shown now."""
        return "en" if self.current == "zh_CN" else "zh_CN"

    def _use(self, language: str) -> None:
        i18n.use(language)
        QLocale.setDefault(QLocale(self.current))
        self._app.removeTranslator(self.qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self.current != "en" and self.qt_words.load(f"qtbase_{self.current}", folder):
            self._app.installTranslator(self.qt_words)
