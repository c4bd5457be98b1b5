"""Check and plan from facts alone, without a casebook; it imports no more than that needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from caseapp.policy.check import PlaceCheck, check
from caseapp.policy.known import given
from caseapp.policy.packs import load

if TYPE_CHECKING:
    from caseapp.policy.planning.plan import Plan


def check_facts(city: str, facts: Mapping[str, object], on: date, service: str | None = None) -> PlaceCheck:
    """Check facts that count as of ``on``. Raises ``BadInput`` for an unknown city or fact."""
    return check(load(city), given(facts, on), on, service=service)


def plan_facts(city: str, facts: Mapping[str, object], on: date, service: str | None = None) -> Plan:
    """What would have to change, from facts that count as of ``on``. Raises as :func:`check_facts`."""
    from caseapp.policy.planning.plan import plan

    return plan(load(city), given(facts, on), on, service=service)
