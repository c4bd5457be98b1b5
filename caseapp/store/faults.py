"""What can go wrong with a casebook, said once, and the doors through which foreign exceptions are turned into it.

Exceptions of the database libraries never leave the store: they would say too little to a caseworker and, without
care, too much to a log.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from caseapp.errors import CannotOpen, CaseAppError, NotSaved, ProgramFault, WorldError
from caseapp.i18n import N_

WRONG_PASSPHRASE = N_(
    "That passphrase did not open it. Nothing has changed. Check Caps Lock and the input method, then try again."
)
NOT_A_CASEBOOK = N_("This folder is not a casebook. Nothing has changed. Choose a folder whose name ends in “.casebook”.")
DAMAGED = N_("This casebook cannot be read. It was left as it is: keep the folder, and restore the last backup beside it.")
KEYS_DAMAGED = N_("The key file of this casebook cannot be used. Nothing has changed. Put back “keys.json” from a backup.")
KEYS_WEAK = N_("The key file of this casebook was weakened, so it was not opened. Put back “keys.json” from a backup.")
NO_MEMORY = N_("This computer has too little free memory to open the casebook. Close other programs and try again.")
NEWER = N_(
    "This casebook was saved by a newer version ({version}); it was neither opened nor changed. "
    "Open it there, or update first."
)
OLD_READ_ONLY = N_(
    "This casebook has to be brought up to date, but its disk cannot be written. Copy it first, then open it."
)
IN_USE = N_("This casebook is already open in another window or for another user. Close it there, then open it here.")
NOT_ENCRYPTED = N_("This casebook would be written without encryption, so it was not opened. Install the program again.")
EXISTS = N_("There is already something at this place. Nothing has changed. Choose another name.")
CLOSED = N_("The casebook is closed. Open it again.")
DISK_FULL = N_("The disk is full: this was not saved. Everything before it is safe. Free some space and save again.")
READ_ONLY = N_("This casebook lies on a disk that cannot be written: read and print as usual; to change it, copy it first.")
DISK_ERROR = N_("The disk reported an error: this was not saved. Everything before it is safe. Back up, then try again.")
UNCONFIRMED = N_("This was written, but the disk did not confirm it. Back up now, then open the casebook again.")
BUSY = N_("Another program is using this casebook: this was not saved. Everything before it is safe. Try again.")
ATTACHMENT_DAMAGED = N_("One attachment cannot be read; everything else is usable. Take it again from a backup.")
ATTACHMENT_ABSENT = N_("This attachment has not reached this computer yet. Ask for it from the one that holds it.")
CHANGED_LATER = N_("Something in this entry was changed again later. Undo the later change first; nothing has changed.")
NOTHING_TO_UNDO = N_("This entry holds nothing that can be undone. Nothing has changed.")
NOT_FOUND = N_("This record is not in the casebook. It may have been erased.")
ERASED = N_("This record was erased at the client’s wish and cannot be written again.")
NOT_SHOWN = N_("This record was written by a newer version and cannot be changed here. Update the program first.")
PROGRAM = N_("The program made a mistake and did not finish this step. Everything before it is safe.")
FOREIGN_CHANGES = N_("These changes belong to another casebook or were altered on the way. Nothing was taken in.")


def from_os(error: OSError) -> WorldError:
    """A failed file operation, told by its cause."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotSaved(DISK_FULL)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return NotSaved(READ_ONLY)
    return NotSaved(DISK_ERROR)


def from_database(error: Exception) -> CaseAppError:
    """A failed database operation, told by its cause. The words come from SQLite, not from the data."""
    words = str(getattr(error, "orig", error)).lower()
    if "full" in words:
        return NotSaved(DISK_FULL)
    if "readonly" in words or "read-only" in words:
        return NotSaved(READ_ONLY)
    if "locked" in words or "busy" in words:
        return NotSaved(BUSY)
    if "malformed" in words or "not a database" in words or "no such table" in words:
        return CannotOpen(DAMAGED)
    if "i/o error" in words or "unable to open" in words:
        return NotSaved(DISK_ERROR)
    return ProgramFault(PROGRAM)


@contextmanager
def database() -> Iterator[None]:
    """Turn what the database library raises into the errors of :mod:`caseapp.errors`."""
    from sqlalchemy.exc import SQLAlchemyError
    from sqlcipher3.dbapi2 import Error

    try:
        yield
    except (SQLAlchemyError, Error) as error:
        raise from_database(error) from error


@contextmanager
def disk() -> Iterator[None]:
    """Turn a failed file operation into :class:`NotSaved`."""
    try:
        yield
    except OSError as error:
        raise from_os(error) from error
