"""Enquiries: a question and an answer without anybody's identity; one step makes a case of it (PRACTICE M10)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from caseapp.domain.cases import Enquiry
from caseapp.domain.ids import CaseId, EnquiryId, new_id
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.work.cases import save
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.problems import FieldProblem
from caseapp.work.session import Session

NUMBER_IN_IT = N_(
    "This looks like an identity or phone number. An enquiry keeps nobody's identity: take it out, or make it a case."
)
_PERSONAL = re.compile(r"(?<![\d])(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]|\d{15})(?![\d])")


def enquiries(session: Session) -> tuple[Enquiry, ...]:
    """All enquiries, the newest first."""
    with session.read() as reader:
        found = reader.all(Enquiry)
    return tuple(sorted(found, key=lambda enquiry: enquiry.asked_on, reverse=True))


def problems(enquiry: Enquiry) -> tuple[FieldProblem, ...]:
    """What to look at again: an enquiry keeps nobody's identity, so a number in it is asked about (PRACTICE M10)."""
    texts = {"question": enquiry.question, "answer": enquiry.answer}
    return (
        *_lacking(enquiry),
        *(FieldProblem(name, NUMBER_IN_IT, asked=True) for name, text in texts.items() if _number(text)),
    )


def _lacking(enquiry: Enquiry) -> Iterator[FieldProblem]:
    if not enquiry.question.strip():
        yield FieldProblem("question", N_("Write the question first."))


def _number(text: str) -> bool:
    """Whether an identity number or a mobile number stands in a text, however it is spaced."""
    return bool(_PERSONAL.search(unicodedata.normalize("NFKC", text)))


def save_enquiry(session: Session, enquiry: Enquiry, now: datetime | None = None) -> EnquiryId:
    """Keep an enquiry; one without an id is new."""
    kept = enquiry if enquiry.id else replace(enquiry, id=EnquiryId(new_id()))
    save(session, kept, N_("Enquiry noted"), now)
    return kept.id


def form_from(enquiry: Enquiry) -> IntakeForm:
    """What is known from an enquiry already, for the intake."""
    return IntakeForm(city=enquiry.city, service=enquiry.service, story=enquiry.question)


def enquiry_to_case(session: Session, enquiry_id: str, form: IntakeForm, now: datetime | None = None) -> CaseId:
    """Begin a case from an enquiry and note which it became. Raises :class:`BadInput`."""
    with session.read() as reader:
        enquiry = reader.get(Enquiry, enquiry_id)
    if enquiry is None:
        raise BadInput(N_("This enquiry is no longer there. Look at the list of enquiries again."))
    case = begin_case(session, form, now)
    save(session, replace(enquiry, became=case), N_("Enquiry became a case"), now)
    return case
