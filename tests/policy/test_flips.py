"""The fewest facts that flip an answer."""

from datetime import date
from itertools import combinations

from hypothesis import given as for_all
from hypothesis import strategies as st

from caseapp.policy.check import check
from caseapp.policy.known import given
from caseapp.policy.model import criteria
from caseapp.policy.packs import load
from caseapp.policy.planning.flips import flips
from caseapp.policy.planning.plan import plan
from caseapp.policy.verdict import Verdict
from tests.policy.linjiang import with_eligibility

FACTS = ("owns_home", "lease_registered", "labour_contract_held", "business_licence_held")


def leaf(number: int) -> str:
    return f"{{id: c{number}, fact: {FACTS[number]}, op: 'true', text_zh: 条件, text_en: Criterion}}"


@st.composite
def trees(draw: st.DrawFn) -> str:
    """Groups within groups over different criteria."""
    parts = [leaf(number) for number in draw(st.permutations(range(4)))[: draw(st.integers(1, 4))]]
    while len(parts) > 1:
        many = draw(st.integers(2, len(parts)))
        word = draw(st.sampled_from(("all", "any")))
        parts = [f"{{{word}: [{', '.join(parts[:many])}]}}", *parts[many:]]
    return parts[0]


@for_all(trees(), st.tuples(*[st.booleans()] * 4))
def test_the_smallest_sets_are_those_that_trying_finds(tree: str, values: tuple[bool, ...]) -> None:
    pack = with_eligibility(f"{{all: [{tree}]}}")
    day = date(2025, 9, 1)
    facts = dict(zip(FACTS, values, strict=True))
    programme = pack.programmes[0]

    def answer(answers: dict[str, bool]) -> Verdict:
        return check(pack, given(answers, day), day).programmes[0].verdict

    now = answer(facts)
    verdicts = {one.criterion.id: one.verdict for one in check(pack, given(facts, day), day).programmes[0].findings}
    used = sorted({one.fact for one in criteria(programme.eligibility)})
    tried: list[frozenset[str]] = []
    for size in range(1, len(used) + 1):
        for chosen in combinations(used, size):
            if answer({**facts, **{key: not facts[key] for key in chosen}}) is not now and not any(
                one <= set(chosen) for one in tried
            ):
                tried.append(frozenset(chosen))
    assert set(flips(programme.eligibility, verdicts, now)) == set(tried)


def test_a_number_nobody_published_flips_nothing() -> None:
    day = date(2012, 6, 1)
    found = plan(load("beijing"), given({"owns_home": True}, day), day).of("beijing-public-rental-2011")
    assert found is not None and found.flips == ()
