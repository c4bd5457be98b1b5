"""Which replica this computer is for a casebook, kept outside the folder.

A copied or restored folder would otherwise go on writing under the same replica as its original, and two different
entries would claim the same place in the chain. So the folder alone never says who it is: it must match what this
computer has seen of it, and only one open folder at a time may be a given replica.
"""

from __future__ import annotations

import json
from pathlib import Path

from caseapp.paths import user_data
from caseapp.store.folder_lock import FolderLock
from caseapp.store.head import Mark

_WIDTH = 512


class ReplicaIdentity:
    """This computer's note on one replica of a casebook; held locked while the folder is open."""

    def __init__(self, casebook: str, replica: str) -> None:
        folder = user_data() / "replicas" / casebook
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path: Path = folder / f"{replica}.json"
        self._replica = replica
        self._known = self._path.exists()
        self._lock = FolderLock(self._path)
        self._held = self._lock.take()

    def continues(self, stored: Mark) -> bool:
        """Whether the folder at ``stored`` may go on as this replica."""
        if not (self._known and self._held):
            return False
        try:
            seen = json.loads(self._path.read_text("ascii"))
            sequence, head = int(seen["sequence"]), bytes.fromhex(seen["head"])
        except (ValueError, KeyError, TypeError):
            return False
        return stored.sequence > sequence or (stored.sequence == sequence and stored.head == head)

    def note(self, letter: str, mark: Mark, *, durably: bool = False) -> None:
        """Remember how far this replica has come. Survives the process; with ``durably`` the power too."""
        content = (
            f'{{"replica": "{self._replica}", "letter": "{letter}", "sequence": {mark.sequence}, '
            f'"head": "{mark.head.hex()}"}}'
        )
        self._lock.write(content.encode().ljust(_WIDTH), durably=durably)

    def release(self) -> None:
        """Let another folder be this replica."""
        self._lock.release()
