"""Written answers: a refusal on paper starts the period for reconsideration, with or without a visit (PRACTICE L2, L3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import CaseId, OfficeId, VisitId, WrittenAnswerId, new_id
from caseapp.domain.visits import WrittenAnswer
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.work.cases import case_file, remove, save_all
from caseapp.work.offices import offered
from caseapp.work.problems import FieldProblem, refuse
from caseapp.work.session import Session
from caseapp.work.visit_form import WrittenAnswerForm, days_of_paper

GONE = N_("This written answer is no longer there. Look at the list again.")


def problems(office: OfficeId | None, form: WrittenAnswerForm, today: date) -> tuple[FieldProblem, ...]:
    """What to look at again: who wrote it, and a day from which a period can run."""
    return (*_unknown(office, form), *days_of_paper(form, today))


def _unknown(office: OfficeId | None, form: WrittenAnswerForm) -> Iterator[FieldProblem]:
    if office is None:
        yield FieldProblem("office", N_("Choose the office, or enter a new one."))
    if form.dated is None and form.received is None:
        no_day = N_("Write the day it was received, or the date on the paper: the periods run from there.")
        yield FieldProblem("received", no_day)


def record_answer(
    session: Session, case_id: str, office: OfficeId | None, form: WrittenAnswerForm, now: datetime | None = None
) -> WrittenAnswerId:
    """Keep a paper or system message of an office on its own; with the id of a known one, correct it.

    One that came of a visit stays with its visit, and with the office that was visited. Raises :class:`BadInput`.
    """
    file = case_file(session, case_id)
    before = _known(file, form.id) if form.id else None
    visit = before.visit if before else None
    writer_of_it = before.office if before and visit else office
    refuse(problems(writer_of_it, form, session.moment(now).date()))
    answer = record_of(form, file.case.id, writer_of_it, visit)
    said = N_("Written answer corrected") if before else N_("Written answer recorded")
    save_all(session, (*offered(session, file, (writer_of_it,)), answer), said, now)
    return answer.id


def remove_answer(session: Session, answer_id: str, now: datetime | None = None) -> None:
    """Take a written answer out of sight; the periods it started are no longer shown. The history can bring it back."""
    remove(session, WrittenAnswer, answer_id, N_("Written answer taken out"), now)


def form_of(answer: WrittenAnswer) -> WrittenAnswerForm:
    """A recorded answer as a form to correct."""
    values: dict[str, Any] = {entry.name: getattr(answer, entry.name) for entry in fields(WrittenAnswerForm)}
    return WrittenAnswerForm(**values)


def record_of(
    form: WrittenAnswerForm, case: CaseId, office: OfficeId | None, visit: VisitId | None
) -> WrittenAnswer:  # fmt: skip
    """The record a form describes; one without an id is new."""
    values: dict[str, Any] = {entry.name: getattr(form, entry.name) for entry in fields(WrittenAnswerForm)}
    values["id"] = form.id or WrittenAnswerId(new_id())
    return WrittenAnswer(case=case, office=office, visit=visit, **values)


def _known(file: CaseFile, identity: str) -> WrittenAnswer:
    found = next((answer for answer in file.written_answers if answer.id == identity), None)
    if found is None:
        raise BadInput(GONE)
    return found
