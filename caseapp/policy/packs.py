"""Finding and loading packs. One broken pack never keeps another from loading."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from caseapp.errors import BadInput, PackError
from caseapp.i18n import N_
from caseapp.paths import resource
from caseapp.policy.catalogue import catalogue
from caseapp.policy.model import Pack, Place, PlaceKind
from caseapp.policy.reading.pack import read_pack, read_place
from caseapp.policy.reading.problems import Section
from caseapp.strict_yaml import parse, read

_NOT_PACKS = frozenset(("closing", "documents", "facts"))


@cache
def places() -> tuple[str, ...]:
    """The ids of all places that have a pack, in alphabetical order."""
    return tuple(sorted(path.stem for path in resource("policies").glob("*.yaml") if path.stem not in _NOT_PACKS))


@cache
def load(place: str) -> Pack:
    """The bundled pack of a place. Raises :class:`BadInput` for an unknown place, :class:`PackError` for a broken pack."""
    if place not in places():
        raise BadInput(
            N_("No rules are stored for “{place}”. There are rules for: {places}."), place=place, places=", ".join(places())
        )
    return load_file(resource("policies", f"{place}.yaml"))


def load_file(path: Path) -> Pack:
    """The pack of a file. Raises its first problem as :class:`PackError`."""
    pack, problems = inspect_file(path)
    if problems:
        raise problems[0]
    assert pack is not None  # a file without a pack has a problem
    return pack


def sound() -> tuple[tuple[Pack, ...], tuple[PackError, ...]]:
    """Every bundled pack that can be used, and the first problem of each that cannot."""
    packs: list[Pack] = []
    problems: list[PackError] = []
    for place in places():
        try:
            packs.append(load(place))
        except PackError as problem:
            problems.append(problem)
    return tuple(packs), tuple(problems)


@cache
def place_of(pack: str) -> Place | None:
    """The place of a bundled pack, from the head of its file: in a thousandth of a second, and also where a rule is broken.

    None where no sound place stands before the offices; what is wrong is said when the whole pack is read.
    """
    text = resource("policies", f"{pack}.yaml").read_text(encoding="utf-8", errors="replace")
    problems: list[PackError] = []
    try:
        file = parse(text.partition("\noffices:")[0], pack)
    except PackError:
        return None
    head = file.value if isinstance(file.value, dict) else {}
    place = read_place(Section(file, head.get("place"), ("place",), problems))
    return None if problems else place


def misplaced(pack: Pack, path: Path) -> tuple[PackError, ...]:
    """What is wrong with the wider places a pack names: there is no pack of it, or it is not wider than this place.

    Each place is wider than the one before, so no chain of places leads back to its start.
    """
    kinds = tuple(PlaceKind)
    width = kinds.index(pack.place.kind)
    for one in pack.place.within:
        if one not in places():
            return (read(path).refuse(("place", "within"), N_("There are no rules of {word} to look up."), word=one),)
        other = place_of(one)
        if other is None:
            continue  # said where that pack itself is verified
        if kinds.index(other.kind) <= width:
            return (read(path).refuse(("place", "within"), N_("{word} is no wider place than this one."), word=one),)
        width = kinds.index(other.kind)
    return ()


def inspect_file(path: Path) -> tuple[Pack | None, tuple[PackError, ...]]:
    """The pack of a file and all its problems; None where the file could not be read as YAML at all."""
    try:
        file = read(path)
    except PackError as problem:
        return None, (problem,)
    pack, problems = read_pack(file, catalogue())
    if not problems and path.parent == resource("policies") and pack.place.id != path.stem:
        problems = (file.refuse(("place", "id"), N_("The id of the place and the name of the file differ.")),)
    return pack, problems
