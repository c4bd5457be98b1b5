"""The case list as it is read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, desc, func, or_, select, union
from sqlalchemy.sql.functions import coalesce
from sqlalchemy.sql.functions import max as latest

from caseapp.domain.cases import Role, Service, Stage
from caseapp.domain.ids import CaseId
from caseapp.store import search
from caseapp.store.prepared import Prepared
from caseapp.store.tables import RECORD_TABLES


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the case list. ``client`` is what we call the person we speak with; ``changed_on`` of anything in it."""

    id: CaseId
    number: str
    client: str
    service: Service
    city: str
    district: str
    stage: Stage
    useful_until: date | None
    changed_on: date


@dataclass(frozen=True, slots=True)
class FoundCases:
    """Lines of the case list. ``more``: so many fit what was typed that only those entered last were looked at."""

    rows: tuple[CaseRow, ...]
    more: bool = False


_CLIENT_ROLES = {Role.STATUTORY_REPRESENTATIVE.value: 0, Role.APPLICANT.value: 1, Role.CONTACT.value: 2}
_OTHERWISE = 3
_CASE = RECORD_TABLES["case"].c
_PARTY = RECORD_TABLES["party"].c
_MEMBERSHIP = RECORD_TABLES["membership"].c
_PERSON = RECORD_TABLES["person"].c

_KINDS_IN_A_CASE = (
    "visit", "document", "written_answer", "letter", "key_day", "party", "attachment", "local_rule"
)  # fmt: skip
_CHANGED = latest(
    _CASE.changed_on,
    *(
        coalesce(select(latest(table.c.changed_on)).where(table.c.case == _CASE.id).scalar_subquery(), "")
        for table in (RECORD_TABLES[kind] for kind in _KINDS_IN_A_CASE)
    ),
)
"""The last change of a case and of anything in it; SQLite's ``max`` of several values."""
_LINE = (
    _CASE.id, _CASE.number, _CASE.household, _CASE.service, _CASE.city, _CASE.district, _CASE.stage, _CASE.useful_until
)  # fmt: skip
_NAMED = select(func.json_each(bindparam("named")).table_valued("value").c.value)
"""Any number of ids, bound as one JSON text."""

_EVERY_LINE = select(*_LINE, _CHANGED.label("day")).where(
    _CASE.is_deleted.is_(False), or_(bindparam("closed") == 1, _CASE.stage != Stage.CLOSED.value)
)
_NEWEST_FIRST: tuple[ColumnElement[Any], ...] = (desc("day"), _CASE.number.desc())
_EVERY_PARTY = select(_PARTY.case, _PARTY.role, _PARTY.person).where(_PARTY.is_deleted.is_(False)).order_by(_PARTY.made)
_EVERY_MEMBER = (
    select(_MEMBERSHIP.household, _MEMBERSHIP.person).where(_MEMBERSHIP.is_deleted.is_(False)).order_by(_MEMBERSHIP.made)
)
_EVERYBODY = select(_PERSON.id, _PERSON.nickname, _PERSON.name).where(_PERSON.is_deleted.is_(False))

_ALL_LINES = Prepared(_EVERY_LINE.order_by(*_NEWEST_FIRST).limit(bindparam("most")))
_LINES = Prepared(_EVERY_LINE.where(_CASE.id.in_(_NAMED)).order_by(*_NEWEST_FIRST).limit(bindparam("most")))
_OF_CASES = Prepared(select(*_LINE, _CASE.changed_on).where(_CASE.is_deleted.is_(False), _CASE.id.in_(_NAMED)))
_PARTIES, _PARTIES_OF = Prepared(_EVERY_PARTY), Prepared(_EVERY_PARTY.where(_PARTY.case.in_(_NAMED)))
_MEMBERS, _MEMBERS_OF = Prepared(_EVERY_MEMBER), Prepared(_EVERY_MEMBER.where(_MEMBERSHIP.household.in_(_NAMED)))
_CALLED, _CALLED_OF = Prepared(_EVERYBODY), Prepared(_EVERYBODY.where(_PERSON.id.in_(_NAMED)))
_CASES_OF = Prepared(
    union(
        select(_CASE.id).where(_CASE.id.in_(_NAMED)),
        select(_PARTY.case).where(_PARTY.is_deleted.is_(False), _PARTY.person.in_(_NAMED)),
        select(_CASE.id)
        .join(RECORD_TABLES["membership"], _MEMBERSHIP.household == _CASE.household)
        .where(_MEMBERSHIP.is_deleted.is_(False), _MEMBERSHIP.person.in_(_NAMED)),
    )
)
_SERVICES = {service.value: service for service in Service}
_STAGES = {stage.value: stage for stage in Stage}
FEW = 2_000
"""Up to so many lines it is quicker to ask for what belongs to them than for everything."""


