"""The case list, one case, and simple changes to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Entitlement, Outcome, Service, Stage
from caseapp.domain.ids import CaseId
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.work.guards import guard
from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.store.case_reads import CaseRow, FoundCases

NO_CASE = N_("There is no case “{case}” in this casebook. The list of cases shows their numbers.")


@dataclass(frozen=True, slots=True)
class DeletedCase:
    """A case that was taken off the list and can be brought back."""

    id: CaseId
    number: str
    service: Service
    city: str


def case_rows(session: Session, search: str = "", *, closed: bool = True, most: int | None = None) -> tuple[CaseRow, ...]:
    """The case list, newest change first; with ``search``, the cases with that text in a name or number.

    With ``most`` no more than so many: a list of a dozen lines does not read twenty thousand cases.
    """
    return found_cases(session, search, closed=closed, most=most).rows


def found_cases(session: Session, search: str, *, closed: bool = True, most: int | None = None) -> FoundCases:
    """As :func:`case_rows`, and whether the text is with so many people that not all of them were looked at."""
    with session.read() as reader:
        return reader.found_cases(search, closed=closed, most=most)


def case_file(session: Session, case_id: str) -> CaseFile:
    """Everything of one case. Raises :class:`BadInput` if there is none with this id."""
    with session.read() as reader:
        found = reader.case_file(case_id)
    if found is None:
        raise BadInput(NO_CASE, case=case_id[:40])
    return found


def find_case(session: Session, text: str) -> CaseId:
    """The case with this number or id. Raises :class:`BadInput`."""
    with session.read() as reader:
        by_number = reader.all(Case, number=text)
        found = by_number[0] if len(by_number) == 1 else reader.get(Case, text)
    if found is None:
        raise BadInput(NO_CASE, case=text[:40])
    return found.id


def save(session: Session, record: object, intention: str, now: datetime | None = None) -> bool:
    """Write one record; whether anything changed. Raises :class:`BadInput` for what cannot be kept."""
    return save_all(session, (record,), intention, now)


def save_all(session: Session, records: Iterable[object], intention: str, now: datetime | None = None) -> bool:
    """Write several records as one entry; whether anything changed."""
    kept = tuple(records)
    for record in kept:
        guard(record)
    with session.write(intention, now) as writer:
        changed = [writer.put(record) for record in kept]
    return any(changed)


def remove(session: Session, cls: type, identity: str, intention: str, now: datetime | None = None) -> None:
    """Take one record out of sight; the history can bring it back."""
    with session.write(intention, now) as writer:
        writer.delete(cls, identity)


def delete_case(session: Session, case_id: str, now: datetime | None = None) -> None:
    """Take a case off the list. It can be brought back."""
    remove(session, Case, case_id, N_("Case taken off the list"), now)


def restore_case(session: Session, case_id: str, now: datetime | None = None) -> None:
    """Bring a case back to the list."""
    with session.write(N_("Case brought back"), now) as writer:
        writer.restore(Case, case_id)


def deleted_cases(session: Session) -> tuple[DeletedCase, ...]:
    """The cases that were taken off the list."""
    with session.read() as reader:
        cases = reader.all(Case, deleted=True)
    return tuple(DeletedCase(case.id, case.number, case.service, case.city) for case in cases)


def close_case(
    session: Session, case_id: str, outcome: Outcome, entitlement: Entitlement, why: str, on: date,
    now: datetime | None = None,
) -> None:  # fmt: skip
    """Close a case with what happened to the client and, apart from it, whether the right was granted."""
    case = case_file(session, case_id).case
    if on < case.opened_on:
        raise BadInput(N_("The case cannot be closed before the day it was opened. Look at the day again."))
    stopped = outcome is Outcome.CLIENT_STOPPED
    words = replace(case, why_stopped=why) if stopped else replace(case, outcome_words=why)
    closed = replace(words, stage=Stage.CLOSED, outcome=outcome, outcome_on=on, entitlement=entitlement)
    save(session, closed, N_("Case closed"), now)


def reopen_case(session: Session, case_id: str, now: datetime | None = None) -> None:
    """Open a closed case again: the next move is ours, and its outcome is open. What was written at the end stays."""
    case = case_file(session, case_id).case
    opened = replace(case, stage=Stage.WITH_US, outcome=Outcome.OPEN, outcome_on=None, entitlement=Entitlement.UNKNOWN)
    save(session, opened, N_("Case opened again"), now)


def write_story(session: Session, case_id: str, request: str, story: str, now: datetime | None = None) -> None:
    """Keep what is asked for, and what happened as it was told."""
    case = case_file(session, case_id).case
    save(session, replace(case, request=request, story=story), N_("Story changed"), now)


def set_useful_day(
    session: Session, case_id: str, until: date | None, because: str, fallback: str, fallback_by: date | None,
    now: datetime | None = None,
) -> None:  # fmt: skip
    """Keep the day after which help comes too late, and what to do if it does not come in time (PRACTICE M1)."""
    case = case_file(session, case_id).case
    changed = replace(
        case, useful_until=until, useful_because=because, fallback=fallback, fallback_by=fallback_by
    )  # fmt: skip
    save(session, changed, N_("Useful day and fallback changed"), now)
