from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.facts import Gap, Spell, SpellKind, continuous_months, gaps, reached_on, total_months
from caseapp.domain.ids import PersonId, SpellId
from caseapp.domain.units import Months

TODAY = date(2026, 6, 15)


def insured(first: date, last: date | None = None, **more) -> Spell:
    return Spell(
        SpellId(first.isoformat()),
        PersonId("p"),
        SpellKind.INSURED,
        ImpreciseDay.on(first),
        ImpreciseDay.on(last) if last else None,
        **more,
    )


def test_two_jobs_with_a_gap_count_in_total_but_not_as_one_run():
    spells = [insured(date(2023, 1, 1), date(2023, 12, 31)), insured(date(2024, 3, 1))]
    assert total_months(spells, TODAY) == 11 + 27
    assert continuous_months(spells, TODAY) == 27
    assert gaps(spells, TODAY) == (Gap(date(2024, 1, 1), date(2024, 2, 29)),)
    assert gaps(spells, TODAY)[0].days == 60


def test_a_spell_that_ended_leaves_nothing_unbroken_today():
    spells = [insured(date(2023, 1, 1), date(2024, 1, 1))]
    assert continuous_months(spells, TODAY) == 0
    assert reached_on(spells, TODAY, Months(36)) is None


def test_the_day_an_unbroken_run_reaches_three_years():
    assert reached_on([insured(date(2025, 1, 1))], TODAY, Months(36)) == date(2028, 1, 1)


def test_a_rough_start_counts_from_its_latest_day():
    spell = Spell(SpellId("s"), PersonId("p"), SpellKind.INSURED, ImpreciseDay.month(2026, 1))
    assert continuous_months([spell], TODAY) == 4


spans = st.lists(st.tuples(st.dates(date(2015, 1, 1), date(2026, 1, 1)), st.integers(0, 900)), min_size=1, max_size=6).map(
    lambda pairs: [insured(first, first + timedelta(length)) for first, length in pairs]
)


@given(spans, st.dates(date(2015, 1, 1), date(2028, 1, 1)))
def test_the_unbroken_run_is_never_longer_than_the_total(spells, day):
    assert continuous_months(spells, day) <= total_months(spells, day)


@given(spans, st.dates(date(2015, 1, 1), date(2028, 1, 1)), st.randoms())
def test_the_order_in_which_spells_were_entered_does_not_matter(spells, day, random):
    shuffled = spells[:]
    random.shuffle(shuffled)
    assert total_months(shuffled, day) == total_months(spells, day)
    assert gaps(shuffled, day) == gaps(spells, day)


@given(spans, st.dates(date(2015, 1, 1), date(2028, 1, 1)))
def test_no_day_of_a_gap_lies_in_a_spell(spells, day):
    for gap in gaps(spells, day):
        assert gap.first <= gap.last
        for spell in spells:
            assert not (spell.since.latest <= gap.first <= spell.until.earliest)
