"""Enquiries: a question and an answer without anybody's identity; one step makes a case of it (PRACTICE M10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from caseapp.domain.cases import Enquiry
from caseapp.domain.ids import CaseId, EnquiryId, new_id
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.work.cases import save
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.session import Session


def enquiries(session: Session) -> tuple[Enquiry, ...]:
    """All enquiries, the newest first."""
    with session.read() as reader:
        found = reader.all(Enquiry)
    return tuple(sorted(found, key=lambda enquiry: enquiry.asked_on, reverse=True))


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
