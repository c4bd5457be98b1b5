"""Events that the law deems to have happened: service by public notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from caseapp.law.calendar import WorkCalendar
from caseapp.law.deadline import Ground, Step, StepRule
from caseapp.law.library import periods
from caseapp.law.measure import measured
from caseapp.law.periods import Role
from caseapp.law.triggers import Event


def deemed(events: Iterable[Event], calendar: WorkCalendar) -> Iterator[Event]:
    """The service each public notice is, on its thirtieth day; if that is a rest day, perhaps later."""
    rules = [period for period in periods().values() if period.role is Role.SERVICE]
    for event in events:
        for rule in rules:
            if event.trigger is not rule.trigger or not rule.in_force(event.day) or rule.lapse is None:
                continue
            span = measured(rule, event.day, calendar)
            later = ((span.arguable, Ground.LAPSE_MOVED),) if span.arguable > span.unmoved else ()
            served = Step(StepRule.DEEMED_SERVED, event.day, span.unmoved, name=rule.id)
            yield replace(
                event,
                trigger=rule.lapse,
                day=span.unmoved,
                later=later,
                derived_by=(*span.counting_steps(), served),
                deemed_by=rule.id,
            )
