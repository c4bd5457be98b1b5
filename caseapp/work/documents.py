"""Documents: which papers rules and offices ask for, where each stands, and the files that show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Attachment, Document, DocumentState, HolderKind
from caseapp.domain.ids import AttachmentId, CaseId, DocumentId, OfficeId, VisitId, new_id
from caseapp.errors import BadInput, NotSaved
from caseapp.i18n import N_
from caseapp.policy.documents import IssuerKind, documents
from caseapp.policy.model import NeededDocument, Pack, Words
from caseapp.work.cases import case_file, remove, save
from caseapp.work.guards import guard
from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.store.reader import Reader

_HOLDERS = {
    IssuerKind.CLIENT: HolderKind.CLIENT, IssuerKind.LANDLORD: HolderKind.LANDLORD,
    IssuerKind.EMPLOYER: HolderKind.EMPLOYER, IssuerKind.SCHOOL: HolderKind.SCHOOL,
    IssuerKind.HOSPITAL: HolderKind.HOSPITAL, IssuerKind.HOMETOWN: HolderKind.HOMETOWN,
    IssuerKind.POLICE: HolderKind.OFFICE, IssuerKind.OFFICE: HolderKind.OFFICE,
}  # fmt: skip


MOST_PAGES = 9999
"""Of one paper."""


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One paper of the list. ``programmes`` ask for it by rule, ``asked_by`` are offices that asked for it at a visit."""

    paper: str
    label: Words
    state: DocumentState
    issuer: Words | None
    holder: HolderKind | None
    programmes: tuple[str, ...]
    asked_by: tuple[OfficeId, ...]
    document: Document | None

    @property
    def missing(self) -> bool:
        """Whether it is asked for and not in hand."""
        return not self.state.in_hand and bool(self.programmes or self.asked_by)


def checklist(session: Session, case_id: str, on: date) -> tuple[ChecklistRow, ...]:
    """Every paper of a case: missing ones first, in the order in which they are asked for."""
    file = case_file(session, case_id)
    rows = list(_rows(file, session.pack(file.case.city), file.judged_on(on)))
    return tuple(sorted(rows, key=lambda row: not row.missing))


def _rows(file: CaseFile, pack: Pack | None, day: date) -> Iterator[ChecklistRow]:
    ruled: dict[str, list[tuple[str, NeededDocument]]] = {}
    for programme in pack.programmes if pack else ():
        if programme.service == file.case.service.value and programme.in_force(day):
            for needed in programme.documents:
                ruled.setdefault(needed.id, []).append((programme.id, needed))
    asked: dict[str, dict[OfficeId, None]] = {}
    for visit in file.visits_in_order():
        for demand in file.demands_at(visit.id):
            if demand.paper and visit.office:
                asked.setdefault(demand.paper, {})[visit.office] = None
    held: dict[str, Document] = {}
    for document in file.documents:
        if document.paper and not (document.paper in held and held[document.paper].state.in_hand):
            held[document.paper] = document
    for paper in dict.fromkeys((*asked, *ruled, *held)):
        yield _row(file, paper, ruled.get(paper, []), tuple(asked.get(paper, ())), held.get(paper))
    for document in file.documents:
        if not document.paper:
            own = Words(document.title, document.title)
            yield ChecklistRow("", own, document.state, None, document.holder, (), (), document)


def _row(
    file: CaseFile, paper: str, ruled: list[tuple[str, NeededDocument]], asked: tuple[OfficeId, ...],
    document: Document | None,
) -> ChecklistRow:  # fmt: skip
    kind = documents().get(paper)
    label = kind.name if kind else ruled[0][1].name if ruled else Words(paper, paper)
    issuer = next((needed.issuer for _programme, needed in ruled if needed.issuer), None)
    holder = document.holder if document else None
    if holder is None:
        words = {demand.holder_kind for demand in file.demands if demand.paper == paper and demand.holder_kind}
        said = next((word for word in sorted(words) if word in {known.value for known in HolderKind}), None)
        holder = HolderKind(said) if said else _HOLDERS[kind.issuer_kind] if kind else None
    state = document.state if document else DocumentState.NEEDED
    return ChecklistRow(paper, label, state, issuer, holder, tuple(name for name, _ in ruled), asked, document)


def missing_papers(session: Session, case_id: str, on: date) -> tuple[str, ...]:
    """The ids of the papers asked for that are not in hand."""
    return tuple(row.paper for row in checklist(session, case_id, on) if row.missing)


def save_document(session: Session, document: Document, now: datetime | None = None) -> DocumentId:
    """Keep a paper; one without an id is new. Raises :class:`BadInput`."""
    _look_at(session, document, now)
    kept = document if document.id else replace(document, id=DocumentId(new_id()))
    save(session, kept, N_("Document noted"), now)
    return kept.id


def _look_at(session: Session, document: Document, now: datetime | None) -> None:
    if not document.paper and not document.title.strip():
        raise BadInput(N_("Say which document this is: choose one of the list, or write a title."))
    if document.state_on and document.state_on > session.moment(now).date():
        raise BadInput(N_("This day lies in the future. Look at it again."))
    if document.pages is not None and not 0 < document.pages <= MOST_PAGES:
        raise BadInput(N_("Write the number of pages as a whole number from 1 to {most}."), most=MOST_PAGES)


