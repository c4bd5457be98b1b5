"""Cities by the names people write; a pack that is added brings its own."""

import pytest

from caseapp.policy.cities import cities, city_id, city_name
from caseapp.policy.model import PlaceKind
from caseapp.policy.packs import load, places


def test_the_heads_of_the_packs_name_every_city_and_no_province_or_nation() -> None:
    whole = {place: load(place).place for place in places()}
    assert {city.id: (city.name.zh, city.name.en, city.gb2260) for city in cities()} == {
        place: (one.name.zh, one.name.en, one.gb2260) for place, one in whole.items() if one.kind is PlaceKind.CITY
    }
    assert len(cities()) == 17


@pytest.mark.parametrize(
    ("typed", "city"),
    [
        ("北京", "beijing"), ("北京市", "beijing"), ("Beijing", "beijing"), (" beijing ", "beijing"), ("Xi'an", "xian"),
        ("Xi’an", "xian"), ("西安市", "xian"), ("无锡", "无锡"), ("国家", "国家"), ("Guangdong", "Guangdong"), ("", ""),
    ],
)  # fmt: skip
def test_a_city_typed_in_either_language_is_known_by_its_id(typed: str, city: str) -> None:
    assert city_id(typed) == city


def test_a_city_is_called_by_its_short_name_in_both_languages() -> None:
    assert (city_name("xian").zh, city_name("xian").en) == ("西安", "Xi'an")
    assert city_name("无锡").en == "无锡"
