"""Recordings among the files: what their header tells, and who recorded whom where (PRACTICE E6). None is played."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from caseapp.domain.documents import Attachment
from caseapp.domain.recordings import seconds_of
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.work.attachments import attachment_bytes
from caseapp.work.cases import save
from caseapp.work.session import Session


@dataclass(frozen=True, slots=True)
class Heard:
    """What a recording is by its bytes. ``seconds`` is None where its header does not say."""

    seconds: int | None
    size: int
    """Bytes."""


def heard(session: Session, attachment: Attachment) -> Heard:
    """Look at the header of a recording. Raises ``CannotOpen`` if it was lost or altered."""
    content = attachment_bytes(session, attachment)
    return Heard(seconds_of(attachment.media_type, content), len(content))


def save_recording(session: Session, attachment: Attachment, now: datetime | None = None) -> None:
    """Keep what is known of a recording. Raises :class:`BadInput` for a day to come."""
    if attachment.recorded_on and attachment.recorded_on > session.moment(now).date():
        raise BadInput(N_("This day lies in the future. Look at it again."))
    save(session, attachment, N_("Recording described"), now)
