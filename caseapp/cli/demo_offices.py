"""The demo's look at who is answerable, and at the offices of the casebook."""

from __future__ import annotations

from datetime import date

from caseapp.cli.demo_week import hold
from caseapp.domain.ids import CaseId
from caseapp.work.answerable import answerable
from caseapp.work.offices_shown import fitting, office_rows, office_shown
from caseapp.work.session import Session


def offices(session: Session, case: CaseId, on: date) -> None:
    """Raises ``ProgramFault`` for a step that did not do what it says."""
    found = answerable(session, case, on).refusals
    hold("answerable", found and found[0].bodies and found[0].bodies[0].body.has_the_duty)
    rows = fitting(office_rows(session, on), "柳树小学")
    hold("office found", len(rows) == 1)
    shown = office_shown(session, rows[0].office.id, on)
    hold("office", shown.loops and shown.history.visits == rows[0].visits)
