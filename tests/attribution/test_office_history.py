"""What an office did in all its cases: nothing counted twice or left out, every planted loop found and none invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from caseapp.attribution.office_history import Span, office_history
from caseapp.attribution.office_referrals import office_referrals
from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, DemandId
from caseapp.domain.reasons import PaperName
from caseapp.domain.visits import Answer, Demand, Grounds
from tests.attribution.cases_by_hand import case_of, office, visit

ON = date(2026, 9, 5)
SCHOOL, STREET, BUREAU = office("school"), office("street"), office("bureau")


def numbered(number: int, file: CaseFile) -> CaseFile:
    return replace(file, case=replace(file.case, id=CaseId(f"case{number}"), number=f"2026-{number:03}"))


def test_what_an_office_asked_refused_referred_and_accepted() -> None:
    first = case_of(
        visit(1, "school", Answer.ASKED_MORE, date(2026, 5, 1), hours_lost="2", money_lost_yuan="10.5"),
        visit(2, "school", Answer.REFERRED, date(2026, 5, 11), "street", hours_lost="3"),
        visit(3, "street", Answer.REFERRED, date(2026, 5, 12), "school"),
        visit(4, "school", Answer.REFUSED, date(2026, 6, 10), grounds=Grounds.NO_PLACE),
        visit(5, "school", Answer.REFUSED, date(2026, 9, 6)),
        demands=(Demand(DemandId("d"), visit(1, "school", Answer.ASKED_MORE).id, "proof_of_address"),),
    )
    second = case_of(
        visit(1, "school", Answer.ACCEPTED, date(2026, 7, 1), "bureau"), visit(2, "police", Answer.REFUSED, ON)
    )
    third = numbered(3, case_of(replace(visit(1, "school", Answer.NO_ANSWER), day=ImpreciseDay.year(2026))))
    found = office_history([first, numbered(2, second), third], SCHOOL.id, ON)
    assert (found.visits, found.cases, found.no_day) == (5, 3, 1)
    assert found.answers == {
        Answer.ASKED_MORE: 1, Answer.REFERRED: 1, Answer.REFUSED: 1, Answer.ACCEPTED: 1, Answer.NO_ANSWER: 1
    }  # fmt: skip
    assert found.asked_for == {PaperName("proof_of_address"): 1} and found.grounds == {Grounds.NO_PLACE: 1}
    assert (found.sent_to, found.sent_by) == ({STREET.id: 1}, {STREET.id: 1})
    assert list(found.over_time) == [Span(2026, 5), Span(2026, 6), Span(2026, 7)]
    assert (found.hours, found.yuan, found.days) == (Decimal(5), Decimal("10.5"), 40)


answers = st.sampled_from(list(Answer))
days = st.none() | st.dates(date(2020, 1, 1), ON)
visits = st.lists(st.tuples(st.sampled_from(["school", "street", "police"]), answers, days), max_size=6)


@given(st.lists(visits, max_size=4))
def test_every_visit_is_counted_once(cases: list[list[tuple[str, Answer, date | None]]]) -> None:
    files = [
        numbered(number, case_of(*(visit(order, at, answer, day) for order, (at, answer, day) in enumerate(steps))))
        for number, steps in enumerate(cases)
    ]
    found = office_history(files, SCHOOL.id, ON)
    here = [step for steps in cases for step in steps if step[0] == "school"]
    assert found.visits == len(here) == sum(found.answers.values()) == sum(topic.visits for topic in found.topics)
    assert sum(sum(counts.values()) for counts in found.over_time.values()) + found.no_day == len(here)
    assert found.cases == sum(1 for steps in cases if any(at == "school" for at, *_ in steps))


RING = ["school", "street", "bureau", "police", "station"]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 30)), min_size=1, max_size=4))
def test_every_planted_loop_is_found_with_its_cases_and_none_is_invented(planted: list[tuple[int, int]]) -> None:
    """A ring of 2 to 5 offices through the school in each case; a size of 0 or 1 plants a chain that never returns."""
    files = []
    for number, (size, gap) in enumerate(planted):
        ring = size >= 2
        steps = [(RING[i], RING[(i + 1) % size]) for i in range(size)] if ring else [("school", "street")]
        files.append(numbered(number, case_of(*(
            visit(order, at, Answer.REFERRED, date(2026, 1, 1) + timedelta(gap * order), to)
            for order, (at, to) in enumerate(steps)
        ))))  # fmt: skip
    found = office_referrals(files, SCHOOL.id, ON)
    sizes = [size for size, _ in planted if size >= 2]
    assert sorted((len(shared.loop.offices), len(shared.cases)) for shared in found.loops) == sorted(
        (size, sizes.count(size)) for size in set(sizes)
    )
    for shared in found.loops:
        own = sorted(gap * (size - 1) for size, gap in planted if size == len(shared.loop.offices))
        assert shared.days == own[(len(own) - 1) // 2] and shared.visits == len(shared.loop.offices)
    assert sum(arrow.times for arrow in found.arrows) == sum(max(size, 1) if size >= 2 else 1 for size, _ in planted)
    back = {(arrow.origin, arrow.target) for arrow in found.arrows if arrow.back}
    assert back == {
        (office(RING[i]).id, office(RING[(i + 1) % size]).id) for size in set(sizes) for i in range(size)
    }  # fmt: skip


def test_a_loop_of_other_offices_is_not_this_ones_and_a_trap_is_marked() -> None:
    elsewhere = replace(office("bureau"), id=office("hotline").id, city="hefei")
    trapped = case_of(
        visit(1, "school", Answer.REFUSED, date(2026, 5, 1)), visit(2, "hotline", Answer.REFUSED, date(2026, 5, 2)),
        offices=(SCHOOL, elsewhere),
    )  # fmt: skip
    others = case_of(
        visit(1, "school", Answer.REFUSED, date(2026, 5, 1)),
        visit(2, "street", Answer.REFERRED, date(2026, 5, 2), "police"),
        visit(3, "police", Answer.REFERRED, date(2026, 5, 3), "street"),
    )
    found = office_referrals([trapped, numbered(2, others)], SCHOOL.id, ON)
    (caught,) = found.traps
    assert found.loops == () and caught.cases == ("case",)
