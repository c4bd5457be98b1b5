"""The life of a letter: read out to the client, issued as frozen bytes, handed in, received (PRACTICE M12, E1, L4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from caseapp.domain.cases import Case, Stage
from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.ids import ConsentId, LetterId, ReadOutId, new_id
from caseapp.domain.letter_records import Letter, LetterState, ReadOut
from caseapp.errors import BadInput, NotReady
from caseapp.i18n import N_
from caseapp.letters.drafting import draft_letter, final_letter, open_letter
from caseapp.letters.kinds import letter_kind
from caseapp.letters.material import gather
from caseapp.work.cases import case_file, save_all
from caseapp.work.documents import missing_papers
from caseapp.work.letters import letter_file
from caseapp.work.session import Session

UNPROVED = N_("Say what proves the day: receipt strip, delivery record or number of the slip.")


def read_out(session: Session, case_id: str, kind: str, reader: str, how: str, now: datetime) -> ReadOutId:
    """Note that every statement of fact was read to the client and confirmed (signature or fingerprint in ``how``)."""
    file, today = letter_file(session, case_id), now.date()
    made = draft_letter(file, kind, today, missing_papers(session, case_id, today))
    if not made.kind.filing:
        raise NotReady(N_("This paper is not read out step by step: print it, and the client takes it along."))
    letter = replace(_open(session, case_id, kind, today), state=LetterState.READ_OUT)
    entry = ReadOut(ReadOutId(new_id()), letter.id, today, reader, len(made.statements), made.basis, how)
    save_all(session, (letter, entry), N_("Letter read out and confirmed"), now)
    return entry.id


def _open(session: Session, case_id: str, kind: str, today: date) -> Letter:
    """The letter being worked on, or a new one."""
    file = letter_file(session, case_id)
    found = open_letter(file, kind)
    if found:
        return found
    addressee = letter_kind(kind).available(gather(file, today)).addressee
    return Letter(LetterId(new_id()), file.case.id, kind, addressee=addressee, written_on=today)


def tell_disclosure(session: Session, case_id: str, how: str, now: datetime) -> ConsentId:
    """Note that the client heard what the office, third parties and the public will see (PRACTICE E1)."""
    file = case_file(session, case_id)
    client = file.client()
    if client is None:
        raise NotReady(N_("Enter the client first: somebody has to hear what the office will see."))
    heard = Consent(
        ConsentId(new_id()), client.id, Purpose.DISCLOSURE_ACKNOWLEDGED, file.case.id, now.date(), how
    )  # fmt: skip
    save_all(session, (heard,), N_("Told what the office will see"), now)
    return heard.id


def issue(session: Session, case_id: str, kind: str, now: datetime) -> LetterId:
    """Freeze the letter under a number. From then on its words do not change.

    Raises :class:`NotReady` for the first thing that still keeps it a draft."""
    from caseapp.paper.pdf import render_pdf

    file, today = letter_file(session, case_id), now.date()
    made = final_letter(file, kind, today, missing_papers(session, case_id, today))
    if not made.kind.filing:
        raise NotReady(N_("This paper has no number: print it."))
    content = render_pdf(made.zh, day=today)
    letter = _open(session, case_id, kind, today)
    with session.write(N_("Letter issued"), now) as writer:
        issued = replace(
            letter, number=writer.next_number("letter", today.year), state=LetterState.ISSUED, issued_on=today,
            frozen=writer.add_blob(content).id, basis=made.basis, addressee=letter.addressee or made.available.addressee,
        )  # fmt: skip
        writer.put(issued)
    return issued.id


def mark_sent(session: Session, case_id: str, letter_id: str, on: date, how: str, now: datetime) -> None:
    """Note that an issued letter was handed in or posted, and how. The next move is then the office's."""
    file = case_file(session, case_id)
    letter = _letter(session, case_id, letter_id)
    if letter.issued_on is None:
        raise NotReady(N_("Issue the letter first: only a frozen letter is handed in."))
    if on < letter.issued_on or on > now.date():
        raise BadInput(N_("A letter is handed in on or after the day it was issued, and not in the future."))
    sent = replace(letter, state=LetterState.SENT, sent_on=on, sent_how=how)
    save_all(session, (sent, _waiting(file.case)), N_("Letter handed in"), now)


def mark_received(session: Session, case_id: str, letter_id: str, on: date, receipt: str, now: datetime) -> None:
    """Note the day the office had the letter, and the proof of it. That day starts the office's clock."""
    letter = _letter(session, case_id, letter_id)
    if letter.sent_on is None:
        raise NotReady(N_("Note first when the letter was handed in."))
    if on < letter.sent_on or on > now.date():
        raise BadInput(N_("A letter is received on or after the day it was handed in, and not in the future."))
    if not receipt.strip():
        raise BadInput(UNPROVED)
    received = replace(letter, state=LetterState.RECEIVED, received_on=on, receipt=receipt)
    save_all(session, (received,), N_("Receipt of the letter noted"), now)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """When and how a letter went to the office, and what shows when the office had it."""

    sent_on: date
    how: str = ""
    received_on: date | None = None
    receipt: str = ""


def note_handed_in(
    session: Session, case_id: str, kind: str, days: HandedIn, now: datetime, letter_id: str | None = None
) -> LetterId:
    """A letter that was handed in before this case was kept here: no frozen text, only its days and proof.

    ``letter_id`` names one that was noted so before, to be corrected. Raises :class:`BadInput` for days that cannot be,
    for a day of receipt that nothing proves, and for a letter that was issued here: its days are its own.
    """
    file = letter_file(session, case_id)
    _look_at(days, now.date())
    if not letter_kind(kind).filing:
        raise BadInput(N_("This paper goes to no office: the client takes it along."))
    before = _letter(session, case_id, letter_id) if letter_id else Letter(LetterId(new_id()), file.case.id, kind)
    if letter_id and not before.noted:
        raise BadInput(N_("This letter was issued here. Only a letter that was noted afterwards is corrected so."))
    addressee = letter_kind(kind).available(gather(file, now.date())).addressee
    letter = replace(
        before, kind=kind, addressee=before.addressee if before.kind == kind and before.addressee else addressee,
        state=LetterState.RECEIVED if days.received_on else LetterState.SENT, written_on=days.sent_on,
        sent_on=days.sent_on, sent_how=days.how, received_on=days.received_on, receipt=days.receipt.strip(),
    )  # fmt: skip
    said = N_("Days of an earlier letter corrected") if letter_id else N_("Earlier letter noted")
    save_all(session, (letter, _waiting(file.case)), said, now)
    return letter.id


def _look_at(days: HandedIn, today: date) -> None:
    if days.sent_on > today or (days.received_on and not days.sent_on <= days.received_on <= today):
        raise BadInput(N_("A letter is received on or after the day it was handed in, and not in the future."))
    if days.received_on and not days.receipt.strip():
        raise BadInput(UNPROVED)


def _waiting(case: Case) -> Case:
    """The next move is the office's; a case that is closed stays so."""
    return case if case.stage is Stage.CLOSED else replace(case, stage=Stage.WITH_THEM)


def _letter(session: Session, case_id: str, letter_id: str) -> Letter:
    found = next((letter for letter in case_file(session, case_id).letters if letter.id == letter_id), None)
    if found is None:
        raise BadInput(N_("There is no such letter in this case."))
    return found
