"""``caseapp demo``: the whole main job on the sample cases. The job itself stands in ``caseapp.cli.demo``."""

from __future__ import annotations

from pathlib import Path

from caseapp.cli.arguments import Arguments, Commands, Parser, now_option
from caseapp.i18n import _


def register(commands: Commands[Parser]) -> None:
    """Add the command."""
    command = commands.add_parser("demo", help=_("run the whole main job on the sample cases, without a window"))
    command.add_argument("out", type=Path, metavar="OUT", help=_("folder for the papers, the report and the pictures"))
    now_option(command)
    command.set_defaults(run=_demo)


def _demo(arguments: Arguments) -> int:
    from caseapp.cli.demo import run

    return run(arguments)
