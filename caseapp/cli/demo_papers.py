"""The demo's look at papers: photographs become pages, an original is lent and comes back, the evidence is indexed."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from caseapp.cli.demo_week import hold
from caseapp.domain.documents import Document, DocumentState, in_page_order
from caseapp.domain.handovers import Keeper, original_keeper
from caseapp.domain.ids import AttachmentId, CaseId, DocumentId
from caseapp.work.attachments import (
    Pasted,
    add_paper,
    attach_files,
    looked_at,
    order_files,
    pages_shown,
    remove_attachment,
    save_as_one,
    save_original,
)
from caseapp.work.cases import case_file
from caseapp.work.documents import checklist_of, delete_document, number_exhibit, save_document
from caseapp.work.handovers import HandoverForm, hand_over, problems, take_handover_out
from caseapp.work.recordings import heard, save_recording
from caseapp.work.session import Session

_TALK = b"RIFF\x64\x1f\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x40\x1f\0\0\1\0\x08\0data\x40\x1f\0\0" + bytes(8000)
_PAGE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")


def papers(session: Session, case: CaseId, folder: Path, now: datetime) -> None:
    """Raises ``ProgramFault`` for a step that did not do what it says."""
    paper = Document(DocumentId(""), case, title="租房收据", state=DocumentState.HELD, proves="母亲在本区租住", pages=2)
    identity, answers = add_paper(session, paper, [Pasted("talk.wav", _TALK)], now)
    paper = replace(paper, id=identity)
    _heard(session, paper, answers[0].kept, now)
    _pages(session, paper, folder, now)
    _lent(session, paper, now)
    hold("exhibit", number_exhibit(session, paper, now))


def _heard(session: Session, paper: Document, kept: AttachmentId | None, now: datetime) -> None:
    """A recording tells its length; who took part is written down. It is no page, and is taken out again."""
    talk = next(one for one in case_file(session, paper.case).attachments if one.id == kept)
    hold("recording", heard(session, talk).seconds == 1 and looked_at(session, talk).pages == 0)
    save_recording(session, replace(talk, own_talk=True, present="当事人、2号窗口"), now)
    hold("described", any(one.own_talk for one in case_file(session, paper.case).attachments))
    remove_attachment(session, talk.id, now)


def _pages(session: Session, paper: Document, folder: Path, now: datetime) -> None:
    """Two photographs in the other order, as one file, and one as it came."""
    answers = attach_files(session, paper, [Pasted("1.png", _PAGE), Pasted("2.png", _PAGE + b"\0")], now)
    hold("photographs", all(answer.kept for answer in answers))
    kept = [one for one in case_file(session, paper.case).attachments if one.document == paper.id]
    order_files(session, kept[::-1], now)
    pages = in_page_order(one for one in case_file(session, paper.case).attachments if one.document == paper.id)
    hold("order", [page.name for page in pages] == ["2.png", "1.png"])
    hold("page", pages_shown(session, pages[0], width=9).total == 1)
    bound, original = folder / "pages.pdf", folder / "original.png"
    save_as_one(session, pages, bound)
    save_original(session, pages[1], original)
    hold("copies", bound.read_bytes().startswith(b"%PDF") and original.read_bytes() == _PAGE)
    bound.unlink()
    original.unlink()


def _lent(session: Session, paper: Document, now: datetime) -> None:
    """The original goes to the street office and comes back; what was entered twice is taken out."""
    day = now.date() - timedelta(1)
    to_office = HandoverForm(day, Keeper.CLIENT, Keeper.OFFICE, taken_by="2号窗口", note="核对原件")
    hold("may be handed in", not problems(to_office, case_file(session, paper.case), (paper.id,), now.date()))
    hand_over(session, paper.case, (paper,), to_office, now)
    hold("handed in", _state(session, paper, now.date()) is DocumentState.HANDED_IN)
    back = HandoverForm(now.date(), Keeper.OFFICE, Keeper.CLIENT)
    (first,) = hand_over(session, paper.case, (paper,), back, now)
    take_handover_out(session, first, now)
    hold("away", original_keeper(case_file(session, paper.case).handovers, paper.id) is Keeper.OFFICE)
    hand_over(session, paper.case, (paper,), back, now)
    hold("given back", _state(session, paper, now.date()) is DocumentState.RETURNED)
    twice = replace(paper, id=DocumentId(""), title="多记的一份")
    delete_document(session, save_document(session, twice, now), now)


def _state(session: Session, paper: Document, on: date) -> DocumentState:
    rows = checklist_of(session, case_file(session, paper.case), on)
    return next(row.state for row in rows if row.document and row.document.id == paper.id)
