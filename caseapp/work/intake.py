"""Intake: five questions, then the story. What is lacking can come later (PRACTICE M9, U4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from typing import TypeAlias

from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Party, Role, Service
from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.days import ImpreciseDay, years_between
from caseapp.domain.ids import CaseId, ConsentId, HouseholdId, KeyDayId, MembershipId, PartyId, PersonId, new_id
from caseapp.domain.people import Household, Membership, Person, Relation
from caseapp.domain.text_guards import NAME_LIMIT, name_problem
from caseapp.exchange.fields import NAME_FAULTS
from caseapp.i18n import N_
from caseapp.law.five_questions import QUESTIONS, Running, running
from caseapp.policy.cities import city_id
from caseapp.work.guards import guard
from caseapp.work.people import problems as person_problems
from caseapp.work.problems import FieldProblem, refuse
from caseapp.work.session import Session

__all__ = ["QUESTIONS", "FieldProblem", "IntakeForm", "NoDay", "begin_case", "problems", "running_periods"]

_LATER = frozenset((KeyDayKind.REGISTRATION_CLOSES,))
"""Questions whose day may lie ahead."""
ADULT = 18


class NoDay(Enum):
    """The question was asked, and it did not happen."""

    DID_NOT_HAPPEN = "did_not_happen"


DayAnswer: TypeAlias = ImpreciseDay | NoDay | None


@dataclass(frozen=True, slots=True)
class IntakeForm:
    """What is asked first. Everything may be empty but one way to call the client and the consent to keep the case."""

    five: Mapping[KeyDayKind, DayAnswer] = field(default_factory=dict)
    city: str = ""
    district: str = ""
    service: Service = Service.OTHER
    client_name: str = ""
    client_nickname: str = ""
    client_phone: str = ""
    client_safe_contact: str = ""
    child_name: str = ""
    child_nickname: str = ""
    child_born: ImpreciseDay | None = None
    applicant_is_child: bool = False
    story: str = ""
    request: str = ""
    useful_until: date | None = None
    useful_because: str = ""
    fallback: str = ""
    fallback_by: date | None = None
    consent_keep: bool = False
    consent_contact: bool = False


def problems(form: IntakeForm, today: date) -> tuple[FieldProblem, ...]:
    """What to look at again before the case can begin."""
    return (*_people(form, today), *_days(form, today), *_consent(form))


def _people(form: IntakeForm, today: date) -> Iterator[FieldProblem]:
    if not form.client_name.strip() and not form.client_nickname.strip():
        yield FieldProblem("client_name", N_("Write a name, or what to call the client."))
    for problem in person_problems(_client(form), today):
        yield FieldProblem(f"client_{problem.field}", problem.text, problem.values, problem.asked)
    for problem in person_problems(_child(form), today):
        yield FieldProblem(f"child_{problem.field}", problem.text, problem.values, problem.asked)
    born = form.child_born
    if form.applicant_is_child and born and born.latest <= today and years_between(born.latest, today) >= ADULT:
        grown = N_("From 18 on the pupil applies and signs. Is the day of birth right?")
        yield FieldProblem("child_born", grown, asked=True)
    fault = name_problem(form.district)
    if fault:
        yield FieldProblem("district", NAME_FAULTS[fault], {"limit": NAME_LIMIT})


def _days(form: IntakeForm, today: date) -> Iterator[FieldProblem]:
    for kind, day in form.five.items():
        if isinstance(day, ImpreciseDay) and day.earliest > today and kind not in _LATER:
            yield FieldProblem(kind.value, N_("This day lies in the future. Look at it again."))
        elif isinstance(day, ImpreciseDay) and form.child_born and kind is not KeyDayKind.INJURED and (
            form.applicant_is_child and day.surely_before(form.child_born)
        ):  # fmt: skip
            yield FieldProblem(kind.value, N_("This day lies before the applicant was born. Look at both days again."))
    if form.useful_until and form.useful_until < today:
        past = N_("This day has passed. Can help still be useful? Write the day after which it comes too late.")
        yield FieldProblem("useful_until", past, asked=True)
    if form.fallback_by and form.fallback_by < today:
        yield FieldProblem("fallback_by", N_("The last day of the fallback has passed. Is it right?"), asked=True)


def _consent(form: IntakeForm) -> Iterator[FieldProblem]:
    if not form.consent_keep:
        yield FieldProblem(
            "consent_keep", N_("Ask whether we may keep the case. If not, note it as an enquiry without a name.")
        )


def running_periods(five: Mapping[KeyDayKind, DayAnswer], on: date, service: Service | None = None) -> tuple[Running, ...]:
    """The client's periods that run on ``on``, the soonest first: they show before any other field."""
    days = [(kind, day) for kind, day in five.items() if isinstance(day, ImpreciseDay)]
    return running(days, on, service)


