"""A loop in one sentence: the way as it was walked, the visits, the days."""

from __future__ import annotations

from datetime import date

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, OfficeId, VisitId
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.referrals import Loop, loops
from caseapp.domain.visits import Answer, Visit
from caseapp.letters.both import Both
from caseapp.letters.say.loop import say_loop
from caseapp.letters.say.office import say_office

SCHOOL, STREET, BUREAU = (OfficeId(name) for name in ("school", "street", "bureau"))
KNOWN = {
    SCHOOL: Office(SCHOOL, OfficeKind.SCHOOL),
    STREET: Office(STREET, OfficeKind.STREET_OFFICE),
    BUREAU: Office(BUREAU, OfficeKind.EDUCATION_BUREAU, name_zh="区教委"),
}


def visit(order: int, office: OfficeId, to: OfficeId | None, day: date | None) -> Visit:
    answer = Answer.REFERRED if to else Answer.REFUSED
    known = ImpreciseDay.on(day) if day else None
    return Visit(VisitId(str(order)), CaseId("case"), office, order, known, answer=answer, referred_to=to)


def loop(*way: tuple[OfficeId, OfficeId | None, date | None]) -> Loop:
    (found,) = loops([visit(order, *step) for order, step in enumerate(way, 1)])
    return found


def test_back_and_forth_is_told_until_it_came_back():
    found = loop(
        (SCHOOL, STREET, date(2012, 5, 14)), (STREET, SCHOOL, date(2012, 6, 4)), (SCHOOL, STREET, date(2012, 7, 9)),
        (STREET, None, date(2012, 9, 3)),
    )  # fmt: skip
    said = say_loop(found, KNOWN)
    assert said.zh == "学校 → 街道办事处 → 学校，4次走访，112天"
    assert said.en == "School → Street office → School, 4 visits, 112 days"


def test_every_office_of_a_loop_is_named():
    found = loop(
        (SCHOOL, STREET, date(2026, 5, 1)), (STREET, SCHOOL, date(2026, 5, 2)), (SCHOOL, BUREAU, date(2026, 5, 3)),
        (BUREAU, SCHOOL, date(2026, 5, 4)),
    )  # fmt: skip
    assert say_loop(found, KNOWN).zh == "学校 → 街道办事处 → 学校 → 区教委 → 学校，4次走访，3天"


def test_days_that_are_not_known_exactly_are_not_counted():
    found = loop((SCHOOL, STREET, None), (STREET, SCHOOL, date(2026, 5, 2)))
    assert say_loop(found, KNOWN) == Both("学校 → 街道办事处 → 学校，2次走访", "School → Street office → School, 2 visits")


def test_an_office_without_a_name_is_called_by_its_kind_in_either_language():
    assert say_office(KNOWN[SCHOOL]) == Both("学校", "School")
    assert say_office(KNOWN[BUREAU]) == Both("区教委", "区教委")
    assert say_office(None).en == "an office that was not named"
