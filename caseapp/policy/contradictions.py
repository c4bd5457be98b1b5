"""Facts that cannot all be true: longer than a life, a part larger than its whole, a child older than its parent.

Nobody knows which of them is the slip of the pen, so none of them is judged: both are asked about again.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import NamedTuple

from caseapp.policy.catalogue import About, Change, catalogue
from caseapp.policy.span import Reading, Readings, high_end, low_end


class Clash(Enum):
    """Why two facts cannot both be true."""

    LONGER_THAN_LIFE = "longer_than_life"
    PART_EXCEEDS_WHOLE = "part_exceeds_whole"
    CHILD_OLDER_THAN_PARENT = "child_older_than_parent"
    ONE_DENIES_THE_OTHER = "one_denies_the_other"


class Contradiction(NamedTuple):
    """Two facts of the catalogue, by key, and why they cannot both be true."""

    clash: Clash
    fact: str
    other: str


WHOLES: Mapping[str, tuple[str, ...]] = {
    "employment_continuous_months": ("employment_months",),
    "social_insurance_continuous_months": ("social_insurance_months",),
    "spouse_social_insurance_continuous_months": ("spouse_social_insurance_months",),
    "social_insurance_months_last_12": ("social_insurance_months_last_24",),
    "social_insurance_months_last_24": ("social_insurance_months",),
    "social_insurance_high_base_months": ("social_insurance_months",),
    "social_insurance_months": ("province_social_insurance_months",),
    "child_local_primary_years": ("child_local_schooling_years",),
    "child_local_junior_years": ("child_local_schooling_years",),
    "child_local_senior_years": ("child_local_schooling_years", "child_province_senior_years"),
}
"""A part, and the wholes it cannot exceed."""

DENIED_BY: Mapping[str, str] = {
    "criminal_record_years_ago": "criminal_record",
    "hukou_years_since_local_transfer": "hukou_city_is_local",
}
"""A number that is above 0 only where the answer to another question is yes."""

_AGES = {About.APPLICANT: ("age", 1), About.CHILD: ("child_age", 2)}
"""Whose age a count cannot exceed, and by how many years the life may be longer than the age that is known: the year
that runs, and for a child the months between 31 August of the year of enrolment, on which its age counts, and the day."""
_A_YEAR = {"months": 12, "years": 1}


class _Limit(NamedTuple):
    """A number is a slip of the pen if it exceeds ``times`` another one and ``slack``."""

    other: str
    clash: Clash
    times: int = 1
    slack: int = 0


def contradictions(readings: Readings) -> tuple[Contradiction, ...]:
    """Every pair of facts that cannot both be true on a day. Spans contradict only if no number in them agrees."""
    limits = _limits()
    found = [
        Contradiction(clash, key, other)
        for key, reading in readings.items()
        if key in limits
        for other, clash, times, slack in limits[key]
        if other in readings and _exceeds(reading, readings[other], times, slack)
    ]
    return tuple(sorted(found, key=lambda one: (one.fact, one.other))) if found else ()


def _exceeds(reading: Reading, limit: Reading, times: int, slack: int) -> bool:
    """Whether even the least of one is more than ``times`` the most of the other and ``slack``. A no allows nothing."""
    if type(reading) is int and type(limit) is int:  # no bool: a no is no number
        return reading > (limit + slack) * times
    if isinstance(limit, bool):
        return not limit and low_end(reading) > 0
    most = high_end(limit, None)
    return most is not None and low_end(reading) > (most + slack) * times


@cache
def _limits() -> Mapping[str, tuple[_Limit, ...]]:
    """By fact the others it cannot exceed.

    A home is the household's, and a contract reaches into the future: neither is held against a life.
    """
    found: dict[str, list[_Limit]] = {}
    for kind in catalogue().values():
        age, slack = _AGES.get(kind.about, ("", 0))
        if not age or kind.key == age or kind.unit not in _A_YEAR or kind.shared or kind.change is Change.STABLE:
            continue
        found.setdefault(kind.key, []).append(_Limit(age, Clash.LONGER_THAN_LIFE, _A_YEAR[kind.unit], slack))
    for part, wholes in WHOLES.items():
        found.setdefault(part, []).extend(_Limit(whole, Clash.PART_EXCEEDS_WHOLE) for whole in wholes)
    for key, denied_by in DENIED_BY.items():
        found.setdefault(key, []).append(_Limit(denied_by, Clash.ONE_DENIES_THE_OTHER))
    found["child_age"] = [_Limit("age", Clash.CHILD_OLDER_THAN_PARENT, slack=1)]
    return {key: tuple(limits) for key, limits in found.items()}
