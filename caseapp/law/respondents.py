"""Who can be respondent, who has the duty, who reviews and which court, by version of the law (PRACTICE L2).

Only an act of an office that can be respondent starts a client's clock. A refusal by any other leads to an application to
the organ that has the duty, with a protective day where the point is disputed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from types import MappingProxyType

from caseapp.domain.cases import Service
from caseapp.domain.offices import Level, OfficeKind
from caseapp.law.deadline import Confidence
from caseapp.law.shelf import Entry, entries, whole
from caseapp.paths import resource

NEW_LAW = date(2024, 1, 1)
"""Reconsideration Law (2023 revision), art. 90: an application handed in from this day on follows it."""


class Standing(Enum):
    """Whether an office can be respondent."""

    CAN_BE = "can_be"
    DISPUTED = "disputed"
    CANNOT_BE = "cannot_be"


@dataclass(frozen=True, slots=True)
class Named:
    """A body named in both languages, and the article that names it."""

    zh: str
    en: str
    statute: str
    article: str


@dataclass(frozen=True, slots=True)
class DutyOrgan:
    """Where the written application for a service goes, and the provisions it rests on."""

    office: OfficeKind
    level: Level
    provisions: tuple[str, ...]
    confidence: Confidence
    procedure: str = ""
    """The procedure of the service itself, where one is known: its papers, proof, cost and outcome."""


@dataclass(frozen=True, slots=True)
class Respondent:
    """Whether an office can be respondent on a day, why, and where to go with it or instead of it."""

    office: OfficeKind
    standing: Standing
    why_zh: str
    why_en: str
    statute: str
    article: str
    confidence: Confidence
    reviewed_by: Named | None
    court: Named | None
    duty_organ: DutyOrgan | None
    """The organ to apply to in writing, if it is not this office itself."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    offices: Mapping[OfficeKind, Entry]
    bodies: Mapping[str, Entry]
    courts: Mapping[str, Named]


@cache
def _shelf() -> _Shelf:
    file = whole(resource("law", "respondents.yaml"))
    return _Shelf(
        MappingProxyType({entry.choice("office", OfficeKind): entry for entry in file.parts("offices")}),
        MappingProxyType({entry.text("id"): entry for entry in file.parts("bodies")}),
        MappingProxyType({entry.text("id"): _named(entry) for entry in file.parts("courts")}),
    )


def _named(entry: Entry) -> Named:
    return Named(entry.text("zh"), entry.text("en"), entry.text("statute"), entry.text("article"))


@cache
def duty_organs() -> Mapping[Service, DutyOrgan]:
    """The organ with the duty, by service; labour has none (arbitration), nor has an unnamed service."""
    return MappingProxyType(
        {
            entry.choice("service", Service): DutyOrgan(
                entry.choice("office", OfficeKind),
                entry.choice("level", Level),
                entry.texts("provisions"),
                entry.choice("confidence", Confidence),
                entry.text("procedure", ""),
            )
            for entry in entries(resource("law", "duty-organs.yaml"))
        }
    )


def _of_the_day(entry: Entry, on: date) -> Entry:
    """What holds of a kind of office on a day: until a day it may have been another one under the same name."""
    before = entry.part("before")
    return before if before and on <= before.known_day("until") else entry


@lru_cache(maxsize=4096)
def respondent(office: OfficeKind, on: date, service: Service | None = None) -> Respondent:
    """Whether ``office`` can be respondent to an application handed in on ``on``, and what to do otherwise."""
    shelf = _shelf()
    entry = _of_the_day(shelf.offices[office], on)
    standing = entry.choice("standing", Standing)
    duty = duty_organs().get(service) if service else None
    body = entry.text("reviewed_by", "")
    version = "new" if on >= NEW_LAW else "old"
    court = "intermediate" if office is OfficeKind.GOVERNMENT else "basic"
    return Respondent(
        office=office,
        standing=standing,
        why_zh=entry.text("why_zh"),
        why_en=entry.text("why_en"),
        statute=entry.text("statute"),
        article=entry.text("article"),
        confidence=entry.choice("confidence", Confidence),
        reviewed_by=shelf.bodies[body].made(version, _named) if body else None,
        court=shelf.courts[court] if standing is Standing.CAN_BE else None,
        duty_organ=None if duty is None or duty.office is office else duty,
    )
