"""The algebra of answers over whole rules: groups in groups, waivable criteria, and facts that come one by one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import product

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from caseapp.letters.check_json import check_json
from caseapp.letters.plan_json import plan_json
from caseapp.policy.catalogue import catalogue
from caseapp.policy.check import check, check_programme
from caseapp.policy.compile import compile_programme
from caseapp.policy.known import KnownFact, KnownFacts
from caseapp.policy.model import AllOf, AnyOf, Criterion, Node, Op, Words, criteria
from caseapp.policy.packs import load, places
from caseapp.policy.planning.plan import plan
from caseapp.policy.tree import answer, undecided, wanting
from caseapp.policy.verdict import Verdict
from tests.policy.linjiang import pack_of
from tests.policy.test_points import values

MET, NOT_MET, NOT_ASKED, NOT_COVERED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_ASKED, Verdict.NOT_COVERED
PROGRAMME = pack_of().programmes[0]
FACTS = ("owns_home", "lease_registered", "labour_contract_held", "business_licence_held", "residence_permit_held")
UNPUBLISHED = "social_insurance_months"
"""The fact of a criterion whose number nobody has published."""


def leaf(fact: str, *, waivable: bool = False) -> Criterion:
    op = Op.AT_LEAST if fact == UNPUBLISHED else Op.IS_TRUE
    return Criterion(fact, Words("条件", "Criterion"), fact, op, None, None, waivable, None)


@st.composite
def rules(draw: st.DrawFn) -> AllOf | AnyOf:
    """Groups within groups; each fact stands in one criterion."""
    facts = draw(st.permutations((*FACTS, UNPUBLISHED)))[: draw(st.integers(1, 6))]
    parts: list[Node] = [leaf(fact, waivable=draw(st.booleans())) for fact in facts]
    while len(parts) > 1:
        many = draw(st.integers(2, len(parts)))
        group = draw(st.sampled_from((AllOf, AnyOf)))
        parts = [group(tuple(parts[:many])), *parts[many:]]
    return draw(st.sampled_from((AllOf, AnyOf)))(tuple(parts))


known_facts = st.dictionaries(st.sampled_from(FACTS), st.booleans())


def by_hand(node: Node, facts: Mapping[str, bool]) -> Verdict:
    """Decision 11, written out once more: one that fails an ``all``, or meets an ``any``, settles it."""
    if isinstance(node, Criterion):
        if node.fact == UNPUBLISHED:
            return NOT_COVERED
        return {None: NOT_ASKED, True: MET, False: NOT_MET}[facts.get(node.fact)]
    found = [by_hand(part, facts) for part in node.parts]
    settles, otherwise = (NOT_MET, MET) if isinstance(node, AllOf) else (MET, NOT_MET)
    if settles in found:
        return settles
    return NOT_ASKED if NOT_ASKED in found else NOT_COVERED if NOT_COVERED in found else otherwise


def judged(rule: AllOf | AnyOf, facts: Mapping[str, bool]) -> Verdict:
    programme = replace(PROGRAMME, eligibility=rule)
    return compile_programme(programme, catalogue()).answer(dict(facts))


@for_all(rules(), known_facts)
def test_groups_in_groups_answer_as_the_algebra_says(rule: AllOf | AnyOf, facts: dict[str, bool]) -> None:
    expected = by_hand(rule, facts)
    assert judged(rule, facts) is expected
    assert answer(rule, {one.id: by_hand(one, facts) for one in criteria(rule)}) is expected


@for_all(rules(), known_facts)
def test_what_is_known_decides_exactly_where_no_answer_still_missing_could(
    rule: AllOf | AnyOf, facts: dict[str, bool]
) -> None:
    """The answer is that of the rule on the completed facts, whatever these are; not asked only where they differ."""
    missing = sorted({one.fact for one in criteria(rule)} - {UNPUBLISHED, *facts})
    completed = {
        judged(rule, {**facts, **dict(zip(missing, answers, strict=True))})
        for answers in product((True, False), repeat=len(missing))
    }
    found = judged(rule, facts)
    assert found is NOT_ASKED or completed == {found}
    if NOT_COVERED not in completed:
        assert (found is NOT_ASKED) is (len(completed) > 1)


@for_all(rules(), known_facts)
def test_a_waivable_criterion_answers_as_any_other(rule: AllOf | AnyOf, facts: dict[str, bool]) -> None:
    """The office may waive it; the rule does not. The plan says so instead (it never makes a never)."""

    def strict(node: Node) -> Node:
        if isinstance(node, Criterion):
            return replace(node, waivable=False)
        return replace(node, parts=tuple(strict(part) for part in node.parts))

    other = strict(rule)
    assert isinstance(other, (AllOf, AnyOf))
    assert judged(rule, facts) is judged(other, facts)


@for_all(rules(), known_facts)
def test_only_criteria_that_matter_are_gaps_or_questions(rule: AllOf | AnyOf, facts: dict[str, bool]) -> None:
    """What is wanting, all made good, meets the rule; each question could still change a group that is open."""
    verdicts = {one.id: by_hand(one, facts) for one in criteria(rule)}
    gaps = [one for one, _ in wanting(rule, verdicts)]
    good = {**verdicts, **{one.id: MET for one in gaps}}
    assert answer(rule, good) is MET
    assert bool(gaps) is (answer(rule, verdicts) is not MET)
    asked = list(undecided(rule, verdicts))
    assert bool(asked) is (answer(rule, verdicts) is NOT_ASKED)
    assert all(verdicts[one.id] is NOT_ASKED for one in asked)


def test_with_a_gap_come_the_other_ways_of_its_group() -> None:
    a, b, c, d = (leaf(fact) for fact in FACTS[:4])
    rule = AllOf((a, AnyOf((b, AllOf((c, d))))))
    nothing = {one.id: NOT_MET for one in criteria(rule)}
    found = {one.id: [[other.id for other in way] for way in ways] for one, ways in wanting(rule, nothing)}
    assert found == {a.id: [], b.id: [[c.id, d.id]], c.id: [[b.id]], d.id: [[b.id]]}
    assert [one.id for one, _ in wanting(rule, {**nothing, b.id: MET})] == [a.id]


def test_where_a_way_is_open_for_want_of_an_answer_only_what_comes_by_itself_is_a_gap() -> None:
    a, b, c = (leaf(fact) for fact in FACTS[:3])
    open_way = {a.id: NOT_MET, b.id: NOT_MET, c.id: NOT_ASKED}
    rule = AnyOf((AllOf((a, b)), c))
    assert [one.id for one, _ in wanting(rule, open_way, by_itself=lambda one: one is a)] == [c.id]
    assert [one.id for one, _ in wanting(rule, open_way)] == [a.id, b.id, c.id]


@st.composite
def households(draw: st.DrawFn) -> tuple[str, date, dict[str, KnownFact]]:
    """A place, a day on which it has a rule, and answers to some of what its rules ask."""
    place = draw(st.sampled_from(places()))
    pack = load(place)
    days = [one.effective_from for one in pack.programmes if one.effective_from is not None]
    on = draw(st.sampled_from(days))
    keys = sorted({one.fact for programme in pack.programmes for one in criteria(programme.eligibility)})
    chosen = draw(st.lists(st.sampled_from(keys), unique=True, max_size=25))
    return place, on, {key: KnownFact(draw(values(catalogue()[key])), on) for key in chosen if not catalogue()[key].digits}


@settings(max_examples=25)
@for_all(households(), st.randoms())
def test_check_and_plan_are_functions_of_facts_pack_and_day_alone(
    household: tuple[str, date, dict[str, KnownFact]], random: object
) -> None:
    """Neither the order in which facts were entered nor what was checked before changes a word of them."""
    place, on, facts = household
    pack = load(place)

    def told(entered: dict[str, KnownFact]) -> str:
        known = KnownFacts(entered)
        return json.dumps([check_json(check(pack, known, on)), plan_json(plan(pack, known, on))])

    first = told(facts)
    other_order = list(facts.items())
    random.shuffle(other_order)  # type: ignore[attr-defined]
    plan(pack, KnownFacts({}), date(on.year + 1, 1, 1))
    assert told(dict(other_order)) == first


@settings(max_examples=40)
@for_all(households())
def test_every_finding_with_fewer_facts_is_that_of_all_of_them_or_not_asked(
    household: tuple[str, date, dict[str, KnownFact]],
) -> None:
    place, on, facts = household
    pack, known = load(place), KnownFacts(facts)
    if known.contradictions(on):
        return
    for programme in pack.programmes:
        whole = check_programme(pack, programme.id, known, on)
        for left_out in {one.criterion.fact for one in whole.findings} & set(facts):
            fewer = KnownFacts({key: fact for key, fact in facts.items() if key != left_out})
            partly = check_programme(pack, programme.id, fewer, on)
            for one, other in zip(partly.findings, whole.findings, strict=True):
                assert one.verdict in (NOT_ASKED, other.verdict)
            assert partly.verdict in (NOT_ASKED, NOT_COVERED, whole.verdict)
