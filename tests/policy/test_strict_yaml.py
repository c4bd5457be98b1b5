"""The one reader of YAML refuses everything that could be read in two ways, and says where."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from caseapp.errors import PackError
from caseapp.i18n import catalogue
from caseapp.strict_yaml import parse, read


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: 1\nb: &x 2", 2, "anchor"),
        ("a: 1\nb: *x", 2, "alias"),
        ("a: 1\nb: !!python/object:os.system x", 2, "tag"),
        ("<<: {a: 1}", 1, "quotes"),
        ("a: 1\nb: 2\na: 3", 3, "twice"),
        ("a: no", 1, "quotes"),
        ("a: ON", 1, "quotes"),
        ("a: 012", 1, "quotes"),
        ("a: 0x1F", 1, "quotes"),
        ("a: 1_000", 1, "quotes"),
        ("a: 12:30", 1, "quotes"),
        ("a: 2012-09-10", 1, "quotes"),
        ("a: .inf", 1, "quotes"),
        ("a: True", 1, "quotes"),
        ("no: 1", 1, "quotes"),
        ("? [1]\n: 2", 1, "plain text"),
        ("a: 1\n---\nb: 2", 2, "more than one document"),
        ("a: [1, 2", 1, "well-formed"),
        ("a: '" + "9" * 30 + "'\nb: " + "9" * 30, 2, "too long"),
        ("[" * 10_000, 1, "20 levels"),
        ("a: " + "{b: " * 30 + "1" + "}" * 30, 1, "20 levels"),
        ("- 1\n" * 60_000, 50_000, "50,000"),
    ],
)
def test_what_could_be_misread_is_refused_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(PackError, match=reason) as refused:
        parse(text, "rules.yaml")
    assert refused.value.file == "rules.yaml"
    assert refused.value.line in (line, line + 1)


def test_a_refusal_is_said_in_chinese_too() -> None:
    with pytest.raises(PackError) as refused:
        parse("a: 1\na: 2", "rules.yaml")
    assert refused.value.say(catalogue("zh_CN")) == "rules.yaml:2: 键a在这里出现了两次，请只留一个。"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a: 14", 14),
        ("a: -150", -150),
        ("a: 0.50", Decimal("0.50")),
        ("a: '012'", "012"),
        ("a: 'no'", "no"),
        ("a: true", True),
        ("a: null", None),
        ("a:", None),
        ("a: 五证", "五证"),
        ("a: {b: [1, x]}", {"b": [1, "x"]}),
        ('{"a": 1.5}', Decimal("1.5")),
    ],
)
def test_plain_values_come_back_exactly(text: str, value: object) -> None:
    found = parse(text, "f").value
    assert (found["a"] if isinstance(found, dict) else found) == value


@pytest.mark.parametrize("first", [chr(code) for code in range(33, 127)])
def test_a_plain_word_is_its_text_or_one_of_the_known_values_or_refused(first: str) -> None:
    for rest in ("", "o", "es", "alse", "rue", "n", "ff", "ull", "1", "0", ".5", ":30", "x1F", "inf", "_0", "=", "<"):
        word = first + rest
        try:
            (value,) = parse(f"- {word}", "f").value  # type: ignore[misc]
        except (PackError, TypeError, ValueError):
            continue  # refused, or no list of one scalar
        if isinstance(value, Decimal):
            assert value == Decimal(word)
        else:
            assert value == yaml.safe_load(f"- {word}")[0] or value == word


def test_the_line_of_a_key_is_known_and_that_of_its_parent_where_it_is_absent() -> None:
    file = parse("a: 1\nb:\n  - x: 1\n    w: 2\n  - x: 3\n", "f")
    assert file.line("b", 1, "x") == 5
    assert file.line("b", 0, "w") == 4
    assert file.line("b", 1, "absent") == 5
    assert file.line("absent") == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"a: \xff\xfe", "UTF-8"), (b"a: 1\n" * 300_000, "1 MiB"), (b"a: \x01", "character")],
)
def test_a_file_that_is_no_small_text_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "rules.yaml"
    path.write_bytes(content)
    with pytest.raises(PackError, match=reason):
        read(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"gone\.yaml: This file cannot be opened"):
        read(tmp_path / "gone.yaml")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1")
    assert read(path).value == {"a": 1}
