"""Policies & law: the rules of a place through time, what changes of them did to our cases, and the national law."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from caseapp.gui.desk import Desk
from caseapp.gui.pages import Page
from caseapp.gui.parts.stack import LazyStack
from caseapp.gui.parts.text import Words
from caseapp.gui.policies.side import Side
from caseapp.gui.theme import tokens
from caseapp.gui.words import Retranslated
from caseapp.i18n import N_, _


def _rules(desk: Desk) -> Side:
    from caseapp.gui.policies.rules import RulesSide

    return RulesSide(desk)


def _changes(desk: Desk) -> Side:
    from caseapp.gui.policies.changes import ChangesSide

    return ChangesSide(desk)


def _law(desk: Desk) -> Side:
    from caseapp.gui.policies.law import LawSide

    return LawSide(desk)


SIDES: tuple[tuple[str, str, Callable[[Desk], Side]], ...] = (
    # Translators: tab of the policies page: the rules of each place.
    ("rules", N_("Rules"), _rules),
    # Translators: tab of the policies page: what a change of rules did to our cases.
    ("changes", N_("What changed"), _changes),
    # Translators: tab of the policies page: national statutes.
    ("law", N_("National law"), _law),
)


class PoliciesPage(Retranslated, Page):
    """A title with its tabs, and the side in front; each side is made when it is first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.bar = QTabBar()
        self.bar.setObjectName("policies_tabs")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        for _name, title, _build in SIDES:
            self.bar.addTab(_(title))
        self._stack = LazyStack()
        self._lay_out()
        self.bar.currentChanged.connect(lambda index: self._show(SIDES[index][0], None))
        for number in range(len(SIDES)):
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.activated.connect(lambda number=number: self.bar.setCurrentIndex(number))

    def arrive(self, what: object) -> None:
        """``what`` is (name of a side, what to show there), or nothing."""
        name, shown = what if isinstance(what, tuple) else (SIDES[self.bar.currentIndex()][0], None)
        at = next((number for number, side in enumerate(SIDES) if side[0] == name), 0)
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(at)
        self.bar.blockSignals(False)
        self._show(SIDES[at][0], shown)

    def side(self, name: str) -> Side:
        """The side of that name, made if need be."""
        build = next(build for each, _title, build in SIDES if each == name)
        return self._stack.made(name, lambda: build(self.desk))

    def retranslate(self) -> None:
        for number, (_name, title, _build) in enumerate(SIDES):
            self.bar.setTabText(number, _(title))

    def _show(self, name: str, what: object) -> None:
        side = self.side(name)
        self._stack.setCurrentWidget(side)
        side.arrive(what)

    def _lay_out(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, tokens.PAGE_MARGIN, 0)
        row.setSpacing(3 * tokens.GRID)
        row.addWidget(Words(N_("Policies & law"), "title", wrap=False))
        row.addWidget(self.bar)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
