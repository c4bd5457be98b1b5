"""Facts that spells tell of places inside the city and of the employer: district by district, job by job.

A district is known where its six-digit code is (GB/T 2260); a name is not guessed at.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from caseapp.domain.facts import Spell, SpellKind, continuous_months, reached_on
from caseapp.domain.units import Months
from caseapp.policy.known import KnownFact
from caseapp.policy.model import Pack
from caseapp.policy.spells import EMPLOYEE_SCHEMES, insured, lies_here, runs

_HOME = (SpellKind.RESIDENT, SpellKind.LEASE)


def place_facts(spells: Iterable[Spell], pack: Pack, on: date) -> dict[str, KnownFact]:
    """In which district a person lives and works, for how long without a break, and how long with one employer."""
    local = [spell for spell in spells if spell.since.latest <= on and lies_here(spell, pack)]
    homes = [spell for spell in local if spell.kind in _HOME]
    jobs = [spell for spell in local if spell.kind is SpellKind.EMPLOYED]
    contributions = insured(local, EMPLOYEE_SCHEMES)
    home, job = _current(homes, pack, on), _current(jobs, pack, on) or _current(contributions, pack, on)
    found: dict[str, KnownFact] = {}
    if home is not None:
        district, source = home
        found["district_id"] = KnownFact(district, on, source)
        found |= _run("in_district_residence_months", [one for one in homes if district_of(one, pack) == district], on)
        if all(district_of(one, pack) for one in jobs):
            found |= _run("in_district_work_months", [one for one in jobs if district_of(one, pack) == district], on)
        paid = _current(contributions, pack, on)
        if paid is not None:
            found["in_district_social_insurance"] = KnownFact(paid[0] == district, on, paid[1])
    if job is not None:
        found["work_district_id"] = KnownFact(job[0], on, job[1])
        if home is not None:
            found["work_and_home_same_district"] = KnownFact(job[0] == home[0], on, f"{home[1]} {job[1]}")
    return found | _tenure(jobs, on)


def district_of(spell: Spell, pack: Pack) -> str | None:
    """The code of the district a spell lies in; None where only a name or the city is known."""
    for code in (spell.district, spell.place):
        if len(code) == 6 and code.isascii() and code.isdigit() and not code.endswith("00") and pack.place.holds(code):
            return code
    return None


def _current(spells: Iterable[Spell], pack: Pack, on: date) -> tuple[str, str] | None:
    """The one district of the spells that hold on the day, and where that is from; None if unknown or several."""
    holding = [spell for spell in spells if runs(spell, on)]
    districts = {district_of(spell, pack) for spell in holding}
    district = next(iter(districts)) if len(districts) == 1 else None
    return None if district is None else (district, " ".join(spell.id for spell in holding))


def _tenure(jobs: list[Spell], on: date) -> dict[str, KnownFact]:
    employers = {spell.employer for spell in jobs if runs(spell, on)}
    if len(employers) != 1 or employers == {""}:
        return {}
    here = [spell for spell in jobs if spell.employer in employers]
    return _run("same_employer_months", here, on) | _run("employer_tenure_months", here, on)


def _run(key: str, spells: list[Spell], on: date) -> dict[str, KnownFact]:
    if not spells:
        return {}
    source = " ".join(spell.id for spell in spells)
    return {key: KnownFact(continuous_months(spells, on), on, source, reached_on(spells, on, Months(0)))}
