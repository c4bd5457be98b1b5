"""The life of a letter: draft, read out, issued, handed in, received; one kind, one addressee, one effect."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.ids import BlobId, CaseId, LetterId, OfficeId, ReadOutId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_


class LetterState(Enum):
    """How far a letter has come. The wire value never changes."""

    DRAFT = "draft"
    READ_OUT = "read_out"
    ISSUED = "issued"
    SENT = "sent"
    RECEIVED = "received"


@record("letter")
@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a case. ``frozen`` holds the bytes it was issued as."""

    id: LetterId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    kind: str = field(metadata=wire("kind", N_("Kind")))
    number: str = field(default="", metadata=wire("number", N_("Number")))
    addressee: OfficeId | None = field(default=None, metadata=wire("addressee", N_("Addressee"), refers_to="office"))
    state: LetterState = field(default=LetterState.DRAFT, metadata=wire("state", N_("State")))
    written_on: date | None = field(default=None, metadata=wire("written_on", N_("Written")))
    issued_on: date | None = field(default=None, metadata=wire("issued_on", N_("Issued"), register="issued"))
    frozen: BlobId | None = field(default=None, metadata=wire("frozen", register="issued", refers_to="blob"))
    basis: str = field(default="", metadata=wire("basis", register="issued"))
    """Digest of everything the issued letter rests on; another digest later means its basis has changed."""
    sent_on: date | None = field(default=None, metadata=wire("sent_on", N_("Handed in"), register="sent"))
    sent_how: str = field(default="", metadata=wire("sent_how", N_("How"), Sensitivity.PERSONAL, register="sent"))
    received_on: date | None = field(default=None, metadata=wire("received_on", N_("Received"), register="received"))
    receipt: str = field(
        default="",
        metadata=wire("receipt", N_("Proof of receipt"), Sensitivity.PERSONAL, register="received"),
    )
    wish_by: date | None = field(default=None, metadata=wire("wish_by", N_("Asked to be done by")))

    @property
    def noted(self) -> bool:
        """Whether it was handed in without being issued here: its days are known, its words are not."""
        return self.sent_on is not None and self.issued_on is None


@record("read_out")
@dataclass(frozen=True, slots=True)
class ReadOut:
    """That a letter's statements of fact were read to the client and confirmed (PRACTICE M12)."""

    id: ReadOutId
    letter: LetterId = field(metadata=wire("letter", refers_to="letter"))
    day: date = field(metadata=wire("day", N_("Day")))
    reader: str = field(default="", metadata=wire("reader", N_("Read by")))
    statements: int = field(default=0, metadata=wire("statements", N_("Statements confirmed")))
    basis: str = field(default="", metadata=wire("basis"))
    """Digest of what was read; a later change asks for reading out again."""
    how: str = field(default="", metadata=wire("how", N_("Signature or fingerprint")))
