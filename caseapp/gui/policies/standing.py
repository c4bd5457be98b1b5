"""How a version of a rule stands on the day it is looked at, as an icon, a word and a colour."""

from __future__ import annotations

from dataclasses import dataclass

from caseapp.i18n import N_, _
from caseapp.work.rules_shown import Standing


@dataclass(frozen=True, slots=True)
class StandingSign:
    """The names of an icon and of a colour of the palette, and a word."""

    icon: str
    colour: str
    word: str


SIGNS = {
    Standing.IN_FORCE: StandingSign("met", "accent", N_("In force today")),
    # Translators: a rule that was not seen in force for three years.
    Standing.IN_DOUBT: StandingSign("not-asked", "not_asked", N_("May have been replaced")),
    Standing.COMING: StandingSign("later", "soft", N_("Not yet in force")),
    Standing.ENDED: StandingSign("history", "not_covered", N_("No longer in force")),
    # Translators: the first day of a rule is not known.
    Standing.UNDATED: StandingSign("not-asked", "not_asked", N_("Its days are not known")),
    # Translators: the source of a rule holds no test, it only says who is spoken of.
    Standing.PROSE: StandingSign("not-covered", "not_covered", N_("Described only, no test")),
    Standing.DRAFT: StandingSign("edit", "soft", N_("Draft, never in force")),
}


def standing_word(standing: Standing) -> str:
    """The word in the screen's language."""
    return _(SIGNS[standing].word)
