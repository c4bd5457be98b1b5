"""Which periods an event starts: by version of the law, procedure and service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.law.counting import Direction, Unit
from caseapp.law.library import periods
from caseapp.law.periods import Period, Role
from caseapp.law.triggers import Event, Trigger

Pair = tuple[Period, Event]

RECONSIDERATION = ("admin_reconsideration", "admin_reconsideration_2017")
"""One procedure under two versions of its law: asking for either means the one of the day."""

_NEEDS_SCOPE = frozenset(
    (
        Trigger.APPLICATION_ACCEPTED,
        Trigger.COPY_RECEIVED_BY_RESPONDENT,
        Trigger.CASE_FILED,
        Trigger.COMPLAINT_RECEIVED,
        Trigger.DECISION_MADE,
    )
)
"""Events that many procedures share, with different periods: said alone they mean nothing."""

_SILENCE = (Trigger.APPLICATION_RECEIVED, Trigger.APPLICATION_ACCEPTED)


def matches(events: Sequence[Event], procedure: str | None, service: str | None) -> list[Pair]:
    """Every period with the event that starts it."""
    for event in events:
        if event.trigger in _NEEDS_SCOPE and not (procedure or service or event.procedure):
            raise BadInput(
                N_("The event {event} belongs to several procedures. Name the procedure or the service too."),
                event=event.trigger.value,
            )
    return _own_period_first(list(pairs_towards(_started(events), events, procedure, service)))


def said_by(events: Iterable[Event], period: Period, procedure: str | None) -> bool:
    """Whether the end of a period need not be derived, because what its end is was itself said of this procedure."""
    for event in events:
        if event.trigger is period.lapse:
            shared = event.trigger in _NEEDS_SCOPE and procedure is None and not period.services
            if event.procedure in period.procedures or not (event.procedure or shared):
                return True
    return False


def pairs_towards(
    of: Iterable[Period], events: Sequence[Event], procedure: str | None, service: str | None
) -> Iterator[Pair]:
    """Each of the periods ``of`` with the events that start it."""
    for period in of:
        yield from _of_period(period, events, procedure, service)


def _started(events: Sequence[Event]) -> list[Period]:
    """The periods that any of ``events`` can start, in the order of the file."""
    shelf = _by_trigger()
    found = {entry for event in events for entry in shelf.get(event.trigger, ())}
    order = list(periods())
    return [periods()[name] for name in sorted(found, key=order.index)]


@cache
def _by_trigger() -> Mapping[Trigger, tuple[str, ...]]:
    """Periods with a last day of their own: not those that others name, without a number, or mere waiting times."""
    found: dict[Trigger, tuple[str, ...]] = {}
    for period in periods().values():
        ends = period.direction is not Direction.NOT_BEFORE and period.unit is not Unit.SET_LOCALLY
        if period.role is Role.BASE and ends:
            for trigger in filter(None, (period.trigger, period.or_trigger)):
                found[trigger] = (*found.get(trigger, ()), period.id)
    return MappingProxyType(found)


def _of_period(period: Period, events: Sequence[Event], procedure: str | None, service: str | None) -> Iterator[Pair]:
    direct = [event for event in events if event.trigger is period.trigger]
    instead = [event for event in events if event.trigger is period.or_trigger]
    for event in (*direct, *_unpaired(direct, instead)):
        if period.in_force(event.day) and _in_scope(period, event, procedure, service):
            yield period, event


def _unpaired(direct: Sequence[Event], instead: Sequence[Event]) -> Iterator[Event]:
    """The stand-in events that belong to none of the direct ones: an act whose receipt is not known, for instance.

    An acceptance belongs to the last application received before it: an earlier one that met silence is not hidden.
    """
    free = sorted(direct, key=lambda event: event.day)
    asked = any(event.trigger is Trigger.APPLICATION_RECEIVED for event in instead)
    for event in sorted(instead, key=lambda event: event.day, reverse=asked):
        partner = next((other for other in free if other.day >= event.day), None)
        if partner is None:
            yield event
        else:
            free.remove(partner)


def _in_scope(period: Period, event: Event, procedure: str | None, service: str | None) -> bool:
    if event.procedure:
        return event.procedure in period.procedures
    asked = procedure is not None and _asks_for(procedure, period)
    if period.services and not (service in period.services or (asked and service is None)):
        return False
    if event.lapse_of:
        return asked or not _backstop(period, event)
    if procedure is not None:
        return asked
    if event.trigger in _NEEDS_SCOPE:
        return service in period.services
    return not _backstop(period, event)


def _backstop(period: Period, event: Event) -> bool:
    return period.asked_only_from is not None and event.day >= period.asked_only_from


def _asks_for(procedure: str, period: Period) -> bool:
    if procedure in RECONSIDERATION:
        return any(name in RECONSIDERATION for name in period.procedures)
    return procedure in period.procedures


def _own_period_first(pairs: list[Pair]) -> list[Pair]:
    """A service with a period of its own is not also counted by the general sixty days (Implementing Regs art. 16)."""
    owned = {
        event
        for period, event in pairs
        if period.services and period.lapse is Trigger.PERFORMANCE_PERIOD_EXPIRED and not period.only_if
    }
    if not owned:
        return pairs
    return [
        (period, event)
        for period, event in pairs
        if period.services or period.lapse is not Trigger.PERFORMANCE_PERIOD_EXPIRED or event.trigger not in _SILENCE
    ]
