"""How an office is told in the register."""

from __future__ import annotations

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.labels import label
from caseapp.domain.offices import Level
from caseapp.gui.both import in_language
from caseapp.gui.day.said import rough_short
from caseapp.gui.parts.row_table import Column
from caseapp.gui.places import place
from caseapp.i18n import N_, _
from caseapp.work.offices_shown import OfficeRow


def called(row: OfficeRow) -> str:
    """Its name; one without a name by its kind and place, and where that tells it from no other, by its case."""
    name = in_language(row.name)
    if row.office.name_zh.strip() or row.office.name_en.strip():
        return name
    return " · ".join(part for part in (name, place(row.office.city, row.office.district), row.only_in) if part)


def where(row: OfficeRow) -> str:
    """City and district, with its level; a school or an employer has none."""
    level = "" if row.office.level is Level.UNIT else _(label(row.office.level))
    return " · ".join(part for part in (place(row.office.city, row.office.district), level) if part)


def last_visit(day: ImpreciseDay | None) -> str:
    """The month of the last visit, or the years it lies in: enough to see whether an office is still asked."""
    if day is None:
        return ""
    first, last = day.earliest, day.latest
    if first.year != last.year:
        return f"{first.year}~{last.year}"
    return f"{last.year}-{last.month:02}" if first.month == last.month else f"{last.year}"


def office_columns() -> tuple[Column[OfficeRow], ...]:
    """The columns; place and level are told by the hint."""
    return (
        Column(N_("Office"), called, 180, hint=lambda row: f"{called(row)} · {where(row)}"),
        Column(N_("Visits"), lambda row: str(row.visits), 58),
        Column(N_("Last visit"), lambda row: last_visit(row.last), 84, hint=lambda row: rough_short(row.last)),
    )