def set_state(
    session: Session, case_id: str, paper: str, state: DocumentState, on: date, *, holder: HolderKind | None = None,
    words: str = "", now: datetime | None = None,
) -> DocumentId:  # fmt: skip
    """Say where a paper of the list stands."""
    file = case_file(session, case_id)
    known = next((document for document in file.documents if document.paper == paper), None)
    before = known or Document(DocumentId(""), CaseId(case_id), paper)
    kept = replace(before, state=state, state_on=on, holder=holder or before.holder, words=words)
    return save_document(session, kept, now)


def number_exhibit(session: Session, document: Document, now: datetime | None = None) -> int:
    """Give a paper the next exhibit number of its case, for good: a paper that has one keeps it.

    A number is never given twice, not even that of a paper that was taken out or whose numbering was taken back: a letter
    may have carried it. Raises :class:`BadInput` for a paper that is not in hand.
    """
    _look_at(session, document, now)
    if not document.state.in_hand:
        raise BadInput(N_("Only a paper in hand can be an exhibit. Say first that it is there."))
    kept = document if document.id else replace(document, id=DocumentId(new_id()))
    with session.write(N_("Exhibit number given"), now) as writer:
        numbered = replace(kept, exhibit=kept.exhibit or _last_exhibit(writer, kept.case) + 1)
        guard(numbered)
        writer.put(numbered)
    assert numbered.exhibit is not None  # it was given just now
    return numbered.exhibit


def _last_exhibit(reader: Reader, case: CaseId) -> int:
    """The highest exhibit number a paper of the case has ever had, as far as the journal tells."""
    papers = (*reader.all(Document, case=case), *reader.all(Document, case=case, deleted=True))
    changes = (change for entry in reader.history(case) for change in entry.changes if change.register == "exhibit")
    told = (change.after.get("exhibit") for change in changes)
    return max(
        (*(paper.exhibit or 0 for paper in papers), *(number for number in told if isinstance(number, int))), default=0
    )


def delete_document(session: Session, document_id: str, now: datetime | None = None) -> None:
    """Take a paper out of sight."""
    remove(session, Document, document_id, N_("Document taken out"), now)


ATTACHMENT_LIMIT = 50 << 20
"""Bytes of one file."""


def attach_file(
    session: Session, case_id: str, path: Path, *, name: str = "", document: str | None = None, visit: str | None = None,
    identity: str | None = None, now: datetime | None = None,
) -> AttachmentId:  # fmt: skip
    """Take a file into the casebook, encrypted, and say what it belongs to. Raises :class:`BadInput`."""
    try:
        with path.open("rb") as file:
            content = file.read(ATTACHMENT_LIMIT + 1)
    except OSError:
        raise BadInput(N_("This file cannot be read: {name}."), name=path.name) from None
    return attach_content(
        session, case_id, content, name or path.name, document=document, visit=visit, identity=identity, now=now
    )


def attach_content(
    session: Session, case_id: str, content: bytes, shown: str, *, document: str | None = None, visit: str | None = None,
    identity: str | None = None, now: datetime | None = None,
) -> AttachmentId:  # fmt: skip
    """Take what was pasted or read into the casebook, encrypted. ``shown`` is the name it goes by."""
    if len(content) > ATTACHMENT_LIMIT:
        raise BadInput(N_("{name} is larger than 50 MiB. Attach a smaller copy."), name=shown)
    moment = session.moment(now)
    with session.write(N_("File attached"), now) as writer:
        blob = writer.add_blob(content).id
        attachment = Attachment(
            AttachmentId(identity or new_id()), CaseId(case_id), blob, shown, media_type(shown, content),
            moment.date(), DocumentId(document) if document else None, VisitId(visit) if visit else None,
        )  # fmt: skip
        guard(attachment)
        writer.put(attachment)
    return attachment.id


def attachment_bytes(session: Session, attachment: Attachment) -> bytes:
    """The content of an attached file. Raises ``CannotOpen`` if it was lost or altered."""
    with session.read() as reader:
        return reader.blob_bytes(attachment.blob)


def save_copy(session: Session, attachment: Attachment, path: Path) -> None:
    """Write a copy that tells neither place, device nor author. The original stays as it is, with its digest.

    Raises :class:`BadInput` for a kind that cannot be cleaned, :class:`NotSaved` where the copy cannot be written.
    """
    from caseapp.paper.foreign_pages import without_metadata

    copy = without_metadata(attachment_bytes(session, attachment), attachment.media_type)
    try:
        path.write_bytes(copy)
    except OSError as error:
        raise NotSaved(N_("The file could not be written. Choose another folder or name.")) from error


def remove_attachment(session: Session, attachment_id: str, now: datetime | None = None) -> None:
    """Take an attached file out of sight; the history can bring it back."""
    remove(session, Attachment, attachment_id, N_("File taken out"), now)


_BEGINNINGS = (
    (b"%PDF-", "application/pdf"), (b"\x89PNG\r\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff"), (b"PK\x03\x04", "application/zip"),
    (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"), (b"#!AMR", "audio/amr"), (b"OggS", "audio/ogg"),
)  # fmt: skip
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_FTYP = {b"M4A ": "audio/mp4", b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heic"}
"""Kinds of the two containers that say what they hold only after their first bytes."""


def media_type(name: str, content: bytes) -> str:
    """What a file is by its content; its name only tells kinds of archives apart."""
    unknown = "application/octet-stream"
    if content.startswith(b"RIFF"):
        return _RIFF.get(content[8:12], unknown)
    if content[4:8] == b"ftyp":
        return _FTYP.get(content[8:12], "video/mp4")
    found = next((kind for start, kind in _BEGINNINGS if content.startswith(start)), unknown)
    if found == "application/zip":
        return _OFFICE.get(name.lower().rpartition(".")[2], found)
    return found


_OFFICE = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
