"""The patterns of a case as quiet chips; pressing one says why it shows, and lets a person confirm or reject it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.both import in_language, spoken
from caseapp.gui.case.overview.note_pattern import NotePatternDialog
from caseapp.gui.case.overview.reject import RejectDialog
from caseapp.gui.case.rows import Rows
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons, card
from caseapp.gui.parts.once import Once
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.work.patterns import CasePattern, How, case_patterns, confirm, withdraw

_HOW = {
    How.DERIVED: N_("Follows from the record"),
    How.CODED: N_("Judged by a caseworker"),
    How.REJECTED: N_("Rejected: counts nowhere"),
}


class PatternChips(QWidget):
    """At most one is unfolded; below them a person can note one that no rule derives."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CaseFile | None = None
        self._open = ""
        self.rows = Rows(spacing=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Words(N_("What shows in this case"), "label", wrap=False))
        column.addWidget(self.rows)
        self.note = Action(N_("Note a pattern"), self._note, name="note_pattern_button", icon="add", role="quiet")
        column.addWidget(buttons(self.note))

    def show_case(self, file: CaseFile) -> None:
        """Ask for the patterns of this case, and show them."""
        if self._file is not None and self._file.case.id != file.case.id:
            self._open = ""
            self.rows.fill([])
        self._file = file
        session, on, case = self._desk.session, self._desk.today(), file.case.id
        self._desk.derive(self, lambda: (file, case_patterns(session, case, on)), lambda found: self._show(*found))

    def _show(self, file: CaseFile, found: Sequence[CasePattern]) -> None:
        if file is not self._file:
            return
        chips = [_Chip(self._desk, file.case.id, pattern) for pattern in found]
        for chip in chips:
            chip.unfold(chip.pattern == self._open)
            chip.pressed.connect(self._unfold)
        self.rows.fill(chips)

    def _note(self) -> None:
        if self._file is not None:
            NotePatternDialog(self._desk, self._file.case.id, self).open()

    def _unfold(self, pattern: str) -> None:
        self._open = "" if pattern == self._open else pattern
        for chip in self.rows.parts:
            if isinstance(chip, _Chip):
                chip.unfold(chip.pattern == self._open)


class _Chip(QWidget):
    """One pattern: its name, and when pressed its reasons and what can be said to them."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, case: str, pattern: CasePattern) -> None:
        super().__init__()
        self._desk, self._case, self._pattern, self._once = desk, case, pattern, Once(desk)
        self.button = Action(self._said, lambda: self.pressed.emit(pattern.pattern), name="pattern_chip", role="segment")
        self.button.setCheckable(True)
        lines: list[QWidget] = [Words(spoken(sentence)) for sentence in pattern.why]
        self.why = card(*lines, Words(_HOW[pattern.how], "small"), buttons(*self._steps()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(buttons(self.button))
        column.addWidget(self.why)

    @property
    def pattern(self) -> str:
        """Which pattern it shows."""
        return self._pattern.pattern

    def unfold(self, on: bool) -> None:
        """Show the reasons, or hide them."""
        self.button.setChecked(on)
        self.why.setVisible(on)

    def _said(self) -> str:
        name = in_language(self._pattern.name)
        # Translators: a pattern that a caseworker rejected.
        return _("{pattern} (rejected)").format(pattern=name) if self._pattern.how is How.REJECTED else name

    def _steps(self) -> tuple[Action, ...]:
        if self._pattern.mark is not None:
            return (Action(N_("Take the judgement back"), self._withdraw, name="pattern_withdraw", role="quiet"),)
        return (
            Action(N_("Confirm"), self._confirm, name="pattern_confirm", role="quiet"),
            Action(N_("Does not fit"), self._ask_why_not, name="pattern_reject", role="quiet"),
        )

    def _confirm(self) -> None:
        session, now = self._desk.session, self._desk.now()
        self._once.write(self, lambda: confirm(session, self._case, self.pattern, now), lambda _mark: None)

    def _withdraw(self) -> None:
        session, now, mark = self._desk.session, self._desk.now(), self._pattern.mark
        if mark is not None:
            self._desk.write(self, lambda: withdraw(session, mark.id, now))

    def _ask_why_not(self) -> None:
        RejectDialog(self._desk, self._case, self._pattern, self).open()
