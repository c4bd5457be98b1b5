# ruff: noqa: E501  (one row of a table, one line)
"""Versions of one rule stand in order, and only one of them is in force on a day."""

import pytest

from tests.policy.linjiang import TEXT, pack_of, problems_of


def with_version(first: str, last: str, *, ident: str = "linjiang-school-2026", more: str = "") -> str:
    """The pack with one more programme: the same rule under other days."""
    start = TEXT.index("  - id: linjiang-school-2024")
    again = TEXT[start : TEXT.index("    examples:")].replace("linjiang-school-2024", ident)
    again = again.replace("effective_from: '2024-06-01'", f"effective_from: {first}")
    again = again.replace("effective_to: null", f"effective_to: {last}{more}")
    return TEXT + again


def ended(text: str, last: str) -> str:
    """The first version with a last day."""
    return text.replace(
        "effective_from: '2024-06-01'\n    effective_to: null\n    status",
        f"effective_from: '2024-06-01'\n    effective_to: '{last}'\n    status",
        1,
    )


def test_a_series_is_the_id_without_its_years_unless_the_pack_names_one() -> None:
    assert pack_of().programmes[0].series == "linjiang-school"
    for ident in ("linjiang-school-2015-2016", "linjiang-school"):
        assert pack_of(TEXT.replace("linjiang-school-2024", ident)).programmes[0].series == "linjiang-school"
    named = pack_of(TEXT.replace("    service: compulsory", "    series: linjiang-places\n    service: compulsory"))
    assert named.programmes[0].series == "linjiang-places"


def test_the_versions_of_a_rule_come_the_earliest_first() -> None:
    pack = pack_of(ended(with_version("'2026-06-01'", "null"), "2026-05-31"))
    later = pack.programmes[1]
    assert [one.id for one in pack.versions(later)] == ["linjiang-school-2024", "linjiang-school-2026"]


def test_two_versions_on_one_day_are_refused_at_the_first_day_of_the_later() -> None:
    (problem,) = problems_of(with_version("'2026-06-01'", "null"))
    assert problem.startswith("linjiang.yaml:")
    assert "[programmes[1].effective_from]: linjiang-school-2024 is still in force on this day" in problem
    line = int(problem.split(":")[1].split()[0])
    assert with_version("'2026-06-01'", "null").splitlines()[line - 1].strip() == "effective_from: '2026-06-01'"


@pytest.mark.parametrize(
    ("last", "first", "sound"),
    [
        ("2026-05-31", "2026-06-01", True),
        ("2026-06-01", "2026-06-01", False),
        ("2026-12-31", "2026-06-01", True),  # the last day is known by its year
        ("2026-05-31", "2026-01-01", True),  # the first day is known by its year
        ("2026-12-31", "2026-01-01", True),
        ("2027-12-31", "2026-01-01", False),
    ],
)
def test_a_day_known_by_its_year_alone_may_overlap_within_that_year(last: str, first: str, sound: bool) -> None:
    assert (problems_of(ended(with_version(f"'{first}'", "null"), last)) == []) is sound


def test_the_same_version_twice_is_no_year_of_change() -> None:
    text = ended(with_version("'2024-06-01'", "'2024-12-31'"), "2024-12-31")
    assert len(problems_of(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        with_version("'2026-06-01'", "null", ident="linjiang-harbour-school-2026"),
        with_version("'2026-06-01'", "null", more="\n    series: linjiang-places"),
        with_version("'2026-06-01'", "null").replace(
            "- id: linjiang-school-2026\n    service: compulsory_education", "- id: linjiang-school-2026\n    service: preschool"
        ),
        with_version("null", "null").replace("effective_from: null\n    effective_to: null\n    status: ok",
                                             "effective_from: null\n    effective_to: null\n    status: draft"),
        with_version("null", "'2026-01-01'").replace("effective_to: '2026-01-01'\n    status: ok",
                                                     "effective_to: '2026-01-01'\n    status: undated"),
    ],
    ids=["another rule", "its own series", "another service", "a draft", "no first day"],
)  # fmt: skip
def test_programmes_that_stand_beside_each_other_are_sound(text: str) -> None:
    assert problems_of(text) == []
