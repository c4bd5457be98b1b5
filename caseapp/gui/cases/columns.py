"""How a case is told in one line of the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from caseapp.domain.cases import Stage
from caseapp.domain.labels import label
from caseapp.gui.day.said import distance, exact
from caseapp.gui.parts.row_table import Column
from caseapp.gui.places import place
from caseapp.gui.theme.meaning import Meaning
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.work.cases import CaseRow

SOON_DAYS = 7
NEAR_DAYS = 60

STAGE = {Stage.WITH_US: Meaning.WITH_US, Stage.WITH_THEM: Meaning.WITH_THEM, Stage.CLOSED: Meaning.CLOSED}


def urgency(row: CaseRow, today: date) -> Meaning | None:
    """How near the day is after which help comes too late; nothing for a case that is closed or has no such day."""
    if row.useful_until is None or row.stage is Stage.CLOSED:
        return None
    days = (row.useful_until - today).days
    return Meaning.OVERDUE if days < 0 else Meaning.DUE_SOON if days <= SOON_DAYS else Meaning.LATER


def useful_until(row: CaseRow, today: date) -> str:
    """How far off the day is, where it is near; and the day."""
    if row.useful_until is None:
        return ""
    day = exact(row.useful_until, today)
    if abs((row.useful_until - today).days) > NEAR_DAYS or row.stage is Stage.CLOSED:
        return day
    return _("{distance}, {date}").format(distance=distance(row.useful_until, today), date=day)


def case_columns(today: Callable[[], date]) -> tuple[Column[CaseRow], ...]:
    """The columns of the list."""
    return (
        Column(N_("Number"), lambda row: row.number, 112),
        Column(N_("Client"), lambda row: row.client or _("no name yet"), 164, hint=lambda row: row.client),
        Column(N_("Service"), lambda row: _(label(row.service)), 160, hint=lambda row: _(label(row.service))),
        Column(N_("Place"), lambda row: place(row.city, row.district), 130, hint=lambda row: place(row.city, row.district)),
        Column(N_("Stage"), lambda row: _(label(row.stage)), 166, meaning=lambda row: STAGE[row.stage]),
        Column(
            N_("Useful until"),
            lambda row: useful_until(row, today()),
            184,
            meaning=lambda row: urgency(row, today()),
            hint=lambda row: exact(row.useful_until, today()) if row.useful_until else "",
        ),
        # Translators: column: when something in the case was last changed.
        Column(N_("Changed"), lambda row: distance(row.changed_on, today()), 144, only_wide=True),
    )
