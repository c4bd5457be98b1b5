"""What can be typed after ``caseapp``: every command and its options, in the reader's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from caseapp.errors import BadInput
from caseapp.i18n import N_, Catalogue, _

Run = Callable[["Arguments"], int]


class Arguments(argparse.Namespace):
    """What was typed, with types. Each command sets those it has."""

    run: Run
    casebook: Path
    passphrase_file: Path | None
    user: str | None
    json: bool
    on: date | None
    now: datetime | None
    files: list[Path]
    ops: str
    dry_run: bool
    case: str | None
    search: str
    facts: Path | None
    city: str | None
    service: str | None
    events: list[str]
    procedure: str | None
    told: str | None
    action: str
    name: str | None
    kind: str
    layout: str
    out: Path | None
    provenance: Path | None
    organisation: str
    recipient: str
    cases: list[str]
    district: str
    topic: str | None
    file: Path | None
    place: str
    programme: str | None
    found: str | None
    note: str
    pack: Path | None
    before: Path | None
    earlier: date | None
    later: date | None
    before_rule: str | None
    after_rule: str | None


_TOLD = (
    (re.compile(r"the following arguments are required: (.+)"), N_("The command still needs: {what}.")),
    (re.compile(r"unrecognized arguments: (.+)"), N_("This is not known here: {what}.")),
    (re.compile(r"argument [^:]*: invalid choice: '?([^']*)'? \(.*"), N_("“{what}” is not one of the choices.")),
    (re.compile(r"argument ([^:]+): expected .*"), N_("After {what} a value is needed.")),
    (re.compile(r"argument [^:]*: not allowed with argument (.+)"), N_("This cannot stand together with {what}.")),
)
OTHERWISE = N_("This command line cannot be used: {what}.")
LOOK = N_("“caseapp help” lists the commands, “caseapp COMMAND --help” explains one.")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence of the reader's language."""

    def __init__(self, **options: object) -> None:
        super().__init__(formatter_class=_Layout, allow_abbrev=False, add_help=False, **options)  # type: ignore[arg-type]
        self._positionals.title = _("What it works on")
        self._optionals.title = _("Options")
        self.add_argument("--help", action="help", help=_("explain this command"))

    def error(self, message: str) -> NoReturn:
        for pattern, template in _TOLD:
            match = pattern.fullmatch(message)
            if match:
                raise Misused(template, what=match[1])
        raise Misused(OTHERWISE, what=message)


class Misused(BadInput):
    """A command line that cannot be used."""

    def say(self, words: Catalogue) -> str:
        return f"{super().say(words)} {words.gettext(LOOK)}"


class _Layout(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("Usage: ") if prefix is None else prefix)  # type: ignore[arg-type]


_GROUPS = {
    "rules": ("check", "plan"),
    "deadlines": ("deadlines",),
    "packs": ("packs",),
    "casebooks": ("new", "import", "export", "schema", "apply", "list", "show", "verify"),
    "papers": ("letter", "patterns", "report"),
    "casebook_rules": ("rule", "looked-up", "impact", "reach", "reform"),
    "demo_door": ("demo",),
}
"""The modules of commands. One that is not asked for is not imported: a check is over in a third of a second."""


def build_parser(command: str = "") -> Parser:
    """Every command; with ``command`` only those of its module. Nothing a command needs is imported before it runs."""
    parser = Parser(prog="caseapp", description=_("Turns many private refusals of internal migrants into one claim."))
    parser.add_argument("--version", action="version", version=_version(), help=_("say which version this is"))
    commands = parser.add_subparsers(title=_("Commands"), metavar="COMMAND", parser_class=Parser, required=True)
    wanted = [module for module, names in _GROUPS.items() if command in names] or list(_GROUPS)
    for module in wanted:
        import_module(f"caseapp.cli.{module}").register(commands)
    explain = commands.add_parser("help", help=_("list the commands"))
    explain.add_argument("topic", nargs="?", metavar="COMMAND")
    explain.set_defaults(run=_help(parser, commands))
    for one in {id(added): added for added in commands.choices.values()}.values():
        one.add_argument("--lang", metavar="zh_CN|en", help=_("language of the messages"))
    return parser


Commands = argparse._SubParsersAction  # the type argparse gives back; it has no public name


def _version() -> str:
    from caseapp import __version__

    return f"caseapp {__version__}"


def _help(parser: Parser, commands: Commands[Parser]) -> Run:
    def run(arguments: Arguments) -> int:
        if arguments.topic and arguments.topic not in commands.choices:
            raise Misused(N_("“{what}” is not one of the choices."), what=arguments.topic)
        (commands.choices[arguments.topic] if arguments.topic else parser).print_help()
        return 0

    return run


def casebook_options(command: Parser) -> None:
    """The casebook, who opens it, and with what. A passphrase never stands on a command line."""
    command.add_argument("casebook", type=Path, metavar="CASEBOOK", help=_("folder of the casebook"))
    file = _("file whose only line is the passphrase; else it is asked for")
    command.add_argument("--passphrase-file", type=Path, metavar="FILE", help=file)
    command.add_argument("--user", metavar="HANDLE", help=_("under which handle; needed only where several can open it"))
    now_option(command)


def now_option(command: Parser) -> None:
    """The moment to note, for scripts that need the same result twice."""
    command.add_argument("--now", type=_moment, help=argparse.SUPPRESS)


def json_option(command: Parser) -> None:
    """One JSON document instead of lines."""
    command.add_argument("--json", action="store_true", help=_("one JSON document instead of lines"))


def on_option(command: Parser) -> None:
    """The day that counts as today."""
    command.add_argument("--on", type=day, metavar="DAY", help=_("as of this day (2024-02-29); else today"))


def day(text: str) -> date:
    """A day of the command line. Raises :class:`BadInput`."""
    plain = _iso_day(text)
    if plain is not None:
        return plain
    from caseapp.exchange.days import read_day
    from caseapp.exchange.fields import DAY_FAULTS, EXACT_DAY

    read = read_day(text)
    if read.problem:
        raise BadInput(DAY_FAULTS[read.problem], word=text[:40])
    if read.day is None or read.day.exact is None:
        raise BadInput(EXACT_DAY)
    return read.day.exact


def _iso_day(text: str) -> date | None:
    """A day as scripts write it, without loading what reads the days people write."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 1950 <= found.year <= 2100 else None


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        raise BadInput(N_("“{word}” is not a moment. Write it as 2024-02-29T10:00."), word=text[:40]) from None


def moment(arguments: Arguments) -> datetime:
    """Now, or what a script says it is."""
    return getattr(arguments, "now", None) or datetime.now().astimezone()


def today(arguments: Arguments) -> date:
    """The day a command is asked for."""
    return getattr(arguments, "on", None) or moment(arguments).date()


def positional(command: Parser, name: str, metavar: str, text: str, **options: object) -> None:
    """A positional argument with its explanation."""
    command.add_argument(name, metavar=metavar, help=text, **options)  # type: ignore[arg-type]
