"""Which rules are held against a case: those of its city, those entered by hand in it, those of its province and nation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cache

from caseapp.domain.case_file import CaseFile
from caseapp.errors import BadInput
from caseapp.policy.by_hand import RuleByHand, pack_by_hand, place_of
from caseapp.policy.model import Pack, Place, PlaceKind, Programme
from caseapp.policy.packs import load, places
from caseapp.policy.packs import place_of as place_of_pack


class Scope(Enum):
    """For whom a rule was made, or that it was entered by hand. Checks are listed in this order."""

    CITY = "city"
    BY_HAND = "by_hand"
    PROVINCE = "province"
    NATION = "nation"


_SCOPES = {PlaceKind.CITY: Scope.CITY, PlaceKind.PROVINCE: Scope.PROVINCE, PlaceKind.COUNTRY: Scope.NATION}


@dataclass(frozen=True, slots=True, eq=False)
class CaseRules:
    """The packs of a case. ``place`` is the city whose registration and spells count as local in all of them."""

    place: Place
    packs: tuple[tuple[Scope, Pack], ...]

    @property
    def pack(self) -> Pack | None:
        """The rules of the city itself."""
        return next((pack for scope, pack in self.packs if scope is Scope.CITY), None)

    def together(self) -> Pack:
        """All of them as one value, in which offices and texts are looked up. It is never compiled."""
        first = self.packs[0][1] if self.packs else Pack(self.place, "", (), (), ())
        return replace(
            first,
            place=self.place,
            version=self.pack.version if self.pack else "",
            offices=tuple(office for _scope, pack in self.packs for office in pack.offices),
            instruments=tuple(text for _scope, pack in self.packs for text in pack.instruments),
            programmes=tuple(programme for _scope, pack in self.packs for programme in pack.programmes),
        )

    def programmes(self, service: str, on: date) -> Iterator[Programme]:
        """The rules of a service that were in force on a day, or whose days are not known."""
        for _scope, pack in self.packs:
            for programme in pack.programmes:
                if programme.service == service and programme.in_force(on):
                    yield programme


def rules_of_case(file: CaseFile, on: date) -> CaseRules:
    """The rules of a case on a day. Where its city has no pack, those entered by hand and those of the nation hold."""
    city = file.case.city
    of_city = load(city) if city in places() else None
    place = of_city.place if of_city else place_of(city)
    found = [(Scope.CITY, of_city)] if of_city else []
    by_hand = rules_by_hand(file)
    if by_hand:
        found.append((Scope.BY_HAND, pack_by_hand(place, by_hand, tuple(file.offices.values()), on)))
    return CaseRules(place, (*found, *wider(place.within)))


def rules_by_hand(file: CaseFile) -> tuple[RuleByHand, ...]:
    """The rules entered by hand in a case with what they ask."""
    return tuple(RuleByHand(rule, file.criteria_of(rule.id)) for rule in file.local_rules)


@cache
def wider(within: tuple[str, ...]) -> tuple[tuple[Scope, Pack], ...]:
    """The packs of the province and the nation a place lies in, as far as there are sound ones."""
    found = []
    for name in within:
        with suppress(BadInput):  # one broken or absent pack keeps no other from answering
            pack = load(name)
            found.append((_SCOPES[pack.place.kind], pack))
    return tuple(found)


def place_for(city: str) -> Place:
    """The place a case's city names: as the head of its pack has it, else known by its name alone."""
    return (place_of_pack(city) if city in places() else None) or place_of(city)


def ruled_by(city: str) -> tuple[str, ...]:
    """The places whose rules hold in a city: itself, then those it lies in."""
    return city, *place_for(city).within
