"""What a person agreed to, one purpose at a time, and what they took back (PIPL arts 14, 15)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.ids import ConsentId, PersonId, new_id
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.work.cases import case_file, save
from caseapp.work.session import Session


def give_consent(
    session: Session, case_id: str, person_id: str, purpose: Purpose, how: str, on: date, now: datetime | None = None
) -> ConsentId:
    """Note that a person of a case agreed to one purpose on a day, and how they said so.

    Raises :class:`BadInput` for somebody who does not belong to the case, a day that lies ahead, and a purpose to which
    this person's consent holds already.
    """
    file = case_file(session, case_id)
    if file.person(PersonId(person_id)) is None:
        raise BadInput(N_("This person does not belong to the case. Add the person to the household first."))
    if on > session.moment(now).date():
        raise BadInput(N_("This day lies in the future. Look at it again."))
    held = (entry for entry in file.consents if entry.person == person_id and entry.purpose is purpose)
    if any(entry.holds_on(on) for entry in held):
        raise BadInput(N_("This consent is noted already and holds."))
    given = Consent(ConsentId(new_id()), PersonId(person_id), purpose, file.case.id, on, how.strip())
    save(session, given, N_("Consent noted"), now)
    return given.id


def withdraw_consent(session: Session, consent_id: str, on: date, now: datetime | None = None) -> None:
    """Note that a consent was taken back on a day: from then on it no longer holds, and what was done before stays valid.

    Raises :class:`BadInput` for a consent that is not there or was withdrawn before, a day that lies ahead, and a day
    before it was given.
    """
    with session.read() as reader:
        consent = reader.get(Consent, consent_id)
    if consent is None:
        raise BadInput(N_("This consent is no longer there. Look at the list of consents again."))
    if consent.withdrawn_on is not None:
        raise BadInput(N_("This consent was withdrawn before."))
    if on > session.moment(now).date():
        raise BadInput(N_("This day lies in the future. Look at it again."))
    if consent.given_on and on < consent.given_on:
        raise BadInput(N_("A consent is withdrawn on or after the day it was given. Look at the day again."))
    save(session, replace(consent, withdrawn_on=on), N_("Consent withdrawn"), now)
