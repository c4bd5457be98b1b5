"""What a check shows beside its sentences, which are made in ``letters``: signs, and points as numbers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from caseapp.gui.theme.meaning import Meaning
from caseapp.letters.say.finding import plain
from caseapp.policy.points import CountedItem
from caseapp.policy.verdict import Verdict

MEANINGS = {
    Verdict.MET: Meaning.MET,
    Verdict.NOT_MET: Meaning.NOT_MET,
    Verdict.NOT_ASKED: Meaning.NOT_ASKED,
    Verdict.NOT_COVERED: Meaning.NOT_COVERED,
}


def earned(line: CountedItem) -> str:
    """The points an item adds; a dash where they are not known."""
    return "–" if line.points is None else plain(line.adds if line.counted else line.points)


def running_totals(items: tuple[CountedItem, ...]) -> Iterator[tuple[CountedItem, Decimal]]:
    """The items that count, each with the total up to it."""
    total = Decimal(0)
    for line in items:
        if line.counted and line.points is not None:
            total += line.adds
            yield line, total
