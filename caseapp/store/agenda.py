"""The days derived from every open case, kept beside the records so that Today opens at once.

Nothing here is journalled or merged: it is made again from the cases whenever they, the law or the rules change.
It holds ids and days, no name and no word of a client.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    delete,
    func,
    insert,
    literal,
    not_,
    null,
    or_,
    select,
    union_all,
)

from caseapp.domain.cases import Outcome
from caseapp.domain.record import kinds, specs
from caseapp.store import faults
from caseapp.store.belonging import cases_of_people
from caseapp.store.casebook import Casebook
from caseapp.store.journal import CHANGES, CHANGESETS
from caseapp.store.tables import METADATA, RECORD_TABLES

_ITEMS, _STATES, _SEEN = (METADATA.tables[f"agenda_{name}"] for name in ("item", "state", "seen"))
_CASE, _MARK = RECORD_TABLES["case"], RECORD_TABLES["agenda_mark"]
_AT_ONCE = 500
"""Values in one question to the database."""
_OPEN = (_CASE.c.is_deleted.is_(False), _CASE.c.outcome == Outcome.OPEN.value)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One day of a case. ``ref`` is the id of what the day is of; ``until`` a later day that ends it."""

    case: str
    item: str
    kind: str
    ref: str
    day: date
    shows_from: date
    until: date | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """All days of one case as they stand on ``derived_on``, true up to ``holds_until``."""

    case: str
    items: tuple[AgendaItem, ...]
    derived_on: date
    holds_until: date


def forget_changed(casebook: Casebook, made_with: str) -> bool:
    """Let go of the days of every case that was changed since they were derived, or all if law or rules changed.

    Whether it could: a casebook that only is read keeps what it has.
    """
    with casebook.alone() as connection:
        if connection is None:
            return False
        with faults.database(), connection.begin():
            seen = connection.execute(select(_SEEN.c.position, _SEEN.c.made_with)).first()
            newest = connection.execute(select(func.coalesce(func.max(CHANGESETS.c.position), 0))).scalar_one()
            if seen is None or seen.made_with != made_with:
                connection.execute(delete(_ITEMS))
                connection.execute(delete(_STATES))
            elif seen.position != newest:
                _forget(connection, _touched(connection, seen.position))
            if seen is None or (seen.position, seen.made_with) != (newest, made_with):
                connection.execute(delete(_SEEN))
                connection.execute(insert(_SEEN), {"id": 1, "position": newest, "made_with": made_with})
    return True


def to_derive(casebook: Casebook, on: date) -> tuple[str, ...]:
    """The open cases whose days are not known for ``on``, oldest first."""
    joined = _CASE.outerjoin(_STATES, _STATES.c.case == _CASE.c.id)
    unknown = or_(_STATES.c.case.is_(None), not_(_holds(on)))
    with casebook.read() as reader:
        rows = reader.connection.execute(
            select(_CASE.c.id).select_from(joined).where(*_OPEN, unknown).order_by(_CASE.c.made)
        )
        return tuple(row[0] for row in rows)


def how_many_to_derive(casebook: Casebook, on: date) -> int:
    """How many they are, right after :func:`forget_changed`: what is left was derived of a case that is still open."""
    open_cases = select(func.count()).select_from(_CASE).where(*_OPEN).scalar_subquery()
    known = select(func.count()).select_from(_STATES).where(_holds(on)).scalar_subquery()
    with casebook.read() as reader:
        return int(reader.connection.execute(select(open_cases - known)).scalar_one())


def _holds(on: date) -> ColumnElement[bool]:
    return and_(_STATES.c.derived_on <= on.isoformat(), _STATES.c.holds_until >= on.isoformat())


