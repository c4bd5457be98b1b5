"""The demo's look at who is answerable."""

from __future__ import annotations

from datetime import date

from caseapp.cli.demo_week import hold
from caseapp.domain.ids import CaseId
from caseapp.work.answerable import answerable
from caseapp.work.session import Session


def offices(session: Session, case: CaseId, on: date) -> None:
    """Raises ``ProgramFault`` for a step that did not do what it says."""
    found = answerable(session, case, on).refusals
    hold("answerable", found and found[0].bodies and found[0].bodies[0].body.has_the_duty)
