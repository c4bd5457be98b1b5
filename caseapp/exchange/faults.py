"""Faults of a file somebody handed in: each names the place, the field and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from caseapp.errors import BadInput, PackError
from caseapp.i18n import N_, Catalogue
from caseapp.strict_yaml import Step, Yaml, dotted

MANY = 20
"""Words a person reads through in a sentence; of more, only where to find them is said."""


class FileRefused(BadInput):
    """A file of which nothing was taken over, with every fault that was found in it."""

    def __init__(self, faults: Sequence[PackError]) -> None:
        super().__init__(N_("Nothing was imported. Correct this and import again."))
        self.faults = tuple(faults)

    def say(self, words: Catalogue) -> str:
        first = self.faults[0].say(words)
        more = len(self.faults) - 1
        if not more:
            return f"{first} {super().say(words)}"
        # Translators: {first} is a whole sentence about the first fault; {count} counts the others.
        text = words.ngettext(
            "{first} There is {count} more fault. Nothing was imported; correct them and import again.",
            "{first} There are {count} more faults. Nothing was imported; correct them and import again.",
            more,
        )
        return text.format(first=first, count=more)


class Faults:
    """Collects the faults of one file, so that a person learns of all of them at once."""

    LIMIT = 200

    def __init__(self, source: Yaml) -> None:
        self._source = source
        self.found: list[PackError] = []

    def note(self, path: Sequence[Step], template: str, **values: object) -> None:
        """Note a fault at ``path``."""
        if len(self.found) < self.LIMIT:
            file, line = self._source.file, self._source.line(*path)
            self._add(PackError(template, file=file, line=line, key=dotted(path), **values))

    def _add(self, fault: PackError) -> None:
        """A field may be looked at more than once; its fault is told once."""
        if not any((one.template, one.key, one.values) == (fault.template, fault.key, fault.values) for one in self.found):
            self.found.append(fault)

    def note_unknown(self, path: Sequence[Step], key: str, known: Sequence[str]) -> None:
        """Note a word nobody knows, with the nearest one that is known."""
        near = get_close_matches(key, known, 1, 0.6)
        if near:
            self.note(path, N_("“{word}” is not known here. Did you mean “{near}”?"), word=key[:40], near=near[0])
        else:
            few = N_("“{word}” is not known here. Known are: {known}.")
            many = N_("“{word}” is not known here. “caseapp schema” prints every word that is.")
            self.note(path, many if len(known) > MANY else few, word=key[:40], known=", ".join(known))

    def refuse(self) -> None:
        """Raise :class:`FileRefused` if anything was noted."""
        if self.found:
            raise FileRefused(self.found)
