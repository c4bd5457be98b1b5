"""What would have to change: gaps with how and by when, what cannot change, and since when it could have been met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.both import spoken
from caseapp.gui.case.check.words import CLOSES
from caseapp.gui.days import full
from caseapp.gui.text import Words
from caseapp.gui.words import Say
from caseapp.i18n import N_, _, screen_language
from caseapp.letters.plan_json import plan_json
from caseapp.letters.say_finding import say_gap
from caseapp.policy.gaps import Gap
from caseapp.policy.model import Pack
from caseapp.policy.plan import Plan, ProgrammePlan
from caseapp.policy.verdict import Verdict

KIND_WIDTH = 110


class PlanPanel(QFrame):
    """The way to one programme."""

    def __init__(self, plan: Plan, one: ProgrammePlan) -> None:
        super().__init__()
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        outlook = Words(_outlook(one))
        outlook.setObjectName("plan_outlook")
        self.column.addWidget(outlook)
        pack = plan.checked.pack
        for gap in one.gaps:
            self.column.addWidget(_gap(gap, pack, one))
        if one.points is not None:
            self._points(_points_json(plan, one))

    def _points(self, way: Mapping[str, Any]) -> None:
        for text in (_said(way, "unreachable_because", english="unreachable_because"), _said(way, "ask")):
            if text is not None:
                self.column.addWidget(Words(text))
        steps = way["earliest"] if way["earliest_day"] else way["cheapest"]
        if steps:
            head = N_("Soonest by time") if way["earliest_day"] else N_("With the fewest steps")
            self.column.addWidget(Words(head, "label"))
        for step in steps:
            said = _said(step, "text")
            if said is not None:
                self.column.addWidget(Words(said))


def _outlook(one: ProgrammePlan) -> Say:
    """One sentence: by when, or that it cannot be, or that nobody can say."""
    since, earliest = one.could_have_passed, one.earliest
    if one.check.verdict is Verdict.MET:
        if since is None:
            return N_("Nothing stands in the way on this day.")
        return lambda: _("Nothing stands in the way. Met since {day}, as far as is known.").format(day=full(since))
    if one.ends_first:
        return N_("The rule as it is known ends before it could be met.")
    if one.reachable is False:
        return N_("On what is known this cannot be reached: what is missing cannot be changed.")
    if earliest is not None:
        return lambda: _("Earliest day, with every paper there and nothing broken off: {day}.").format(day=full(earliest))
    if one.reachable:
        return N_("It can be reached; how long the steps take, nobody can say.")
    return N_("Whether it can be reached cannot be said yet: something is not asked, or only the office can answer it.")


def _gap(gap: Gap, pack: Pack, one: ProgrammePlan) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(16)
    kind = Words(CLOSES[gap.kind], "label")
    kind.setFixedWidth(KIND_WIDTH)
    line.addWidget(kind)
    said = Words(spoken(say_gap(gap, pack, one.check.programme)))
    said.setObjectName(f"gap_{gap.finding.criterion.id}")
    line.addWidget(said, 1)
    return row


def _points_json(plan: Plan, one: ProgrammePlan) -> Mapping[str, Any]:
    """The points way in the words in which every reader gets it."""
    programmes: Any = plan_json(plan)["programmes"]
    way: Mapping[str, Any] = programmes[plan.programmes.index(one)]["points_plan"]
    return way


def _said(values: Mapping[str, Any], key: str, *, english: str = "") -> Say | None:
    """A text that was made in both languages; None where there is none."""
    zh, en = values.get(f"{key}_zh"), values.get(english or f"{key}_en")
    if not zh or not en:
        return None
    return lambda: str(en if screen_language() == "en" else zh)
