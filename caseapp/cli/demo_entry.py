"""The demo's look at who is entered: somebody who is here already, or who stands on two sides, is pointed out;
two entries of one person are made one and taken apart again.
"""

from __future__ import annotations

from datetime import datetime

from caseapp.cli.demo_week import hold
from caseapp.domain.cases import Role
from caseapp.domain.ids import CaseId, PersonId
from caseapp.domain.people import Person, Relation
from caseapp.work.cases import case_file, delete_case
from caseapp.work.conflicts_of_interest import conflicts_of_interest
from caseapp.work.duplicates import people_found, possible_duplicates
from caseapp.work.history import undo
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.merge_people import differences, merge_people
from caseapp.work.people import RoleForm, keep_person
from caseapp.work.session import Session


def entry(session: Session, case: CaseId, now: datetime) -> None:
    """Raises ``ProgramFault`` for a step that did not do what it says."""
    client = case_file(session, case).client()
    hold("client", client)
    if client:
        found = possible_duplicates(session, Person(PersonId(""), client.name, phone=client.phone))
        hold("duplicate", client.id in {match.person.id for match in found})
        other = begin_case(session, IntakeForm(client_nickname="房客", consent_keep=True), now)
        landlord = Person(PersonId(""), client.name, phone=client.phone)
        keep_person(session, other, landlord, Relation.OTHER, (RoleForm(Role.THIRD_PARTY),), now=now)
        hold("conflict of interest", conflicts_of_interest(session, other, now.date()))
        _made_one(session, other, client.id, now)
        delete_case(session, other, now)


def _made_one(session: Session, case: CaseId, other: PersonId, now: datetime) -> None:
    """The landlord and the client turn out to be one person, and then not."""
    landlord = next(person for person in case_file(session, case).people if person.id in _third_parties(session, case))
    client = next(match.person for match in people_found(session, landlord.name, landlord.id) if match.person.id == other)
    hold("differences", not differences(client, landlord))
    merged = merge_people(session, client.id, landlord.id, now=now)
    hold("one person", client.id in _third_parties(session, case))
    undo(session, merged.changeset, now)
    hold("two people again", landlord.id in _third_parties(session, case))


def _third_parties(session: Session, case: CaseId) -> set[PersonId]:
    return {party.person for party in case_file(session, case).parties if party.role is Role.THIRD_PARTY}
