"""A version held against another of the same service, in the same place or another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.both import in_language
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Field
from caseapp.gui.parts.inputs import Choice, Tick
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.text import Rule, Words
from caseapp.gui.policies.compare_rows import MARK_WIDTH, ComparisonView
from caseapp.gui.policies.timeline import first_to_show, newest_first
from caseapp.gui.theme import tokens
from caseapp.i18n import N_
from caseapp.policy.compare import Row
from caseapp.work import rules_shown
from caseapp.work.rules_shown import ShownPlace, ShownVersion

WIDEST = 980


class ComparePanel(QWidget):
    """The left rule is the one that was in front; what stands right of it is chosen here."""

    left = Signal()
    """Back to the text of the rule."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._service, self._one = "", ""
        self._names: dict[str, str] = {}
        self._places: dict[str, ShownPlace] = {}
        self._versions: dict[str, ShownVersion] = {}
        self._rows: tuple[Row, ...] = ()
        self._offering = False
        self.view: ComparisonView | None = None
        self.name = Words("")
        self.name.setObjectName("compare_left")
        self.place: Choice[str] = Choice((), self._place_name, name="compare_place")
        self.version: Choice[str] = Choice((), self._version_name, name="compare_version")
        self.only = Tick(N_("Only what differs"), name="compare_only", on=True)
        self.nothing = Words(N_("No rule of this service is stored for this place."), "soft")
        self._lay_out()
        self.place.chosen.connect(lambda: None if self._offering else self._read_versions())
        self.version.chosen.connect(lambda: None if self._offering else self._compare())
        self.only.toggled.connect(lambda _on: self._show_rows())

    def compare(self, place: str, service: str, one: ShownVersion) -> None:
        """Hold a version against the one before it, or the one after, or that of another place."""
        self._place, self._service, self._one = place, service, one.id
        self.name.say(lambda: in_language(one.name))
        self._desk.read(self, rules_shown.places, self._offer_places)

    def _offer_places(self, places: Sequence[ShownPlace]) -> None:
        self._places = {place.id: place for place in places}
        self._offering = True
        self.place.offer(tuple(self._places))
        self.place.choose(self._place)
        self._offering = False
        self._read_versions()

    def _read_versions(self) -> None:
        place, service, on, session = self.place.value(), self._service, self._desk.today(), self._desk.session
        if place is not None:
            self._desk.read(
                self, lambda: (place, rules_shown.timeline(session, place, service, on)), lambda found: self._offer(*found)
            )

    def _offer(self, place: str, versions: Sequence[ShownVersion]) -> None:
        if place != self.place.value():
            return
        newest = newest_first(versions)
        keys = [version.id for version in newest]
        first = _beside(newest, self._one) or first_to_show(newest)
        self._versions = {version.id: version for version in versions}
        self._offering = True
        self.version.offer([key for key in keys if key != self._one])
        self.version.choose(first)
        self._offering = False
        self._compare()

    def _compare(self) -> None:
        other, place = self.version.value(), self.place.value()
        self.nothing.setVisible(other is None)
        if other is None or place is None:
            self._rows = ()
            self._show_rows()
            return
        one, here = self._one, self._place
        self._desk.read(
            self,
            lambda: (one, other, rules_shown.comparison((here, one), (place, other))),
            lambda found: self._show(*found),
        )

    def _show(self, one: str, other: str, rows: tuple[Row, ...]) -> None:
        if (one, other) == (self._one, self.version.value()):
            self._rows = rows
            self._show_rows()

    def _show_rows(self) -> None:
        old = self._area
        self.view = ComparisonView(self._rows, only_differing=self.only.isChecked()) if self.version.value() else None
        content = self.view or QWidget()
        content.setMaximumWidth(WIDEST)
        self._area = scrolled(content, name="compare_area")
        self._column.replaceWidget(old, self._area)
        old.hide()
        old.deleteLater()
        self._area.show()

    def _place_name(self, place: str) -> str:
        return in_language(self._places[place].name) if place in self._places else place

    def _version_name(self, version: str) -> str:
        return in_language(self._versions[version].name) if version in self._versions else version

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(Action(N_("Back to the text"), self.left.emit, name="compare_back", icon="back", role="quiet"))
        tools.addStretch(1)
        tools.addWidget(self.only)
        chosen = QWidget()
        column = QVBoxLayout(chosen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.place, self.version, self.nothing):
            column.addWidget(part)
        sides = QHBoxLayout()
        sides.setSpacing(tokens.PAGE_MARGIN)
        sides.addSpacing(MARK_WIDTH + tokens.PAGE_MARGIN)
        # Translators: what stands at the left of a comparison.
        sides.addWidget(Field(N_("Left"), self.name), 1, Qt.AlignmentFlag.AlignTop)
        # Translators: what stands at the right of a comparison.
        sides.addWidget(Field(N_("Right"), chosen), 1, Qt.AlignmentFlag.AlignTop)
        head = QWidget()
        head.setMaximumWidth(WIDEST + 2 * tokens.PAGE_MARGIN)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(tokens.PAGE_MARGIN, 0, 2 * tokens.PAGE_MARGIN, tokens.GRID)
        inside.setSpacing(4)
        inside.addLayout(tools)
        inside.addLayout(sides)
        self._area: QWidget = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(head)
        self._column.addWidget(Rule())
        self._column.addWidget(self._area, 1)


def _beside(newest: Sequence[ShownVersion], one: str) -> str | None:
    """What a version of this place is held against first: the one before it of the same rule, else one near it."""
    at = next((number for number, version in enumerate(newest) if version.id == one), None)
    if at is None:
        return None
    near = (*newest[at + 1 :], *reversed(newest[:at]))
    series = newest[at].programme.series
    return next((version.id for version in (*(v for v in near if v.programme.series == series), *near)), None)
