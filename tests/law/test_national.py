"""What was gathered of the national law is all there, says how sure it is, and can be led to from the rules of cities."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.law.counting import Direction, Unit
from caseapp.law.deadline import Confidence, Warn
from caseapp.law.derive import derive
from caseapp.law.library import citable, counting_rules, periods, procedures, provisions, statutes, successor_not_read
from caseapp.law.openings import openings
from caseapp.law.periods import Role
from caseapp.law.respondents import respondent
from caseapp.law.triggers import Event, Trigger
from caseapp.policy.packs import load, places
from caseapp.policy.rule import Beyond

INVENTORY = Path(__file__).parent / "national_ids.txt"
SHELVES = {
    "statute": statutes, "provision": provisions, "procedure": procedures, "deadline": periods, "counting": counting_rules,
}  # fmt: skip
GATHERED = [line.split() for line in INVENTORY.read_text(encoding="utf-8").splitlines() if line]


@pytest.mark.parametrize("kind", SHELVES)
def test_everything_that_was_gathered_is_there(kind: str):
    assert [id_ for shelf, id_ in GATHERED if shelf == kind and id_ not in SHELVES[kind]()] == []


def test_the_inventory_is_whole():
    counts = Counter(kind for kind, _ in GATHERED)
    assert counts == {"statute": 79, "provision": 177, "procedure": 29, "deadline": 135, "counting": 19}


def _beyond(found: object, seen: set[int]) -> Iterator[Beyond]:
    if id(found) in seen:
        return
    seen.add(id(found))
    if isinstance(found, Beyond):
        yield found
    elif dataclasses.is_dataclass(found) and not isinstance(found, type):
        for entry in dataclasses.fields(found):
            yield from _beyond(getattr(found, entry.name), seen)
    elif isinstance(found, list | tuple):
        for item in found:
            yield from _beyond(item, seen)


def test_what_a_city_asks_beyond_the_law_names_a_provision_that_is_there():
    named = [beyond for place in places() for beyond in _beyond(load(place), set())]
    assert len(named) >= 25
    assert {beyond.provision for beyond in named} <= set(provisions())


def test_every_statute_says_where_it_was_read_or_that_it_was_not():
    for statute in statutes().values():
        assert statute.source, statute.id
        if not statute.text_read:
            assert statute.confidence is not Confidence.HIGH, statute.id
            assert all(statute.note) or statute.confidence is Confidence.MEDIUM, statute.id


def test_a_text_replaced_but_not_read_is_found_from_the_old_one():
    old = "administrative-reconsideration-implementing-regs-2007"
    newer = successor_not_read(old, date(2026, 7, 1))
    assert newer is not None and newer.number == "国令第836号"
    assert successor_not_read(old, date(2026, 6, 30)) is None
    assert successor_not_read("spc-ogi-cases-2011", date(2025, 6, 1)) is not None


def test_nothing_that_rests_on_a_text_replaced_but_not_read_is_cited_unasked():
    replaced = {s.supersedes for s in statutes().values() if s.supersedes and not s.text_read}
    assert replaced
    for found in provisions().values():
        if found.statute in replaced:
            assert not citable(found, date(2026, 11, 21)), found.id


@pytest.mark.parametrize("period", [p for p in periods().values() if p.role is Role.BASE], ids=lambda p: p.id)
def test_each_period_derives_from_its_event_unless_no_number_is_fixed(period):
    event = Event(period.trigger, period.effective_to or max(period.effective_from, date(2026, 8, 3)))
    procedure, service = period.procedures[0], period.services[0] if period.services else None
    found = {d.id for d in derive([event], procedure, service, on=event.day)}
    opened = {o.id for o in openings([event], procedure, service)}
    assert (period.id in found) == (period.unit is not Unit.SET_LOCALLY and period.direction is not Direction.NOT_BEFORE)
    assert (period.id in opened) == (period.direction is Direction.NOT_BEFORE)


def test_what_is_only_for_those_who_ask_crowds_no_case():
    """A petition, state compensation and the like run beside a case only when their procedure is asked for."""
    for service in Service:
        for trigger in (Trigger.DECISION_SERVED, Trigger.APPLICATION_RECEIVED, Trigger.KNEW_OF_INFRINGEMENT):
            found = derive([Event(trigger, date(2026, 8, 3))], service=service.value, on=date(2026, 8, 3))
            asked = {"petition", "state_compensation", "payment_order", "labour_mediation", "pipl_request"}
            assert not {d.procedure for d in found} & asked


def test_every_rule_of_low_confidence_warns():
    for period in periods().values():
        if period.role is Role.BASE and period.confidence is not Confidence.HIGH and period.unit is not Unit.SET_LOCALLY:
            service = period.services[0] if period.services else None
            found = derive([Event(period.trigger, date(2026, 8, 3))], period.procedures[0], service, on=date(2026, 8, 3))
            mine = [d for d in found if d.id == period.id]
            assert all(Warn.LOW_CONFIDENCE in {c.kind for c in d.warnings} for d in mine), period.id


def test_the_body_differs_before_and_after_2024():
    before, after = (
        respondent(OfficeKind.EDUCATION_BUREAU, day).reviewed_by for day in (date(2023, 12, 31), date(2024, 1, 1))
    )
    assert before and after and before.statute != after.statute
    assert "上一级" in before.zh and "上一级" not in after.zh
