"""Cities are offered by the names people use, each with its rules."""

from __future__ import annotations

import pytest

from caseapp.gui.places import CITIES, city_id
from caseapp.policy.model import PlaceKind
from caseapp.policy.packs import load, places


def test_every_city_with_a_pack_is_offered_and_no_province_or_nation():
    assert set(CITIES) == {place for place in places() if load(place).place.kind is PlaceKind.CITY}


@pytest.mark.parametrize(
    ("typed", "city"),
    [
        ("Xi'an", "xian"),
        ("Xi’an", "xian"),
        ("西安市", "xian"),
        (" 厦门 ", "xiamen"),
        ("wuhan", "wuhan"),
        ("Xi'ning", "Xi'ning"),
    ],
)
def test_a_city_typed_in_either_language_is_known_by_its_id(typed: str, city: str):
    assert city_id(typed) == city
