"""Plan: the earliest day of a gap is the first on which the rule is met."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given as for_all
from hypothesis import strategies as st

from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.compile import compiled
from caseapp.policy.known import KnownFact, KnownFacts
from caseapp.policy.model import AllOf, Criterion, Op, Status, criteria
from caseapp.policy.packs import load, places
from caseapp.policy.planning.closing import closings
from caseapp.policy.planning.forward import Forward
from caseapp.policy.planning.plan import plan
from caseapp.policy.verdict import Verdict
from tests.policy.linjiang import with_eligibility
from tests.policy.planning import criterion

MET = Verdict.MET

TIMED = [
    (place, programme.id, one)
    for place in places()
    for programme in load(place).programmes
    if programme.status is Status.OK
    for one in criteria(programme.eligibility)
    if one.op is Op.AT_LEAST and not one.number_unknown and catalogue()[one.fact].close is Close.TIME
]


@for_all(st.sampled_from(TIMED), st.data())
def test_the_earliest_day_of_a_time_gap_is_minimal(case: tuple[str, str, Criterion], data: st.DataObject) -> None:
    """On that day the criterion is met, on the day before it is not, if nothing is broken off.

    Asked of a programme that asks this one thing: among alternatives a plan names only the way it proposes.
    """
    place, programme, one = case
    rule = load(place).programme(programme)
    assert rule is not None
    alone = replace(load(place), programmes=(replace(rule, eligibility=AllOf((one,)), points=None),))
    last = rule.effective_to or date(2026, 12, 31)
    on = data.draw(st.dates(rule.effective_from or last - timedelta(365), last))
    short = data.draw(st.integers(0, max(0, int(Decimal(one.value)) - 1)))  # type: ignore[arg-type]
    facts = KnownFacts({one.fact: KnownFact(short, on)})
    found = plan(alone, facts, on).of(programme)
    assert found is not None
    (gap,) = found.gaps
    if short == 0 and (begun := closings().of(one.fact).from_nothing) is not None:  # waiting alone begins nothing
        assert (gap.kind, gap.earliest) == (begun, None)
        return
    assert gap.earliest is not None

    judge = compiled(alone)[programme].leaves[0].judge

    def answer(day: date) -> Verdict:
        return judge(Forward(catalogue(), facts, on).readings(day))

    assert answer(gap.earliest) is MET
    before = gap.earliest - timedelta(1)
    assert before < on or answer(before) is not MET


@for_all(st.dates(date(2024, 6, 1), date(2030, 12, 31)), st.integers(0, 83))
def test_a_run_with_a_known_first_day_is_full_on_the_very_day(on: date, months: int) -> None:
    from caseapp.domain.days import add_months

    pack = with_eligibility(f"{{all: [{criterion('social_insurance_continuous_months', '>=', '84', 'months')}]}}")
    since = add_months(on, -months) - timedelta(3)
    facts = KnownFacts({"social_insurance_continuous_months": KnownFact(months, on, "spell", since)})
    found = plan(pack, facts, on).of("linjiang-school-2024")
    assert found is not None and found.earliest == max(on, add_months(since, 84))
