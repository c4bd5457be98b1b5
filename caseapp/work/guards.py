"""What no record may hold: names that read differently to different people, endless texts, years nobody can mean."""

from __future__ import annotations

import re
from datetime import date

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.record import specs
from caseapp.domain.text_guards import NAME_LIMIT, name_problem
from caseapp.errors import BadInput
from caseapp.exchange.days import FIRST_YEAR, LAST_YEAR
from caseapp.exchange.fields import NAME_FAULTS
from caseapp.i18n import N_

TEXT_LIMIT = 20_000_000
NAMES = frozenset(
    ("name", "nickname", "name_zh", "name_en", "label", "handle", "organisation", "title", "city", "district", "number")
)
"""Fields that people read as a name, by wire name."""

_BROKEN = re.compile("[\ud800-\udfff]")
BROKEN_TEXT = N_("A text holds a broken character. Type it again.")
TOO_LONG = N_("A text is longer than {limit} characters. Shorten it, or attach it as a file.")
NO_SUCH_YEAR = N_("One of the years cannot be. Look at the days again.")


def guard(record: object) -> None:
    """Raise :class:`BadInput` for a record that cannot be kept as it is."""
    for spec in specs(type(record)):
        value = getattr(record, spec.attribute)
        if isinstance(value, str) and value:
            _guard_text(value, name=spec.wire in NAMES)
        elif isinstance(value, date):
            _guard_year(value)
        elif isinstance(value, ImpreciseDay):
            _guard_year(value.earliest)
            _guard_year(value.latest)


def _guard_text(text: str, *, name: bool) -> None:
    if name and (problem := name_problem(text)):
        raise BadInput(NAME_FAULTS[problem], limit=NAME_LIMIT)
    if len(text) > TEXT_LIMIT:
        raise BadInput(TOO_LONG, limit=TEXT_LIMIT)
    if not text.isascii() and _BROKEN.search(text):
        raise BadInput(BROKEN_TEXT)


def _guard_year(day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadInput(NO_SUCH_YEAR)
