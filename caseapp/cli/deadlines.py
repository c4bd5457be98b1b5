"""The command on periods: which run from what happened, until when, and how that was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from caseapp.cli.arguments import (
    Arguments,
    Commands,
    Misused,
    Parser,
    day,
    json_option,
    now_option,
    on_option,
    today,
)
from caseapp.cli.output import tell
from caseapp.cli.said import entries, said
from caseapp.errors import BadInput
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.law.triggers import Event

WHAT_HAPPENED = N_("Say what happened: --event TRIGGER=DAY, for example --event knew_of_act=2026-05-06.")


def register(commands: Commands[Parser]) -> None:
    """Add the command."""
    command = commands.add_parser("deadlines", help=_("the periods that run from events, with their derivation"))
    command.add_argument(
        "--event", dest="events", action="append", default=[], metavar="TRIGGER=DAY", help=_("what happened, and when")
    )
    command.add_argument("--procedure", metavar="PROCEDURE", help=_("only this procedure"))
    command.add_argument("--service", metavar="SERVICE", help=_("only what concerns this service"))
    told = _("whether the act named right, organ and period of review")
    command.add_argument("--told", choices=("yes", "no"), help=told)
    command.add_argument("--facts", type=Path, metavar="FILE", help=_("YAML or JSON: fact keys and their values"))
    on_option(command)
    now_option(command)
    json_option(command)
    command.set_defaults(run=_deadlines)


def _deadlines(arguments: Arguments) -> int:
    from caseapp.law.openings import openings
    from caseapp.letters.say.deadline import document as of_deadline
    from caseapp.letters.say.deadline import document_of_opening
    from caseapp.work.deadlines import deadlines_for_events

    if not arguments.events:
        raise Misused(WHAT_HAPPENED)
    on, service, procedure = today(arguments), _service(arguments), arguments.procedure
    if arguments.facts is not None:
        from caseapp.policy.reading.facts_file import read_facts

        read_facts(arguments.facts, on)
    events = [_event(word, arguments.told) for word in arguments.events]
    found = [of_deadline(one, on) for one in deadlines_for_events(events, on, procedure=procedure, service=service)]
    found += [document_of_opening(one) for one in openings(events, procedure, service)]
    none = [_("No period that is stored runs from this.")]
    tell(found, (line for one in found for line in _lines(one)) if found else none, as_json=arguments.json)
    return 0


def _lines(one: Mapping[str, object]) -> Iterator[str]:
    """The safe day first, then how it was found and what to be warned of."""
    yield f"{_days(one)}  {said(one, 'what')}"
    for step in entries(one["steps"]):
        yield f"    {said(step, 'text')}"
    yield f"    {said(one, 'cited')}"
    if said(one, "posting"):
        yield f"    {said(one, 'posting')}"
    for warning in entries(one["warnings"]):
        yield f"  ! {said(warning, 'text')}"


def _days(one: Mapping[str, object]) -> str:
    safe, until = one["safe_last_day"], one["arguable_until"]
    if safe is None:
        return _("from {day}").format(day=one["opens_on"])
    return f"{safe} " + _("(arguable until {day})").format(day=until) if until else str(safe)


def _event(word: str, told: str | None) -> Event:
    from caseapp.law.triggers import Event, read_trigger

    name, equals, when = word.partition("=")
    if not equals:
        raise Misused(WHAT_HAPPENED)
    event = Event(read_trigger(name.strip()), day(when.strip()))
    return event if told is None else replace(event, told=told == "yes")


def _service(arguments: Arguments) -> str | None:
    """The service typed: one of those cases have, or of those the law speaks of. Raises :class:`BadInput`."""
    if not arguments.service:
        return None
    from caseapp.domain.cases import Service
    from caseapp.law.library import periods

    known = [service.value for service in Service]
    known += sorted({service for period in periods().values() for service in period.services} - set(known))
    if arguments.service not in known:
        unknown = N_("There is no service “{service}”. Known are: {known}.")
        raise BadInput(unknown, service=arguments.service[:40], known=", ".join(known))
    return arguments.service