def found_cases(connection: Connection, text: str, *, closed: bool, most: int | None = None) -> FoundCases:
    """The case list, newest change first; with ``text`` the cases it is found in, with ``most`` no more than so many."""
    found = search.matches(connection, text, search.MOST_LISTED)
    bound: dict[str, object] = {"closed": int(closed), "most": -1 if most is None else most}
    if found is None:
        return FoundCases(_lines(connection, tuple(_ALL_LINES.each(connection, bound))))
    named = json.dumps([row[0] for row in _CASES_OF.each(connection, _ids(found.ids))])
    return FoundCases(_lines(connection, tuple(_LINES.each(connection, {**bound, "named": named}))), found.more)


def rows_of(connection: Connection, cases: Iterable[str]) -> dict[str, CaseRow]:
    """The lines of some cases. Each says when the case itself was changed last, not what lies in it."""
    rows = tuple(_OF_CASES.each(connection, {"named": json.dumps(sorted(set(cases)))}))
    return {row.id: row for row in _lines(connection, rows)}


def _lines(connection: Connection, rows: Sequence[Sequence[Any]]) -> tuple[CaseRow, ...]:
    """With each case the name we call its client by."""
    few = len(rows) <= FEW
    parties: dict[str, list[tuple[int, str]]] = {}
    members: dict[str, list[str]] = {}
    cases, homes = _ids(row[0] for row in rows), _ids(row[2] for row in rows if row[2])
    for case, role, person in _PARTIES_OF.each(connection, cases) if few else _PARTIES.each(connection):
        parties.setdefault(case, []).append((_CLIENT_ROLES.get(role, _OTHERWISE), person))
    for household, person in _MEMBERS_OF.each(connection, homes) if few else _MEMBERS.each(connection):
        members.setdefault(household, []).append(person)
    people = {person for of in parties.values() for _, person in of} | {one for of in members.values() for one in of}
    named = _CALLED_OF.each(connection, _ids(people)) if few else _CALLED.each(connection)
    called = {person: nickname or name for person, nickname, name in named}
    return tuple(_case_row(row, _client(called, parties.get(row[0], ()), members.get(row[2], ()))) for row in rows)


def _ids(wanted: Iterable[str]) -> dict[str, str]:
    return {"named": json.dumps(list(wanted))}


def _case_row(row: Sequence[Any], client: str) -> CaseRow:
    identity, number, _, service, city, district, stage, useful, day = row
    until = date.fromisoformat(useful) if useful else None
    return CaseRow(
        identity, number, client, _SERVICES[service], city, district, _STAGES[stage], until, date.fromisoformat(day)
    )


def _client(called: dict[str, str], parties: Sequence[tuple[int, str]], members: Iterable[str]) -> str:
    """As :meth:`CaseFile.client` chooses: by role, else anyone of the household, else anyone with a part in the case."""
    for rank, person in sorted(parties, key=lambda entry: entry[0]):
        if rank < _OTHERWISE and called.get(person):
            return called[person]
    others = (*members, *(person for _, person in parties))
    return next((called[person] for person in others if called.get(person)), "")
