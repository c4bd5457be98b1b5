"""The bundled packs: whole, sourced, loaded by place; a broken one keeps no other from working."""

import shutil
from pathlib import Path

import pytest

from caseapp.errors import BadInput
from caseapp.paths import resource
from caseapp.policy import packs
from caseapp.policy.model import Programme, Status, criteria
from caseapp.policy.verify import verify, verify_file

ALL = [programme for place in packs.places() for programme in packs.load(place).programmes]


def test_beijing_and_shanghai_are_carried_over_whole() -> None:
    counts = {
        row.place: (
            row.instruments,
            row.programmes,
            row.criteria,
            row.point_items,
            row.tables,
            row.undated,
            row.prose,
            row.draft,
        )
        for row in verify(("beijing", "shanghai"))
    }
    assert counts == {"beijing": (17, 24, 92, 26, 3, 2, 2, 1), "shanghai": (21, 20, 69, 65, 4, 0, 0, 0)}


def test_by_confidence_as_gathered() -> None:
    found = {row.place: dict(row.by_confidence) for row in verify(("beijing", "shanghai"))}
    assert found["beijing"] == {"high": 6, "medium": 17, "low": 1}
    assert found["shanghai"] == {"high": 5, "medium": 15, "low": 0}


def test_every_pack_is_sound_and_its_examples_hold() -> None:
    reports = verify()
    assert [str(problem) for report in reports for problem in report.problems] == []
    assert sum(report.examples for report in reports) >= 20


@pytest.mark.parametrize("programme", ALL, ids=lambda one: one.id)
def test_every_programme_says_where_it_stands_and_who_decides(programme: Programme) -> None:
    assert programme.sources and programme.confidence and programme.responsible_office
    assert list(criteria(programme.eligibility))
    assert programme.verified_on is None, "a person verifies, not the file"
    assert programme.status is not Status.OK or programme.effective_from is not None


def test_only_one_table_is_known_whole() -> None:
    whole = [one.id for one in ALL if one.points and one.points.items_complete]
    assert "shanghai-residence-points-2015" in whole
    assert "beijing-points-hukou-2020" not in whole


@pytest.mark.parametrize("word", ["phantom", "deflect", "维权", "推诿", "上访", "index id", ".txt:", "national.yaml"])
def test_no_pack_uses_a_word_that_harms_or_a_name_of_this_workplace(word: str) -> None:
    for path in resource("policies").glob("*.yaml"):
        assert word not in path.read_text(encoding="utf-8").lower(), path.name


def test_an_unknown_city_is_named_with_those_there_are() -> None:
    with pytest.raises(BadInput, match=r"No rules are stored for “atlantis”.*beijing.*shanghai"):
        packs.load("atlantis")


@pytest.mark.parametrize("place", ["../beijing", "facts", "documents", ""])
def test_only_places_are_loaded(place: str) -> None:
    with pytest.raises(BadInput):
        packs.load(place)


def test_a_broken_file_reports_every_problem_and_the_others_still_load(tmp_path: Path) -> None:
    broken = tmp_path / "beijing.yaml"
    shutil.copy(resource("policies", "beijing.yaml"), broken)
    text = broken.read_text(encoding="utf-8").replace("op: '>='", "op: '>'").replace("confidence: high", "confidence: sure")
    broken.write_text(text, encoding="utf-8")
    report = verify_file(broken)
    assert not report.sound and len(report.problems) > 20
    assert all(problem.file == "beijing.yaml" and problem.line and problem.key for problem in report.problems)
    assert packs.load("shanghai").programmes


def test_an_example_that_does_not_hold_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "shanghai.yaml"
    text = resource("policies", "shanghai.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("total: 45", "total: 46"), encoding="utf-8")
    (problem,) = verify_file(path).problems
    assert "expects total: 46, but the check finds 45" in str(problem)


def test_a_file_that_is_no_yaml_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: [", encoding="utf-8")
    report = verify_file(path)
    assert report.programmes == 0 and len(report.problems) == 1
