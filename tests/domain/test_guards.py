from __future__ import annotations

from datetime import date

import pytest

from caseapp.domain.identity_number import NumberProblem, check_digit, read_number
from caseapp.domain.text_guards import NAME_LIMIT, NameProblem, name_problem, search_form


@pytest.mark.parametrize(
    "name",
    [
        "李",
        "欧阳娜娜",
        "𠮷",
        "古丽·阿卜杜拉",
        "张三2",
        "O'Brien-Nuñez",
        "null",
        "合计",
        "<b>",
        "小👨‍👩‍👧明",
        "x" * NAME_LIMIT,
    ],
)
def test_names_as_people_have_them_are_kept(name):
    assert name_problem(name) is None


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("李\u202e明\u202c", NameProblem.REORDERS),
        ("x" * (NAME_LIMIT + 1), NameProblem.TOO_LONG),
        ("李\x00明", NameProblem.CONTROL),
        ("李\ud800", NameProblem.BROKEN),
        ("李\u200b明", NameProblem.INVISIBLE),
        ("\ufeff李明", NameProblem.INVISIBLE),
        ("李\u2028明", NameProblem.INVISIBLE),
    ],
)
def test_names_that_read_differently_to_others_are_refused(name, problem):
    assert name_problem(name) is problem


def test_full_width_and_half_width_are_found_alike():
    assert search_form("ＡＢＣ １２") == search_form("abc12")
    for dot in "·•‧・.":
        assert search_form(f"古丽{dot}阿卜") == search_form("古丽阿卜")
    assert search_form("O’Brien-Nuñez") == search_form("obriennuñez")
    assert search_form("葛\U000e0100城") == search_form("葛\u200d城") == "葛城"


def test_a_good_number_with_either_x_reads_the_same():
    read = read_number("11010519491231002x")
    assert (read.plain, read.problem, read.born) == ("11010519491231002X", None, date(1949, 12, 31))
    assert read_number("１１０１０５１９４９１２３１００２X").problem is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("110105194912310021", NumberProblem.CHECK_DIGIT),
        ("11010519990230002X", NumberProblem.DATE),
        ("1101051949", NumberProblem.LENGTH),
        ("11010519491231OO2X", NumberProblem.CHARACTERS),
    ],
)
def test_what_looks_wrong_is_named(text, problem):
    assert read_number(text).problem is problem


def test_one_wrong_digit_never_passes_the_check():
    good = "44052418800101001"
    for index in range(len(good)):
        other = good[:index] + str((int(good[index]) + 1) % 10) + good[index + 1 :]
        assert check_digit(other) != check_digit(good)


def test_an_old_number_of_fifteen_digits_is_read_and_written_as_today():
    read = read_number("110105491231002")
    assert (read.born, read.male, read.long) == (date(1949, 12, 31), False, "11010519491231002X")
    assert read_number("110105\u200b 19491231-002x").long == "11010519491231002X"
    assert read_number("110105101231996").born == date(1810, 12, 31)  # order codes of people over a hundred
