"""The errors this program knows, drawn once.

    CaseAppError
    ├── WorldError            what the world did: told kindly, exit code 2
    │   ├── CannotOpen        wrong passphrase, foreign or damaged folder, newer version
    │   ├── NotSaved          disk full, read-only folder, file in use
    │   ├── BadInput          a case file, a date, a city, a command line that cannot be used
    │   │   └── PackError     a rule file with an error: file, line, key and reason
    │   └── NotReady          a step that needs another first (a placeholder, a name no font has)
    └── ProgramFault          our bug: reported, never blamed on anyone

A message is one plain sentence (or two) in the reader's language: what happened, what is safe, what to do.
It is given as an English template (marked with ``N_``) and its values, so that it can be said in either language
when it is shown. Messages never hold a client's name, number or words.
"""

from __future__ import annotations

from typing import ClassVar

from caseapp.i18n import Catalogue, catalogue


class CaseAppError(Exception):
    """Base of every error the program raises on purpose."""

    exit_code: ClassVar[int] = 2

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values

    def say(self, words: Catalogue) -> str:
        """The sentence in the language of ``words``."""
        return words.gettext(self.template).format(**self.values)

    def __str__(self) -> str:
        return self.say(catalogue("en"))


class WorldError(CaseAppError):
    """What the world did; nothing is wrong with the program."""


class CannotOpen(WorldError):
    """A casebook that was not opened; it is as it was before."""


class NotSaved(WorldError):
    """A change that was not written; everything written before it is safe."""


class BadInput(WorldError):
    """Input that cannot be used as it is."""


class NotReady(WorldError):
    """A step that cannot be taken before another one."""


class PackError(BadInput):
    """A rule file that was refused, and where: ``file``, ``line`` (1-based, 0 unknown) and ``key``."""

    def __init__(self, template: str, *, file: str = "", line: int = 0, key: str = "", **values: object) -> None:
        super().__init__(template, **values)
        self.file = file
        self.line = line
        self.key = key

    def say(self, words: Catalogue) -> str:
        where = self.file + (f":{self.line}" if self.line else "") + (f" [{self.key}]" if self.key else "")
        sentence = super().say(words)
        return f"{where}: {sentence}" if where else sentence


class ProgramFault(CaseAppError):
    """A fault of the program itself."""

    exit_code: ClassVar[int] = 3
