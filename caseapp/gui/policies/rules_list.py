"""Place and services, and above them a search over the rules of every place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseapp.domain.cases import Service
from caseapp.domain.labels import label
from caseapp.gui.both import in_language, spoken
from caseapp.gui.desk import Desk
from caseapp.gui.parts.chosen_rows import ChosenRow, ChosenRows, two_lines
from caseapp.gui.parts.inputs import Choice
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.gui.places import city_name
from caseapp.gui.policies.side import list_column, rolling
from caseapp.gui.words import Say
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.policy import packs
from caseapp.work import rules_shown
from caseapp.work.rule_search import FoundRule, FoundRules
from caseapp.work.rules_shown import ShownPlace, ShownService


class RulesList(QWidget):
    """While something is typed it shows what was found, else the services of the chosen place."""

    chosen = Signal(str, str, str)
    """Place, service, and the id of a version or nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._places: dict[str, ShownPlace] = {}
        self._service = ""
        self._wanted: tuple[str, str] | None = None
        self._offered: tuple[str, ...] = ()
        self._all_read = self._offering = False
        self.search = Line(N_("Search all rules"), name="rules_search")
        self.place: Choice[str] = Choice((), self._name, name="rules_place")
        self.services, self.results = ChosenRows(), ChosenRows()
        self.count = Words("", "small")
        self.count.setObjectName("rules_found")
        self._lay_out()
        soon = Soon(self, self._search)
        self.search.textChanged.connect(lambda _text: soon.ask())
        self.search.returnPressed.connect(self.results.setFocus)
        self.place.chosen.connect(lambda: None if self._offering else self._read_services())
        self.services.chosen.connect(self._choose)
        self.results.chosen.connect(self._open)
        home = desk.session.profile.city
        if home in packs.places():
            self._offer((home,), home)
        else:
            self._read_places()

    def go_to(self, place: str, programme: str) -> None:
        """Show a version, wherever it stands."""
        self._wanted = (place, programme)
        self.search.clear()
        self._offer(tuple(dict.fromkeys((*self._offered, place))), place)

    def _read_places(self) -> None:
        """Every place; it takes a moment, so that the own city is shown first."""
        self._all_read = True
        self._desk.read(self, rules_shown.places, self._show_places)

    def _show_places(self, places: Sequence[ShownPlace]) -> None:
        self._places = {place.id: place for place in places}
        shown = self.place.value()
        first = shown if shown in self._places else next(iter(self._places), "")
        if first == shown:
            self._offer(tuple(self._places), first, read=False)
        else:
            self._offer(tuple(self._places), first)

    def _offer(self, places: tuple[str, ...], chosen: str, *, read: bool = True) -> None:
        self._offered, self._offering = places, True
        self.place.offer(places)
        self.place.choose(chosen)
        self._offering = False
        if read:
            self._read_services()

    def _read_services(self) -> None:
        place, on, wanted = self.place.value(), self._desk.today(), self._wanted
        if place is None:
            return
        programme = wanted[1] if wanted and wanted[0] == place else ""
        self._desk.read(
            self, lambda: (place, programme, rules_shown.services_of(place, on)), lambda found: self._show_services(*found)
        )  # fmt: skip

    def _show_services(self, place: str, programme: str, services: Sequence[ShownService]) -> None:
        if place != self.place.value():
            return
        self.services.fill([_service_row(line) for line in services])
        known = [line.service for line in services]
        of_wanted = next((line.service for line in services if programme in line.programmes), "")
        self._wanted = None
        self._service = of_wanted or (self._service if self._service in known else next(iter(known), ""))
        self.services.mark(self._service)
        if self._service:
            self.chosen.emit(place, self._service, programme)
        if not self._all_read:
            self._read_places()

    def _choose(self, service: object) -> None:
        place = self.place.value()
        if place is not None and isinstance(service, str):
            self._service = service
            self.chosen.emit(place, service, "")

    def _search(self) -> None:
        from caseapp.work.rule_search import search_rules

        typed = self.search.value()
        if not typed:
            self._stack.setCurrentIndex(0)
            return
        self._desk.read(self, lambda: (typed, search_rules(typed)), lambda found: self._show_found(*found))

    def _show_found(self, typed: str, found: FoundRules) -> None:
        if typed != self.search.value():
            return
        self.results.fill([_found_row(number, rule) for number, rule in enumerate(found.rules)])
        self.count.say(_counted(found))
        self._stack.setCurrentIndex(1)

    def _open(self, found: object) -> None:
        if isinstance(found, FoundRule):
            self.chosen.emit(found.place, "", found.programme)

    def _name(self, place: str) -> str:
        return in_language(self._places[place].name) if place in self._places else city_name(place)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        by_place = QWidget()
        column = QVBoxLayout(by_place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.place)
        column.addWidget(rolling(self.services, name="rules_services"), 1)
        by_words = QWidget()
        column = QVBoxLayout(by_words)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.count)
        column.addWidget(rolling(self.results, name="rules_results"), 1)
        for page in (by_place, by_words):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(list_column(self.search, rows=self._stack))


def _service_row(line: ShownService) -> ChosenRow:
    versions, in_force = len(line.programmes), line.in_force

    def below() -> str:
        count = _n("{count} version", "{count} versions", versions).format(count=versions)
        if not in_force:
            return f"{count} · " + _("none in force")
        return f"{count} · " + _n("{count} in force", "{count} in force", in_force).format(count=in_force)

    return two_lines(line.service, label(Service(line.service)), below, name=f"service_{line.service}")


def _found_row(number: int, rule: FoundRule) -> ChosenRow:
    def below() -> str:
        text = in_language(rule.text)
        return " · ".join(part for part in (in_language(rule.place_name), text) if part)

    return two_lines(rule, spoken(rule.name), below, name=f"found_{number}")


def _counted(found: FoundRules) -> Say:
    count, shown = found.count, len(found.rules)

    def words() -> str:
        if count == 0:
            return _("No rule holds these words. Try fewer words, or a document number.")
        said = _n("{count} rule", "{count} rules", count).format(count=count)
        if count > shown:
            # Translators: how many rules were found, and how many of them are listed.
            return _("{rules}, the first {shown} are listed. Another word narrows it down.").format(rules=said, shown=shown)
        return said

    return words
