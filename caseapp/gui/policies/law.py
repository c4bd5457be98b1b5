"""National law: the statutes with their articles, searched by any word, and which of them are in force today."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from caseapp.gui.both import in_language
from caseapp.gui.desk import Desk
from caseapp.gui.parts.chosen_rows import ChosenRow, ChosenRows, two_lines
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.listing import listing
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.gui.policies.law_detail import LEVELS, StatuteView
from caseapp.gui.policies.side import Side, list_and, list_column, rolling
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.work.law_shown import ShownStatute

WIDEST = 860


class LawSide(Side):
    """``arrive`` takes the id of a provision to show."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: dict[str, ShownStatute] = {}
        self._wanted = ""
        self.search = Line(N_("A word, a title or an article"), name="law_search")
        self.count = Words("", "small")
        self.count.setObjectName("law_count")
        self.rows = ChosenRows()
        self.view: StatuteView | None = None
        self.stack = QStackedWidget()
        self.nothing = EmptyPage(
            N_("No statute held here has these words. Try a shorter word, or the number of an article.")
        )
        self.stack.addWidget(self.nothing)
        left = list_column(self.search, self.count, rows=rolling(self.rows, name="law_list"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(list_and(left, self.stack))
        soon = Soon(self, self._read)
        self.search.textChanged.connect(lambda _text: soon.ask())
        self.rows.chosen.connect(self._choose)

    def arrive(self, what: object) -> None:
        if isinstance(what, str) and what:
            self._wanted = what
            self.search.clear()
        self._read()

    def _read(self) -> None:
        from caseapp.work.law_shown import law_shown

        typed, on = self.search.value(), self.desk.today()
        self.desk.read(self, lambda: (typed, law_shown(on, typed)), lambda found: self._show(*found))

    def _show(self, typed: str, found: Sequence[ShownStatute]) -> None:
        if typed != self.search.value():
            return
        before = self.view.statute if self.view else ""
        self._shown = {shown.statute.id: shown for shown in found}
        self.rows.fill([_row(shown) for shown in found])
        statutes, provisions = len(found), sum(len(shown.provisions) for shown in found)
        self.count.say(lambda: _counted(statutes, provisions))
        of_wanted = next((one.statute.id for one in found if any(p.id == self._wanted for p in one.provisions)), "")
        self._choose(of_wanted or (before if before in self._shown else next(iter(self._shown), "")))

    def _choose(self, statute: object) -> None:
        self.rows.mark(statute)
        shown = self._shown.get(str(statute))
        if self.view is not None:
            area, self.view = self.stack.widget(1), None
            self.stack.removeWidget(area)
            area.deleteLater()
        if shown is None:
            self.stack.setCurrentWidget(self.nothing)
            return
        self.view = StatuteView(shown)
        self.view.setMaximumWidth(WIDEST)
        area = scrolled(self.view, name="law_area")
        self.stack.addWidget(area)
        self.stack.setCurrentWidget(area)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.view.go_to(wanted, area)


def _row(shown: ShownStatute) -> ChosenRow:
    statute, count = shown.statute, len(shown.provisions)

    def below() -> str:
        level = _(LEVELS[statute.level]) if statute.level in LEVELS else statute.level
        parts = [level, _n("{count} article", "{count} articles", count).format(count=count)]
        if not shown.in_force:
            parts.append(_("not in force today"))
        return listing(parts)

    return two_lines(statute.id, lambda: in_language(shown.title), below, name=f"statute_{statute.id}")


def _counted(statutes: int, provisions: int) -> str:
    named = _n("{count} statute", "{count} statutes", statutes).format(count=statutes)
    return listing([named, _n("{count} article", "{count} articles", provisions).format(count=provisions)])
