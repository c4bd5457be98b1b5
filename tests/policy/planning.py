"""What the tests of plans share: a rule with one line changed, planned for invented facts."""

from datetime import date

from caseapp.policy.known import given
from caseapp.policy.model import Pack
from caseapp.policy.planning.plan import ProgrammePlan, plan


def planned(pack: Pack, facts: dict[str, object], on: date = date(2025, 9, 1)) -> ProgrammePlan:
    found = plan(pack, given(facts, on), on).of("linjiang-school-2024")
    assert found is not None
    return found


def criterion(fact: str, op: str, value: str, unit: str, name: str = "a") -> str:
    return f"{{id: {name}, fact: {fact}, op: '{op}', value: {value}, unit: {unit}, text_zh: 条件, text_en: Criterion}}"
