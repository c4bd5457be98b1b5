"""What people call an office: its name where somebody entered one, else the kind of office it is."""

from __future__ import annotations

from caseapp.domain.labels import label
from caseapp.domain.offices import Office
from caseapp.i18n import N_, catalogue
from caseapp.letters.both import Both

NOT_NAMED = N_("an office that was not named")


def say_office(office: Office | None) -> Both:
    """Its name in each language; a name known in one language only stands in both."""
    kind = NOT_NAMED if office is None else label(office.kind)
    known = Both("", "") if office is None else Both(office.name_zh.strip(), office.name_en.strip())
    return Both(
        known.zh or known.en or catalogue("zh_CN").gettext(kind),
        known.en or known.zh or catalogue("en").gettext(kind),
    )
