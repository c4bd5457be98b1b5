"""Finding and loading packs. One broken pack never keeps another from loading."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from caseapp.errors import BadInput, PackError
from caseapp.i18n import N_
from caseapp.paths import resource
from caseapp.policy.catalogue import catalogue
from caseapp.policy.model import Pack
from caseapp.policy.reading import read_pack
from caseapp.strict_yaml import read

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
