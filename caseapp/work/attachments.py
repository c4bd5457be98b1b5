"""Files that show papers: taken in encrypted, put in the order of their pages, and copied out without what they tell."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from caseapp.domain import media
from caseapp.domain.documents import Attachment, Document
from caseapp.domain.ids import AttachmentId, CaseId, DocumentId, VisitId, new_id
from caseapp.domain.text_guards import NAME_LIMIT, name_problem
from caseapp.errors import BadInput, CaseAppError, NotSaved
from caseapp.i18n import N_
from caseapp.work.cases import remove, save_all
from caseapp.work.documents import save_document
from caseapp.work.guards import guard
from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.paper.foreign_pages import ForeignPages, Looks

ATTACHMENT_LIMIT = 50 << 20
"""Bytes of one file."""
NOT_WRITTEN = N_("The file could not be written. Choose another folder or name.")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture from the clipboard, as the bytes of a file, and the name it goes by."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one file. ``note`` says why it was refused or, where it was kept, what to know of it."""

    name: str
    kept: AttachmentId | None
    note: CaseAppError | None = None


def attach_file(
    session: Session, case_id: str, path: Path, *, name: str = "", document: str | None = None, visit: str | None = None,
    identity: str | None = None, now: datetime | None = None,
) -> AttachmentId:  # fmt: skip
    """Take a file into the casebook, encrypted, and say what it belongs to. Raises :class:`BadInput`."""
    return attach_content(
        session, case_id, _content(path), name or path.name, document=document, visit=visit, identity=identity, now=now
    )


def attach_content(
    session: Session, case_id: str, content: bytes, shown: str, *, document: str | None = None, visit: str | None = None,
    identity: str | None = None, now: datetime | None = None,
) -> AttachmentId:  # fmt: skip
    """Take what was pasted or read into the casebook, encrypted. ``shown`` is the name it goes by."""
    if len(content) > ATTACHMENT_LIMIT:
        raise BadInput(N_("{name} is larger than 50 MiB. Attach a smaller copy."), name=_safe(shown))
    moment = session.moment(now)
    with session.write(N_("File attached"), now) as writer:
        blob = writer.add_blob(content).id
        attachment = Attachment(
            AttachmentId(identity or new_id()), CaseId(case_id), blob, shown, media.media_type(shown, content),
            moment.date(), DocumentId(document) if document else None, VisitId(visit) if visit else None,
        )  # fmt: skip
        guard(attachment)
        writer.put(attachment)
    return attachment.id


def take_file(
    session: Session, case_id: str, file: Path | Pasted, now: datetime | None = None, *, visit: str | None = None
) -> AttachmentId:
    """Take in a file that shows no paper of the list: a notice on a wall, a page on a screen. Raises :class:`BadInput`."""
    content = file.content if isinstance(file, Pasted) else _content(file)
    return attach_content(session, case_id, content, _safe(file.name), visit=visit, now=now)


def attach_files(
    session: Session, document: Document, files: Iterable[Path | Pasted], now: datetime | None = None
) -> tuple[Answer, ...]:
    """Take several files in as pages of one paper; photographs of it keep the order of their names.

    A paper without an id is new and is kept with the first file. A file that cannot be taken does not hold up the others.
    """
    answers = []
    for file in sorted(files, key=lambda one: _by_number(one.name)):
        name = _safe(file.name)
        try:
            content = file.content if isinstance(file, Pasted) else _content(file)
            if document.id and _attached_already(session, document, content):
                raise BadInput(N_("{name} is attached to this paper already."), name=name)
            if not document.id:
                document = replace(document, id=save_document(session, document, now))
            kept = attach_content(session, document.case, content, name, document=document.id, now=now)
        except CaseAppError as error:
            answers.append(Answer(name, None, error))
        else:
            answers.append(Answer(name, kept, _note(file.name, name, media.media_type(name, content))))
    return tuple(answers)


def add_paper(
    session: Session, document: Document, files: Sequence[Path | Pasted], now: datetime | None = None
) -> tuple[DocumentId, tuple[Answer, ...]]:
    """Keep a new paper with the files that are its pages, whatever becomes of them. Raises :class:`BadInput`."""
    kept = replace(document, id=save_document(session, document, now))
    return kept.id, attach_files(session, kept, files, now)


def _content(path: Path) -> bytes:
    name = _safe(path.name)
    try:
        if not path.is_file():  # a folder, a device, or something that is gone
            raise BadInput(N_("This file cannot be read: {name}."), name=name)
        with path.open("rb") as file:
            content = file.read(ATTACHMENT_LIMIT + 1)
    except OSError:
        raise BadInput(N_("This file cannot be read: {name}."), name=name) from None
    if not content:
        raise BadInput(N_("{name} is empty. If it is still being copied, wait and attach it again."), name=name)
    return content


