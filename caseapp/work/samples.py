"""The sample casebook: twelve situations reported in public sources, and thirty-one invented families of one district."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from caseapp.exchange.case_file import ReadFile, read_case_file
from caseapp.paths import resource
from caseapp.work.importing import Imported, import_files
from caseapp.work.session import NewProfile, Session, create_casebook

if TYPE_CHECKING:
    from caseapp.store.keys import KdfParameters

SAMPLE_HANDLE = "sample"


def sample_files(today: date) -> tuple[ReadFile, ...]:
    """The case files that come with the program."""
    return tuple(read_case_file(path, today) for path in sorted(resource("samples").glob("*.yaml")))


def load_samples(session: Session, now: datetime) -> tuple[Imported, ...]:
    """Take the samples over into an open casebook."""
    return import_files(session, sample_files(now.date()), now)


def sample_casebook(folder: Path, passphrase: str, now: datetime, *, kdf: KdfParameters | None = None) -> Session:
    """Make a casebook that holds the samples, and open it."""
    profile = NewProfile(SAMPLE_HANDLE, "", "beijing")
    session = create_casebook(folder, passphrase, profile, now, kdf=kdf)
    load_samples(session, now)
    return session
