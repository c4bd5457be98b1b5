"""Step 1: the five questions. Each takes a day, "no", or nothing while it was not asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseapp.domain.cases import KeyDayKind
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.day.text import Expects
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Tick
from caseapp.gui.parts.text import Words
from caseapp.gui.words import Say
from caseapp.i18n import N_

if TYPE_CHECKING:
    from caseapp.work.intake import DayAnswer

ASKED: Mapping[KeyDayKind, Say] = {
    KeyDayKind.PAPER_RECEIVED: N_("Was any paper received from an office? On which day?"),
    KeyDayKind.INJURED: N_("Was anyone injured at work? On which day?"),
    KeyDayKind.LEFT_JOB: N_("Did anyone leave or lose a job? On which day?"),
    KeyDayKind.REGISTRATION_CLOSES: N_("Is there a registration that closes? On which day?"),
    KeyDayKind.DECISION_SERVED: N_("Was a decision, award or judgment served? On which day?"),
}


class FiveQuestions(Form):
    """The days that start or end a period, before anything else."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(spacing=14)
        self.add(Words(N_("Five questions first: a day among the answers may already be running."), "soft"))
        self._days: dict[KeyDayKind, DayEdit] = {}
        self._none: dict[KeyDayKind, Tick] = {}
        self.fields: dict[str, Field] = {}
        for kind, words in ASKED.items():
            expects = Expects.FUTURE if kind is KeyDayKind.REGISTRATION_CLOSES else Expects.PAST
            day = DayEdit(today, name=f"five_{kind.value}", expects=expects)
            # Translators: answer to a question such as "Was any paper received?"
            none = Tick(N_("It did not happen"), name=f"five_{kind.value}_none")
            day.changed.connect(lambda kind=kind: self._changed(kind))
            none.toggled.connect(lambda on, kind=kind: self._denied(kind, on))
            self._days[kind], self._none[kind] = day, none
            self.fields[kind.value] = Field(words, _row(day, none))
            self.add(self.fields[kind.value])

    def five(self) -> dict[KeyDayKind, DayAnswer]:
        """What was answered so far."""
        from caseapp.work.intake import NoDay

        return {kind: NoDay.DID_NOT_HAPPEN if self._none[kind].isChecked() else day.day for kind, day in self._days.items()}

    def unread(self) -> DayEdit | None:
        """The first field whose text is no day."""
        return next((day for day in self._days.values() if day.problem), None)

    def unanswered(self) -> int:
        """How many questions were not asked yet."""
        return sum(1 for answer in self.five().values() if answer is None)

    @property
    def first(self) -> QWidget:
        """Where typing begins."""
        return self._days[KeyDayKind.PAPER_RECEIVED]

    def _changed(self, kind: KeyDayKind) -> None:
        if self._days[kind].day is not None:
            self._none[kind].setChecked(False)
        self.changed.emit()

    def _denied(self, kind: KeyDayKind, on: bool) -> None:
        if on:
            self._days[kind].show_day(None)
        self.changed.emit()


def _row(day: DayEdit, none: Tick) -> QWidget:
    holder = QWidget()
    holder.setObjectName(f"{day.objectName()}_row")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(day, 1)
    row.addWidget(none, 0, Qt.AlignmentFlag.AlignVCenter)
    holder.setFocusProxy(day)
    return holder
