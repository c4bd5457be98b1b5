"""Every planted loop is found, whole, and none is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, OfficeId, VisitId
from caseapp.domain.referrals import Loop, legs, loops
from caseapp.domain.visits import Answer, Visit

OFFICES = ["school", "government", "street", "police", "bureau", "hospital", "community"]


def visits(*steps: tuple[str, str | None], answers: dict[int, Answer] | None = None) -> list[Visit]:
    """Steps as (office, office named or None); a step that names nobody is a refusal."""
    chain = []
    for number, (office, target) in enumerate(steps):
        answer = (answers or {}).get(number, Answer.REFERRED if target else Answer.REFUSED)
        chain.append(
            Visit(
                VisitId(f"v{number}"),
                CaseId("case"),
                office=OfficeId(office),
                order=number,
                answer=answer,
                referred_to=OfficeId(target) if target else None,
            )
        )
    return chain


def offices(loop: Loop) -> list[str]:
    return [str(office) for office in loop.offices]


def test_school_and_government_send_each_other_the_family_for_112_days() -> None:
    days = [date(2012, 5, 14), date(2012, 6, 4), date(2012, 7, 9), date(2012, 9, 3)]
    chain = visits(("school", "government"), ("government", "school"), ("school", "government"), ("government", None))
    dated = [replace(visit, day=ImpreciseDay.on(day)) for visit, day in zip(chain, days, strict=True)]
    (loop,) = loops(dated)
    assert offices(loop) == ["school", "government"]
    assert loop.days == 112
    assert loop.visits == ("v0", "v1", "v2", "v3")
    assert [(leg.origin, leg.target) for leg in loop.legs] == [
        ("school", "government"), ("government", "school"), ("school", "government"),
    ]  # fmt: skip


def test_the_order_decides_even_where_days_are_missing_or_contradict_it() -> None:
    chain = visits(("school", "government"), ("government", "school"))
    shuffled = [replace(chain[1], day=ImpreciseDay.on(date(2012, 1, 1))), chain[0]]
    (loop,) = loops(shuffled)
    assert offices(loop) == ["school", "government"]
    assert loop.days is None


def test_an_office_that_asked_for_more_and_is_sent_back_to_makes_a_loop() -> None:
    (loop,) = loops(visits(("school", None), ("community", "school"), answers={0: Answer.ASKED_MORE}))
    assert offices(loop) == ["school", "community"]


def test_two_referrals_without_return_are_no_loop() -> None:
    assert loops(visits(("school", "government"), ("government", "street"), ("street", None))) == ()


def test_going_twice_of_ones_own_accord_is_no_loop() -> None:
    assert loops(visits(("school", None), ("government", None), ("school", None))) == ()


def test_an_office_that_took_the_request_on_is_not_sent_back_to() -> None:
    chain = visits(("police", None), ("school", "police"), answers={0: Answer.ACCEPTED})
    assert loops(chain) == ()


def test_an_office_that_names_itself_sends_nobody_away() -> None:
    assert legs(visits(("school", "school"))) == ()
    assert loops(visits(("school", "school"), ("school", "school"))) == ()


def test_a_loop_within_a_wider_loop_is_one() -> None:
    chain = visits(("school", "street"), ("street", "police"), ("police", "street"), ("street", "school"))
    (loop,) = loops(chain)
    assert offices(loop) == ["school", "street", "police"]


def test_an_office_asked_in_between_is_not_drawn_in() -> None:
    (loop,) = loops(visits(("school", "government"), ("hospital", None), ("government", "school")))
    assert offices(loop) == ["school", "government"]
    assert loop.visits == ("v0", "v2")


def test_two_loops_of_different_offices_stay_apart() -> None:
    chain = visits(("school", "street"), ("street", "school"), ("police", "bureau"), ("bureau", "police"))
    assert [offices(loop) for loop in loops(chain)] == [["school", "street"], ["police", "bureau"]]


steps = st.lists(st.tuples(st.sampled_from(OFFICES), st.none() | st.sampled_from(OFFICES)), max_size=14)


@given(steps)
def test_every_referral_back_lies_in_a_loop_and_every_loop_holds_one(generated: list[tuple[str, str | None]]) -> None:
    chain = visits(*generated)
    returns = {
        (visit.office, visit.referred_to)
        for index, visit in enumerate(chain)
        if visit.referred_to and visit.referred_to != visit.office
        and any(earlier.office == visit.referred_to for earlier in chain[:index])
    }  # fmt: skip
    found = [set(loop.offices) for loop in loops(chain)]
    for origin, target in returns:
        assert any({origin, target} <= members for members in found)
    for members in found:
        assert any({origin, target} <= members for origin, target in returns)
    assert sum(len(members) for members in found) == len(set().union(*found)) if found else True


@given(st.permutations(OFFICES), st.integers(2, 6), st.lists(st.integers(0, 9), max_size=5), st.integers(1, 90))
def test_a_planted_ring_is_found_whole_among_other_visits(ring: list[str], size: int, noise: list[int], gap: int) -> None:
    planted = [(ring[i], ring[(i + 1) % size]) for i in range(size)]
    mixed: list[tuple[str, str | None]] = list(planted)
    for place in noise:
        mixed.insert(place % (len(mixed) + 1), ("elsewhere", None))
    chain = [
        replace(visit, day=ImpreciseDay.on(date(2020, 1, 1) + timedelta(gap * visit.order))) for visit in visits(*mixed)
    ]
    (loop,) = loops(chain)
    assert offices(loop) == ring[:size]
    own = [visit.order for visit in chain if visit.office != "elsewhere"]
    assert loop.days == gap * (own[-1] - own[0])


@given(st.permutations(OFFICES), st.integers(0, 7))
def test_a_chain_that_only_goes_forward_is_never_called_a_loop(order: list[str], length: int) -> None:
    assert loops(visits(*[(order[i], order[i + 1]) for i in range(min(length, len(order) - 1))])) == ()


@given(steps)
def test_the_loops_do_not_depend_on_how_the_visits_were_entered(generated: list[tuple[str, str | None]]) -> None:
    chain = visits(*generated)
    assert loops(chain) == loops(list(reversed(chain)))


@given(st.permutations(OFFICES), st.integers(2, 4), st.integers(2, 3), st.data())
def test_two_planted_rings_are_found_apart_however_they_are_walked_in_turn(
    order: list[str], first: int, second: int, data: st.DataObject
) -> None:
    rings = [order[:first], order[first : first + second]]
    steps = [[(ring[i], ring[(i + 1) % len(ring)]) for i in range(len(ring))] for ring in rings]
    walked: list[tuple[str, str | None]] = []
    while any(steps):
        walked.append(data.draw(st.sampled_from([left for left in steps if left])).pop(0))
    assert sorted(sorted(offices(loop)) for loop in loops(visits(*walked))) == sorted(map(sorted, rings))
