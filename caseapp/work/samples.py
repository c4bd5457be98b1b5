"""The samples: twelve situations reported in public sources, and thirty-one invented families of one district."""

from __future__ import annotations

from datetime import date, datetime

from caseapp.exchange.case_file import ReadFile, read_case_file
from caseapp.paths import resource
from caseapp.work.importing import Imported, import_files
from caseapp.work.session import NewProfile, Session

SAMPLE_PROFILE = NewProfile("sample", city="beijing")


def sample_files(today: date) -> tuple[ReadFile, ...]:
    """The case files that come with the program."""
    return tuple(read_case_file(path, today) for path in sorted(resource("samples").glob("*.yaml")))


def load_samples(session: Session, now: datetime) -> tuple[Imported, ...]:
    """Take the samples over into an open casebook."""
    return import_files(session, sample_files(now.date()), now)
