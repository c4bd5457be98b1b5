"""Papers that change hands: recorded one by one, never overwritten, so that who has an original is never lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.handovers import Form, Handover, Keeper, original_keeper
from caseapp.domain.ids import CaseId, DocumentId, HandoverId, OfficeId, new_id
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.work.cases import case_file, remove, save_all
from caseapp.work.problems import FieldProblem, refuse
from caseapp.work.session import Session


@dataclass(frozen=True, slots=True)
class HandoverForm:
    """What went from whom to whom. ``taken_by`` is the person, or window and post of an office."""

    day: date | None
    giver: Keeper
    receiver: Keeper
    form: Form = Form.ORIGINAL
    taken_by: str = ""
    office: OfficeId | None = None
    back_by: date | None = None
    receipt: str = ""
    note: str = ""


def problems(form: HandoverForm, file: CaseFile, papers: Iterable[DocumentId], today: date) -> tuple[FieldProblem, ...]:
    """What is in the way of recording it, by field."""
    return tuple(_problems(form, file, tuple(papers), today))


def _problems(form: HandoverForm, file: CaseFile, papers: tuple[DocumentId, ...], today: date) -> Iterator[FieldProblem]:
    if form.day is None:
        yield FieldProblem("day", N_("On which day did it change hands?"))
    elif form.day > today:
        yield FieldProblem("day", N_("This day lies in the future. Look at it again."))
    if form.giver is form.receiver:
        yield FieldProblem("receiver", N_("Given and received by the same side. Choose who has it now."))
    if form.receiver not in (Keeper.CLIENT, Keeper.CASEWORKER) and not form.taken_by.strip() and form.office is None:
        yield FieldProblem("taken_by", N_("Write who took it: a name, or the window and post of an office."))
    if form.day and form.back_by and form.back_by < form.day:
        yield FieldProblem("back_by", N_("It cannot be due back before the day it was given."))
    original = papers if form.form is Form.ORIGINAL and form.day else ()
    if any(original_keeper(file.handovers, paper, form.day) is not form.giver for paper in original):
        yield FieldProblem(
            "giver", N_("On this day an original lay with somebody else. Record first how it came from there.")
        )


def hand_over(
    session: Session, case_id: str, papers: Iterable[Document], form: HandoverForm, now: datetime | None = None
) -> tuple[HandoverId, ...]:
    """Record that papers changed hands together; a paper not on record yet is kept first.

    Raises :class:`BadInput` for what cannot be: a day to come, an original that lay elsewhere.
    """
    file = case_file(session, case_id)
    wanted = [paper if paper.id else replace(paper, id=DocumentId(new_id())) for paper in papers]
    if not wanted:
        raise BadInput(N_("Choose the papers that changed hands."))
    refuse(problems(form, file, (paper.id for paper in wanted), session.moment(now).date()))
    there = [_there(paper, form.day) for paper in wanted]
    moved = [
        Handover(
            HandoverId(new_id()), CaseId(case_id), paper.id, form.day, form.form, form.giver, form.receiver,
            form.taken_by.strip(), form.office, form.back_by, form.receipt.strip(), form.note.strip(),
            paper.paper or paper.title,
        )
        for paper in wanted
    ]  # fmt: skip
    save_all(session, (*there, *moved), N_("Change of hands recorded"), now)
    return tuple(one.id for one in moved)


def _there(paper: Document, day: date | None) -> Document:
    """What was given was there, whatever stood in the list."""
    if paper.state in (DocumentState.NEEDED, DocumentState.APPLIED):
        return replace(paper, state=DocumentState.HELD, state_on=day)
    return paper


def take_handover_out(session: Session, handover_id: str, now: datetime | None = None) -> None:
    """Take out what was entered by mistake; the history keeps it and can bring it back."""
    remove(session, Handover, handover_id, N_("Change of hands taken out"), now)
