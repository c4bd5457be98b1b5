"""What a kind of letter is: when it is open, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from caseapp.domain.ids import OfficeId
from caseapp.i18n import Catalogue
from caseapp.letters.blocks import Paper
from caseapp.letters.both import NOTHING, Both
from caseapp.letters.material import Material
from caseapp.letters.problems import Problem, said_values


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether a letter can be written now, and one sentence that says why or why not."""

    ready: bool
    because: str
    values: dict[str, object] = field(default_factory=dict)
    addressee: OfficeId | None = None

    def say(self, words: Catalogue) -> str:
        return words.gettext(self.because).format(**said_values(self.values, words))


@dataclass(frozen=True, slots=True)
class Written:
    """A letter in both languages, what keeps it a draft, and what to write on the parcel (内件品名)."""

    zh: Paper
    en: Paper
    problems: tuple[Problem, ...] = ()
    parcel: Both = NOTHING


@dataclass(frozen=True, slots=True)
class LetterKind:
    """One kind of letter."""

    id: str
    name: str
    """Its English name, marked for translation."""
    filing: bool
    """Goes to an authority: is read out first, names the client, has an addressee."""
    available: Callable[[Material], Availability]
    write: Callable[[Material, bool], Written]
    """From the material and whether it is a draft."""
    private: bool = False
    """Tells of the client and goes to nobody: kept by the client, never for the public."""
