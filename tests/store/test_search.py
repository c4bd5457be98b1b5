"""Names and numbers are found by any part of them, whatever is typed."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.cases import Case, Service
from caseapp.domain.ids import CaseId, new_id
from caseapp.domain.people import Person
from caseapp.domain.text_guards import search_form
from caseapp.store import opening, search
from caseapp.store.casebook import Casebook
from caseapp.store.erasure import erase_person
from caseapp.store.search import phrase, words
from caseapp.store.undo import undo
from caseapp.store.verify import verify
from tests.store.desk import KEY, NOW, begin_case

DAY = date(2026, 1, 5)


def found(casebook: Casebook, text: str) -> int:
    with casebook.read() as reader:
        return len(reader.case_rows(text))


@pytest.mark.parametrize(
    "text",
    [
        "李",
        "𠮷",
        "𠮷四",
        "李𠮷四",
        "4",
        "002X",
        "002x",
        "１１０１",
        "138",
        "0013 8000",
        "001380",
        "孩子",
        "A001",
        "2026-a001",
        " 李 𠮷 ",
        "-李",
    ],
)
def test_any_part_of_a_name_or_number_finds_the_case(casebook: Casebook, text: str) -> None:
    begin_case(casebook)
    assert found(casebook, text) == 1


@pytest.mark.parametrize(
    "text", ["王", "吉", "四李", "X002", "3800 孩", '" OR 1', "NEAR(李)", "李*", "李 AND 四", "%", "'; DROP"]
)
def test_what_is_not_there_is_not_found_and_nothing_is_an_operator(casebook: Casebook, text: str) -> None:
    begin_case(casebook)
    assert found(casebook, text) == 0


@pytest.mark.parametrize("text", ["", "   ", "·"])
def test_nothing_typed_shows_everything(casebook: Casebook, text: str) -> None:
    begin_case(casebook)
    assert found(casebook, text) == 1


def test_a_changed_name_is_found_and_the_old_one_is_not(casebook: Casebook) -> None:
    begin_case(casebook)
    with casebook.read() as reader:
        (person,) = reader.all(Person, name="李𠮷四")
    with casebook.write("Renamed", "li", NOW) as writer:
        writer.put(replace(person, name="王伟"))
    assert (found(casebook, "王伟"), found(casebook, "李𠮷")) == (1, 0)


def test_a_deleted_case_is_not_found(casebook: Casebook) -> None:
    case = begin_case(casebook)
    with casebook.write("Deleted", "li", NOW) as writer:
        writer.delete(Case, case.id)
    assert found(casebook, "A001") == 0


names = st.text(
    st.one_of(st.characters(exclude_categories=("Cs", "Cc")), st.sampled_from("李𠮷𰻝龘é·ＡA 一")), min_size=1, max_size=12
)


@given(name=names, data=st.data())
def test_every_part_of_every_name_is_found(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(name) - 1))
    part = name[start : data.draw(st.integers(start + 1, len(name)))]
    if search_form(unicodedata.normalize("NFKC", part)) not in search_form(name):
        return  # a combining mark cut from its letter is another character
    connection = _memory()
    connection.execute("DELETE FROM search")
    connection.execute("INSERT INTO search (words) VALUES (?)", (words("person", {"name": name}),))
    asked = phrase(part)
    assert not asked or connection.execute("SELECT count(*) FROM search WHERE search MATCH ?", (asked,)).fetchone() == (1,)


_KEPT: list[object] = []


def _memory():  # type: ignore[no-untyped-def]
    from sqlcipher3 import dbapi2

    from caseapp.store.tables import SEARCH_DDL

    if not _KEPT:
        connection = dbapi2.connect(":memory:", isolation_level=None)
        connection.execute(SEARCH_DDL)
        _KEPT.append(connection)
    return _KEPT[0]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("张伟", "zw"), ("张伟", "zhangwei"), ("张伟", "Zhang Wei"), ("张伟", "zhangw"), ("张伟", "w"), ("张伟", "ＺＷ"),
        ("单雄信", "shanxiongxin"), ("单雄信", "sxx"), ("单雄信", "danxiongxin"), ("单雄信", "xx"), ("尉迟恭", "yuchi"),
        ("尉迟恭", "ycg"), ("万俟卨", "moqi"), ("李𠮷四", "ljs"), ("李𠮷四", "jisi"), ("吕布", "lvb"), ("吕布", "lübu"),
        ("吕布", "lyubu"), ("西安", "xi'an"), ("买买提·艾力", "mmtal"), ("小凡妈妈", "xfmm"), ("阿Q正传", "zz"),
    ],
)  # fmt: skip
def test_a_name_is_found_as_it_is_typed_in_letters(casebook: Casebook, name: str, typed: str) -> None:
    begin_case(casebook, name)
    assert found(casebook, typed) == 1


@pytest.mark.parametrize("typed", ["hang", "zhangwe1", "wz", "zhw", "p", "pzw", "iz", "n138", "x"])
def test_letters_are_asked_for_from_the_beginning_of_a_character_on(casebook: Casebook, typed: str) -> None:
    begin_case(casebook, "张伟")
    assert found(casebook, typed) == (typed == "x")  # the X of an identity number


def test_readings_go_with_the_name_through_change_deletion_and_undo(casebook: Casebook) -> None:
    begin_case(casebook, "单雄信")
    with casebook.read() as reader:
        (person,) = reader.all(Person, name="单雄信")
    with casebook.write("Renamed", "li", NOW) as writer:
        writer.put(replace(person, name="王伟"))
    assert (found(casebook, "sxx"), found(casebook, "wangw")) == (0, 1)
    with casebook.read() as reader:
        last = reader.history(newest=1)[0].id
    with casebook.write("Undone", "li", NOW) as writer:
        undo(writer, last)
    assert (found(casebook, "sxx"), found(casebook, "wangw")) == (1, 0)
    assert verify(casebook).problems == ()
    erase_person(casebook, person.id, "li", NOW)
    assert (found(casebook, "sxx"), found(casebook, "haizi")) == (0, 1)
    assert verify(casebook).problems == ()


def test_search_survives_reopening(casebook: Casebook) -> None:
    begin_case(casebook)
    casebook.close()
    with opening.open_with_key(casebook.folder, KEY, NOW) as again:
        assert found(again, "𠮷") == 1


def test_what_is_with_very_many_people_is_looked_for_among_the_newest_and_says_so(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_LISTED", 3)
    with casebook.write("people", "li", NOW) as writer:
        for number in range(5):
            writer.put(Case(CaseId(new_id()), f"2026-A10{number}", DAY, None, Service.COMPULSORY_EDUCATION, "beijing", ""))
    with casebook.read() as reader:
        many, one, none = (reader.found_cases(text) for text in ("1", "104", "9"))
    assert [row.number for row in many.rows] == ["2026-A104", "2026-A103", "2026-A102"]
    assert many.more
    assert ([row.number for row in one.rows], one.more) == (["2026-A104"], False)
    assert (none.rows, none.more) == ((), False)
