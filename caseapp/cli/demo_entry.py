"""The demo's look at who is entered: somebody who is here already is pointed out."""

from __future__ import annotations

from datetime import datetime

from caseapp.cli.demo_week import hold
from caseapp.domain.ids import CaseId, PersonId
from caseapp.domain.people import Person
from caseapp.work.cases import case_file
from caseapp.work.duplicates import possible_duplicates
from caseapp.work.session import Session


def entry(session: Session, case: CaseId, now: datetime) -> None:
    """Raises ``ProgramFault`` for a step that did not do what it says."""
    client = case_file(session, case).client()
    hold("client", client)
    if client:
        found = possible_duplicates(session, Person(PersonId(""), client.name, phone=client.phone))
        hold("duplicate", client.id in {match.person.id for match in found})
