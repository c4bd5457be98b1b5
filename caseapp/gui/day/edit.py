"""A field for a day. It is empty until somebody types; beside it stands which day was understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from caseapp.domain.days import ImpreciseDay
from caseapp.errors import BadInput
from caseapp.gui.day.said import distance, people_say, rough, rough_short
from caseapp.gui.day.text import Expects, read_day
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Text
from caseapp.gui.words import Retranslated
from caseapp.i18n import N_, _, screen


class DayEdit(Retranslated, QWidget):
    """Takes an exact day, a month, a year or "about"; ``exact_only`` refuses what is not one day.

    ``below``: the day understood stands under the line, for a place too narrow for both side by side.
    """

    changed = Signal()

    def __init__(
        self,
        today: Callable[[], date] = date.today,
        *,
        name: str = "",
        expects: Expects = Expects.PAST,
        exact_only: bool = False,
        below: bool = False,
    ) -> None:
        super().__init__()
        self._today, self._expects, self._exact_only = today, expects, exact_only
        self._day: ImpreciseDay | None = None
        self._problem = ""
        self.setObjectName(name)
        # Translators: example in an empty field for a date.
        self.line = Line(N_("e.g. 15 June, 2026-6-15") if exact_only else N_("e.g. 15 June, June 2026, 2026"))
        self.line.setObjectName(f"{name}_line")
        self.line.setFixedWidth(230)
        self.understood = Text("", "small")
        self.understood.setObjectName(f"{name}_understood")
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 if below else 8)
        row.addWidget(self.line)
        row.addWidget(self.understood, 1, Qt.AlignmentFlag.AlignTop if below else Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._typed)

    @property
    def day(self) -> ImpreciseDay | None:
        """The day understood; None while the field is empty or not understood."""
        return self._day

    @property
    def exact_day(self) -> date | None:
        """The day, where it is one day."""
        return self._day.exact if self._day else None

    @property
    def problem(self) -> str:
        """What is wrong with the text, in the screen's language; empty if nothing is."""
        return self._problem

    def expect(self, expects: Expects) -> None:
        """Say which year is meant from now on where none is typed."""
        self._expects = expects
        self._typed(self.line.text())

    def show_day(self, day: ImpreciseDay | date | None) -> None:
        """Show a day that is already known."""
        if isinstance(day, date):
            day = ImpreciseDay.on(day)
        self.line.setText(rough_short(day))

    def retranslate(self) -> None:
        self._say()

    def _typed(self, _text: str) -> None:
        before = self._day
        self._say()
        if self._day != before:
            self.changed.emit()

    def _say(self) -> None:
        self._day, self._problem = None, ""
        try:
            day = read_day(self.line.text(), self._today(), self._expects)
        except BadInput as error:
            self._problem = error.say(screen())
        else:
            if day and self._exact_only and not day.exact:
                self._problem = _("This has to be one exact day.")
            else:
                self._day = day
        self.understood.setText(self._problem or (self._in_words(self._day) if self._day else ""))
        self.understood.set_role("problem" if self._problem else "small")

    def _in_words(self, day: ImpreciseDay) -> str:
        today = self._today()
        if day.exact is None:
            return rough(day)
        if day.exact.year == today.year:
            return people_say(day.exact, today)
        return _("{date} ({distance})").format(date=rough(day), distance=distance(day.exact, today))
