"""Casebooks to measure on: a thousand cases with people, visits and papers, made once a run."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from caseapp.domain.cases import Case, Party, Role, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, HouseholdId, MembershipId, PartyId, PersonId, VisitId, new_id
from caseapp.domain.people import Household, Membership, Person
from caseapp.domain.visits import Answer, Visit
from caseapp.work.session import NewProfile, Session, create_with_key, open_with_key

KEY = bytes(range(32))
NOW = datetime(2026, 11, 20, 9, 0)


def thousand(folder: Path) -> Path:
    """A casebook of 1,000 cases, each with a person, a household and two visits."""
    place = folder / "thousand.casebook"
    session = create_with_key(place, KEY, NewProfile("bench", city="beijing"), NOW)
    with session.write("bench") as writer:
        for number in range(1000):
            for record in _case(number):
                writer.put(record)
    session.close()
    return place


def opened(place: Path) -> Session:
    """The casebook with the key in hand."""
    return open_with_key(place, KEY, NOW, "bench")


def _case(number: int) -> tuple[object, ...]:
    person = Person(PersonId(new_id()), name=f"当事人{number}", phone=f"1380000{number:04}")
    household = Household(HouseholdId(new_id()), person.name)
    case = Case(
        CaseId(new_id()), f"2026-A{number:03}", date(2026, 1, 5) + timedelta(number % 300), household.id,
        Service.COMPULSORY_EDUCATION, "beijing", "朝阳区", useful_until=date(2026, 9, 1) + timedelta(number % 200),
    )  # fmt: skip
    visits = tuple(
        Visit(VisitId(new_id()), case.id, None, order, ImpreciseDay.on(case.opened_on), answer=Answer.REFUSED)
        for order in (1, 2)
    )
    membership = Membership(MembershipId(new_id()), household.id, person.id)
    return (person, household, case, membership, Party(PartyId(new_id()), case.id, person.id, Role.APPLICANT), *visits)
