"""Patterns of work: a standing job called temporary, and insurance that the employer did not pay."""

from __future__ import annotations

from datetime import date

from caseapp.attribution.registry import Circumstances, Finding, Records, derives
from caseapp.domain.facts import Fact, Spell, SpellKind, total_months
from caseapp.domain.ids import PersonId
from caseapp.domain.patterns import Pattern
from caseapp.domain.reasons import Reason, reason
from caseapp.i18n import N_

_AT_WORK = ("employee", "agency_worker", "informal")
_WORKED_MONTHS = ("employment_continuous_months", "employment_months", "employer_tenure_months", "same_employer_months")


@derives(Pattern.MISCLASSIFIED_WORKER)
def misclassified_worker(case: Circumstances) -> Finding | None:
    """Works for somebody, and has no written contract or is treated as temporary."""
    works = _works(case)
    no_contract = case.says("labour_contract_held", "false")
    temporary = case.says("classified_temporary_worker", "true")
    if works is None or not (no_contract or temporary):
        return None
    why: list[Reason] = []
    if no_contract:
        why.append(reason(N_("Works without a written labour contract.")))
    if temporary:
        why.append(reason(N_("A standing job is treated as temporary.")))
    return tuple(why), Records.of(works, no_contract, temporary)


def _works(case: Circumstances) -> Fact | Spell | None:
    status = case.fact("employment_status")
    if status is not None:
        return status if status.value in _AT_WORK else None
    for key in _WORKED_MONTHS:
        found = case.fact(key)
        if found and found.value.isdigit() and int(found.value) > 0:
            return found
    running = (spell for spell in case.file.spells if spell.kind is SpellKind.EMPLOYED and _runs(spell, case.on))
    return next(running, None)


def _runs(spell: Spell, day: date) -> bool:
    return spell.since.latest <= day and (spell.until is None or spell.until.latest >= day)


@derives(Pattern.INSURED_LATE_OR_LOW_BASE)
def insured_late_or_low_base(case: Circumstances) -> Finding | None:
    """Months insured with an employer are fewer than months worked there, both on record."""
    for person in case.file.people:
        spells = [spell for spell in case.file.spells if spell.person == person.id]
        for employer in dict.fromkeys(spell.employer for spell in spells if spell.kind is SpellKind.EMPLOYED):
            found = _short(case, person.id, [spell for spell in spells if spell.employer == employer])
            if found:
                return found
    return None


def _short(case: Circumstances, person: PersonId, spells: list[Spell]) -> Finding | None:
    worked = [spell for spell in spells if spell.kind is SpellKind.EMPLOYED]
    insured = [spell for spell in spells if spell.kind is SpellKind.INSURED]
    never = case.says("social_insurance_months", "0")
    if not insured and not (never and never.person == person):
        return None
    months_worked = total_months(worked, case.on)
    months_insured = sum(spell.months_on(case.on) for spell in insured)
    if months_insured >= months_worked:
        return None
    why = reason(N_("Worked {worked} months, insured {insured}."), worked=months_worked, insured=months_insured)
    return (why,), Records.of(*worked, *insured, None if insured else never)
