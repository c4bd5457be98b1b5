"""Commands on a casebook: new, import, export, apply, list, show, verify."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from caseapp.cli.arguments import Arguments, Commands, Misused, Parser, casebook_options, json_option, moment, positional
from caseapp.cli.opening import opened, passphrase
from caseapp.cli.output import complain, document, line, lines, private_file
from caseapp.errors import NotSaved, PackError
from caseapp.i18n import N_, _, screen
from caseapp.i18n import ngettext as _n

EXISTS = N_("There is already a file at {name}. Choose another name.")


def register(commands: Commands[Parser]) -> None:
    """Add the commands."""
    _register_new(commands)
    command = commands.add_parser("import", help=_("take over case files (YAML, JSON) and tables (.xlsx, .csv)"))
    casebook_options(command)
    positional(command, "files", "FILE", _("case files or tables"), nargs="+", type=Path)
    command.add_argument("--dry-run", action="store_true", help=_("only show what would come in"))
    json_option(command)
    command.set_defaults(run=_import)
    command = commands.add_parser("export", help=_("write cases as a case file that can be imported again"))
    casebook_options(command)
    positional(command, "cases", "CASE", _("number or id of a case"), nargs="+")
    command.add_argument("--out", type=Path, metavar="FILE", required=True, help=_("the file to write"))
    command.set_defaults(run=_export)
    command = commands.add_parser("schema", help=_("the format of case files, as a JSON Schema"))
    command.set_defaults(run=_schema)
    command = commands.add_parser("apply", help=_("carry out operations, one JSON object a line"))
    casebook_options(command)
    positional(command, "ops", "OPS.jsonl", _("file of operations; “-” reads standard input"))
    command.set_defaults(run=_apply)
    command = commands.add_parser("list", help=_("the cases of a casebook"))
    casebook_options(command)
    command.add_argument("--search", default="", metavar="TEXT", help=_("only cases with this text in a name or number"))
    json_option(command)
    command.set_defaults(run=_list)
    command = commands.add_parser("show", help=_("one case with everything in it"))
    casebook_options(command)
    positional(command, "case", "CASE", _("number or id of a case"))
    json_option(command)
    command.set_defaults(run=_show)
    command = commands.add_parser("verify", help=_("recompute and compare the whole casebook"))
    casebook_options(command)
    json_option(command)
    command.set_defaults(run=_verify)


def _register_new(commands: Commands[Parser]) -> None:
    command = commands.add_parser("new", help=_("make a casebook"))
    casebook_options(command)
    command.add_argument("--organisation", default="", metavar="NAME", help=_("name of the organisation"))
    command.add_argument("--city", default="", metavar="CITY", help=_("city in which most cases are, for example beijing"))
    command.add_argument("--district", default="", metavar="NAME", help=_("district in which most cases are"))
    json_option(command)
    command.set_defaults(run=_new)


def _schema(_arguments: Arguments) -> int:
    from caseapp.exchange.schema import case_file_schema

    document(case_file_schema())
    return 0


def _new(arguments: Arguments) -> int:
    from caseapp.i18n import screen_language
    from caseapp.work.session import NewProfile, create_casebook

    profile = NewProfile(
        arguments.user or "caseworker", arguments.organisation, arguments.city or "", arguments.district, screen_language()
    )
    with create_casebook(arguments.casebook, passphrase(arguments), profile, moment(arguments)) as session:
        made = {"casebook": str(arguments.casebook), "id": session.casebook.id, "user": session.handle}
    if arguments.json:
        document(made)
    else:
        line(_("Casebook made: {folder}").format(folder=arguments.casebook))
    return 0


def _import(arguments: Arguments) -> int:
    from caseapp.work.importing import import_files, preview, read_files

    now = moment(arguments)
    files = read_files(arguments.files, now.date())
    faults = [fault for file in files for fault in file.faults]
    for fault in faults:
        complain(fault.say(screen()))
    if faults:
        complain(_("Nothing was imported. Correct this and import again."))
        return 2
    for file in files:
        if file.left_out:
            left_out = ", ".join(file.left_out)
            complain(_("{file}: not taken over: {columns}").format(file=file.name, columns=left_out))
    with opened(arguments) as session:
        shown = preview(session, files)
        done = () if arguments.dry_run else import_files(session, files, now)
    if arguments.json:
        document({
            "imported": [{"label": case.label, "id": case.id, "number": case.number} for case in done],
            "found": [
                {"file": one.file, "label": one.label, "city": one.city, "service": one.service, "people": one.people,
                 "visits": one.visits, "notices": [screen().gettext(notice) for notice in one.notices]}
                for one in shown
            ],
        })  # fmt: skip
        return 0
    numbers = {case.label: case.number for case in done}
    for one in shown:
        line("\t".join((numbers.get(one.label, "-"), one.label, one.city, one.service.value)))
        for notice in one.notices:
            complain(f"{one.label or one.file}: {screen().gettext(notice)}")
    if arguments.dry_run:
        complain(_("Only shown; nothing was imported."))
    else:
        complain(_n("{count} case imported.", "{count} cases imported.", len(done)).format(count=len(done)))
    return 0


def _export(arguments: Arguments) -> int:
    from caseapp.work.access import Look, note
    from caseapp.work.cases import case_file, find_case
    from caseapp.work.importing import export_cases

    out = arguments.out
    if out is None or out.exists():
        raise NotSaved(EXISTS, name=out.name if out else "")
    with opened(arguments) as session:
        cases = [find_case(session, case) for case in arguments.cases]
        text = export_cases(case_file(session, case) for case in cases)
        for case in cases:
            note(session, Look.EXPORTED, case)
    private_file(out, text)
    complain(_("This file holds names and is not encrypted: {name}").format(name=out.name))
    return 0


def _apply(arguments: Arguments) -> int:
    from caseapp.cli.applying import apply_lines

    if arguments.ops == "-" and arguments.passphrase_file is None:
        raise Misused(N_("After {what} a value is needed."), what="--passphrase-file")
    with opened(arguments) as session:
        if arguments.ops == "-":
            return apply_lines(session, sys.stdin.buffer, Path.cwd(), lambda: moment(arguments))
        path = Path(arguments.ops)
        with _readable(path) as stream:
            return apply_lines(session, stream, path.parent, lambda: moment(arguments))


def _readable(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError:
        raise PackError(N_("This file cannot be opened. Check that it exists and may be read."), file=path.name) from None


def _list(arguments: Arguments) -> int:
    from caseapp.work.cases import found_cases

    with opened(arguments) as session:
        found = found_cases(session, arguments.search)
    rows = found.rows
    if found.more:
        complain(_("Very many people fit; these are the newest. Give more of the name or number."))
    if arguments.json:
        document([
            {"id": row.id, "number": row.number, "client": row.client, "service": row.service, "city": row.city,
             "district": row.district, "stage": row.stage, "useful_until": row.useful_until, "changed_on": row.changed_on}
            for row in rows
        ])  # fmt: skip
        return 0
    lines("\t".join((row.number, row.client, row.service.value, row.city, row.district, row.stage.value)) for row in rows)
    return 0


def _show(arguments: Arguments) -> int:
    from caseapp.cli.showing import as_document, as_lines
    from caseapp.work.access import Look, note
    from caseapp.work.cases import case_file, find_case

    with opened(arguments) as session:
        file = case_file(session, find_case(session, arguments.case or ""))
        note(session, Look.OPENED, file.case.id)
        if arguments.json:
            from caseapp.cli import answerable_view
            from caseapp.work.answerable import answerable

            found = answerable(session, file.case.id, moment(arguments).date())
            document({**as_document(file), "answerable": answerable_view.as_document(found)})
    if not arguments.json:
        lines(as_lines(file))
    return 0


def _verify(arguments: Arguments) -> int:
    from caseapp.work.verifying import verify

    with opened(arguments) as session:
        found = verify(session)
    if arguments.json:
        document({
            "sound": found.sound, "entries": found.entries, "records": found.records, "attachments": found.attachments,
            "problems": [
                {"kind": one.kind, "record": one.record, "entry": one.entry, "harmless": one.harmless,
                 "text": one.say(screen())}
                for one in found.problems
            ],
        })  # fmt: skip
        return 0 if found.sound else 1
    for one in found.problems:
        complain(one.say(screen()))
    if found.sound:
        counted = _("The casebook is sound: {entries} entries, {records} records, {attachments} attachments.")
        line(counted.format(entries=found.entries, records=found.records, attachments=found.attachments))
    return 0 if found.sound else 1
