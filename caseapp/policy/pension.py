"""The employee pension over places: where the relation lies, which place pays, and what counts in total.

By the Interim Measures on the transfer of pension relations between provinces (国办发〔2009〕66号, in force from 1 January
2010) a place is a province. Everything follows from the contribution spells; without them nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from caseapp.domain.days import years_between
from caseapp.domain.facts import Spell
from caseapp.domain.people import Person, Sex
from caseapp.policy.known import KnownFact
from caseapp.policy.model import Pack
from caseapp.policy.spells import PENSION_SCHEMES, insured, months_in_total, province_of

TEN_YEARS = 120
"""Months in one place from which that place pays (art. 6)."""
TEMPORARY_FROM = {Sex.MALE: 50, Sex.FEMALE: 40}
"""Age from which a new place outside the hukou province opens a temporary account (art. 5 (2))."""
_TEMPORARY = frozenset(("temporary", "临时", "临时账户"))


@dataclass(frozen=True, slots=True)
class PensionStanding:
    """What follows from a person's contribution spells on a day. None: not known."""

    months: int
    """In all places together (art. 3)."""
    relation: str | None
    """The province the relation lies in."""
    months_there: int | None
    """Months that count for that province."""
    claim: str | None
    """The province that would pay (art. 6)."""
    temporary: bool | None
    """Whether the present place keeps only a temporary account."""


def pension_standing(spells: Iterable[Spell], person: Person, pack: Pack, on: date) -> PensionStanding | None:
    """The standing on a day; None where no contribution spell is on record."""
    paid = [spell for spell in insured(spells, PENSION_SCHEMES) if spell.since.latest <= on]
    if not paid:
        return None
    paid.sort(key=lambda spell: spell.since.latest)
    total = int(months_in_total(paid, on))
    steps = _relations(paid, person, pack)
    if steps is None:
        return PensionStanding(total, None, None, None, None)
    relation, temporary = steps[-1]
    months = {
        place: int(
            months_in_total(
                [spell for spell, (at, short) in zip(paid, steps, strict=True) if at == place and not short], on
            )
        )
        for place in {place for place, _ in steps}
    }
    return PensionStanding(total, relation, months[relation], _claim(relation, months, steps, person), temporary)


def pension_facts(spells: Iterable[Spell], person: Person, pack: Pack, on: date) -> dict[str, KnownFact]:
    """The standing as the rules ask for it, seen from the province of the case."""
    recorded = tuple(spells)
    standing, here = pension_standing(recorded, person, pack, on), (pack.place.gb2260 or "")[:2]
    if standing is None:
        return {}
    source = " ".join(spell.id for spell in insured(recorded, PENSION_SCHEMES))
    found = {"pension_total_months": KnownFact(standing.months, on, source)}
    if here and standing.relation is not None:
        lies_here = standing.relation == here
        found["pension_relation_here"] = KnownFact(lies_here, on, source)
        if lies_here and standing.months_there is not None:
            found["pension_province_months"] = KnownFact(standing.months_there, on, source)
    if standing.temporary is not None:
        found["pension_account_temporary"] = KnownFact(standing.temporary, on, source)
    if here and standing.claim is not None:
        found["pension_claim_here"] = KnownFact(standing.claim == here, on, source)
    return found


def _relations(paid: Sequence[Spell], person: Person, pack: Pack) -> list[tuple[str, bool]] | None:
    """For each spell where the relation lies, and whether it is paid into a temporary account elsewhere.

    None where that hangs on a place, an age, a sex or a registered place nobody has recorded.
    """
    home = person.hukou_code[:2]
    found: list[tuple[str, bool]] = []
    for spell in paid:
        place = province_of(spell, pack)
        if place is None:
            return None
        if not found or place == found[-1][0]:
            found.append((place, False))
            continue
        if spell.account in _TEMPORARY:
            found.append((found[-1][0], True))
            continue
        late = False if place == home else _late(person, spell.since.latest)
        if late is None or (late and not home):
            return None
        found.append((found[-1][0], True) if late else (place, False))
    return found


def _late(person: Person, day: date) -> bool | None:
    """Whether somebody was already of the age at which a new place opens a temporary account; None: not known."""
    limits = [TEMPORARY_FROM[person.sex]] if person.sex else list(TEMPORARY_FROM.values())
    if person.born is None:
        return None
    oldest, youngest = years_between(person.born.earliest, day), years_between(person.born.latest, day)
    if oldest < min(limits):
        return False
    return True if youngest >= max(limits) else None


def _claim(relation: str, months: dict[str, int], steps: Sequence[tuple[str, bool]], person: Person) -> str | None:
    """Which place pays if the conditions were met today (art. 6); None where the registered place is not known."""
    home = person.hukou_code[:2]
    if not home:
        return None
    if relation == home or months[relation] >= TEN_YEARS:
        return relation
    earlier = [place for place, _ in reversed(steps) if place != relation and months[place] >= TEN_YEARS]
    return earlier[0] if earlier else home
