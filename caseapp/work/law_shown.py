"""The national law as a page shows it: statutes with the provisions held of them, and a search over both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.law.library import provisions, statutes, successor_not_read
from caseapp.law.statutes import Provision, Statute
from caseapp.letters.both import Both


@dataclass(frozen=True, slots=True)
class ShownStatute:
    """A version of a statute with its provisions, in the order of its articles as the files hold them."""

    statute: Statute
    provisions: tuple[Provision, ...]
    in_force: bool
    newer_not_read: Statute | None
    """A newer version is in force, and nobody here has read it."""

    @property
    def title(self) -> Both:
        """What it is called."""
        return Both(self.statute.title_zh, self.statute.title_en)


def law_shown(on: date, text: str = "") -> tuple[ShownStatute, ...]:
    """The statutes in which every word of ``text`` stands, those in force on the day first.

    Where the words stand in provisions only, the statute comes with those provisions alone.
    """
    words = text.casefold().split()
    found = [shown for statute in statutes().values() if (shown := _shown(statute, on, words)) is not None]
    return tuple(sorted(found, key=lambda shown: (not shown.in_force, -len(shown.provisions))))


def _shown(statute: Statute, on: date, words: list[str]) -> ShownStatute | None:
    of_it = [provision for provision in provisions().values() if provision.statute == statute.id]
    if words and not _holds(_called(statute), words):
        of_it = [provision for provision in of_it if _holds(f"{_called(statute)} {_says(provision)}", words)]
        if not of_it:
            return None
    return ShownStatute(statute, tuple(of_it), statute.in_force(on), successor_not_read(statute.id, on))


def _holds(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _called(statute: Statute) -> str:
    return f"{statute.title_zh} {statute.title_en} {statute.cited_as} {statute.number} {statute.issuer}"


def _says(provision: Provision) -> str:
    return f"{provision.article} {provision.quote_zh} {provision.summary_zh} {provision.summary_en}"
