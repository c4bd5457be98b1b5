"""Commands on rules over a casebook: rules by hand, looks at sources, what a change of rules does, who can meet a rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from caseapp.cli.arguments import (
    Arguments,
    Commands,
    Misused,
    Parser,
    casebook_options,
    day,
    json_option,
    moment,
    on_option,
    positional,
    today,
)
from caseapp.cli.opening import opened
from caseapp.cli.output import complain, document, line, lines, tell
from caseapp.errors import BadInput
from caseapp.i18n import N_, _, screen_language
from caseapp.i18n import ngettext as _n

if TYPE_CHECKING:
    from caseapp.work.impact import Impact
    from caseapp.work.session import Session

FOUND = ("still_in_force", "changed", "not_found")
EXACT = N_("These numbers are exact and name small groups: they are for this office and enter no report.")


def register(commands: Commands[Parser]) -> None:
    """Add the commands."""
    command = commands.add_parser("rule", help=_("rules no pack holds, entered by hand in a case: add, list, delete"))
    positional(command, "action", "add|list|delete", _("what to do"), choices=("add", "list", "delete"))
    casebook_options(command)
    positional(command, "case", "CASE", _("number or id of a case"))
    command.add_argument("--file", type=Path, metavar="FILE", help=_("YAML or JSON: local_rules, as in a case file"))
    command.add_argument("--id", dest="name", metavar="ID", help=_("the rule to delete"))
    json_option(command)
    command.set_defaults(run=_rule)
    command = commands.add_parser("looked-up", help=_("note that the source of a rule was looked at, or list such looks"))
    casebook_options(command)
    positional(command, "place", "PLACE", _("id of a place with rules, for example beijing"))
    positional(command, "programme", "RULE", _("id of a rule of that place"), nargs="?")
    command.add_argument("--found", choices=FOUND, help=_("what the source said; without it looks are listed"))
    command.add_argument("--note", default="", metavar="TEXT", help=_("where it was read, what has changed"))
    on_option(command)
    json_option(command)
    command.set_defaults(run=_looked_up)
    _register_numbers(commands)


def _register_numbers(commands: Commands[Parser]) -> None:
    command = commands.add_parser("impact", help=_("which cases a change of rules touches"))
    casebook_options(command)
    command.add_argument("--pack", type=Path, metavar="FILE", help=_("rules that would take the place of the stored ones"))
    command.add_argument("--before", type=Path, metavar="FILE", help=_("rules to start from, in place of the stored ones"))
    command.add_argument("--from", dest="earlier", type=day, metavar="DAY", help=_("the rules in force on this day"))
    command.add_argument("--to", dest="later", type=day, metavar="DAY", help=_("against those in force on this one"))
    command.add_argument("--city", metavar="PLACE", help=_("only the rules of this place"))
    on_option(command)
    json_option(command)
    command.set_defaults(run=_impact)
    command = commands.add_parser("reach", help=_("how many clients can meet each rule: now, within a year, ever"))
    casebook_options(command)
    command.add_argument("--city", metavar="PLACE", help=_("only the rules of this place"))
    command.add_argument("--service", metavar="SERVICE", help=_("only this service"))
    on_option(command)
    json_option(command)
    command.set_defaults(run=_reach)
    command = commands.add_parser("reform", help=_("whether the later of two rules changed the answer of any client"))
    casebook_options(command)
    positional(command, "place", "PLACE", _("id of a place with rules, for example beijing"))
    command.add_argument("--earlier", dest="before_rule", metavar="RULE", help=_("id of the rule before; else none"))
    command.add_argument("--later", dest="after_rule", metavar="RULE", help=_("id of the rule after; else none"))
    on_option(command)
    json_option(command)
    command.set_defaults(run=_reform)


def _rule(arguments: Arguments) -> int:
    from caseapp.work.cases import find_case
    from caseapp.work.local_rules import add_rules, delete_rule

    with opened(arguments) as session:
        case = find_case(session, arguments.case or "")
        if arguments.action == "delete":
            if not arguments.name:
                raise Misused(N_("After {what} a value is needed."), what="--id")
            delete_rule(session, case, arguments.name, moment(arguments))
        elif arguments.action == "add":
            if arguments.file is None:
                raise Misused(N_("After {what} a value is needed."), what="--file")
            added = add_rules(session, case, arguments.file, moment(arguments))
            complain(_n("{count} rule entered.", "{count} rules entered.", len(added)).format(count=len(added)))
        return _listed(session, case, arguments)


def _listed(session: Session, case: str, arguments: Arguments) -> int:
    from caseapp.cli.showing import rule_lines
    from caseapp.domain.record import to_wire
    from caseapp.work.local_rules import local_rules

    found = local_rules(session, case)
    if arguments.json:
        document(
            [
                {"id": one.rule.id, **to_wire(one.rule), "criteria": [to_wire(criterion) for criterion in one.criteria]}
                for one in found
            ]
        )
    else:
        lines(text for one in found for text in rule_lines(one.rule, one.criteria))
    return 0


def _looked_up(arguments: Arguments) -> int:
    from caseapp.domain.labels import label
    from caseapp.domain.record import to_wire
    from caseapp.domain.rule_records import LookedUp
    from caseapp.work.verified import all_looks, note_look

    with opened(arguments) as session:
        if arguments.found:
            if not arguments.programme:
                raise Misused(N_("The command still needs: {what}."), what="RULE")
            what, on = LookedUp(arguments.found), today(arguments)
            note_look(session, arguments.place, arguments.programme, what, on, arguments.note, moment(arguments))
        found = all_looks(session, arguments.place, arguments.programme)
    tell(
        [{"id": look.id, **to_wire(look)} for look in found],
        (f"{look.on}  {look.programme}  {_(label(look.found))}  {look.by}  {look.note}".rstrip() for look in found),
        as_json=arguments.json,
    )
    return 0


def _impact(arguments: Arguments) -> int:
    from caseapp.cli.impact_view import impact_document, impact_lines

    if (arguments.pack is None) is (arguments.earlier is None and arguments.later is None):
        raise Misused(N_("Say what changes: --pack FILE, or --from DAY --to DAY."))
    with opened(arguments) as session:
        found = _found_impact(session, arguments)
    tell(impact_document(found), impact_lines(found), as_json=arguments.json)
    return 0


def _found_impact(session: Session, arguments: Arguments) -> Impact:
    from caseapp.policy.packs import load, load_file
    from caseapp.work.impact import impact_of_days, impact_of_pack

    if arguments.pack is not None:
        after = load_file(arguments.pack)
        before = load_file(arguments.before) if arguments.before else load(after.place.id)
        if before.place.id != after.place.id:
            raise BadInput(N_("Both files have to be rules of one place."))
        return impact_of_pack(session, before, after, today(arguments))
    if arguments.earlier is None:
        raise Misused(N_("After {what} a value is needed."), what="--from")
    return impact_of_days(session, arguments.earlier, arguments.later or today(arguments), arguments.city)


def _reach(arguments: Arguments) -> int:
    from caseapp.cli.impact_view import reach_document, reach_line
    from caseapp.work.reachability import reachability

    with opened(arguments) as session:
        found = reachability(session, today(arguments), arguments.city, arguments.service)
    if arguments.json:
        document([reach_document(one) for one in found])
        return 0
    lines(reach_line(one) for one in found)
    complain(_(EXACT))
    return 0


def _reform(arguments: Arguments) -> int:
    from caseapp.work.reachability import reform_in_casebook

    with opened(arguments) as session:
        found = reform_in_casebook(
            session, arguments.place, arguments.before_rule, arguments.after_rule, today(arguments)
        )  # fmt: skip
    if arguments.json:
        document({
            "clients": found.clients, "changed": found.changed,
            "turns": [{"before": one, "after": other, "clients": many} for (one, other), many in found.turns.items()],
            "text_zh": found.sentence.zh, "text_en": found.sentence.en,
        })  # fmt: skip
    else:
        line(found.sentence.zh if screen_language() == "zh_CN" else found.sentence.en)
    return 0
