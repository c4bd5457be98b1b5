"""Versions of one rule do not contradict each other: of a series only one is in force on a day."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from caseapp.i18n import N_
from caseapp.policy.model import Pack, Programme, Status
from caseapp.policy.reading.problems import Section


def check_versions(pack: Pack, top: Section) -> None:
    """Note two versions of one series that are in force on the same day.

    Programmes of different series stand beside each other: a city rule and a district's, settlement by points and by
    purchase of a home. A version without a first day cannot be placed and is left alone, and so is a draft.
    """
    series: dict[tuple[str, str], list[tuple[date, int, Programme]]] = {}
    for index, programme in enumerate(pack.programmes):
        if programme.effective_from is not None and programme.status is not Status.DRAFT:
            key = (programme.service, programme.series)
            series.setdefault(key, []).append((programme.effective_from, index, programme))
    for versions in series.values():
        for (_, _, earlier), (first, index, later) in combinations(sorted(versions, key=lambda one: one[:2]), 2):
            if earlier.in_force(first) and not _within_the_year_of_change(earlier, later):
                top.problem(
                    ("programmes", index, "effective_from"),
                    N_("{earlier} is still in force on this day. Give it a last day, or give one of them its own series."),
                    earlier=earlier.id,
                )


def _within_the_year_of_change(earlier: Programme, later: Programme) -> bool:
    """Whether they only seem to overlap, because one of the days is known by its year alone (1 January, 31 December)."""
    first, last = later.effective_from, earlier.effective_to
    if first is None or last is None or earlier.effective_from == first or (later.effective_to or date.max) <= last:
        return False
    return first.year == last.year and ((first.month, first.day) == (1, 1) or (last.month, last.day) == (12, 31))
