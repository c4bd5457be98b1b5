"""The demo's look at who is entered: somebody who is here already, or who stands on two sides, is pointed out."""

from __future__ import annotations

from datetime import datetime

from caseapp.cli.demo_week import hold
from caseapp.domain.cases import Role
from caseapp.domain.ids import CaseId, PersonId
from caseapp.domain.people import Person, Relation
from caseapp.work.cases import case_file, delete_case
from caseapp.work.conflicts_of_interest import conflicts_of_interest
from caseapp.work.duplicates import possible_duplicates
from caseapp.work.intake import IntakeForm, begin_case
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
        delete_case(session, other, now)