def _by_number(name: str) -> list[tuple[int, str]]:
    """Page 2 before page 10."""
    return [(int(part), "") if at % 2 else (0, part) for at, part in enumerate(_NUMBER.split(name))]


_NUMBER = re.compile(r"([0-9]{1,18})")


def _attached_already(session: Session, document: Document, content: bytes) -> bool:
    with session.read() as reader:
        blob = reader.same_blob(content)
        if blob is None:
            return False
        return any(one.document == document.id for one in reader.all(Attachment, blob=blob))


def _safe(name: str) -> str:
    """A file name as it can be shown: what turns writing round, controls or cannot be read is replaced."""
    if name_problem(name) is None:
        return name
    shown = "".join(mark if name_problem(mark) is None else "\ufffd" for mark in name)
    ending = Path(shown).suffix[-10:]
    return shown if len(shown) <= NAME_LIMIT else shown[: NAME_LIMIT - len(ending) - 1] + "…" + ending


def _note(given: str, shown: str, kind: str) -> CaseAppError | None:
    """What to know of a file that was kept; never a reason to refuse what may be the only proof."""
    if kind == media.LOCKED:
        return BadInput(
            N_("{name} is locked by a password. It is kept as it is; attach a copy that opens without."), name=shown
        )
    if media.misnamed(shown, kind):
        return BadInput(N_("{name} is not what its name says. It is kept as it is, and never run."), name=shown)
    if not media.evidence(kind):
        return BadInput(N_("{name} is no document, picture or recording. It is kept as it is, and never run."), name=shown)
    if given != shown:
        return BadInput(N_("The name of this file could not be kept as it was. It is shown as {name}."), name=shown)
    return None


def order_files(session: Session, files: Sequence[Attachment], now: datetime | None = None) -> None:
    """Put the files of one paper in this order of pages."""
    placed = [replace(file, place=number) for number, file in enumerate(files, start=1)]
    save_all(session, placed, N_("Pages put in order"), now)


def attachment_bytes(session: Session, attachment: Attachment) -> bytes:
    """The content of an attached file. Raises ``CannotOpen`` if it was lost or altered."""
    with session.read() as reader:
        return reader.blob_bytes(attachment.blob)


def pages_shown(session: Session, attachment: Attachment, *, width: int, first: int = 0, most: int = 1) -> ForeignPages:
    """Pages of a file as pixels at most ``width`` wide, from the page ``first`` on; nothing is written to the disk.

    Raises :class:`BadInput` saying why a file cannot be shown, ``CannotOpen`` if it was lost or altered.
    """
    from caseapp.paper.foreign_pages import foreign_pages

    return foreign_pages(
        attachment_bytes(session, attachment), attachment.media_type, width=width, first=first, most=most
    )  # fmt: skip


def looked_at(session: Session, attachment: Attachment) -> Looks:
    """How many pages a file has, what may be doubted of a photograph, and why a file cannot be shown."""
    from caseapp.paper.foreign_pages import looks

    return looks(attachment_bytes(session, attachment), attachment.media_type)


def save_copy(session: Session, attachment: Attachment, path: Path) -> None:
    """Write a copy that tells neither place, device nor author. The original stays as it is, with its digest.

    Raises :class:`BadInput` for a kind that cannot be cleaned, :class:`NotSaved` where the copy cannot be written.
    """
    from caseapp.paper.foreign_pages import without_metadata

    _write(path, without_metadata(attachment_bytes(session, attachment), attachment.media_type))


def save_as_one(session: Session, files: Sequence[Attachment], path: Path) -> None:
    """Write the pages of several files as one PDF without metadata, in their order. Raises as :func:`save_copy`."""
    from caseapp.paper.foreign_pages import one_pdf

    _write(path, one_pdf([(attachment_bytes(session, file), file.media_type) for file in files]))


def save_original(session: Session, attachment: Attachment, path: Path) -> str:
    """Write the file exactly as it came in, for who has to examine it: it may tell place, device and author.

    Gives its SHA-256 (FIPS 180-4, hexadecimal), by which anybody can see that two copies are the same file.
    Raises :class:`NotSaved` where it cannot be written.
    """
    content = attachment_bytes(session, attachment)
    _write(path, content)
    return hashlib.sha256(content).hexdigest()


def _write(path: Path, content: bytes) -> None:
    from caseapp.store.files import write_whole

    try:
        write_whole(path, content)
    except OSError as error:
        raise NotSaved(NOT_WRITTEN) from error


def remove_attachment(session: Session, attachment_id: str, now: datetime | None = None) -> None:
    """Take an attached file out of sight; the history can bring it back."""
    remove(session, Attachment, attachment_id, N_("File taken out"), now)
