"""Commands that make papers: letter, patterns, report."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from caseapp.cli.arguments import (
    Arguments,
    Commands,
    Parser,
    casebook_options,
    json_option,
    moment,
    on_option,
    positional,
    today,
)
from caseapp.cli.opening import opened
from caseapp.cli.output import as_json, complain, document, line, private_file, tell
from caseapp.errors import BadInput
from caseapp.i18n import N_, _, screen, screen_language

if TYPE_CHECKING:
    from caseapp.work.patterns import SharedPattern


def register(commands: Commands[Parser]) -> None:
    """Add the commands."""
    command = commands.add_parser("letter", help=_("write a letter of a case as PDF or DOCX"))
    casebook_options(command)
    positional(command, "case", "CASE", _("number or id of a case"))
    command.add_argument("--kind", required=True, metavar="KIND", help=_("which letter, for example prompt_card"))
    sides = _("Chinese, English, or side by side")
    command.add_argument("--visit", metavar="VISIT", help=_("of which visit: its day or id, for a paper that tells of one"))
    command.add_argument("--layout", default="zh", choices=("zh", "en", "both"), help=sides)
    command.add_argument("--out", type=Path, metavar="FILE", help=_("the .pdf or .docx file to write"))
    command.add_argument(
        "--recipient", default="client", choices=("client", "lawyer", "authority", "public", "abroad"), help=_("for whom")
    )
    command.add_argument("--provenance", type=Path, metavar="FILE", help=_("write what each sentence rests on, as JSON"))
    on_option(command)
    json_option(command)
    command.set_defaults(run=_letter)
    command = commands.add_parser("patterns", help=_("what several cases share"))
    casebook_options(command)
    on_option(command)
    json_option(command)
    command.set_defaults(run=_patterns)
    command = commands.add_parser("report", help=_("write the group report: figures that identify no one"))
    casebook_options(command)
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder to write it to"))
    on_option(command)
    json_option(command)
    command.set_defaults(run=_report)


def _letter(arguments: Arguments) -> int:
    from caseapp.work.access import Look, note
    from caseapp.work.cases import case_file, find_case
    from caseapp.work.letters import Recipient, export, provenance
    from caseapp.work.visits import find_visit

    if arguments.out is None and arguments.provenance is None:
        raise BadInput(N_("Say where to write: --out FILE, or --provenance FILE."))
    on, now = today(arguments), moment(arguments)
    written = []
    with opened(arguments) as session:
        case = find_case(session, arguments.case or "")
        about = find_visit(case_file(session, case), arguments.visit) if arguments.visit else ""
        if arguments.out is not None:
            made = export(
                session, case, arguments.kind, arguments.layout, arguments.out, Recipient(arguments.recipient), now, on,
                about,
            )  # fmt: skip
            note(session, Look.PRINTED, case, now)
            written.append(arguments.out)
            for problem in made.problems:
                complain(problem.say(screen()))
        if arguments.provenance is not None:
            rests_on = provenance(session, case, arguments.kind, on, about)
            private_file(arguments.provenance, as_json(rests_on, indent=1) + "\n")
            written.append(arguments.provenance)
    return _told(arguments, written)


def _told(arguments: Arguments, written: list[Path]) -> int:
    names = [str(path) for path in written]
    tell({"written": names}, names, as_json=arguments.json)
    complain(_("What was written is not encrypted. Hand it over, or delete it."))
    return 0


def _patterns(arguments: Arguments) -> int:
    from caseapp.work.patterns import group_patterns

    with opened(arguments) as session:
        found = group_patterns(session, today(arguments))
    if arguments.json:
        document([_pattern_document(shared) for shared in found])
        return 0
    for shared in found:
        line(shared.sentence.zh if screen_language() == "zh_CN" else shared.sentence.en)
    if not found:
        line(_("No two cases so far are held up at the same office over the same paper."))
    return 0


def _pattern_document(shared: SharedPattern) -> dict[str, object]:
    """A shared pattern as it is printed with ``--json``. ``why`` is in the reader's language, both beside it."""
    group = shared.group
    side = "zh" if screen_language() == "zh_CN" else "en"
    said = {case: {"zh": "；".join(one.zh for one in why), "en": " ".join(one.en for one in why)}
            for case, why in shared.why.items()}  # fmt: skip
    return {
        "id": group.id, "kind": group.basis, "key": asdict(group.key), "households": group.households,
        "cases": group.cases, "from": group.first, "to": group.last, "strength": group.strength,
        "why": {case: both[side] for case, both in said.items()},
        "why_zh": {case: both["zh"] for case, both in said.items()},
        "why_en": {case: both["en"] for case, both in said.items()},
        "text_zh": shared.sentence.zh, "text_en": shared.sentence.en, "patterns": group.patterns,
        "duty": asdict(group.duty) if group.duty else None, "answering": group.answering,
    }  # fmt: skip


def _report(arguments: Arguments) -> int:
    from caseapp.work.report import export

    with opened(arguments) as session:
        written = export(session, arguments.out or Path(), moment(arguments))
    return _told(arguments, list(written))
