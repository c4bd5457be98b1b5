"""The samples: twelve situations reported in public sources, and thirty-one invented families of one district.

Twenty-two more cases, each told by one public source, stand in a folder of their own and come in only when asked for:
a sample casebook is for a first look and stays small. Nobody in them agreed to anything, so none enters a report.
"""

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


def public_case_files(today: date) -> tuple[ReadFile, ...]:
    """The public cases with their visits, papers and patterns; ``caseapp import`` takes the same files."""
    return tuple(read_case_file(path, today) for path in sorted(resource("samples", "public").glob("*.yaml")))


def load_samples(session: Session, now: datetime) -> tuple[Imported, ...]:
    """Take the samples over into an open casebook."""
    return import_files(session, sample_files(now.date()), now)
