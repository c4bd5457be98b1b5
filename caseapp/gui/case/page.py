"""The page of one case. It reads the case once and hands it to whichever tab is in front."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import CaseId
from caseapp.gui.case.header import CaseHeader
from caseapp.gui.case.page_keys import RECORD, RECORD_KEY
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.case.tabs import TABS, has_tab
from caseapp.gui.desk import Desk
from caseapp.gui.pages import Page
from caseapp.gui.parts.stack import LazyStack
from caseapp.gui.words import Retranslated
from caseapp.i18n import _
from caseapp.work.cases import case_file


class CasePage(Retranslated, Page):
    """Header, tab bar, and the tab in front. A tab with something unsaved waits with its case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._case: CaseId | None = None
        self._file: CaseFile | None = None
        self._as_opened: CaseFile | None = None
        self._asked: tuple[str, object] | None = None
        self._stacks: dict[CaseId, LazyStack] = {}
        self._spare: LazyStack | None = None
        self.header = CaseHeader(desk)
        self.bar = QTabBar()
        self.bar.setObjectName("case_tabs")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        for entry in TABS:
            self.bar.addTab(_(entry.title))
        self._outer = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.bar)
        column.addWidget(self._outer, 1)
        self.bar.currentChanged.connect(self._picked)
        desk.changed.connect(self._read_again)
        self._give_keys()

    def arrive(self, what: object) -> None:
        """``what`` is a case id, or (case id, tab name, what to show there)."""
        case, tab, shown = what if isinstance(what, tuple) else (what, "", None)
        if not isinstance(case, str):
            return
        if case != self._case:
            self._leave()
            self._file = self._as_opened = None
        self._case = CaseId(case)
        self._asked = (tab if has_tab(tab) else self._front_name(), shown)
        self._read_again()

    def steps_ahead(self) -> Iterator[object]:
        """The tab that is in front when a case is opened, with nothing in it yet."""
        if self._case is None and self._spare is None:
            self._spare = LazyStack()
            self._outer.addWidget(self._spare)
            entry = TABS[0]
            tab = self._spare.made(entry.name, lambda: self._built(entry.build(self.desk), entry.name))
            for step in chain((tab,), tab.steps_ahead()):
                for part in tab.findChildren(QWidget):
                    part.ensurePolished()  # or all of them are dressed at once when the tab is shown
                yield step

    def tab(self, name: str) -> CaseTab:
        """The tab of that name for the case shown, made if need be."""
        entry = next(entry for entry in TABS if entry.name == name)
        return self._stack().made(name, lambda: self._built(entry.build(self.desk), name))

    def record_visit(self) -> None:
        """Begin a new visit, from whichever tab."""
        self._go("visits", RECORD)

    def retranslate(self) -> None:
        for number, entry in enumerate(TABS):
            self.bar.setTabText(number, _(entry.title))

    def _give_keys(self) -> None:
        keys = {f"Alt+{number + 1}": number for number in range(len(TABS))}
        for key, number in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda number=number: self.bar.setCurrentIndex(number))
        record = QShortcut(QKeySequence(RECORD_KEY), self)
        record.activated.connect(self.record_visit)

    def _stack(self) -> LazyStack:
        assert self._case is not None
        if self._case not in self._stacks:
            stack, self._spare = self._spare or LazyStack(), None
            self._stacks[self._case] = stack
            self._outer.addWidget(stack)
        return self._stacks[self._case]

    def _leave(self) -> None:
        """Take apart what was shown of the case before, unless something in it is not saved; what moves on waits."""
        stack = self._stacks.get(self._case) if self._case else None
        if stack is not None and self._case and not any(tab.unfinished() for tab in stack.findChildren(CaseTab)):
            del self._stacks[self._case]
            stack.keep_only(lambda tab: isinstance(tab, CaseTab) and tab.moves_on)
            if self._spare is not None:
                self._outer.removeWidget(self._spare)
                self._spare.deleteLater()
            self._spare = stack
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(0)
        self.bar.blockSignals(False)

    def _picked(self, _index: int) -> None:
        """A tab was chosen by hand: that stands, also against one asked for while the case was still being read."""
        self._asked = None
        self._show_front()

    def _front_name(self) -> str:
        return TABS[self.bar.currentIndex()].name

    def _built(self, tab: CaseTab, name: str) -> CaseTab:
        tab.setObjectName(f"tab_{name}")
        tab.went.connect(self._go)
        return tab

    def _go(self, tab: str, what: object) -> None:
        if has_tab(tab):
            self._asked = (tab, what)
            self._take_to_front()

    def _read_again(self) -> None:
        case = self._case
        if case is not None:
            self.desk.read(self, lambda: case_file(self.desk.session, case), self._show_file)

    def _show_file(self, file: CaseFile) -> None:
        if file.case.id != self._case:
            return
        if self._file is None or self._as_opened is None:
            self._as_opened = file
        self._file = file
        self._outer.setCurrentWidget(self._stack())
        if not self._take_to_front():
            self._show_front()
        self.header.show_case(file)  # last: what it looks up beside must not slow the making of the tab

    def _take_to_front(self) -> bool:
        if self._asked is None or self._file is None:
            return False
        (name, what), self._asked = self._asked, None
        number = next(number for number, entry in enumerate(TABS) if entry.name == name)
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(number)
        self.bar.blockSignals(False)
        self._show_front()
        self.tab(name).arrive(what)
        return True

    def _show_front(self) -> None:
        if self._file is not None:
            tab = self.tab(self._front_name())
            tab.as_opened = self._as_opened
            self._stack().setCurrentWidget(tab)
            tab.show_case(self._file)