def begin_case(session: Session, form: IntakeForm, now: datetime | None = None) -> CaseId:
    """Keep what was asked as a new case, in one entry. Raises :class:`BadInput`."""
    moment = session.moment(now)
    refuse(problems(form, moment.date()))
    records = tuple(_records(form, moment.date()))
    for record in records:
        guard(record)
    case = next(record for record in records if isinstance(record, Case))
    with session.write(N_("Case begun"), now) as writer:
        numbered = replace(case, number=writer.next_number("case", moment.year))
        for record in records:
            writer.put(numbered if record is case else record)
    return case.id


def _client(form: IntakeForm) -> Person:
    return Person(
        PersonId(""), form.client_name.strip(), form.client_nickname.strip(), phone=form.client_phone.strip(),
        safe_contact=form.client_safe_contact.strip(),
    )  # fmt: skip


def _child(form: IntakeForm) -> Person:
    return Person(PersonId(""), form.child_name.strip(), form.child_nickname.strip(), born=form.child_born)


def _records(form: IntakeForm, today: date) -> Iterator[object]:
    home = Household(HouseholdId(new_id()))
    client = replace(_client(form), id=PersonId(new_id()))
    yield from (home, client, Membership(MembershipId(new_id()), home.id, client.id, Relation.SELF))
    child = _child(form)
    has_child = form.applicant_is_child or child.name or child.nickname or child.born
    if has_child:
        child = replace(child, id=PersonId(new_id()))
        yield from (child, Membership(MembershipId(new_id()), home.id, child.id, Relation.CHILD))
    case = Case(
        CaseId(new_id()), "", today, home.id, form.service, city_id(form.city), form.district.strip(),
        request=form.request, story=form.story, useful_until=form.useful_until or _registration_closes(form),
        useful_because=form.useful_because, fallback=form.fallback, fallback_by=form.fallback_by,
    )  # fmt: skip
    yield case
    if form.applicant_is_child and has_child:
        yield Party(PartyId(new_id()), case.id, child.id, Role.APPLICANT)
        yield Party(PartyId(new_id()), case.id, client.id, Role.STATUTORY_REPRESENTATIVE)
    else:
        yield Party(PartyId(new_id()), case.id, client.id, Role.APPLICANT)
    for kind, day in form.five.items():
        if isinstance(day, NoDay):
            yield KeyDay(KeyDayId(new_id()), case.id, kind, none=True)
        elif day is not None:
            yield KeyDay(KeyDayId(new_id()), case.id, kind, day)
    for purpose, given in ((Purpose.KEEP_CASE, form.consent_keep), (Purpose.CONTACT, form.consent_contact)):
        if given:
            yield Consent(ConsentId(new_id()), client.id, purpose, case.id, today)


def _registration_closes(form: IntakeForm) -> date | None:
    """The day registration closes is the day after which help comes too late, unless another was named."""
    day = form.five.get(KeyDayKind.REGISTRATION_CLOSES)
    return day.earliest if isinstance(day, ImpreciseDay) else None
