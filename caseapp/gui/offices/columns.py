"""How an office is told in the register."""

from __future__ import annotations

from caseapp.domain.labels import label
from caseapp.gui.both import in_language
from caseapp.gui.days import rough_short
from caseapp.gui.places import place
from caseapp.gui.row_table import Column
from caseapp.i18n import N_, _
from caseapp.work.offices_shown import OfficeRow


def called(row: OfficeRow) -> str:
    """Its name; one without a name by its kind and place."""
    name = in_language(row.name)
    if row.office.name_zh.strip() or row.office.name_en.strip():
        return name
    return " · ".join(part for part in (name, place(row.office.city, row.office.district)) if part)


def where(row: OfficeRow) -> str:
    """City and district, with its level."""
    return " · ".join(part for part in (place(row.office.city, row.office.district), _(label(row.office.level))) if part)


def office_columns() -> tuple[Column[OfficeRow], ...]:
    """The columns; place and level are told by the hint."""
    return (
        Column(N_("Office"), called, 180, hint=lambda row: f"{called(row)} · {where(row)}"),
        Column(N_("Visits"), lambda row: str(row.visits), 56),
        Column(N_("Last visit"), lambda row: rough_short(row.last), 112),
    )
