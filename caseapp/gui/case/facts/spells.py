"""Spells as rows: who, what, from when to when, where. Months and gaps are counted from them on the day of a check."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.facts import Spell
from caseapp.domain.labels import label
from caseapp.gui.case.facts.spell import SpellDialog
from caseapp.gui.case.rows import Rows
from caseapp.gui.day.said import rough_short
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import ask
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.text import Text, Words
from caseapp.i18n import N_, _


class SpellsPanel(QWidget):
    """The spells of everybody in the case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CaseFile | None = None
        self._rows = Rows(spacing=4)
        self._rows.setObjectName("spell_rows")
        self._none = Words(
            N_("No spells yet. Insured, employed, living here: from when to when, as far as remembered."), "soft"
        )
        add = Action(N_("Add a spell"), lambda: self.edit(None), name="add_spell", icon="add")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (Words(N_("Spells"), "section"), self._none, self._rows, buttons(add)):
            column.addWidget(part)

    def show_case(self, file: CaseFile) -> None:
        """Show the spells of a case."""
        self._file = file
        spells = sorted(file.spells, key=lambda spell: spell.since)
        self._rows.fill([self._row(file, spell) for spell in spells])
        self._none.setVisible(not spells)

    def edit(self, spell: Spell | None) -> None:
        """Open the form of a spell; of a new one, for None."""
        if self._file is not None and self._file.people:
            dialog = SpellDialog(self._desk, self._file, spell, self)
            dialog.open()
            dialog.kind.setFocus()

    def _row(self, file: CaseFile, spell: Spell) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(lambda: spell_line(file, spell)))
        about = " · ".join(filter(None, (spell.place, spell.district, spell.employer)))
        if about:
            words.addWidget(Text(about, "small"))
        line.addLayout(words, 1)
        line.addWidget(Action(N_("Edit"), lambda: self.edit(spell), name=f"edit_{spell.id}", icon="edit", role="quiet"))
        # Translators: button: take a spell out.
        out = Action(N_("Take out"), lambda: self._ask(file, spell), name=f"delete_{spell.id}", icon="delete", role="quiet")
        line.addWidget(out)
        return row

    def _ask(self, file: CaseFile, spell: Spell) -> None:
        ask(
            self, N_("Take a spell out"),
            lambda: _(
                "Take out “{spell}”? What was counted from it is counted anew. The history can bring it back."
            ).format(spell=spell_line(file, spell)),
            N_("Take out"), lambda: self._remove(spell), name="delete_spell", icon="delete",
        )  # fmt: skip

    def _remove(self, spell: Spell) -> None:
        from caseapp.work.facts import delete_spell

        session, now = self._desk.session, self._desk.now()
        self._desk.write(
            self, lambda: delete_spell(session, spell.id, now), lambda _none: self._desk.say(N_("The spell is taken out."))
        )


def spell_line(file: CaseFile, spell: Spell) -> str:
    """ "Employed, 小凡妈妈, 2023-03 – still"."""
    person = file.person(spell.person)
    until = rough_short(spell.until) if spell.until else _("still")
    # Translators: a spell in a line: what, whose, from when to when.
    return _("{what} · {whose} · {since} to {until}").format(
        what=_(label(spell.kind)), whose=(person.called() if person else "") or _("no name yet"),
        since=rough_short(spell.since), until=until,
    )  # fmt: skip
