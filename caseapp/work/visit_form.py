"""What is asked about a visit, and what a person is asked to look at again before it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Role
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import DemandId, OfficeId, PersonId, VisitId, WrittenAnswerId
from caseapp.domain.visits import Answer, Channel, Grounds, minutes_of
from caseapp.exchange.amounts import read_amount
from caseapp.exchange.days import FIRST_YEAR, LAST_YEAR
from caseapp.i18n import N_
from caseapp.work.problems import FieldProblem

LONG_AGO = 20
"""Years after which the year of a visit is asked about."""
LONG_VISIT = 24
"""Hours beyond which one visit is asked about."""
MUCH_MONEY = 100_000
"""Yuan beyond which what one visit cost is asked about."""
_HOURS = re.compile(r"\s*个?(?:小时|钟头|hours?|h)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DemandForm:
    """A paper or condition asked for. ``paper`` is an id of the document catalogue, or empty with ``words``."""

    paper: str = ""
    words: str = ""
    holder_kind: str = ""
    by_rule: bool | None = None
    id: DemandId | None = None


@dataclass(frozen=True, slots=True)
class WrittenAnswerForm:
    """A paper that came of a visit. The date on it and the day it was received are two things (PRACTICE L3)."""

    title: str = ""
    number: str = ""
    content: str = ""
    dated: date | None = None
    received: date | None = None
    served: str = ""
    envelope_kept: bool = False
    told_right: bool | None = None
    told_body: bool | None = None
    told_period: bool | None = None
    refusal: bool = True
    id: WrittenAnswerId | None = None


@dataclass(frozen=True, slots=True)
class VisitForm:
    """A visit as it is typed: the fields of :class:`~caseapp.domain.visits.Visit`, papers asked for, a written answer.

    ``before``: the visit that came next, for one whose day is not known exactly.
    """

    office: OfficeId | None = None
    day: ImpreciseDay | None = None
    time_from: str = ""
    time_to: str = ""
    channel: Channel = Channel.COUNTER
    window: str = ""
    badge: str = ""
    official_name: str = ""
    went: PersonId | None = None
    asked: str = ""
    answer: Answer = Answer.NO_ANSWER
    referred_to: OfficeId | None = None
    grounds: Grounds | None = None
    words: str = ""
    words_literal: bool = True
    asked_written: bool = False
    written: bool | None = None
    receipt: str = ""
    rule_title: str = ""
    rule_number: str = ""
    rule_clause: str = ""
    ticket: str = ""
    fee_asked_yuan: str = ""
    hours_lost: str = ""
    money_lost_yuan: str = ""
    papers_kept: bool | None = None
    witness: str = ""
    note: str = ""
    demands: tuple[DemandForm, ...] = ()
    written_answer: WrittenAnswerForm | None = None
    before: VisitId | None = None


def problems(form: VisitForm, file: CaseFile | None, today: date) -> tuple[FieldProblem, ...]:
    """What to look at again. Only what cannot be is refused; what is unlikely is asked."""
    return (
        *_office(form), *_day(form, file, today), *_order(form, file), *_hours(form), *_amounts(form),
        *_written(form, today),
    )  # fmt: skip


def _office(form: VisitForm) -> Iterator[FieldProblem]:
    if form.office is None:
        yield FieldProblem("office", N_("Choose the office, or enter a new one."))
    if form.referred_to is not None and form.referred_to == form.office:
        yield FieldProblem("referred_to", N_("An office cannot send the client to itself. Choose the other office."))
    if form.answer is Answer.REFERRED and form.referred_to is None:
        where_to = N_("To which office was the client sent? Without it no loop can be seen.")
        yield FieldProblem("referred_to", where_to, asked=True)


def _day(form: VisitForm, file: CaseFile | None, today: date) -> Iterator[FieldProblem]:
    if form.day is None:
        return
    if not FIRST_YEAR <= form.day.earliest.year <= form.day.latest.year <= LAST_YEAR:
        yield FieldProblem("day", N_("This year cannot be. Look at the day again."))
    elif form.day.earliest > today:
        yield FieldProblem("day", N_("The visit lies in the future. Look at the day again."))
    elif form.day.latest.year < today.year - LONG_AGO:
        yield FieldProblem("day", N_("The visit lies more than twenty years back. Is the year right?"), asked=True)
    applicant = file.in_role(Role.APPLICANT) if file else None
    if applicant and applicant.born and form.day.surely_before(applicant.born):
        yield FieldProblem("day", N_("The visit lies before the applicant was born. Look at both days again."))


def _order(form: VisitForm, file: CaseFile | None) -> Iterator[FieldProblem]:
    """The order a person tells may not go against days that are known."""
    others = file.visits_in_order() if file and form.before and form.day else ()
    place = next((index for index, other in enumerate(others) if other.id == form.before), None)
    if place is None or form.day is None:
        return
    told = form.day
    if any(other.day and other.day.surely_before(told) for other in others[place:]) or any(
        other.day and told.surely_before(other.day) for other in others[:place]
    ):
        against = N_("By the days on record this visit does not belong there. Look at the day and at the order again.")
        yield FieldProblem("before", against)


def _hours(form: VisitForm) -> Iterator[FieldProblem]:
    begin, end = minutes_of(form.time_from), minutes_of(form.time_to)
    for name, minutes in (("time_from", begin), ("time_to", end)):
        if getattr(form, name) and minutes is None:
            yield FieldProblem(name, N_("Write the hour as 9:30."))
    if begin is not None and end is not None and end < begin:
        yield FieldProblem("time_to", N_("The visit ends before it begins. Look at the hours again."))


def _amounts(form: VisitForm) -> Iterator[FieldProblem]:
    for name in ("fee_asked_yuan", "money_lost_yuan"):
        text: str = getattr(form, name)
        if text and read_amount(text) is None:
            yield FieldProblem(name, N_("Write the amount as 1234.50."))
        elif text and name == "money_lost_yuan" and (read_amount(text) or 0) > MUCH_MONEY:
            yield FieldProblem(name, N_("That is a large sum for one visit. Is it right?"), asked=True)
    hours = read_hours(form.hours_lost)
    if form.hours_lost and hours is None:
        yield FieldProblem("hours_lost", N_("Write the hours as a number, such as 2.5."))
    elif hours is not None and hours > LONG_VISIT:
        yield FieldProblem("hours_lost", N_("That is more than a day and a night for one visit. Is it right?"), asked=True)


def read_hours(text: str) -> Decimal | None:
    """Hours as people write them: 2.5, 2小时, 两小时, 3 h; None for anything else."""
    return read_amount(_HOURS.sub("", text.strip()))


def _written(form: VisitForm, today: date) -> Iterator[FieldProblem]:
    answer = form.written_answer
    if answer is None:
        return
    yield from days_of_paper(answer, today)
    if form.day and answer.received and answer.received < form.day.earliest:
        yield FieldProblem("received", N_("The paper came before the visit. Does it belong to this visit?"), asked=True)


def days_of_paper(answer: WrittenAnswerForm, today: date) -> Iterator[FieldProblem]:
    """What to look at again in the two days of a written answer. Papers carry wrong dates: those are only asked about."""
    if answer.dated and answer.received and answer.received < answer.dated:
        before = N_("It was received before the date on the paper. Look at both days again.")
        yield FieldProblem("received", before, asked=True)
    if answer.dated and answer.dated > today:
        yield FieldProblem("dated", N_("The date on the paper lies in the future. Is it written so?"), asked=True)
    if answer.received and answer.received > today:
        yield FieldProblem("received", N_("The day it was received lies in the future. Look at the day again."))
