"""From an event to a last day, on every reading of what a working day is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from caseapp.law.calendar import DAY, WorkCalendar
from caseapp.law.counting import Unit, count
from caseapp.law.deadline import Step, StepRule
from caseapp.law.periods import Basis, CountingRule, Period

_STEP_OF = {
    Unit.CALENDAR_DAYS: StepRule.CALENDAR_DAYS,
    Unit.WORKING_DAYS: StepRule.WORKING_DAYS,
    Unit.MONTHS: StepRule.MONTHS,
    Unit.YEARS: StepRule.YEARS,
}


@dataclass(frozen=True, slots=True)
class Span:
    """One period counted from one day."""

    start: date
    length: int
    unit: Unit
    unmoved: date
    """The last day by counting alone."""
    moved: date
    """The first working day from there on; a make-up Saturday counts as worked (the earlier reading)."""
    latest_unmoved: date
    """The last day by counting alone if make-up Saturdays are rest days (the later reading)."""
    latest: date
    """The first working day from there on, on that reading."""
    passed_over: tuple[date, ...]
    settled: bool
    """Whether every day that decides it lies in a published calendar."""
    lead: tuple[Step, ...] = ()
    """How :attr:`start` was found from the event, where something has to pass first."""

    def safe(self, rule: CountingRule) -> date:
        """The day that is in time on every reading: moved only where the text itself says so and the calendar is known."""
        return self.moved if rule.basis is Basis.EXPRESS and self.settled else self.unmoved

    @property
    def arguable(self) -> date:
        """The latest day that can be argued from this start; weekends of a year without a table are not relied on."""
        return self.latest if self.settled else self.unmoved

    def counting_steps(self) -> tuple[Step, ...]:
        """The derivation of :attr:`unmoved`."""
        if self.unit is Unit.AT_ONCE:
            return (Step(StepRule.AT_ONCE, self.start, self.unmoved),)
        first = self.start + DAY
        return (
            *self.lead,
            Step(StepRule.FIRST_DAY_NOT_COUNTED, self.start, first),
            Step(_STEP_OF[self.unit], first, self.unmoved, self.length, self.passed_over),
        )

    def steps(self, rule: CountingRule) -> tuple[Step, ...]:
        """The derivation of :meth:`safe`."""
        if self.moved == self.unmoved:
            return self.counting_steps()
        moves = self.safe(rule) == self.moved
        last = StepRule.REST_DAY_MOVES if moves else StepRule.REST_DAY_NOT_MOVED
        return (*self.counting_steps(), Step(last, self.unmoved, self.moved))


def measure(start: date, length: int, unit: Unit, calendar: WorkCalendar) -> Span:
    """Count a period of ``length`` ``unit`` s from the event on ``start``."""
    if unit is Unit.AT_ONCE:
        return Span(start, length, unit, start, start, start, start, (), True)
    counted = count(start, length, unit, calendar)
    without = count(start, length, unit, calendar, made_up_is_worked=False)
    moved = calendar.on_or_after(counted.last)
    decides_from = start + DAY if unit is Unit.WORKING_DAYS else counted.last
    return Span(
        start=start,
        length=length,
        unit=unit,
        unmoved=counted.last,
        moved=moved,
        latest_unmoved=without.last,
        latest=calendar.on_or_after(without.last, made_up_is_worked=False),
        passed_over=counted.passed_over,
        settled=calendar.settled(decides_from) and calendar.settled(moved),
    )


def measured(period: Period, day: date, calendar: WorkCalendar) -> Span:
    """Count ``period`` from an event on ``day``; what has to pass first is counted before it."""
    if period.first is None:
        return measure(day, period.length, period.unit, calendar)
    lead = measure(day, period.first.length, period.first.unit, calendar)
    span = measure(lead.unmoved, period.length, period.unit, calendar)
    return replace(span, lead=lead.counting_steps())
