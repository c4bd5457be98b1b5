"""Commands on rules: check, plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from caseapp.cli.arguments import (
    Arguments,
    Commands,
    Misused,
    Parser,
    json_option,
    now_option,
    on_option,
    positional,
    today,
)
from caseapp.cli.output import complain, tell
from caseapp.cli.said import entries, said
from caseapp.errors import BadInput
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.domain.ids import CaseId
    from caseapp.work.session import Session

NEITHER = N_("Say what to check: a casebook and a case, or --facts FILE with --city CITY.")


def register(commands: Commands[Parser]) -> None:
    """Add the commands."""
    for name, text in (
        ("check", _("hold the rules of a day against a case, or against facts")),
        ("plan", _("how and by when each gap could be closed, or that it cannot")),
    ):
        command = commands.add_parser(name, help=text)
        positional(command, "casebook", "CASEBOOK", _("folder of the casebook"), nargs="?", type=Path)
        positional(command, "case", "CASE", _("number or id of a case"), nargs="?")
        file = _("file whose only line is the passphrase")
        command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=file)
        command.add_argument("--user", metavar="HANDLE", help=_("under which handle"))
        command.add_argument("--facts", type=Path, metavar="FILE", help=_("YAML or JSON: fact keys and their values"))
        command.add_argument("--city", metavar="CITY", help=_("id of a city with rules, for example beijing"))
        command.add_argument("--service", metavar="SERVICE", help=_("only this service"))
        on_option(command)
        now_option(command)
        json_option(command)
        command.set_defaults(run=_check if name == "check" else _plan)


def _check(arguments: Arguments) -> int:
    from caseapp.cli.check_view import check_lines
    from caseapp.letters.check_json import check_json

    service = _service(arguments)
    if arguments.facts is not None:
        from caseapp.work.check_facts import check_facts

        city, facts = _city(arguments), _facts(arguments)
        found = check_json(check_facts(city, facts, today(arguments), service))
    else:
        from caseapp.cli.opening import opened
        from caseapp.cli.scopes import with_scopes
        from caseapp.work.check import check_case, paper_states

        case_text = _case(arguments)
        with opened(arguments) as session:
            case, on = _case_and_day(session, case_text, arguments)
            checked = check_case(session, case, on, service)
            found = with_scopes(check_json(checked, paper_states(session, case)), checked)
    tell(found, check_lines(found), as_json=arguments.json)
    for contradiction in entries(found["contradictions"]):
        complain(said(contradiction, "text"))
    return 0


def _plan(arguments: Arguments) -> int:
    from caseapp.cli.plan_view import plan_lines
    from caseapp.letters.plan_json import plan_json

    service = _service(arguments)
    if arguments.facts is not None:
        from caseapp.work.check_facts import plan_facts

        city, facts = _city(arguments), _facts(arguments)
        found = plan_json(plan_facts(city, facts, today(arguments), service))
    else:
        from caseapp.cli.opening import opened
        from caseapp.cli.scopes import with_scopes
        from caseapp.work.check import planned_case

        case_text = _case(arguments)
        with opened(arguments) as session:
            case, on = _case_and_day(session, case_text, arguments)
            planned = planned_case(session, case, on, service)
        found = with_scopes(plan_json(planned), planned.checked)
    tell(found, plan_lines(found), as_json=arguments.json)
    return 0


def _case_and_day(session: Session, text: str, arguments: Arguments) -> tuple[CaseId, date]:
    """The case, and the day whose rules decide: the one typed, else the case's own, else today."""
    from caseapp.work.cases import case_file, find_case

    case = find_case(session, text)
    return case, arguments.on or case_file(session, case).judged_on(today(arguments))


def _service(arguments: Arguments) -> str | None:
    """The service typed. Raises :class:`BadInput` for one that does not exist."""
    if not arguments.service:
        return None
    from caseapp.domain.cases import Service

    known = [service.value for service in Service]
    if arguments.service not in known:
        unknown = N_("There is no service “{service}”. Known are: {known}.")
        raise BadInput(unknown, service=arguments.service[:40], known=", ".join(known))
    return arguments.service


def _city(arguments: Arguments) -> str:
    if not arguments.city or arguments.casebook is not None:
        raise Misused(NEITHER)
    return arguments.city


def _case(arguments: Arguments) -> str:
    if arguments.casebook is None or not arguments.case or arguments.city:
        raise Misused(NEITHER)
    return arguments.case


def _facts(arguments: Arguments) -> dict[str, object]:
    """The facts of the file. Raises :class:`PackError` with file, line and key."""
    from caseapp.policy.reading.facts_file import read_facts

    known = read_facts(arguments.facts or Path(), today(arguments))
    return {key: fact.value for key, fact in known.items()}
