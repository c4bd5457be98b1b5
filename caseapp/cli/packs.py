"""Commands on the rules of cities: list them, show one, verify them."""

from __future__ import annotations

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
from caseapp.cli.output import complain, document, lines, tell
from caseapp.errors import BadInput
from caseapp.i18n import N_, _, screen

if TYPE_CHECKING:
    from caseapp.policy.verify import PackReport


def register(commands: Commands[Parser]) -> None:
    """Add the command."""
    command = commands.add_parser("packs", help=_("the rules of cities: list them, show one, verify them"))
    positional(command, "action", "list|show|verify", _("what to do"), choices=("list", "show", "verify"))
    positional(command, "name", "CITY|FILE", _("a city to show, or a file to verify"), nargs="?")
    on_option(command)
    now_option(command)
    json_option(command)
    command.set_defaults(run=_run)


def _run(arguments: Arguments) -> int:
    return {"list": _list, "show": _show, "verify": _verify}[arguments.action](arguments)


def _list(arguments: Arguments) -> int:
    """The ids, one a line. With ``--json`` also what only the file itself says; a broken pack is named and left out."""
    from caseapp.policy.packs import places, sound

    if not arguments.json:
        lines(places())
        return 0
    packs, problems = sound()
    document(
        [
            {
                "id": pack.place.id, "name_zh": pack.place.name.zh, "name_en": pack.place.name.en,
                "kind": pack.place.kind, "within": pack.place.within, "version": pack.version,
                "programmes": len(pack.programmes),
            }
            for pack in packs
        ]
    )  # fmt: skip
    for problem in problems:
        complain(problem.say(screen()))
    return 1 if problems else 0


def _show(arguments: Arguments) -> int:
    from caseapp.cli.pack_view import as_document, as_lines
    from caseapp.policy.packs import load

    if not arguments.name:
        raise Misused(N_("The command still needs: {what}."), what="CITY")
    pack = load(arguments.name)
    tell(as_document(pack), as_lines(pack), as_json=arguments.json)
    return 0


def _verify(arguments: Arguments) -> int:
    """A row of counts for each pack, and every problem with file, line, key and reason."""
    from caseapp.cli.pack_report import report_document, report_lines
    from caseapp.policy.packs import places
    from caseapp.policy.verify import verify, verify_file

    wanted, on = arguments.name, today(arguments)
    if wanted and wanted not in places() and not Path(wanted).is_file():
        raise BadInput(N_("There is neither a file nor a city called {name}."), name=wanted[:60])
    if wanted and wanted not in places():
        reports: tuple[PackReport, ...] = (verify_file(Path(wanted), on),)
    else:
        reports = verify(on, (wanted,) if wanted else ())
    tell([report_document(report) for report in reports], report_lines(reports), as_json=arguments.json)
    if not arguments.json:
        for problem in (problem for report in reports for problem in report.problems):
            complain(problem.say(screen()))
    return 0 if all(report.sound for report in reports) else 1
