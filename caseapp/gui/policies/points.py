"""A points table as its text states it: the lines, and what each item gives."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QFrame, QWidget

from caseapp.gui.both import spoken
from caseapp.gui.parts.fields import card
from caseapp.gui.parts.listing import sentences
from caseapp.gui.parts.sections import notice, table
from caseapp.gui.parts.text import Words
from caseapp.gui.policies.words import item_gives
from caseapp.gui.words import Say
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.letters.say.finding import DOUBTS, both, plain
from caseapp.policy.check import Doubt
from caseapp.policy.model import PointItem, Points, Quota


def points_card(points: Points) -> QFrame:
    """The table of one version."""
    parts: list[QWidget] = []
    if not points.items_complete:
        parts.append(notice(Words(DOUBTS[Doubt.TABLE_INCOMPLETE])))
    parts += [Words(line) for line in _lines(points)]
    heads: tuple[Say, ...] = (N_("Item"), N_("What it gives"))
    parts.append(_table(heads, points.items))
    return card(*parts)


def _lines(points: Points) -> list[Say]:
    found: list[Say] = []
    for number, words in ((points.threshold, N_("Line to reach")), (points.apply_threshold, N_("Line to apply"))):
        if number is not None:
            found.append(lambda number=number, words=words: _line(words, number))
    if not found:
        found.append(N_("No line is published."))
    return found


def _line(words: str, number: Decimal) -> str:
    # Translators: a line of a points table, and its number.
    return _("{line}: {points}").format(line=_(words), points=plain(number))


def _table(heads: tuple[Say, ...], items: tuple[PointItem, ...]) -> QWidget:
    return table(heads, [(spoken(both(item.text)), _gives(item)) for item in items], (5, 4), frozenset())


def _gives(item: PointItem) -> Say:
    def words() -> str:
        lines = item_gives(item)
        if item.group is not None:
            lines.append(_("adds up within its group") if item.adds_up else _("only the best of its group counts"))
        return "\n".join(lines)

    return words


def quota_line(quota: Quota) -> Say:
    """How many places there are, and who gets them."""
    places = quota.per_year

    def words() -> str:
        if places is None:
            head = _("The number of places is not published.")
        else:
            head = _n("{places} place a year.", "{places} places a year.", places).format(places=f"{places:,}")
        if quota.by_rank:
            rank = _("The highest totals get them: meeting the line makes eligible, the place is decided by rank.")
        else:
            rank = _("Everyone who reaches the line gets one.")
        return sentences([head, rank])

    return words
