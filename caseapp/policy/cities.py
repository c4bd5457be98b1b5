"""Cities by the names people write. Only the head of each pack is read: names are wanted long before rules are."""

from __future__ import annotations

from functools import cache

from caseapp.domain.text_guards import search_form
from caseapp.errors import PackError
from caseapp.paths import resource
from caseapp.policy.model import Place, PlaceKind, Words
from caseapp.policy.packs import places
from caseapp.policy.problems import Section
from caseapp.policy.reading import read_place
from caseapp.strict_yaml import parse


@cache
def cities() -> tuple[Place, ...]:
    """The cities that have a pack. A case lies in a city, never in a province or the nation."""
    found = (_place(place) for place in places())
    return tuple(place for place in found if place and place.kind is PlaceKind.CITY)


def _place(place: str) -> Place | None:
    """What stands before the offices; None where that is no place. What is wrong is said when the pack is used."""
    text = resource("policies", f"{place}.yaml").read_text(encoding="utf-8", errors="replace")
    problems: list[PackError] = []
    try:
        file = parse(text.partition("\noffices:")[0], place)
    except PackError:
        return None
    head = file.value if isinstance(file.value, dict) else {}
    found = read_place(Section(file, head.get("place"), ("place",), problems))
    return None if problems else found


def city_id(typed: str) -> str:
    """``北京``, ``北京市`` and ``Beijing`` are ``beijing``. A city without a pack keeps the name it was given."""
    plain = typed.strip()
    return _ids().get(_plain(plain), plain)


def city_name(city: str) -> Words:
    """What a city is called in short; one without a pack by the name it was given."""
    return _names().get(city) or Words(city, city)


@cache
def _names() -> dict[str, Words]:
    return {place.id: Words(place.name.zh.removesuffix("市"), place.name.en) for place in cities()}


@cache
def _ids() -> dict[str, str]:
    return {_plain(name): city for city, words in _names().items() for name in (city, words.zh, words.en)}


def _plain(name: str) -> str:
    """A name without what people leave out or type in another way."""
    return search_form(name).replace("'", "").replace("’", "").removesuffix("市")
