"""The case list as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select
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


_CLIENT_ROLES = {Role.STATUTORY_REPRESENTATIVE.value: 0, Role.APPLICANT.value: 1, Role.CONTACT.value: 2}
_OTHERWISE = 3
_CASE = RECORD_TABLES["case"].c
_PARTY = RECORD_TABLES["party"].c
_MEMBERSHIP = RECORD_TABLES["membership"].c
_PERSON = RECORD_TABLES["person"].c

_EVERY_CASE = select(
    _CASE.id, _CASE.number, _CASE.household, _CASE.service, _CASE.city, _CASE.district, _CASE.stage,
    _CASE.useful_until, _CASE.changed_on,
).where(_CASE.is_deleted.is_(False))  # fmt: skip
_EVERY_PARTY = select(_PARTY.case, _PARTY.role, _PARTY.person).where(_PARTY.is_deleted.is_(False)).order_by(_PARTY.made)
_EVERY_MEMBER = (
    select(_MEMBERSHIP.household, _MEMBERSHIP.person).where(_MEMBERSHIP.is_deleted.is_(False)).order_by(_MEMBERSHIP.made)
)
_EVERYBODY = select(_PERSON.id, _PERSON.nickname, _PERSON.name).where(_PERSON.is_deleted.is_(False))
_CASES, _PARTIES, _MEMBERS = Prepared(_EVERY_CASE), Prepared(_EVERY_PARTY), Prepared(_EVERY_MEMBER)
_CALLED = Prepared(_EVERYBODY)
_CHANGED = tuple(
    Prepared(select(table.c.case, latest(table.c.changed_on)).group_by(table.c.case))
    for table in (
        RECORD_TABLES[kind]
        for kind in ("visit", "document", "written_answer", "letter", "key_day", "party", "attachment", "local_rule")
    )
)
_SERVICES = {service.value: service for service in Service}
_STAGES = {stage.value: stage for stage in Stage}


def case_rows(connection: Connection, text: str, *, closed: bool) -> tuple[CaseRow, ...]:
    """The case list, newest change first."""
    found = search.matches(connection, text)
    if found is not None and not found:
        return ()
    called = {person: nickname or name for person, nickname, name in _CALLED.each(connection)}
    parties: dict[str, list[tuple[int, str]]] = {}
    for case, role, person in _PARTIES.each(connection):
        parties.setdefault(case, []).append((_CLIENT_ROLES.get(role, _OTHERWISE), person))
    members: dict[str, list[str]] = {}
    for household, person in _MEMBERS.each(connection):
        members.setdefault(household, []).append(person)
    changed: dict[str, str] = {}
    for statement in _CHANGED:
        for case, day in statement.each(connection):
            if day > changed.get(case, ""):
                changed[case] = day
    listed = []
    for row in _CASES.each(connection):
        of_case, at_home = parties.get(row[0], ()), members.get(row[2], ())
        if not closed and row[6] == Stage.CLOSED.value:
            continue
        if found is None or _is_found(found, row[0], of_case, at_home):
            listed.append((max(row[8], changed.get(row[0], "")), row[1], row, _client(called, of_case, at_home)))
    listed.sort(key=lambda entry: entry[:2], reverse=True)
    return tuple(_case_row(row, client, day) for day, _, row, client in listed)


def rows_of(connection: Connection, cases: Iterable[str]) -> dict[str, CaseRow]:
    """The lines of some cases. Each says when the case itself was changed last, not what lies in it."""
    wanted = sorted(set(cases))
    rows = connection.execute(_EVERY_CASE.where(_CASE.id.in_(wanted))).all()
    parties: dict[str, list[tuple[int, str]]] = {}
    for case, role, person in connection.execute(_EVERY_PARTY.where(_PARTY.case.in_(wanted))):
        parties.setdefault(case, []).append((_CLIENT_ROLES.get(role, _OTHERWISE), person))
    members: dict[str, list[str]] = {}
    homes = [row[2] for row in rows if row[2]]
    for household, person in connection.execute(_EVERY_MEMBER.where(_MEMBERSHIP.household.in_(homes))):
        members.setdefault(household, []).append(person)
    people = {person for of in parties.values() for _, person in of} | {one for of in members.values() for one in of}
    called = {
        person: nickname or name
        for person, nickname, name in connection.execute(_EVERYBODY.where(_PERSON.id.in_(sorted(people))))
    }
    return {
        row[0]: _case_row(row, _client(called, parties.get(row[0], ()), members.get(row[2], ())), row[8]) for row in rows
    }


def _case_row(row: Sequence[Any], client: str, day: str) -> CaseRow:
    identity, number, _, service, city, district, stage, useful, _ = row
    until = date.fromisoformat(useful) if useful else None
    return CaseRow(
        identity, number, client, _SERVICES[service], city, district, _STAGES[stage], until, date.fromisoformat(day)
    )


def _is_found(found: set[str], case: str, parties: Iterable[tuple[int, str]], members: Iterable[str]) -> bool:
    return case in found or any(person in found for _, person in parties) or not found.isdisjoint(members)


def _client(called: dict[str, str], parties: Sequence[tuple[int, str]], members: Iterable[str]) -> str:
    """As :meth:`CaseFile.client` chooses: by role, else anyone of the household, else anyone with a part in the case."""
    for rank, person in sorted(parties, key=lambda entry: entry[0]):
        if rank < _OTHERWISE and called.get(person):
            return called[person]
    others = (*members, *(person for _, person in parties))
    return next((called[person] for person in others if called.get(person)), "")
