"""How well a shared pattern would stand: four questions of equal weight, each with its answer in words.

It says how much is on record, not how likely anything is to succeed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from caseapp.claims.members import Member
from caseapp.claims.substitutes import holds_substitute
from caseapp.domain.reasons import Reason, reason
from caseapp.domain.visits import Visit
from caseapp.i18n import N_

MANY = 10
"""Households from which the number alone counts in full (2018 Interpretation art. 29: usually ten or more)."""


def strength(members: Sequence[Member], visits: Iterable[Visit]) -> tuple[int, tuple[Reason, ...]]:
    """From 0 to 100, and the four reasons."""
    seen = tuple(visits)
    parts = (_many(members), _one_duty(members), _dated(seen), _entitled(members))
    value = sum((part for part, _ in parts), Fraction()) / len(parts)
    return round(value * 100), tuple(why for _, why in parts)


def _many(members: Sequence[Member]) -> tuple[Fraction, Reason]:
    households = len({member.household for member in members})
    why = reason(N_("Families: {count}; from {many} the number speaks for itself."), count=households, many=MANY)
    return min(Fraction(households, MANY), Fraction(1)), why


def _one_duty(members: Sequence[Member]) -> tuple[Fraction, Reason]:
    duties = {member.duty.office for member in members if member.duty}
    if len(duties) == 1 and all(member.duty for member in members):
        return Fraction(1), reason(N_("One body has the duty in every case."))
    if not duties:
        return Fraction(0), reason(N_("No body with the duty is named yet."))
    return Fraction(1, len(duties) + 1), reason(N_("The duty lies with {count} different bodies."), count=len(duties))


def _dated(visits: Sequence[Visit]) -> tuple[Fraction, Reason]:
    exact = sum(1 for visit in visits if visit.day and visit.day.exact and (visit.words or visit.written))
    why = reason(N_("Visits with an exact day and their words or a paper: {count} of {all}."), count=exact, all=len(visits))
    return (Fraction(exact, len(visits)) if visits else Fraction(0)), why


def _entitled(members: Sequence[Member]) -> tuple[Fraction, Reason]:
    fitting = sum(1 for member in members if member.met or holds_substitute(member.file))
    why = reason(
        N_("Cases that met the rule or held a paper that shows the same: {count} of {all}."),
        count=fitting,
        all=len(members),
    )
    return Fraction(fitting, len(members)), why
