"""The algebra of the four answers (decision 11)."""

from hypothesis import given
from hypothesis import strategies as st

from caseapp.policy.verdict import Verdict, all_of, any_of

MET, NOT_MET, NOT_ASKED, NOT_COVERED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_ASKED, Verdict.NOT_COVERED
some = st.lists(st.sampled_from(Verdict), min_size=1, max_size=6)


@given(some)
def test_all_is_the_first_of_not_met_not_asked_not_covered_met(found: list[Verdict]) -> None:
    order = (NOT_MET, NOT_ASKED, NOT_COVERED, MET)
    assert all_of(found) is min(found, key=order.index)


@given(some)
def test_any_is_the_first_of_met_not_asked_not_covered_not_met(found: list[Verdict]) -> None:
    order = (MET, NOT_ASKED, NOT_COVERED, NOT_MET)
    assert any_of(found) is min(found, key=order.index)


@given(some, st.randoms())
def test_order_and_repetition_do_not_matter(found: list[Verdict], random: object) -> None:
    shuffled = found * 2
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert (all_of(found), any_of(found)) == (all_of(shuffled), any_of(shuffled))


@given(some, some)
def test_grouping_does_not_matter(left: list[Verdict], right: list[Verdict]) -> None:
    assert all_of((all_of(left), all_of(right))) is all_of(left + right)
    assert any_of((any_of(left), any_of(right))) is any_of(left + right)


@given(some)
def test_an_open_answer_never_becomes_one_of_its_own(found: list[Verdict]) -> None:
    assert all_of(found) in found
    assert any_of(found) in found
