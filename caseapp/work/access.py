"""Who looked at which case: kept on this computer alone, never merged, without names."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.store.access_log import Access


class Look(Enum):
    """What was done. The value stays in the log."""

    OPENED = "opened"
    PRINTED = "printed"
    EXPORTED = "exported"


def note(session: Session, look: Look, case_id: str, now: datetime | None = None) -> None:
    """Note that this person looked at a case. A casebook that cannot be written notes nothing."""
    from caseapp.store.access_log import note_access

    note_access(session.casebook, session.handle, look.value, case_id, session.moment(now))


def looks(session: Session) -> tuple[Access, ...]:
    """The log, oldest first."""
    from caseapp.store.access_log import accesses

    return accesses(session.casebook)
