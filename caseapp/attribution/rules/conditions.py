"""Patterns of conditions: out of reach, broken by a gap, or different by registration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from caseapp.attribution.checked import CheckedProgramme, Unmet
from caseapp.attribution.registry import Circumstances, Finding, Records, derives
from caseapp.domain.cases import KeyDayKind
from caseapp.domain.days import add_months
from caseapp.domain.facts import Fact, Gap, Spell, SpellKind, gaps
from caseapp.domain.patterns import Pattern
from caseapp.domain.reasons import CriterionName, Reason, reason
from caseapp.i18n import N_

YEARLY = 12
"""Months: where no useful day is recorded, help that could come only with the next yearly round is out of reach."""

_UNBROKEN = {
    "social_insurance_continuous_months": SpellKind.INSURED,
    "employment_continuous_months": SpellKind.EMPLOYED,
    "continuous_residence_months": SpellKind.RESIDENT,
    "residence_permit_months": SpellKind.PERMIT,
    "temporary_residence_permit_months": SpellKind.TEMPORARY_PERMIT,
    "lease_months": SpellKind.LEASE,
}
_REGISTRATION = ("hukou_city_is_local", "child_hukou_is_local", "hukou_type", "same_province", "hukou_province")
_SAME_DISTRICT = (
    "work_and_home_same_district",
    "in_district_social_insurance",
    "in_district_residence_months",
    "in_district_work_months",
)


def _failing(case: Circumstances) -> Iterator[tuple[CheckedProgramme, Unmet]]:
    """Requirements not met, where no programme in force is met: otherwise they stand in nobody's way."""
    if not case.checked.met:
        yield from ((programme, unmet) for programme in case.checked.programmes for unmet in programme.unmet)


def _facts(case: Circumstances, found: list[tuple[CheckedProgramme, Unmet]]) -> list[Fact | None]:
    return [case.fact(unmet.fact) for _, unmet in found]


@derives(Pattern.IMPOSSIBLE_REQUIREMENT)
def impossible_requirement(case: Circumstances) -> Finding | None:
    """A condition of the rule is not met, and its earliest day lies after the day help is useful, or never comes.

    Not where another programme could be met in time. To be registered elsewhere is another pattern.
    """
    useful = _useful_until(case)
    if any(programme.earliest is not None and programme.earliest <= useful for programme in case.checked.programmes):
        return None
    found = [
        (programme, unmet)
        for programme, unmet in _failing(case)
        if unmet.fact not in _REGISTRATION and (unmet.never or (unmet.soonest is not None and unmet.soonest > useful))
    ]
    if not found:
        return None
    why = (*(_out_of_reach(programme, unmet) for programme, unmet in found), *_by_hand(programme for programme, _ in found))
    return tuple(dict.fromkeys(why)), Records.of(*_facts(case, found))


def _useful_until(case: Circumstances) -> date:
    closes = case.file.key_day(KeyDayKind.REGISTRATION_CLOSES)
    recorded = case.file.case.useful_until or (closes.day.latest if closes and closes.day else None)
    return recorded or add_months(case.on, YEARLY) - timedelta(1)


def _by_hand(programmes: Iterable[CheckedProgramme]) -> tuple[Reason, ...]:
    """Said where a finding rests on a rule nobody compared with a source."""
    entered = any(programme.by_hand for programme in programmes)
    return (reason(N_("The rule was entered by hand: nobody has compared it with a source.")),) if entered else ()


def _out_of_reach(programme: CheckedProgramme, unmet: Unmet) -> Reason:
    name = CriterionName(programme.programme, unmet.criterion)
    if unmet.soonest is None:
        return reason(N_("“{criterion}” can never be met."), criterion=name)
    if unmet.earliest and unmet.soonest < unmet.earliest:
        may = N_("“{criterion}” can be met on {day} at the earliest, and surely only on {sure}.")
        return reason(may, criterion=name, day=unmet.soonest, sure=unmet.earliest)
    return reason(N_("“{criterion}” can be met on {day} at the earliest."), criterion=name, day=unmet.soonest)


@derives(Pattern.CONTINUITY_OR_PLACE_MISMATCH)
def continuity_or_place_mismatch(case: Circumstances) -> Finding | None:
    """A requirement of an unbroken time fails and the record shows a gap; or one of the same district fails."""
    why: list[Reason] = []
    shown: list[Spell | Fact | None] = []
    rested_on: list[CheckedProgramme] = []
    for programme, unmet in _failing(case):
        before = len(why)
        name = CriterionName(programme.programme, unmet.criterion)
        if unmet.fact in _SAME_DISTRICT:
            why.append(reason(N_("“{criterion}”: the record lies in another district."), criterion=name))
            shown.append(case.fact(unmet.fact))
        for spells, gap in _broken(case, unmet.fact):
            why.append(
                reason(
                    N_("“{criterion}”: nothing on record from {first} to {last}."),
                    criterion=name,
                    first=gap.first,
                    last=gap.last,
                )
            )
            shown += spells
        rested_on += [programme] if len(why) > before else []
    return (tuple(dict.fromkeys((*why, *_by_hand(rested_on)))), Records.of(*shown)) if why else None


def _broken(case: Circumstances, fact: str) -> Iterator[tuple[list[Spell], Gap]]:
    kind = _UNBROKEN.get(fact)
    for person in case.file.people:
        spells = [spell for spell in case.file.spells if spell.kind is kind and spell.person == person.id]
        for gap in gaps(spells, case.on):
            yield spells, gap


@derives(Pattern.DIFFERENCE_BY_HUKOU_TYPE)
def difference_by_hukou_type(case: Circumstances) -> Finding | None:
    """The same check with nothing changed but the registration finds that the conditions are met."""
    found = [programme for programme in case.checked.programmes if programme.met_if_registered_here]
    if case.checked.met or not found:
        return None
    facts = [case.fact(key) for key in _REGISTRATION]
    if not any(facts):
        return None
    return (reason(N_("With another registration and all else the same, the conditions would be met.")),), Records.of(
        *facts
    )
