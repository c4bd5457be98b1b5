"""The versions of one service in one place, and beneath them the chosen one in full, or held against another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseapp.domain.cases import Service
from caseapp.domain.labels import label
from caseapp.gui.both import in_language
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Rule, Words
from caseapp.gui.policies.compare import ComparePanel
from caseapp.gui.policies.looks import LooksCard
from caseapp.gui.policies.reach import ReachCard
from caseapp.gui.policies.resting import RestingRows
from caseapp.gui.policies.side import rolling
from caseapp.gui.policies.timeline import AXIS, ROW, Timeline, first_to_show, newest_first
from caseapp.gui.policies.version import VersionView
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _
from caseapp.letters.both import Both
from caseapp.letters.say.finding import both
from caseapp.policy.model import Pack
from caseapp.policy.packs import load
from caseapp.work import rules_shown
from caseapp.work.rules_shown import ShownVersion

SHARE = 0.38
"""Of the height, for the line of time at most."""
WIDEST = 860
PAUSE_MS = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """What was asked for (place, service, version), and what was read for it."""

    asked: tuple[str, str, str]
    service: str
    pack: Pack
    versions: tuple[ShownVersion, ...]


class VersionsPanel(QStackedWidget):
    """Either the line of time over the text, or a comparison."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._place = self._service = ""
        self._asked = ("", "", "")
        self._place_name = Both("", "")
        self._versions: tuple[ShownVersion, ...] = ()
        self._pack: Pack | None = None
        self.title = Words("", "section")
        self.title.setObjectName("versions_title")
        self.timeline = Timeline()
        self.view: VersionView | None = None
        self.comparison = ComparePanel(desk)
        self._reading = QWidget()
        self._lay_out()
        for page in (self._reading, self.comparison):
            self.addWidget(page)
        self._key: object = None
        self._soon = Soon(self, lambda: self._choose(self._key), PAUSE_MS)
        self.timeline.rows.chosen.connect(self._choose_soon)
        self.comparison.left.connect(self._leave_comparison)

    def show_service(self, place: str, service: str, programme: str) -> None:
        """Show the versions of a service, and one of them: ``programme``, or the one in force today."""
        on, session = self._desk.today(), self._desk.session
        self._asked = (place, service, programme)

        def read() -> Shown:
            wanted = service or rules_shown.programme_of(place, programme)[1].service
            return Shown((place, service, programme), wanted, load(place), rules_shown.timeline(session, place, wanted, on))

        self._desk.read(self, read, self._show)

    def _show(self, shown: Shown) -> None:
        if shown.asked != self._asked:
            return
        self._place, self._service, self._pack = shown.pack.place.id, shown.service, shown.pack
        self._versions = newest_first(shown.versions)
        self._place_name = both(shown.pack.place.name)
        programme = shown.asked[2]
        self.timeline.show_versions(self._versions, self._desk.today())
        self.title.say(self._titled)
        self._fit()
        first = programme or first_to_show(self._versions)
        self.timeline.rows.mark(first)
        self.setCurrentWidget(self._reading)
        self._choose(first)

    def _titled(self) -> str:
        return f"{in_language(self._place_name)} · {_(label(Service(self._service)))}"

    def _choose_soon(self, key: object) -> None:
        """The row is marked at once; whoever runs through the versions with a held key is not kept waiting by texts."""
        self._key = key
        self._soon.ask()

    def _choose(self, key: object) -> None:
        version = next((version for version in self._versions if version.id == key), None)
        if version is None or self._pack is None:
            return
        pack, programme = self._pack, version.programme
        own = (
            (N_("Who can meet it"), ReachCard(self._desk, pack, programme)),
            (N_("Open cases that rest on it"), RestingRows(self._desk, pack.place.id, programme.id)),
        )
        looks = LooksCard(self._desk, pack, programme)
        if self.view is not None:
            self._sheet.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        self.view = VersionView(pack, version, self._desk.today(), looks, own, self._holder)
        self._sheet.addWidget(self.view)
        self.view.show()

    def _compare(self) -> None:
        if self.view is not None:
            self.setCurrentWidget(self.comparison)
            self.comparison.compare(self._place, self._service, self.view.version)

    def _leave_comparison(self) -> None:
        self.setCurrentWidget(self._reading)
        self.timeline.rows.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the versions need, but never so high that nothing of the text is seen."""
        needed = AXIS + ROW * len(self._versions)
        most = max(AXIS + 3 * ROW, int(self.height() * SHARE))
        self._line.setFixedHeight(min(needed, most) + tokens.GRID)

    def _lay_out(self) -> None:
        self._line = rolling(self.timeline, name="timeline_area")
        self._holder = QWidget()
        self._holder.setMaximumWidth(WIDEST)
        self._sheet = QVBoxLayout(self._holder)
        self._sheet.setContentsMargins(0, 0, 0, 0)
        self._text = scrolled(self._holder, name="version_area")
        head = QHBoxLayout()
        head.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 0)
        head.addWidget(self.title, 1)
        # Translators: button: hold this version of a rule against another one.
        head.addWidget(Action(N_("Compare"), self._compare, name="compare_versions", role="quiet"))
        self._column = QVBoxLayout(self._reading)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self._line)
        self._column.addWidget(Rule())
        self._column.addWidget(self._text, 1)
