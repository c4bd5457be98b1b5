"""What belongs to the organisation rather than to a case: its profile, its people, and what it published."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.ids import CaseworkerId, ProfileId, ReleasedCellId, ReleaseId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_


class WorkerRole(Enum):
    """What a person may do in the program."""

    CASEWORKER = "caseworker"
    COORDINATOR = "coordinator"


@record("profile")
@dataclass(frozen=True, slots=True)
class Profile:
    """The organisation. It never prints on a letter unless the profile says it may (PRACTICE E10)."""

    id: ProfileId
    organisation: str = field(default="", metadata=wire("organisation", N_("Organisation")))
    city: str = field(default="", metadata=wire("city", N_("City"), register="place"))
    district: str = field(default="", metadata=wire("district", N_("District"), register="place"))
    is_legal_aid_agency: bool = field(default=False, metadata=wire("is_legal_aid_agency", N_("Legal aid institution")))


@record("caseworker")
@dataclass(frozen=True, slots=True)
class Caseworker:
    """A person who works on cases. The journal shows the handle only."""

    id: CaseworkerId
    handle: str = field(metadata=wire("handle", N_("Handle")))
    role: WorkerRole = field(default=WorkerRole.CASEWORKER, metadata=wire("role", N_("Role")))
    language: str = field(default="zh_CN", metadata=wire("language", N_("Language")))
    note: str = field(default="", metadata=wire("note", N_("Note"), Sensitivity.PERSONAL))


@record("release")
@dataclass(frozen=True, slots=True)
class Release:
    """A set of tables that left the office (release ledger)."""

    id: ReleaseId
    title: str = field(metadata=wire("title", N_("Title")))
    day: date = field(metadata=wire("day", N_("Released")))
    until: date = field(metadata=wire("until", N_("Data up to")))
    exact: bool = field(default=False, metadata=wire("exact", N_("Exact, for the body with the duty only")))
    digest: str = field(default="", metadata=wire("digest"))


@record("released_cell")
@dataclass(frozen=True, slots=True)
class ReleasedCell:
    """One number of a release as it was published; empty ``shown`` means it was not shown."""

    id: ReleasedCellId
    release: ReleaseId = field(metadata=wire("release", refers_to="release"))
    table: str = field(metadata=wire("table"))
    row: str = field(metadata=wire("row"))
    column: str = field(metadata=wire("column"))
    shown: str = field(default="", metadata=wire("shown"))
