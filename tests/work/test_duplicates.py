"""Who may be here already is pointed out, with why, and nobody who merely shares a syllable."""

from __future__ import annotations

from datetime import date

import pytest

from caseapp import i18n
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.people import Person, Relation
from caseapp.work.cases import case_file, delete_case
from caseapp.work.duplicates import Likeness, likeness, possible_duplicates
from caseapp.work.people import keep_person, same_number
from tests.work.conftest import NOW

BORN = ImpreciseDay.on(date(1988, 3, 12))
KNOWN = Person("", "张小明", "老张", phone="138 0013 8000", id_number="110105194912310 02X", born=BORN)


@pytest.fixture
def known(session, case):
    return keep_person(session, case, KNOWN, Relation.SPOUSE, (), now=NOW)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (Person("", "张小明"), [Likeness.NAME]),
        (Person("", "", "张 小明"), [Likeness.NAME]),
        (Person("", "老张"), [Likeness.NAME]),
        (Person("", "章晓鸣"), [Likeness.SOUND]),
        (Person("", "Zhang Xiaoming"), [Likeness.SOUND]),
        (Person("", "ZXM"), [Likeness.INITIALS]),
        (Person("", "张小敏"), [Likeness.SPELLING]),
        (Person("", "赵雪梅", born=BORN), [Likeness.INITIALS, Likeness.BIRTHDAY]),
        (Person("", phone="+86 138-0013-8000"), [Likeness.PHONE]),
        (Person("", phone="008613800138000"), [Likeness.PHONE]),
        (Person("", id_number="11010519491231002x"), [Likeness.NUMBER]),
        (Person("", id_number="110105491231002"), [Likeness.NUMBER]),
        (Person("", "张小明", phone="13800138000"), [Likeness.PHONE, Likeness.NAME]),
        (Person("", "张晓明", born=BORN), [Likeness.SOUND, Likeness.BIRTHDAY]),
    ],
)  # fmt: skip
def test_somebody_known_is_pointed_out_with_why(session, case, known, typed, why):
    (found,) = possible_duplicates(session, typed)
    assert (found.person.id, list(found.why)) == (known, why)
    assert [entry[0] for entry in found.cases] == [case]


@pytest.mark.parametrize(
    "typed",
    [Person("", "张"), Person("", "赵雪梅"), Person("", "王小明"), Person("", phone="138"), Person("", phone="13800138001"),
     Person("", born=BORN), Person("", id_number="110105"), Person("", "李四", born=BORN), Person(""), Person("", '"OR*')],
)  # fmt: skip
def test_too_little_is_not_spoken_of(session, known, typed):
    assert possible_duplicates(session, typed) == ()


def test_nobody_is_their_own_duplicate_and_a_number_may_be_wrong(session, case, known):
    person = case_file(session, case).person(known)
    assert possible_duplicates(session, person) == ()
    wrong = Person("", id_number="440524188001010015")
    second = keep_person(session, case, wrong, Relation.OTHER, (), now=NOW)
    (found,) = possible_duplicates(session, Person("", id_number="440524 18800101 0015"))
    assert found.person.id == second, "a number that cannot be is compared like any other"


def test_the_line_says_the_case_the_name_and_why_in_both_languages(session, case, known):
    (found,) = possible_duplicates(session, Person("", "张小明", phone="13800138000"))
    number = case_file(session, case).case.number
    assert found.say(i18n.catalogue("en")) == f"Perhaps already here: {number} 老张 · 张小明 (same phone, same name)"
    assert found.say(i18n.catalogue("zh_CN")).startswith(f"也许已经登记过：{number} 老张 · 张小明")
    delete_case(session, case, NOW)
    (found,) = possible_duplicates(session, Person("", "张小明"))
    assert found.cases == ()


def test_likeness_does_not_depend_on_who_comes_first():
    people = [
        KNOWN,
        Person("", "张晓明"),
        Person("", "zxm"),
        Person("", "章小敏", born=BORN),
        Person("", phone="8613800138000"),
    ]
    for one in people:
        for other in people:
            assert likeness(one, other) == likeness(other, one)


def test_the_same_number_is_found_however_it_is_written(session, case, known):
    assert same_number(session, Person("", id_number="１１０１０５１９４９１２３１００２Ｘ")) == (known,)
    assert same_number(session, Person("", id_number="110105491231002")) == (known,)
    assert same_number(session, Person("", id_number="")) == ()
