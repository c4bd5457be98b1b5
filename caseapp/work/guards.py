"""What no record may hold: names that read differently to different people, endless texts, years nobody can mean."""

from __future__ import annotations

from datetime import date

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.record import specs
from caseapp.domain.text_guards import NAME_LIMIT, NameProblem, name_problem
from caseapp.errors import BadInput
from caseapp.i18n import N_

FIRST_YEAR, LAST_YEAR = 1582, 2199
TEXT_LIMIT = 20_000_000
NAMES = frozenset(
    ("name", "nickname", "name_zh", "name_en", "label", "handle", "organisation", "title", "city", "district", "number")
)
"""Fields that people read as a name, by wire name."""

NAME_FAULTS = {
    NameProblem.TOO_LONG: N_("“{field}” is longer than {limit} characters. Shorten it."),
    NameProblem.REORDERS: N_("“{field}” holds a character that turns the direction of writing. Type it again."),
    NameProblem.CONTROL: N_("“{field}” holds a control character. Type it again."),
    NameProblem.BROKEN: N_("“{field}” holds a broken character. Type it again."),
}
BROKEN_TEXT = N_("“{field}” holds a broken character. Type it again.")
TOO_LONG = N_("“{field}” is longer than {limit} characters. Shorten it.")
NO_SUCH_YEAR = N_("The year in “{field}” cannot be. Look at the paper again.")


def guard(record: object) -> None:
    """Raise :class:`BadInput` naming the field that cannot be kept as it is."""
    for spec in specs(type(record)):
        value = getattr(record, spec.attribute)
        if isinstance(value, str) and value:
            _guard_text(spec.label or spec.wire, value, name=spec.wire in NAMES)
        elif isinstance(value, date):
            _guard_year(spec.label or spec.wire, value)
        elif isinstance(value, ImpreciseDay):
            _guard_year(spec.label or spec.wire, value.earliest)
            _guard_year(spec.label or spec.wire, value.latest)


def _guard_text(field: str, text: str, *, name: bool) -> None:
    if name and (problem := name_problem(text)):
        raise BadInput(NAME_FAULTS[problem], field=field, limit=NAME_LIMIT)
    if len(text) > TEXT_LIMIT:
        raise BadInput(TOO_LONG, field=field, limit=TEXT_LIMIT)
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise BadInput(BROKEN_TEXT, field=field)


def _guard_year(field: str, day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadInput(NO_SUCH_YEAR, field=field)
