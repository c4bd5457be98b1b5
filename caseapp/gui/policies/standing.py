"""How a version of a rule stands on the day it is looked at, as an icon, a word and a colour."""

from __future__ import annotations

from caseapp.gui.theme.meaning import Sign
from caseapp.i18n import N_, _
from caseapp.work.rules_shown import Standing

SIGNS = {
    Standing.IN_FORCE: Sign("met", "accent", N_("In force today")),
    # Translators: a rule that was not seen in force for three years.
    Standing.IN_DOUBT: Sign("not-asked", "not_asked", N_("May have been replaced")),
    Standing.COMING: Sign("later", "soft", N_("Not yet in force")),
    Standing.ENDED: Sign("history", "not_covered", N_("No longer in force")),
    # Translators: the first day of a rule is not known.
    Standing.UNDATED: Sign("not-asked", "not_asked", N_("Its days are not known")),
    # Translators: the source of a rule holds no test, it only says who is spoken of.
    Standing.PROSE: Sign("not-covered", "not_covered", N_("Described only, no test")),
    Standing.DRAFT: Sign("edit", "soft", N_("Draft, never in force")),
}


def standing_word(standing: Standing) -> str:
    """The word in the screen's language."""
    return _(SIGNS[standing].word)
