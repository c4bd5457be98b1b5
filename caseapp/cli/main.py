"""From arguments to a command, and from whatever happens to an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from caseapp.cli.arguments import Arguments, Misused, build_parser
from caseapp.cli.output import complain
from caseapp.errors import CaseAppError, NotSaved
from caseapp.i18n import LANGUAGES, N_, screen, use
from caseapp.settings import language_of, load

STOPPED = N_("Stopped. What was acknowledged is kept, nothing else was changed.")
OUTPUT_FAILED = N_("The disk or folder cannot take this file: {name}. Choose another place.")

NO_TEXT = N_("The command line holds characters that are no text. Type it again.")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Never raises for what the world does."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_plainly()
    use(_language(words))
    try:
        arguments = build_parser(words[0] if words else "").parse_args(words, Arguments())
        _refuse_broken(arguments)
        return arguments.run(arguments)
    except CaseAppError as error:
        complain(error.say(screen()))
        return min(error.exit_code, 2)
    except BrokenPipeError:
        # Whoever read our output has heard enough; Python would complain again while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        complain(NotSaved(OUTPUT_FAILED, name=os.path.basename(str(error.filename or "-"))).say(screen()))  # noqa: PTH119
        return 2
    except KeyboardInterrupt:
        complain(screen().gettext(STOPPED))
        return 2


def _refuse_broken(arguments: Arguments) -> None:
    """Bytes that are no text may name a file, but never a case or a person."""
    for value in vars(arguments).values():
        for word in value if isinstance(value, list) else (value,):
            if isinstance(word, str) and any("\ud800" <= character <= "\udfff" for character in word):
                raise Misused(NO_TEXT)


def _language(words: Sequence[str]) -> str:
    """The language of messages, wanted before the command line is understood."""
    for index, word in enumerate(words):
        chosen = words[index + 1] if word == "--lang" and index + 1 < len(words) else word.partition("--lang=")[2]
        if chosen:
            short = {"zh": "zh_CN"}.get(chosen, chosen)
            if short in LANGUAGES:
                return short
    return language_of(load().settings)


def _speak_plainly() -> None:
    """A terminal without Chinese gets escapes instead of an error; where nobody listens, words go nowhere."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
