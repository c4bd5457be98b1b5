"""Amounts are read exactly or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.exchange.amounts import read_amount


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("1,234.50", "1234.50"), ("1，234.50", "1234.50"), ("￥6000", "6000"), ("壹万贰仟", "12000"), ("1.2万", "12000"),
        ("六千元", "6000"), ("一百零五", "105"), ("6000元", "6000"), ("0", "0"), ("１２", "12"),
    ],
)  # fmt: skip
def test_an_amount_written_in_any_clear_way_is_exact(text, yuan):
    assert read_amount(text) == Decimal(yuan)


@pytest.mark.parametrize("text", ["-0", "-5", "0.005", "1e309", "NaN", "99999999999999", "", "many", "1,23", "12,5"])
def test_what_is_no_clear_amount_is_refused(text):
    assert read_amount(text) is None


@given(st.text(max_size=20))
def test_no_text_makes_the_reader_fail(text):
    read_amount(text)
