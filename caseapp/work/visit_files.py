"""Photographs and recordings of a visit: a sign on the wall, a screen, the slip, what was said. The memo names them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Attachment, in_page_order
from caseapp.domain.ids import VisitId
from caseapp.errors import CaseAppError
from caseapp.work.attachments import Answer, Pasted, take_file
from caseapp.work.session import Session


def files_of_visit(file: CaseFile, visit: str) -> tuple[Attachment, ...]:
    """What was attached to a visit, in its order."""
    return in_page_order([one for one in file.attachments if one.visit == visit])


def attach_to_visit(
    session: Session, case_id: str, visit: VisitId, files: Iterable[Path | Pasted], now: datetime | None = None
) -> tuple[Answer, ...]:
    """Take several files in with a visit. One that cannot be taken says why, and does not hold up the others."""
    answers = []
    for one in files:
        try:
            kept = take_file(session, case_id, one, now, visit=visit)
        except CaseAppError as error:
            answers.append(Answer(one.name, None, error))
        else:
            answers.append(Answer(one.name, kept))
    return tuple(answers)
