"""What a change of rules does to our cases: between two days, or once a changed file takes the place of a stored one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from caseapp.domain.days import add_months
from caseapp.gui.both import in_language
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.fields import Field
from caseapp.gui.parts.files import ask_files_to_read
from caseapp.gui.parts.inputs import Choice
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.text import Rule, Words
from caseapp.gui.policies.change_rows import ImpactView
from caseapp.gui.policies.side import Side
from caseapp.gui.theme import tokens
from caseapp.i18n import N_
from caseapp.work import rules_shown
from caseapp.work.impact import Impact
from caseapp.work.progress import Progress
from caseapp.work.rules_shown import ShownPlace

WIDEST = 860
DAY_WIDTH = 170
BACK_MONTHS = 12
"""How far back the first day lies before anybody chose another."""


class ChangesSide(Side):
    """Looks through the casebook when asked, with progress, and can be stopped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._places: dict[str, ShownPlace] = {}
        self._progress: Progress | None = None
        self.view: ImpactView | None = None
        self.earlier, self.later = (self._day(name) for name in ("changes_from", "changes_to"))
        self.earlier.show_day(add_months(desk.today(), -BACK_MONTHS))
        self.later.show_day(desk.today())
        self.place: Choice[str] = Choice((), self._name, name="changes_place", empty=N_("all places"))
        self.look = Action(N_("See what changed"), self._look, name="changes_look", icon="search", role="primary")
        # Translators: button: try a file of rules before it takes the place of the stored one.
        self.file = Action(N_("Try a changed file"), self._ask_file, name="changes_file", role="quiet")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(320)
        self.bar.setTextVisible(False)
        self.stop = Action(N_("Stop"), self._cancel, name="changes_stop")
        self.stack = QStackedWidget()
        self.empty = EmptyPage(
            N_(
                "Choose two days. Every case is held against the rules of both, with the facts as they are, so that only "
                "the rules differ."
            )
        )
        self._lay_out()
        desk.read(self, rules_shown.places, self._show_places)

    def _show_places(self, places: Sequence[ShownPlace]) -> None:
        self._places = {place.id: place for place in places}
        self.place.offer(tuple(self._places))

    def _look(self) -> None:
        from caseapp.work.impact import impact_of_days

        earlier, later, place, session = self.earlier.exact_day, self.later.exact_day, self.place.value(), self.desk.session
        if earlier is not None and later is not None:
            first, last = min(earlier, later), max(earlier, later)
            self._start(lambda progress: impact_of_days(session, first, last, place, progress))

    def _ask_file(self) -> None:
        ask_files_to_read(self, N_("A changed file of rules"), self._try, name="changes_choose", patterns="YAML (*.yaml)")

    def _try(self, path: Path) -> None:
        from caseapp.policy.packs import load, load_file
        from caseapp.work.impact import impact_of_pack

        session, on = self.desk.session, self.desk.today()

        def hold(progress: Progress) -> Impact:
            tried = load_file(path)
            return impact_of_pack(session, load(tried.place.id), tried, on, progress)

        self._start(hold)

    def _start(self, work: Callable[[Progress], Impact]) -> None:
        self._cancel()
        self.bar.setMaximum(0)
        self.stack.setCurrentWidget(self._waiting)
        self._progress = self.desk.long(self, work, self._show, self._step, self._failed)

    def _show(self, impact: Impact) -> None:
        self._progress = None
        names = {place.id: place.name for place in self._places.values()}
        self.view = ImpactView(impact, names, self.desk.go)
        self.view.setMaximumWidth(WIDEST)
        area = scrolled(self.view, name="changes_area")
        if self.stack.count() > len(self._fixed):
            old = self.stack.widget(len(self._fixed))
            self.stack.removeWidget(old)
            old.deleteLater()
        self.stack.addWidget(area)
        self.stack.setCurrentWidget(area)

    def _step(self, done: int, total: int) -> None:
        self.bar.setMaximum(max(1, total))
        self.bar.setValue(done)

    def _failed(self, error: Exception) -> None:
        self._progress = None
        self.stack.setCurrentWidget(self.empty)
        self.desk.fail(error)

    def _cancel(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            self._progress = None
            self.stack.setCurrentWidget(self.empty)

    def _name(self, place: str) -> str:
        return in_language(self._places[place].name) if place in self._places else place

    def _day(self, name: str) -> DayEdit:
        day = DayEdit(self.desk.today, name=name, exact_only=True, below=True)
        day.line.setFixedWidth(DAY_WIDTH)
        return day

    def _lay_out(self) -> None:
        self._waiting = QWidget()
        waiting = QVBoxLayout(self._waiting)
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        waiting.addWidget(Words(N_("Holding every case against both"), "soft"), 0, Qt.AlignmentFlag.AlignHCenter)
        waiting.addWidget(self.bar)
        waiting.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fixed = (self.empty, self._waiting)
        for page in self._fixed:
            self.stack.addWidget(page)
        asked = QHBoxLayout()
        asked.setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, tokens.PAGE_MARGIN, 4)
        asked.setSpacing(tokens.PAGE_MARGIN)
        for part in (
            Field(N_("From the rules of"), self.earlier), Field(N_("To the rules of"), self.later),
            Field(N_("Place"), self.place),
        ):  # fmt: skip
            asked.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        asked.addStretch(1)
        for button in (self.look, self.file):
            asked.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(asked)
        column.addWidget(Rule())
        column.addWidget(self.stack, 1)
