"""JSON that could mean two things, or that could choke the program, is refused."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from caseapp.errors import PackError
from caseapp.exchange.strict_json import parse


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": Infinity}', "Infinity"),
        (b'{"a": ' + b"9" * 1_000_000 + b"}", "too long"),
        (b"[" * 100_000, "levels"),
        (b'{"a": "\\ud800"}', "character"),
        (b'{"a": "' + b"x" * 10_000_000 + b'"}', "larger"),
        (b"\xff\xfe{", "UTF-8"),
        (b'{"a": 1', "well-formed"),
        (b"", "empty"),
    ],
)
def test_it_is_refused_at_once_and_says_why(source, says):
    began = time.perf_counter()
    with pytest.raises(PackError, match=says):
        parse(source, "file.json")
    assert time.perf_counter() - began < 1


def test_numbers_are_exact_and_a_byte_order_mark_is_no_text():
    assert parse('\ufeff{"a": 0.1, "b": 12}'.encode(), "f").value == {"a": Decimal("0.1"), "b": 12}


def test_a_fault_further_down_knows_its_line():
    assert parse(b'{"a": 1,\n "b": [\n  {"c": 2}\n ]}', "f").line("b", 0, "c") == 3


def test_deep_brackets_inside_text_are_only_text():
    assert parse(b'{"a": "' + b"[" * 1000 + b'"}', "f").value == {"a": "[" * 1000}
