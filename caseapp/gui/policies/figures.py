"""What public sources say of a programme, year by year: how many asked, met the rule and got it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.gui.both import in_language
from caseapp.gui.parts.sections import as_written, table
from caseapp.gui.words import Say
from caseapp.i18n import N_, _
from caseapp.letters.say.finding import both, plain
from caseapp.policy.model import PublishedFigure

HEADS: tuple[Say, ...] = (
    N_("Year"),
    N_("Places"),
    # Translators: head of a column: how many people applied.
    N_("Applied"),
    # Translators: head of a column: how many met the rule.
    N_("Met"),
    # Translators: head of a column: how many people were given it.
    N_("Granted"),
    # Translators: head of a column: granted as a share of those who applied.
    N_("Share"),
    # Translators: head of a column: the lowest total that was admitted.
    N_("Lowest total"),
)
STRETCH = (2, 2, 2, 2, 2, 2, 2)


def figures_table(figures: tuple[PublishedFigure, ...]) -> QWidget:
    """A row a year, and below it what has to be said of a number, with the sources."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    rows = [_row(figure) for figure in figures]
    column.addWidget(table(HEADS, rows, STRETCH, frozenset(range(1, len(HEADS)))))
    for figure in figures:
        column.addWidget(as_written(_below(figure)))
    return holder


def _row(figure: PublishedFigure) -> tuple[Say, ...]:
    counts = (figure.places, figure.applied, figure.met, figure.granted)
    cutoff = figure.cutoff
    return (
        lambda: str(figure.year),
        *(_count(count) for count in counts),
        _share(figure),
        lambda: plain(cutoff) if cutoff is not None else "–",
    )


def _count(count: int | None) -> Say:
    return lambda: f"{count:,}" if count is not None else "–"


def _share(figure: PublishedFigure) -> Say:
    """Granted of those who applied, where both are known; else the share the source gives."""
    applied, granted = figure.applied, figure.granted
    low, high = figure.rate_percent, figure.rate_percent_max
    if applied and granted is not None:
        return lambda: f"{plain((Decimal(granted) * 100 / applied).quantize(Decimal('0.1')))} %"
    if low is not None:
        return lambda: f"{plain(low)}–{plain(high)} %" if high is not None else f"{plain(low)} %"
    return lambda: "–"


def _below(figure: PublishedFigure) -> Say:
    def words() -> str:
        note = in_language(both(figure.note)) if figure.note else ""
        of = in_language(both(figure.of)) if figure.of else ""
        # Translators: a year and what has to be said of its number, with the source.
        return _("{year}: {text}").format(
            year=figure.year, text=" · ".join(part for part in (of, note, figure.source) if part)
        )

    return words
