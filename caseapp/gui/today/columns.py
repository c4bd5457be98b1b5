"""How a line of Today is told, and how near it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from caseapp.domain.cases import Service
from caseapp.domain.labels import label
from caseapp.gui.both import in_language
from caseapp.gui.day.said import distance, exact
from caseapp.gui.parts.row_table import Column
from caseapp.gui.theme.meaning import Meaning
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.work.today import Entry

_MEANINGS = {
    "overdue": Meaning.OVERDUE, "today": Meaning.DUE_SOON, "soon": Meaning.DUE_SOON, "theirs": Meaning.WITH_THEM,
    "later": Meaning.LATER, "silent": Meaning.NOT_ASKED,
}  # fmt: skip
"""By the value of an urgency, which is decided where the days are."""


def meaning(entry: Entry) -> Meaning:
    """How near the day is. What the other side lets pass is no loss of the client's."""
    return _MEANINGS[entry.urgency.value]


def when(entry: Entry, on: date) -> str:
    """The day, and how far off it is."""
    said = _("{distance}, {date}").format(distance=distance(entry.day, on), date=exact(entry.day, on))
    # Translators: the holiday calendar of that year is not known yet.
    return _("{day} (provisional)").format(day=said) if entry.provisional else said


def what(entry: Entry) -> str:
    """What the day is of; a follow-up in its own words."""
    return entry.note or in_language(entry.what)


def whose(entry: Entry) -> str:
    """The case's number and what its client is called."""
    return " · ".join(part for part in (entry.number, entry.client) if part)


def today_columns(today: Callable[[], date]) -> tuple[Column[Entry], ...]:
    """The columns, the nearest day first."""
    return (
        Column(
            N_("Day"), lambda entry: when(entry, today()), 190, meaning=meaning,
            hint=lambda entry: when(entry, today()),
        ),
        Column(N_("What is due"), what, 400, hint=what),
        Column(N_("Case"), whose, 170, hint=whose),
        Column(N_("Service"), lambda entry: _(label(Service(entry.service))), 160, only_wide=True),
    )  # fmt: skip
