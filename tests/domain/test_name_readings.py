"""A name is found by every reading of every character, and the table of readings is what it says it is."""

from __future__ import annotations

import hashlib
import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.name_readings import LONGEST, WAYS, spellings, typed_letters, whole_spellings
from caseapp.paths import resource

ROOT = Path(__file__).resolve().parents[2]
HAN = st.text(st.sampled_from("张王李单仇曾解区查翟盖尉迟万俟吕𠮷龘大不行重长买提"), min_size=1, max_size=6)


def test_the_table_is_what_its_source_says() -> None:
    made = runpy.run_path(str(ROOT / "packaging" / "readings.py"))["table"]()
    assert resource("names", "readings.txt").read_text(encoding="utf-8") == made


def test_the_tables_do_not_change_without_a_step_for_older_casebooks() -> None:
    """Their index was made from these very tables: see docs/decisions/0015 before putting another digest here."""
    digest = hashlib.sha256(b"".join(resource("names", name).read_bytes() for name in ("readings.txt", "surnames.tsv")))
    assert digest.hexdigest()[:12] == "e3ff4b39df75"


def test_the_table_of_surnames_has_a_syllable_for_each_character() -> None:
    lines = resource("names", "surnames.tsv").read_text(encoding="utf-8").splitlines()
    entries = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(entries) > 60
    for surname, reading, holds in entries:
        syllables = reading.split(" ")
        assert len(syllables) == len(surname) and all(one.isascii() and one.isalpha() for one in syllables)
        assert holds in ("surname", "anywhere")
        assert "".join(syllables) in whole_spellings(surname)


@pytest.mark.parametrize(
    ("surname", "read"),
    [("单", "shan"), ("曾", "zeng"), ("解", "xie"), ("区", "ou"), ("查", "zha"), ("翟", "zhai"), ("盖", "ge"),
     ("仇", "qiu"), ("万俟", "moqi"), ("尉迟", "yuchi"), ("𠮷", "ji"), ("朴", "piao"), ("覃", "qin"), ("任", "ren")],
)  # fmt: skip
def test_surnames_are_read_as_surnames(surname: str, read: str) -> None:
    assert f"{read}wei" in whole_spellings(f"{surname}伟")


@given(HAN)
def test_whatever_part_is_typed_of_a_reading_begins_a_spelling(name: str) -> None:
    for whole in whole_spellings(name):
        assert typed_letters(whole) == whole
        assert whole in spellings(f"小凡{name}")


@given(st.text(max_size=200))
def test_any_text_has_so_many_spellings_and_no_more(text: str) -> None:
    found = spellings(text)
    assert len(found) <= 2 * WAYS * max(1, 3 * len(text))
    assert all(one.isascii() and one.isalpha() and one.islower() and len(one) <= 7 * LONGEST for one in found)


@pytest.mark.parametrize("name", ["O'Brien-Nuñez", "张3", "", "ئۇيغۇر", "1380013"])
def test_a_name_that_is_not_chinese_throughout_is_not_read_as_a_whole(name: str) -> None:
    assert whole_spellings(name) == frozenset()
