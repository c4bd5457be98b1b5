from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caseapp.paper.flow import TOLERANCE, height_of, pages, tightened
from caseapp.paper.strips import Rule, Strip, Words, beside

HEIGHT = 100.0


def strips_of(low: int, high: int, gap: int = 0) -> st.SearchStrategy[Strip]:
    return st.tuples(st.integers(low, high), st.integers(0, gap)).map(
        lambda both: Strip(float(both[0]), gap=float(both[1]))
    )


STRIPS = st.lists(
    st.tuples(strips_of(0, 60, 30), st.booleans(), st.integers(0, 9)).map(
        lambda parts: Strip(0.0, new_page=True) if parts[2] == 0 else parts[0]._replace(keep=parts[1])
    ),
    max_size=40,
)


@given(STRIPS)
def test_every_strip_is_placed_once_in_order_and_none_runs_over_the_foot(strips: list[Strip]) -> None:
    made = pages(strips, HEIGHT)
    assert [placed.strip for page in made for placed in page] == [strip for strip in strips if not strip.new_page]
    for page in made:
        bottom = 0.0
        for placed in page:
            assert placed.y >= bottom - TOLERANCE
            bottom = placed.y + placed.strip.height
        assert bottom <= HEIGHT + TOLERANCE


@given(STRIPS)
def test_only_an_empty_paper_has_an_empty_page(strips: list[Strip]) -> None:
    made = pages(strips, HEIGHT)
    assert all(page for page in made) or (len(made) == 1 and all(strip.new_page for strip in strips))


@given(st.lists(strips_of(1, 30), max_size=20), st.lists(st.integers(1, 30), min_size=2, max_size=3))
def test_what_is_kept_together_stands_on_one_page(before: list[Strip], heights: list[int]) -> None:
    chunk = [Strip(height, keep=number < len(heights) - 1) for number, height in enumerate(heights)]
    made = pages([*before, *chunk], HEIGHT)
    last = [placed.strip for placed in made[-1]]
    assert last[-len(chunk) :] == chunk


def test_a_gap_is_dropped_at_the_top_of_a_page() -> None:
    made = pages([Strip(90), Strip(50, gap=30)], HEIGHT)
    assert made[1][0].y == 0


def test_a_header_is_repeated_above_what_opens_a_page() -> None:
    header = Strip(10, keep=True)
    rows = [Strip(30, repeat=(header,)) for _ in range(5)]
    made = pages([header, *rows], HEIGHT)
    assert [len(page) for page in made] == [4, 3]
    assert all(page[0].strip is header for page in made)


@given(st.lists(strips_of(1, 9, 9), min_size=1, max_size=11))
def test_gaps_give_way_before_a_card_is_refused(strips: list[Strip]) -> None:
    tight = tightened(strips, HEIGHT)
    assert height_of(tight) <= HEIGHT + TOLERANCE
    assert [strip.height for strip in tight] == [strip.height for strip in strips]


def test_the_frame_of_a_table_reaches_the_foot_of_a_higher_slice_beside_it() -> None:
    frame = Strip(10, (Rule(0, 0, 0, 10), Rule(0, 10, 50, 10), Words(2, 8, 9, ())))
    (slice_,) = beside([frame], [Strip(25)], 60)
    assert slice_.height == 25
    assert slice_.marks == (Rule(0, 0, 0, 25), Rule(0, 25, 50, 25), Words(2, 8, 9, ()))
