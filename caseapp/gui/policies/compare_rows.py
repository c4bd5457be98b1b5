"""Two versions of a rule, or rules of two places, side by side. What differs says so in a word, not by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from caseapp.gui.both import spoken
from caseapp.gui.day.said import full
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.sections import Sections
from caseapp.gui.parts.text import Rule, Words
from caseapp.gui.policies.points import quota_line
from caseapp.gui.policies.standing import SIGNS
from caseapp.gui.policies.words import item_gives, limit_line, tests
from caseapp.gui.theme import tokens
from caseapp.gui.words import Say, said
from caseapp.i18n import N_, _
from caseapp.letters.say.finding import both, plain
from caseapp.policy.compare import Kind, Part, Row, Side
from caseapp.policy.model import Caution, Criterion, NeededDocument, PointItem, Quota, Status, TimeLimit
from caseapp.policy.model import Words as PackWords
from caseapp.work.rules_shown import Standing

TOP = Qt.AlignmentFlag.AlignTop
MARK_WIDTH = 120

MARKS = {
    # Translators: mark of a row in a comparison of two rules.
    Kind.CHANGED: ("differs", "accent", N_("Differs")),
    # Translators: mark of a row in a comparison: it stands in the left rule only.
    Kind.ONLY_LEFT: ("back", "not_asked", N_("Only left")),
    # Translators: mark of a row in a comparison: it stands in the right rule only.
    Kind.ONLY_RIGHT: ("next", "not_asked", N_("Only right")),
    # Translators: mark of a row in a comparison of two rules.
    Kind.SAME: ("met", "soft", N_("The same")),
}
OTHER_WORDS = ("met", "soft", N_("Other words"))

HEADS = {
    # Translators: head in a comparison: the first and the last day of a rule.
    Part.FROM: N_("Days"),
    Part.UNTIL: N_("Days"),
    Part.STATUS: N_("Days"),
    Part.CRITERION: N_("What the rule asks"),
    Part.THRESHOLD: N_("Line to reach"),
    Part.APPLY_THRESHOLD: N_("Line to apply"),
    Part.POINT_ITEM: N_("Points"),
    Part.QUOTA: N_("Places"),
    Part.DOCUMENT: N_("Documents"),
    Part.TIME_LIMIT: N_("Time limits and windows"),
    Part.ENTITLEMENT: N_("What it gives"),
    Part.NOT_GIVEN: N_("What it does not give"),
    Part.WARNING: N_("What to know first"),
}
STATUSES = {
    Status.OK: N_("Dated, with a test"),
    Status.UNDATED: SIGNS[Standing.UNDATED].word,
    Status.PROSE: SIGNS[Standing.PROSE].word,
    Status.DRAFT: SIGNS[Standing.DRAFT].word,
}


class ComparisonView(Sections):
    """The rows under the heads of their parts. ``only_differing`` leaves out what is the same."""

    def __init__(self, rows: Sequence[Row], *, only_differing: bool) -> None:
        super().__init__()
        shown = [row for row in rows if not (only_differing and row.kind is Kind.SAME)]
        for head, of_head in groupby(shown, key=lambda row: HEADS[row.part]):
            self.under(head, _sheet(list(of_head)))
        if not shown:
            self.add(Words(N_("Nothing differs in what the program knows of them.")))
        self.column.addStretch(1)


def _sheet(rows: Sequence[Row]) -> QFrame:
    sheet = QFrame()
    sheet.setObjectName("card")
    grid = QGridLayout(sheet)
    grid.setContentsMargins(16, 10, 16, 10)
    grid.setHorizontalSpacing(tokens.PAGE_MARGIN)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    for number, row in enumerate(rows):
        if number:
            grid.addWidget(Rule(), 2 * number - 1, 0, 1, 3)
        grid.addWidget(_mark(row), 2 * number, 0, TOP)
        grid.addWidget(_cell(row.part, row.left), 2 * number, 1, TOP)
        grid.addWidget(_cell(row.part, row.right), 2 * number, 2, TOP)
    return sheet


def _mark(row: Row) -> QWidget:
    icon, colour, word = OTHER_WORDS if row.kind is Kind.SAME and "text" in row.differs else MARKS[row.kind]
    holder = QWidget()
    holder.setFixedWidth(MARK_WIDTH)
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    line.addWidget(Picture(icon, colour, 14))
    line.addWidget(Words(word, colour, wrap=False), 1)
    return holder


def _cell(part: Part, side: Side) -> QWidget:
    return Words(_said(part, side))


def _said(part: Part, side: Side) -> Say:
    """One side of a row in full."""
    match side:
        case None:
            return lambda: "–"
        case Criterion():
            return _lines(spoken(both(side.text)), tests(side))
        case PointItem():
            return _lines(spoken(both(side.text)), lambda: "\n".join(item_gives(side)))
        case NeededDocument():
            validity = side.validity
            return _lines(spoken(both(side.name)), spoken(both(validity)) if validity else "")
        case TimeLimit():
            return limit_line(side)
        case Caution():
            return spoken(both(side.text))
        case PackWords():
            return spoken(both(side))
        case Quota():
            return quota_line(side)
        case Status():
            return STATUSES[side]
        case Decimal():
            return lambda: plain(side)
        case date():
            # Translators: the first or the last day of a rule.
            words = N_("from {day}") if part is Part.FROM else N_("until {day}")
            return lambda: _(words).format(day=full(side))


def _lines(*parts: Say) -> Say:
    return lambda: "\n".join(text for part in parts if (text := said(part)))
