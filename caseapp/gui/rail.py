"""The left rail: the pages, and below them what is always at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from caseapp.gui.pages import PAGES, entry
from caseapp.gui.rail_button import RailButton
from caseapp.gui.theme import tokens
from caseapp.gui.theme.theme import Scheme, Theme
from caseapp.gui.words import LANGUAGE_NAMES, Language
from caseapp.i18n import N_, _

MARGIN, GAP = 8, 2
"""Above and below all buttons, and between them."""
SCHEME_WORDS = {
    # Translators: the window follows the system's light or dark colours.
    Scheme.SYSTEM: N_("As the system"),
    Scheme.LIGHT: N_("Light"),
    Scheme.DARK: N_("Dark"),
}


class Rail(QFrame):
    """Buttons only; what they do is handed in."""

    def __init__(
        self,
        language: Language,
        theme: Theme,
        *,
        go: Callable[[str], object],
        find: Callable[[], object],
        lock: Callable[[], object],
        visit: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(tokens.RAIL_WIDTH + 1)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MARGIN, 0, MARGIN)
        column.setSpacing(GAP)
        self.pages: dict[str, RailButton] = {}
        for page in PAGES:
            if page.title:
                button = RailButton(
                    page.title, page.icon, lambda name=page.name: go(name), name=f"rail_{page.name}", page=True
                )
                self.pages[page.name] = button
                column.addWidget(button)
        column.addStretch(1)
        # Translators: short word on the rail: find a case.
        self.find = RailButton(N_("Find"), "search", find, name="rail_find", page=False)
        self.visit = RailButton(N_("Visit mode"), "visit-mode", visit, name="rail_visit_mode", page=False)
        self.language = RailButton(
            lambda: LANGUAGE_NAMES[language.other()],
            "language",
            lambda: language.switch(language.other()),
            name="rail_language",
            page=False,
        )
        # Translators: light or dark colours of the window.
        self.theme = RailButton(N_("Colours"), "theme", self._offer_schemes, name="rail_theme", page=False)
        self.lock = RailButton(N_("Lock now"), "lock", lock, name="rail_lock", page=False)
        self._at_hand = (self.find, self.visit, self.language, self.theme, self.lock)
        for button in self._at_hand:
            column.addWidget(button)
        keys = {"Ctrl+K": find, "Ctrl+L": lock}
        for number, name in enumerate(self.pages, 1):
            keys[f"Ctrl+{number}"] = lambda name=name: go(name)
        for key, do in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(do)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a low window first those below the pages stand as icons alone, then every button stands closer."""
        everything = (*self.pages.values(), *self._at_hand)
        for button in everything:
            button.ensurePolished()  # before that it tells another height
            button.stand_closer(False)
        full = max(button.sizeHint().height() for button in self.pages.values()) + GAP
        wordy = len(everything) * full + 2 * MARGIN <= self.height()
        for button in self._at_hand:
            button.show_word(wordy)
        pages = len(self.pages) * full
        needed = pages + sum(button.sizeHint().height() + GAP for button in self._at_hand) + 2 * MARGIN
        for button in everything:
            button.stand_closer(needed > self.height())

    def mark(self, name: str) -> None:
        """Show which page is open; a page that is not on the rail leaves the mark where it was."""
        page = entry(name)
        name = page.under or name if page else name
        if name in self.pages:
            for each, button in self.pages.items():
                button.setChecked(each == name)

    def _offer_schemes(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("theme_menu")
        for scheme, words in SCHEME_WORDS.items():
            action = menu.addAction(_(words))
            action.setCheckable(True)
            action.setChecked(self._theme.scheme is scheme)
            action.triggered.connect(lambda _on=False, chosen=scheme: self._theme.choose(chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.theme.mapToGlobal(self.theme.rect().topRight()))