def keep(casebook: Casebook, derived: Iterable[Derived]) -> None:
    """Keep the days of some cases in the place of what was kept of them."""
    found = tuple(derived)
    with casebook.alone() as connection:
        if connection is None or not found:
            return
        with faults.database(), connection.begin():
            _forget(connection, {one.case for one in found})
            connection.execute(insert(_STATES), [_state(one) for one in found])
            rows = [_row(item) for one in found for item in one.items]
            if rows:
                connection.execute(insert(_ITEMS), rows)


@dataclass(frozen=True, slots=True)
class Ranks:
    """How days are told apart by urgency: some kinds by what they are, the others by how near they lie."""

    by_kind: Mapping[str, int]
    by_day: tuple[tuple[date, int], ...]
    """Up to which day a rank goes, the earliest first."""
    otherwise: int

    def expression(self) -> ColumnElement[int]:
        """The same in SQL, so that twenty thousand days are counted where they lie."""
        kinds_ = [(_ITEMS.c.kind == kind, rank) for kind, rank in self.by_kind.items()]
        days = [(_ITEMS.c.day <= day.isoformat(), rank) for day, rank in self.by_day]
        return case(*kinds_, *days, else_=self.otherwise)


@dataclass(frozen=True, slots=True)
class Due:
    """The most urgent days that show on a day, and how many there are of each rank."""

    items: tuple[AgendaItem, ...]
    counts: Mapping[int, int]


def due(casebook: Casebook, on: date, ranks: Ranks, most: int) -> Due:
    """The kept days of open cases that show on ``on`` and are neither done with nor put off, ``most`` of them in full.

    They are gone through once, for the counts and for the first lines.
    """
    shown = _asked(on, *_showing(on)).add_columns(ranks.expression().label("rank")).cte("shown").prefix_with("MATERIALIZED")
    columns = [shown.c[column.name] for column in _ITEMS.c]
    counted = select(shown.c.rank, func.count().label("many"), *(null() for _ in columns)).group_by(shown.c.rank)
    first = (
        select(shown.c.rank, literal(0).label("many"), *columns)
        .order_by(shown.c.rank, shown.c.day, shown.c.case, shown.c.item)
        .limit(most)
        .subquery()
    )
    with casebook.read() as reader:
        rows = reader.connection.execute(union_all(counted, select(first))).all()
    lines = sorted((row for row in rows if not row[1]), key=lambda row: (row[0], row[6], row[2], row[3]))
    return Due(tuple(_item(row[2:]) for row in lines), {row[0]: row[1] for row in rows if row[1]})


def ahead(casebook: Casebook, on: date) -> tuple[AgendaItem, ...]:
    """Every kept day of open cases from ``on``, whether it shows yet or not, the soonest first."""
    wanted = _asked(on, _ITEMS.c.day >= on.isoformat()).order_by(_ITEMS.c.day, _ITEMS.c.case, _ITEMS.c.item)
    with casebook.read() as reader:
        return tuple(_item(row) for row in reader.connection.execute(wanted))


def _showing(on: date) -> tuple[ColumnElement[bool], ...]:
    day = on.isoformat()
    return _ITEMS.c.shows_from <= day, or_(_ITEMS.c.until.is_(None), _ITEMS.c.until >= day)


def _asked(on: date, *conditions: ColumnElement[bool]) -> Select[Any]:
    """The days of open cases that no mark hides."""
    hidden = (
        select(_MARK.c.case, _MARK.c.item)
        .where(
            _MARK.c.is_deleted.is_(False), _MARK.c.kind.is_not(None),
            or_(_MARK.c.until.is_(None), _MARK.c.until > on.isoformat()),
        )
        .subquery()
    )  # fmt: skip
    joined = _ITEMS.join(_CASE, _CASE.c.id == _ITEMS.c.case).outerjoin(
        hidden, and_(hidden.c.case == _ITEMS.c.case, hidden.c.item == _ITEMS.c.item)
    )
    return select(*_ITEMS.c).select_from(joined).where(*_OPEN, *conditions, hidden.c.case.is_(None))


