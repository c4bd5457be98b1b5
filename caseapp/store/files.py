"""Files and folders that only their owner can read, written whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def make_private_folder(folder: Path) -> None:
    """Create a folder readable by its owner alone; its parents must exist."""
    folder.mkdir(mode=0o700)
    folder.chmod(0o700)


def write_whole(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``; after a power cut it holds the old bytes or the new ones, never a part."""
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    finally:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system lets a folder be synced (POSIX)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
