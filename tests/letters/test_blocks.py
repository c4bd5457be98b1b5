from __future__ import annotations

from dataclasses import replace

import pytest

from caseapp.errors import ProgramFault
from caseapp.letters.blocks import (
    Heading,
    Items,
    KeyValueTable,
    Labelled,
    Paper,
    Paragraph,
    RestsOn,
    Sentence,
    Table,
    line,
    pair,
    sentences,
)

ZH = Paper("test", "zh_CN", "题", (Heading("h", "一"), Paragraph("p", line("二"))))
EN = Paper("test", "en", "Title", (Heading("h", "One"), Paragraph("p", line("Two"))))


def test_two_blocks_of_a_paper_may_not_share_an_id() -> None:
    with pytest.raises(ProgramFault, match="h"):
        replace(ZH, blocks=(Heading("h", "一"), Heading("h", "二")))


def test_the_languages_are_paired_block_by_block() -> None:
    assert pair(ZH, EN) == ((ZH.blocks[0], EN.blocks[0]), (ZH.blocks[1], EN.blocks[1]))


def test_languages_that_part_are_refused_with_the_block() -> None:
    with pytest.raises(ProgramFault, match="block p"):
        pair(ZH, replace(EN, blocks=EN.blocks[:1]))
    with pytest.raises(ProgramFault, match="block h"):
        pair(ZH, replace(EN, blocks=EN.blocks[::-1]))


def test_every_sentence_with_reasons_is_found() -> None:
    one = Sentence("a", RestsOn(facts=("child_age",)))
    for block in (
        Paragraph("x", (one,)),
        Labelled("x", "l", ((one,),)),
        Items("x", ((one,),)),
        Table("x", (), ((one,),)),
        KeyValueTable("x", (("k", one),)),
    ):
        assert list(sentences(block)) == [one]
    assert list(sentences(Heading("x", "h"))) == []


def test_a_table_with_rows_of_different_length_is_refused() -> None:
    with pytest.raises(ProgramFault):
        Table("t", ("a", "b"), ((Sentence("1"),),))
    with pytest.raises(ProgramFault):
        Table("t", ("a", "b"), (), (1, 2, 3))


def test_a_sentence_that_says_nothing_about_its_reasons_is_known() -> None:
    assert not RestsOn().stated
    assert RestsOn(visits=("v1",)).stated
    assert RestsOn(by_hand=True).stated