def per_day(casebook: Casebook, first: date, last: date, kinds_counted: Collection[str]) -> Mapping[date, int]:
    """How many days that no mark hides fall on each day of a stretch."""
    within = _ITEMS.c.day.between(first.isoformat(), last.isoformat()), _ITEMS.c.kind.in_(sorted(kinds_counted))
    wanted = _asked(first, *within).with_only_columns(_ITEMS.c.day, func.count()).group_by(_ITEMS.c.day)
    with casebook.read() as reader:
        return {date.fromisoformat(row[0]): row[1] for row in reader.connection.execute(wanted)}


def next_after(casebook: Casebook, on: date, kinds_counted: Collection[str]) -> AgendaItem | None:
    """The first day after ``on`` that no mark hides."""
    later = _ITEMS.c.day > on.isoformat(), _ITEMS.c.kind.in_(sorted(kinds_counted))
    wanted = _asked(on, *later).order_by(_ITEMS.c.day, _ITEMS.c.case).limit(1)
    with casebook.read() as reader:
        row = reader.connection.execute(wanted).first()
        return _item(row) if row else None


def _touched(connection: Connection, position: int) -> set[str]:
    """The cases that something after a journal entry speaks of."""
    by_kind: dict[str, set[str]] = {}
    rows = connection.execute(select(CHANGES.c.kind, CHANGES.c.record).where(CHANGES.c.changeset > position).distinct())
    for kind, record in rows:
        by_kind.setdefault(kind, set()).add(record)
    cases = by_kind.pop("case", set())
    people = by_kind.pop("person", set())
    for kind, records in by_kind.items():
        if kind not in RECORD_TABLES:
            continue
        fields = {spec.refers_to: spec.attribute for spec in specs(kinds()[kind])}
        if "case" in fields:
            cases |= _values(connection, kind, fields["case"], records)
        elif "person" in fields:
            people |= _values(connection, kind, fields["person"], records)
        elif "visit" in fields:
            cases |= _values(connection, "visit", "case", _values(connection, kind, fields["visit"], records))
        elif kind == "office":
            for other in ("visit", "written_answer"):
                cases |= _values(connection, other, "case", records, by="office")
    return cases | cases_of_people(connection, people) if people else cases


def _values(connection: Connection, kind: str, column: str, records: Collection[str], by: str = "id") -> set[str]:
    table, ordered, found = RECORD_TABLES[kind], sorted(records), set[str]()
    for start in range(0, len(ordered), _AT_ONCE):
        part = ordered[start : start + _AT_ONCE]
        rows = connection.execute(select(table.c[column]).where(table.c[by].in_(part)).distinct())
        found |= {row[0] for row in rows if row[0]}
    return found


def _forget(connection: Connection, cases: Collection[str]) -> None:
    ordered = sorted(cases)
    for start in range(0, len(ordered), _AT_ONCE):
        part = ordered[start : start + _AT_ONCE]
        connection.execute(delete(_ITEMS).where(_ITEMS.c.case.in_(part)))
        connection.execute(delete(_STATES).where(_STATES.c.case.in_(part)))


def _state(derived: Derived) -> dict[str, str]:
    return {
        "case": derived.case, "derived_on": derived.derived_on.isoformat(), "holds_until": derived.holds_until.isoformat()
    }  # fmt: skip


def _row(item: AgendaItem) -> dict[str, object]:
    return {
        "case": item.case, "item": item.item, "kind": item.kind, "ref": item.ref, "day": item.day.isoformat(),
        "shows_from": item.shows_from.isoformat(), "until": item.until.isoformat() if item.until else None,
        "provisional": item.provisional,
    }  # fmt: skip


def _item(row: Sequence[Any]) -> AgendaItem:
    case_id, item, kind, ref, day, shows_from, until, provisional = row
    return AgendaItem(
        case_id, item, kind, ref, date.fromisoformat(day), date.fromisoformat(shows_from),
        date.fromisoformat(until) if until else None, bool(provisional),
    )  # fmt: skip
