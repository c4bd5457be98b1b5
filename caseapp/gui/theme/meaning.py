"""Meanings: each is an icon, a word and a colour together, so that none of them stands on colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QIcon

from caseapp.gui.theme.icons import icon
from caseapp.gui.theme.theme import palette
from caseapp.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Sign:
    """How a meaning is shown: the name of its icon, the name of its colour in the palette, and its word."""

    icon: str
    colour: str
    word: str


class Meaning(Enum):
    """What the window can mean by a coloured sign."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ASKED = "not_asked"
    NOT_COVERED = "not_covered"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    LATER = "later"
    WITH_THEM = "with_them"
    WITH_US = "with_us"
    CLOSED = "closed"

    @property
    def sign(self) -> Sign:
        """Icon, colour and word."""
        return _SIGNS[self]

    def word(self) -> str:
        """The word in the screen's language."""
        return _(self.sign.word)

    def colour(self) -> str:
        """The colour in the scheme shown now."""
        return str(getattr(palette(), self.sign.colour))

    def icon(self) -> QIcon:
        """The icon in its colour."""
        return icon(self.sign.icon, self.colour())


_SIGNS = {
    Meaning.MET: Sign("met", "met", N_("Met")),
    Meaning.NOT_MET: Sign("not-met", "not_met", N_("Not met")),
    Meaning.NOT_ASKED: Sign("not-asked", "not_asked", N_("Not asked")),
    Meaning.NOT_COVERED: Sign("not-covered", "not_covered", N_("Not covered")),
    # Translators: the safe day of a step has passed.
    Meaning.OVERDUE: Sign("overdue", "not_met", N_("Safe day passed")),
    Meaning.DUE_SOON: Sign("soon", "not_asked", N_("This week")),
    # Translators: a day further off than this week.
    Meaning.LATER: Sign("later", "soft", N_("Later")),
    # Translators: who has the next move in a case.
    Meaning.WITH_THEM: Sign("with-them", "soft", N_("Waiting for the office")),
    # Translators: who has the next move in a case.
    Meaning.WITH_US: Sign("with-us", "accent", N_("Our move")),
    # Translators: a case that is closed.
    Meaning.CLOSED: Sign("closed", "not_covered", N_("Closed")),
}
