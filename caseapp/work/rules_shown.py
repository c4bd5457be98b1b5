"""The stored rules as a page shows them: places, services, versions through time, and two of them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.domain.rule_records import RuleVerified
from caseapp.errors import BadInput, PackError
from caseapp.i18n import N_
from caseapp.letters.both import Both
from caseapp.letters.say.finding import both
from caseapp.policy import packs
from caseapp.policy.check import may_have_been_replaced
from caseapp.policy.compare import Row, compare
from caseapp.policy.model import Confidence, Pack, PlaceKind, Programme, Status
from caseapp.work.session import Session
from caseapp.work.verified import Looks, looks


class Standing(Enum):
    """How a version stands on the day it is looked at."""

    IN_FORCE = "in_force"
    IN_DOUBT = "in_doubt"
    """In force as far as is known, but not seen so for three years, or somebody found its text changed."""
    COMING = "coming"
    ENDED = "ended"
    UNDATED = "undated"
    PROSE = "prose"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place with rules; ``programmes`` counts their versions."""

    id: str
    name: Both
    kind: PlaceKind
    within: tuple[str, ...]
    version: str
    programmes: int


@dataclass(frozen=True, slots=True)
class ShownService:
    """A service of a place: the ids of its versions, and how many of them are in force on the day."""

    service: str
    programmes: tuple[str, ...]
    in_force: int


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """One version of a rule. ``seen``: the last day or year a source or one of us found it in force."""

    programme: Programme
    name: Both
    first: date | None
    last: date | None
    standing: Standing
    confidence: Confidence
    seen: date | None
    verified_on: date | None
    """The last day on which somebody looked at its source and found it in force, in the pack or here."""
    look: RuleVerified | None
    """The last look at it here, whatever it found."""

    @property
    def id(self) -> str:
        """The id of the programme."""
        return self.programme.id


_BY_STATUS = {Status.UNDATED: Standing.UNDATED, Status.PROSE: Standing.PROSE, Status.DRAFT: Standing.DRAFT}


def places() -> tuple[ShownPlace, ...]:
    """Every place whose rules can be read: cities by name, then provinces, then the nation."""
    found = []
    for place in packs.places():
        try:
            pack = packs.load(place)
        except PackError:
            continue  # verified and told elsewhere; the other places are still shown
        found.append(
            ShownPlace(place, both(pack.place.name), pack.place.kind, pack.place.within, pack.version, len(pack.programmes))
        )
    order = list(PlaceKind)
    return tuple(sorted(found, key=lambda shown: (order.index(shown.kind), shown.id)))


def services_of(place: str, on: date) -> tuple[ShownService, ...]:
    """The services a place has rules for, in the order of its file. Raises ``BadInput`` for an unknown place."""
    found: dict[str, list[Programme]] = {}
    for programme in packs.load(place).programmes:
        found.setdefault(programme.service, []).append(programme)
    return tuple(
        ShownService(service, tuple(one.id for one in held), sum(one.in_force(on) for one in held))
        for service, held in found.items()
    )


def timeline(session: Session, place: str, service: str, on: date) -> tuple[ShownVersion, ...]:
    """The versions of a service's rules, the earliest first; those of which no day is known come last.

    Raises ``BadInput`` for an unknown place.
    """
    pack = packs.load(place)
    seen = looks(session, (pack,))
    held = [shown_version(programme, seen, on) for programme in pack.programmes if programme.service == service]
    return tuple(sorted(held, key=lambda shown: (shown.first or shown.last or date.max, shown.last or date.max)))


def shown_version(programme: Programme, seen: Looks, on: date) -> ShownVersion:
    """One version as it stands on a day."""
    look, looked = seen.newest(programme.id), seen.in_force().get(programme.id)
    verified_on = max((day for day in (programme.verified_on, looked) if day), default=None)
    last_seen = max((day for day in (_last_seen(programme), looked) if day), default=None)
    return ShownVersion(
        programme, both(programme.name), programme.effective_from, programme.effective_to,
        _standing(programme, seen, on), programme.confidence, last_seen, verified_on, look,
    )  # fmt: skip


def _standing(programme: Programme, seen: Looks, on: date) -> Standing:
    if programme.status is not Status.OK:
        return _BY_STATUS[programme.status]
    if programme.effective_from and on < programme.effective_from:
        return Standing.COMING
    if not programme.in_force(on):
        return Standing.ENDED
    doubted = seen.doubted(programme.id, on)
    in_doubt = may_have_been_replaced(programme, on) if doubted is None else doubted
    return Standing.IN_DOUBT if in_doubt else Standing.IN_FORCE


def _last_seen(programme: Programme) -> date | None:
    """The last day for which a source shows it in force; of a year alone its last day."""
    seen = programme.seen_in_force
    return date.fromisoformat(seen if len(seen) > len("2016") else f"{seen}-12-31") if seen else None


def comparison(left: tuple[str, str], right: tuple[str, str]) -> tuple[Row, ...]:
    """Two programmes, each as (place, id), side by side. Raises ``BadInput`` for one no pack holds."""
    return compare(programme_of(*left)[1], programme_of(*right)[1])


def programme_of(place: str, programme_id: str) -> tuple[Pack, Programme]:
    """A programme with the pack it stands in. Raises ``BadInput`` for one no pack holds."""
    pack = packs.load(place)
    found = pack.programme(programme_id)
    if found is None:
        raise BadInput(N_("There is no rule “{rule}” among those stored for {place}."), rule=programme_id[:60], place=place)
    return pack, found
