"""A file of facts names the line of what is wrong."""

from datetime import date
from pathlib import Path

import pytest

from caseapp.errors import BadInput
from caseapp.policy.reading.facts_file import read_facts

ON = date(2013, 3, 1)


def written(folder: Path, text: str) -> Path:
    path = folder / "facts.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", ["age: 38\nowns_home: false\n", '{"age": 38, "owns_home": false}'])
def test_yaml_and_json_say_the_same(tmp_path: Path, text: str) -> None:
    found = read_facts(written(tmp_path, text), ON)
    assert {key: one.value for key, one in found.items()} == {"age": 38, "owns_home": False}
    assert found["age"].as_of == ON


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("age: 38\nshoe_size: 42", r"facts.yaml:2 \[shoe_size\]"),
        ("owns_home: false\nage: 999", r"facts.yaml:2 \[age\]: The value of age cannot be"),
        ("owns_home: yes", "facts.yaml:1: yes without quotes"),
        ("hukou_province: 34", r"facts.yaml:1 \[hukou_province\]"),
        ("- age", "facts and their values"),
        ("", "facts and their values"),
        ("age: [38]", r"\[age\]"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_facts(written(tmp_path, text), ON)
