"""Points as a ledger: what counts with a running total, the line as a line, and what does not count and why."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from caseapp.gui.both import in_language, spoken
from caseapp.gui.case.check.words import earned, running_totals
from caseapp.gui.parts.fold import Fold
from caseapp.gui.parts.sections import with_small
from caseapp.gui.parts.text import Rule, Text, Words
from caseapp.gui.words import Say
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.letters.both import NOTHING
from caseapp.letters.say.finding import WHY_NOT, both, plain, say
from caseapp.policy.model import Points
from caseapp.policy.points import Count, CountedItem, WhyNot

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class PointsLedger(QFrame):
    """The points of one programme on one day."""

    def __init__(self, table: Points, count: Count) -> None:
        super().__init__()
        self.setObjectName("card")
        self._count = count
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._ledger(table))
        left_out = [line for line in count.items if not line.counted]
        if left_out:
            many = len(left_out)
            fold = Fold(
                lambda: _n("{count} item not counted", "{count} items not counted", many).format(count=many),
                _not_counted(left_out),
                name="points_not_counted",
                open_=True,
            )
            column.addWidget(fold)

    def _ledger(self, table: Points) -> QWidget:
        holder, grid = _grid()
        for place, head in enumerate((N_("Counted"), N_("Points"), N_("Running total"))):
            grid.addWidget(Words(head, "label", wrap=False), 0, place, RIGHT if place else Qt.AlignmentFlag.AlignLeft)
        row = 1
        for line, total in running_totals(self._count.items):
            below = (_capped(line),) if line.why_not else ()
            grid.addWidget(with_small(spoken(both(line.item.text)), *below), row, 0)
            grid.addWidget(Text(earned(line), wrap=False), row, 1, RIGHT)
            grid.addWidget(Text(plain(total), wrap=False), row, 2, RIGHT)
            row += 1
        for number, words in self._lines(table):
            grid.addWidget(Rule(), row, 0, 1, 3)
            grid.addWidget(Words(words), row + 1, 0)
            grid.addWidget(Text(plain(number), wrap=False), row + 1, 2, RIGHT)
            row += 2
        return holder

    def _lines(self, table: Points) -> list[tuple[Decimal, str]]:
        """The total, what it could still come to, and the lines it is held against."""
        count = self._count
        found = [(count.total, N_("Total counted"))]
        if count.total_max is not None and count.total_max != count.total:
            found.append((count.total_max, N_("At most, once everything is asked")))
        if table.threshold is not None:
            # Translators: points needed for the right itself.
            found.append((table.threshold, N_("Line to reach")))
        if table.apply_threshold is not None and table.apply_threshold != table.threshold:
            found.append((table.apply_threshold, N_("Line to apply")))
        line = table.threshold if table.threshold is not None else table.apply_threshold
        if line is not None and count.total < line:
            found.append((line - count.total, N_("Points still short of the line")))
        return found


def _capped(line: CountedItem) -> Say:
    """Why it counts for less than it gives, and what it gives."""
    why = say(WHY_NOT[line.why_not]) if line.why_not else NOTHING
    whole = line.uncapped if line.uncapped is not None else line.points
    if whole is None or whole == line.adds:
        return spoken(why)
    # Translators: why an item of a points table counts for less, and what it would give.
    return lambda: _("{why}; it would give {points}").format(why=in_language(why), points=plain(whole))


def _not_counted(lines: Sequence[CountedItem]) -> QWidget:
    holder, grid = _grid()
    for row, line in enumerate(lines):
        why = _capped(line) if line.why_not is WhyNot.BETTER_IN_GROUP else None
        said = spoken(say(WHY_NOT[line.why_not])) if line.why_not else N_("does not count")
        grid.addWidget(Words(spoken(both(line.item.text)), "soft"), row, 0)
        grid.addWidget(Words(why or said, "small"), row, 1, 1, 2)
    return holder


def _grid() -> tuple[QWidget, QGridLayout]:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    return holder, grid
