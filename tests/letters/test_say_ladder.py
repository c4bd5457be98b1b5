"""Next steps and ways in words: every value is said in both languages, and no day is named without its meaning."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.offices import Level, OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.avenues import Status, Track
from caseapp.law.first_step import FirstStep, FirstStepKind
from caseapp.law.ladder import Ladder, ladder
from caseapp.law.situation import Contact, Situation, WrittenAct
from caseapp.letters.both import Both
from caseapp.letters.say.ladder import (
    say_answer,
    say_avenue,
    say_first_step,
    say_more,
    say_organ,
    say_petition,
    say_protective,
    say_status,
    say_too_late,
    say_track,
    say_why,
)

ON = date(2026, 6, 12)


def said(both: Both) -> Both:
    assert re.search(r"[一-鿿]", both.zh), both
    assert not re.search(r"[一-鿿{}]", both.en), both
    assert "{" not in both.zh
    return both


def refused_by_school(on: date = ON, useful_until: date | None = date(2026, 9, 1)) -> Ladder:
    visits = (Contact(date(2026, 6, 8), OfficeKind.SCHOOL, Answer.REFUSED),)
    return ladder(Situation(Service.COMPULSORY_EDUCATION, on, visits, useful_until=useful_until, minor=True))


@pytest.mark.parametrize("kind", FirstStepKind)
def test_every_first_step_is_said_with_its_body_and_without(kind: FirstStepKind):
    assert "区政府" in said(say_first_step(FirstStep(kind, OfficeKind.GOVERNMENT, Level.DISTRICT))).zh
    said(say_first_step(FirstStep(kind, None, None)))
    said(say_more(FirstStep(kind, None, None)))


def test_an_organ_above_the_district_is_not_called_the_districts():
    assert say_organ(OfficeKind.EDUCATION_BUREAU, Level.DISTRICT).zh == "区教育局"
    assert say_organ(OfficeKind.EDUCATION_BUREAU, Level.CITY) == Both("市教育局", "the city education bureau")
    assert say_organ(OfficeKind.EDUCATION_BUREAU, Level.PROVINCE).zh == "省（市）教育局"
    assert "区" not in say_organ(OfficeKind.POLICE_STATION, Level.CITY).zh


def test_a_schools_refusal_alone_names_the_day_to_be_safe_and_the_body():
    words = said(say_protective(refused_by_school(), ON))
    assert "最晚8月7日（周五）请律师看一下" in words.zh
    assert "by Friday 7 August" in words.en
    assert "区教育局" in words.zh


def test_once_that_day_has_passed_it_is_a_lawyer_today():
    after = date(2026, 8, 8)
    words = said(say_protective(refused_by_school(after), after))
    assert "今天就问律师" in words.zh
    assert "was the last day" in words.en


def test_the_day_itself_is_still_in_time():
    on = date(2026, 8, 7)
    assert "保险起见" in say_protective(refused_by_school(on), on).zh


def test_nothing_is_said_where_nobody_refused():
    found = ladder(Situation(Service.COMPULSORY_EDUCATION, ON, useful_until=date(2026, 9, 1)))
    assert not say_protective(found, ON)


def test_help_that_may_come_too_late_brings_what_to_do_today():
    needed = ON + timedelta(days=5)
    words = said(say_too_late(refused_by_school(useful_until=needed), Service.COMPULSORY_EDUCATION, needed, ON))
    assert "不要只走这一条" in words.zh
    assert "统筹安排" in words.zh
    assert "not alone" in words.en


def test_a_day_that_has_passed_is_named_as_passed():
    gone = date(2026, 6, 1)
    words = said(say_too_late(refused_by_school(useful_until=gone), Service.COMPULSORY_EDUCATION, gone, ON))
    assert "已经过了" in words.zh
    assert not say_too_late(refused_by_school(useful_until=None), Service.COMPULSORY_EDUCATION, None, ON)


def test_every_status_track_and_way_is_said():
    for status in Status:
        said(say_status(status))
    for track in Track:
        said(say_track(track))
    for avenue in refused_by_school().avenues:
        said(say_why(avenue))
        assert say_avenue(avenue.procedure).zh
        assert "（" not in say_avenue(avenue.procedure).zh


def test_an_answer_is_before_or_after_the_day_it_is_needed():
    for avenue in refused_by_school().avenues:
        words = say_answer(avenue, ON)
        if avenue.answer_in_time is not None:
            assert ("赶得上" in words.zh) is avenue.answer_in_time
            assert ("before the day" in words.en) is avenue.answer_in_time


def test_a_petition_is_one_persons_and_never_a_list():
    words = said(say_petition())
    assert "不做联名和名单" in words.zh
    assert "no joint form or list" in words.en


def test_a_pending_review_that_answers_too_late_says_until_when_they_have():
    act = WrittenAct(OfficeKind.POLICE_STATION, None, date(2026, 7, 6))
    pending = Situation(
        Service.RESIDENCE_PERMIT, date(2026, 9, 1), acts=(act,), reconsideration_received=date(2026, 8, 18),
        useful_until=date(2026, 10, 1),
    )  # fmt: skip
    said = say_too_late(ladder(pending), pending.service, pending.useful_until, pending.on)
    assert "Monday 26 October" in said.en and "10月26日" in said.zh
    assert "政府" not in said.zh  # what helps today is done at the organ with the duty
