"""Cities by the names people write, read from the heads of the packs: names are wanted long before rules are."""

from __future__ import annotations

from functools import cache

from caseapp.domain.text_guards import search_form
from caseapp.policy.model import Place, PlaceKind, Words
from caseapp.policy.packs import place_of, places


@cache
def cities() -> tuple[Place, ...]:
    """The cities that have a pack. A case lies in a city, never in a province or the nation."""
    found = (place_of(pack) for pack in places())
    return tuple(place for place in found if place and place.kind is PlaceKind.CITY)


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
