"""Documents: papers a rule or an office asks for, where they stand, and the files that show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.ids import AttachmentId, BlobId, CaseId, DocumentId, VisitId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_

PERSONAL = Sensitivity.PERSONAL


class DocumentState(Enum):
    """Where a paper stands. The wire value never changes."""

    NEEDED = "needed"
    APPLIED = "applied"
    HELD = "held"
    COPY_ONLY = "copy_only"
    EXPIRED = "expired"
    WITHHELD = "withheld"
    UNOBTAINABLE = "unobtainable"
    SUBSTITUTED = "substituted"
    HANDED_IN = "handed_in"
    RETURNED = "returned"
    NOT_APPLICABLE = "not_applicable"

    @property
    def in_hand(self) -> bool:
        """Whether the paper is there: it can be shown to an office, or an office has it already."""
        return self in _THERE

    @property
    def asked(self) -> bool:
        """Whether the family still has to get it, if anybody asks for it."""
        return not self.in_hand and self is not DocumentState.NOT_APPLICABLE


_THERE = frozenset(
    {
        DocumentState.HELD, DocumentState.COPY_ONLY, DocumentState.SUBSTITUTED, DocumentState.HANDED_IN,
        DocumentState.RETURNED,
    }
)  # fmt: skip


class HolderKind(Enum):
    """Who can supply, or withholds, a paper."""

    CLIENT = "client"
    LANDLORD = "landlord"
    EMPLOYER = "employer"
    OFFICE = "office"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    HOMETOWN = "hometown"
    OTHER_PRIVATE = "other_private"

    @property
    def private(self) -> bool:
        return self in (HolderKind.LANDLORD, HolderKind.EMPLOYER, HolderKind.OTHER_PRIVATE)


@record("document")
@dataclass(frozen=True, slots=True)
class Document:
    """A paper in a case. ``paper`` is an id of the document catalogue, or empty for one of its own ``title``."""

    id: DocumentId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    paper: str = field(default="", metadata=wire("paper", N_("Document")))
    title: str = field(default="", metadata=wire("title", N_("Title"), PERSONAL))
    state: DocumentState = field(default=DocumentState.NEEDED, metadata=wire("state", N_("State"), register="state"))
    state_on: date | None = field(default=None, metadata=wire("state_on", N_("Since"), register="state"))
    holder: HolderKind | None = field(
        default=None, metadata=wire("holder", N_("Who has or withholds it"), register="state")
    )
    holder_name: str = field(default="", metadata=wire("holder_name", N_("Which one"), PERSONAL, register="state"))
    """The landlord, employer or office by name; no letter prints it."""
    words: str = field(default="", metadata=wire("words", N_("Their words"), PERSONAL, register="state"))
    issuer: str = field(default="", metadata=wire("issuer", N_("Issued by"), PERSONAL))
    valid_until: date | None = field(default=None, metadata=wire("valid_until", N_("Valid until")))
    original_seen: bool = field(default=False, metadata=wire("original_seen", N_("Original seen")))
    original_at: str = field(default="", metadata=wire("original_at", N_("Where the original is"), PERSONAL))
    proves: str = field(default="", metadata=wire("proves", N_("What it proves"), PERSONAL))
    proves_not: str = field(default="", metadata=wire("proves_not", N_("What it does not prove"), PERSONAL))
    """For the caseworker; no letter prints it."""
    pages: int | None = field(default=None, metadata=wire("pages", N_("Pages")))
    exhibit: int | None = field(default=None, metadata=wire("exhibit", N_("Exhibit number")))


@record("blob")
@dataclass(frozen=True, slots=True)
class Blob:
    """The bytes of a file, kept once, encrypted with a key of its own that is never journalled as a value."""

    id: BlobId
    digest: str = field(metadata=wire("digest"))
    """Keyed hash (HMAC-SHA-256, hexadecimal) of the plain bytes: the same file is recognised, its content not revealed."""
    size: int = field(metadata=wire("size", N_("Size")))


@record("attachment")
@dataclass(frozen=True, slots=True)
class Attachment:
    """That a file belongs to a case, and to which document or visit. The blob dies with its last attachment."""

    id: AttachmentId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    blob: BlobId = field(metadata=wire("blob", refers_to="blob"))
    name: str = field(default="", metadata=wire("name", N_("File name"), PERSONAL))
    media_type: str = field(default="", metadata=wire("media_type"))
    added_on: date | None = field(default=None, metadata=wire("added_on", N_("Added")))
    document: DocumentId | None = field(default=None, metadata=wire("document", refers_to="document"))
    visit: VisitId | None = field(default=None, metadata=wire("visit", refers_to="visit"))
    place: int = field(default=0, metadata=wire("place", N_("Place among the pages")))
    """Among the files of its paper, from 1; those without a place (0) follow in the order in which they came."""
    recorded_on: date | None = field(default=None, metadata=wire("recorded_on", N_("Recorded on"), register="recording"))
    """Of a recording, like the fields below (PRACTICE E6)."""
    recorded_by: str = field(
        default="", metadata=wire("recorded_by", N_("Who recorded it"), PERSONAL, register="recording")
    )
    recorded_at: str = field(
        default="", metadata=wire("recorded_at", N_("Where it was recorded"), PERSONAL, register="recording")
    )
    present: str = field(default="", metadata=wire("present", N_("Who took part"), PERSONAL, register="recording"))
    device: str = field(default="", metadata=wire("device", N_("Device with the original"), PERSONAL, register="recording"))
    own_talk: bool = field(default=False, metadata=wire("own_talk", N_("The client took part"), register="recording"))
    transcript: str = field(default="", metadata=wire("transcript", N_("Transcript"), PERSONAL))


def in_page_order(attachments: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """The files of one paper as its pages follow each other."""
    return tuple(sorted(attachments, key=lambda attachment: attachment.place or LAST_PLACE))


LAST_PLACE = 1 << 30
