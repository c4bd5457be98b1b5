"""Two entries of one person made one: everything that spoke of the other speaks of the one that is kept.

It is one unit of work, and the history takes it back. The other entry is taken out of sight with all it held; nothing of
either is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from caseapp.domain.cases import Party
from caseapp.domain.ids import PersonId
from caseapp.domain.people import Membership, Person
from caseapp.domain.record import kinds, specs
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.work.guards import guard
from caseapp.work.history import MERGED
from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.store.reader import Reader

SAME_ENTRY = N_("This is one and the same entry. Choose another person.")
GONE = N_("This person is not in the casebook any more. Look at the list again.")


@dataclass(frozen=True, slots=True)
class Difference:
    """What two entries say differently: the register and, of each of its fields, the label and both values."""

    register: str
    fields: tuple[tuple[str, object, object], ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of it: the unit of work that takes it back, and how many records speak of the kept person now."""

    changeset: str
    moved: int


def differences(kept: Person, other: Person) -> tuple[Difference, ...]:
    """Where both entries say something, and not the same. Fields that mean something only together stay together."""
    found = []
    for register, attributes in _registers().items():
        if _said(kept, attributes) and _said(other, attributes) and _values(kept, attributes) != _values(other, attributes):
            labels = {spec.attribute: spec.label for spec in specs(Person)}
            told = tuple((labels[name], getattr(kept, name), getattr(other, name)) for name in attributes)
            found.append(Difference(register, tuple(entry for entry in told if entry[1] != entry[2])))
    return tuple(found)


def united(kept: Person, other: Person, from_other: Collection[str] = ()) -> Person:
    """The kept person with what only the other entry says, and with the registers chosen ``from_other``."""
    result = kept
    for register, attributes in _registers().items():
        if register in from_other or not _said(kept, attributes):
            result = replace(result, **{name: getattr(other, name) for name in attributes})
    return result


def merge_people(
    session: Session, kept: str, other: str, from_other: Collection[str] = (), now: datetime | None = None
) -> Merged:  # fmt: skip
    """Make the ``other`` entry one with the ``kept``, as one unit of work. Raises :class:`BadInput`.

    A role both have in one case, and a place both have in one household, is kept once. Consents, facts and spells are all
    kept: each has its own day.
    """
    if kept == other:
        raise BadInput(SAME_ENTRY)
    with session.write(MERGED, now) as writer:
        first, second = writer.get(Person, kept), writer.get(Person, other)
        if first is None or second is None:
            raise BadInput(GONE)
        one = united(first, second, from_other)
        guard(one)
        moved, doubled = _moved(writer, first.id, second.id)
        for record in (one, *moved):
            writer.put(record)
        for record in doubled:
            writer.delete(type(record), record.id)
        writer.delete(Person, other)
    with session.read() as reader:
        changeset = reader.history(newest=1)[0].id
    return Merged(changeset, len(moved))


def _moved(reader: Reader, kept: PersonId, other: PersonId) -> tuple[list[object], list[Membership | Party]]:
    """The records that speak of the other person, speaking of the kept one; and those that would then say a thing twice."""
    moved: list[object] = []
    doubled: list[Membership | Party] = []
    places = {_place(entry) for entry in reader.all(Membership, person=kept)}
    places |= {_place(entry) for entry in reader.all(Party, person=kept)}
    for cls, attribute in _references():
        speaking: Iterable[Any] = reader.all(cls, deleted=False, **{attribute: other})
        for record in speaking:
            if isinstance(record, Membership | Party) and _place(record) in places:
                doubled.append(record)
            else:
                moved.append(replace(record, **{attribute: kept}))
    return moved, doubled


def _place(entry: Membership | Party) -> tuple[object, ...]:
    """What a person can be only once: of a household at a time, in a role of a case with the same power."""
    if isinstance(entry, Membership):
        return (entry.household, entry.until)
    return (entry.case, entry.role, entry.power, entry.power_until)


def _references() -> Iterator[tuple[type, str]]:
    for cls in kinds().values():
        for spec in specs(cls):
            if spec.refers_to == "person":
                yield cls, spec.attribute


def _registers() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for spec in specs(Person):
        found[spec.register] = (*found.get(spec.register, ()), spec.attribute)
    return found


def _said(person: Person, attributes: tuple[str, ...]) -> bool:
    return any(getattr(person, name) not in ("", None) for name in attributes)


def _values(person: Person, attributes: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(person, name) for name in attributes)
