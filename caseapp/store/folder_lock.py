"""One program at a time in one folder. The lock is the operating system's: it falls with the process that held it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class FolderLock:
    """An exclusive lock on a file. Leaving the file behind is harmless."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def take(self) -> bool:
        """Whether the lock is ours now; never waits."""
        try:
            _lock(self._handle)
        except OSError:
            return False
        return True

    def write(self, content: bytes, *, durably: bool) -> None:
        """Replace the start of the locked file."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, content)
        if durably:
            os.fsync(self._handle)

    def release(self) -> None:
        """Give the lock up."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
