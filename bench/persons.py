"""A hundred thousand invented persons for one rule, many of them just at its numbers. Both engines make the same ones."""

from __future__ import annotations

import random
from typing import TypeAlias

Record: TypeAlias = dict[str, bool | int | str]
"""Facts by key, as they hold on the day of the check. All are known: the other engine knows no fact that was not asked."""

DAY = "2025-09-01"
EDUCATION = (
    "none", "primary", "junior_secondary", "senior_secondary", "secondary_vocational",
    "junior_college", "bachelor", "master", "doctor",
)  # fmt: skip
SKILL = ("none", "l5_junior", "l4_middle", "l3_senior", "l2_technician", "l1_senior_technician")


def persons(count: int) -> list[Record]:
    """The first ``count`` of them, the same at every call."""
    chance = random.Random(20250901)
    return [_person(chance) for _ in range(count)]


def _person(chance: random.Random) -> Record:
    return {
        "age": chance.choice((chance.randint(31, 60), chance.randint(31, 49), 50, 51)),
        "social_insurance_months": chance.choice((chance.randint(12, 240), chance.randint(48, 120), 35, 36, 119, 120)),
        "residence_permit_held": chance.random() < 0.95,
        "criminal_record": chance.random() < 0.03,
        "owns_home": chance.random() < 0.3,
        "lease_registered": chance.random() < 0.7,
        "education_level": chance.choice(EDUCATION),
        "skill_level": chance.choice(SKILL),
        "volunteer_hours": chance.choice((0, 19, 20, chance.randint(0, 500))),
        "administrative_detention_count": chance.choice((0, 0, 0, 0, 1, 2)),
    }
