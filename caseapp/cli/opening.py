"""A casebook from the command line: which folder, whose passphrase."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from caseapp.cli.arguments import Arguments, moment
from caseapp.cli.output import complain
from caseapp.errors import BadInput
from caseapp.i18n import N_, _, screen

if TYPE_CHECKING:
    from caseapp.work.session import Session

LONGEST = 10_000


def passphrase(arguments: Arguments) -> str:
    """The passphrase: the only line of a file, or asked for where somebody sits at the keyboard."""
    if arguments.passphrase_file is None:
        if not sys.stdin.isatty():
            raise BadInput(N_("Nobody is there to type the passphrase. Give a file with --passphrase-file."))
        return getpass(_("Passphrase: "))
    return read_passphrase(arguments.passphrase_file)


def read_passphrase(path: Path) -> str:
    """The first line of a file, without the end of the line. Raises :class:`BadInput`."""
    try:
        with path.open("rb") as file:
            text = file.read(LONGEST).decode("utf-8-sig")
    except OSError:
        raise BadInput(N_("The passphrase file cannot be read: {name}."), name=path.name) from None
    except UnicodeDecodeError:
        raise BadInput(N_("The passphrase file is not UTF-8 text: {name}."), name=path.name) from None
    first = text.split("\n", 1)[0].rstrip("\r")
    if not first:
        raise BadInput(N_("The passphrase file is empty: {name}."), name=path.name)
    return first


def opened(arguments: Arguments) -> Session:
    """The casebook, open. Raises ``CannotOpen``; the folder is then as it was."""
    from caseapp.work.session import open_casebook

    session = open_casebook(
        arguments.casebook, passphrase(arguments), arguments.user, now=moment(arguments), clock=lambda: moment(arguments)
    )  # fmt: skip
    for notice in session.notices:
        complain(notice.say(screen()))
    return session
