"""What can be done if help does not come in time, and whether its own day has gone by."""

from __future__ import annotations

from datetime import date

from caseapp.domain.cases import Case
from caseapp.gui.day.said import exact
from caseapp.i18n import _


def fallback_words(case: Case, today: date) -> str:
    """The fallback of a case with its day; empty if there is none."""
    if not case.fallback:
        return ""
    if case.fallback_by is None:
        return _("Fallback: {fallback}").format(fallback=case.fallback)
    day = exact(case.fallback_by, today)
    if case.fallback_by < today:
        # Translators: {day} is the last day of the fallback, and lies behind.
        return _("Fallback, its day {day} has passed: {fallback}").format(day=day, fallback=case.fallback)
    return _("Fallback by {day}: {fallback}").format(day=day, fallback=case.fallback)
