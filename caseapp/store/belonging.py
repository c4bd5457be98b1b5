"""Which records belong to a case or a person, deleted ones too."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from caseapp.domain.record import kinds, specs
from caseapp.store.tables import RECORD_TABLES

Key = tuple[str, str]
_OF_CASE = tuple(
    (kind, spec.attribute) for kind, cls in kinds().items() for spec in specs(cls)
    if spec.refers_to == "case" and kind != "enquiry"
)  # fmt: skip
_OF_PERSON = tuple(
    (kind, "person") for kind, cls in kinds().items() if any(spec.attribute == "person" for spec in specs(cls))
)
_BELOW = (("demand", "visit"), ("read_out", "letter"), ("local_criterion", "local_rule"))


def records_of_person(connection: Connection, person: str) -> frozenset[Key]:
    """The person, and what is recorded of them alone. Not their consents, which are proof."""
    own = {("person", person)}
    for kind, column in _OF_PERSON:
        if kind != "consent":
            own |= _having(connection, kind, column, [person])
    return frozenset(own)


def records_of_case(connection: Connection, case: str, *, shared: bool) -> frozenset[Key]:
    """Everything of a case; with ``shared`` also its household and people where other cases have them too."""
    found: set[Key] = {("case", case)}
    for kind, column in _OF_CASE:
        found |= _having(connection, kind, column, [case])
    for kind, above in _BELOW:
        found |= _having(connection, kind, above, [record for name, record in found if name == above])
    household = _value(connection, "case", "household", case)
    home = _having(connection, "membership", "household", [household]) if household else set()
    people = _people(connection, found | home)
    if not shared:
        people -= _people_elsewhere(connection, case, household)
        if household and _having(connection, "case", "household", [household]) != {("case", case)}:
            home, household = set(), None
    found |= home | ({("household", household)} if household else set())
    for person in people:
        found |= records_of_person(connection, person) - {
            entry for entry in _having(connection, "party", "person", [person]) if not shared and entry not in found
        }
    if shared:
        found |= _having(connection, "consent", "person", people)
    return frozenset(found)


def cases_of_people(connection: Connection, people: Iterable[str]) -> frozenset[str]:
    """Every case that one of these people has a part in, or whose household they belong to."""
    wanted = list(people)
    party, membership, cases = (RECORD_TABLES[kind].c for kind in ("party", "membership", "case"))
    homes = select(membership.household).where(membership.person.in_(wanted))
    found = select(party.case).where(party.person.in_(wanted)).union(select(cases.id).where(cases.household.in_(homes)))
    return frozenset(row[0] for row in connection.execute(found))


def disputed(connection: Connection, case: str | None) -> tuple[Key, ...]:
    """The records with more than one current value somewhere, or edited beside a deletion."""
    within = records_of_case(connection, case, shared=True) if case is not None else None
    found = [
        (kind, row[0])
        for kind, table in RECORD_TABLES.items()
        for row in connection.execute(select(table.c.id).where(table.c.is_disputed.is_(True)).order_by(table.c.made))
    ]
    return tuple(key for key in found if within is None or key in within)


def _people(connection: Connection, records: Iterable[Key]) -> set[str]:
    return {
        person
        for kind, record in records
        if kind in ("party", "membership") and (person := _value(connection, kind, "person", record))
    }


def _people_elsewhere(connection: Connection, case: str, household: str | None) -> set[str]:
    party, membership = RECORD_TABLES["party"].c, RECORD_TABLES["membership"].c
    others = connection.execute(select(party.person).where(party.case != case))
    away = connection.execute(select(membership.person).where(membership.household != (household or "")))
    cases = RECORD_TABLES["case"].c
    at_home = connection.execute(
        select(membership.person)
        .join(RECORD_TABLES["case"], cases.household == membership.household)
        .where(cases.id != case)
    )
    return {row[0] for rows in (others, away, at_home) for row in rows}


def _having(connection: Connection, kind: str, column: str, values: Iterable[str]) -> set[Key]:
    table = RECORD_TABLES[kind]
    rows = connection.execute(select(table.c.id).where(table.c[column].in_(list(values))))
    return {(kind, row[0]) for row in rows}


def _value(connection: Connection, kind: str, column: str, record: str) -> str | None:
    table = RECORD_TABLES[kind]
    value: str | None = connection.execute(select(table.c[column]).where(table.c.id == record)).scalar()
    return value
