"""Facts that cannot all be true: longer than a life, a part larger than its whole, a child older than its parent.

Nobody knows which of them is the slip of the pen, so none of them is judged: both are asked about again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

SLACK = {"age": 1, "child_age": 2}
"""Years by which a life may be longer than the age that is known: the year that runs, and for a child the months between
31 August of the year of enrolment, on which its age counts, and the day of the check."""


def contradictions(readings: Readings) -> tuple[Contradiction, ...]:
    """Every pair of facts that cannot both be true on a day. Spans contradict only if no number in them agrees."""
    concerned = _concerned().intersection(readings)
    return tuple(_pairs(readings, concerned)) if len(concerned) > 1 else ()


def _pairs(readings: Readings, concerned: frozenset[str]) -> Iterator[Contradiction]:
    for key in sorted(concerned):
        reading = readings[key]
        if key in _counts():
            age, a_year = _counts()[key]
            if age in concerned and _exceeds(reading, readings[age], a_year, SLACK[age]):
                yield Contradiction(Clash.LONGER_THAN_LIFE, key, age)
        for whole in WHOLES.get(key, ()):
            if whole in concerned and _exceeds(reading, readings[whole]):
                yield Contradiction(Clash.PART_EXCEEDS_WHOLE, key, whole)
        denied_by = DENIED_BY.get(key)
        if denied_by is not None and readings.get(denied_by) is False and low_end(reading) > 0:
            yield Contradiction(Clash.ONE_DENIES_THE_OTHER, key, denied_by)
    if {"age", "child_age"} <= concerned and _exceeds(readings["child_age"], readings["age"], 1, 1):
        yield Contradiction(Clash.CHILD_OLDER_THAN_PARENT, "child_age", "age")


def _exceeds(reading: Reading, limit: Reading, times: int = 1, slack: int = 0) -> bool:
    """Whether even the least of one is more than ``times`` the most of the other and ``slack``."""
    most = high_end(limit, None)
    return most is not None and low_end(reading) > (most + slack) * times


@cache
def _counts() -> Mapping[str, tuple[str, int]]:
    """For each count of a person's own time the age it cannot exceed, and how many of its units make a year.

    A home is the household's, and a contract reaches into the future: neither is held against a life.
    """
    ages = {About.APPLICANT: "age", About.CHILD: "child_age"}
    units = {"months": 12, "years": 1}
    return {
        kind.key: (ages[kind.about], units[kind.unit])
        for kind in catalogue().values()
        if kind.unit in units
        and kind.about in ages
        and kind.key not in SLACK
        and not kind.shared
        and kind.change is not Change.STABLE
    }


@cache
def _concerned() -> frozenset[str]:
    """Every fact that can contradict another one."""
    wholes = (whole for listed in WHOLES.values() for whole in listed)
    return frozenset((*SLACK, *_counts(), *WHOLES, *wholes, *DENIED_BY, *DENIED_BY.values()))
