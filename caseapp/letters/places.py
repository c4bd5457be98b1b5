"""Whether a place of a record lies in the city of a case."""

from __future__ import annotations

from functools import cache

from caseapp.policy.packs import load, places

_PROVINCE, _PREFECTURE = 2, 4
_MUNICIPALITIES = frozenset(("11", "12", "31", "50"))


def same_city(city: str, place: str) -> bool:
    """Whether ``place`` (a GB/T 2260 code, or the city's own id or name) is in ``city`` (id of a pack, or a name)."""
    if place == city:
        return True
    code = _code(city)
    if not code or not place.isdigit():
        return False
    length = _PROVINCE if code[:2] in _MUNICIPALITIES else _PREFECTURE
    return place[:length] == code[:length]


@cache
def _code(city: str) -> str:
    return (load(city).place.gb2260 or "") if city in places() else ""
