"""Where a value of the check is from: an answer's own source, spells on record, or what is known of the person."""

from __future__ import annotations

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import PersonId
from caseapp.gui.case.facts.spells import spell_line
from caseapp.i18n import _


def where_from(file: CaseFile, source: str) -> str:
    """``source`` holds ids of records of the case; empty where nothing is known of the source."""
    ids = frozenset(source.split())
    spells = [spell_line(file, spell) for spell in file.spells if spell.id in ids]
    if spells:
        # Translators: a count of months was made from these spells.
        return _("Counted from: {spells}").format(spells="; ".join(spells))
    person = file.person(PersonId(source))
    if person is not None:
        return _("From what is recorded of {person}").format(person=person.called() or _("no name yet"))
    said = next((fact.source for fact in file.facts if fact.id in ids), "")
    return _("The answer is from: {source}").format(source=said) if said else ""
