"""A caseworker looked at the source of a rule: on which day, and what it says."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseapp.domain.ids import RuleVerifiedId
from caseapp.domain.labels import label
from caseapp.domain.rule_records import LookedUp
from caseapp.gui.both import spoken
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Paragraph
from caseapp.gui.parts.sections import as_written, labelled
from caseapp.gui.parts.segments import Segments
from caseapp.gui.parts.text import Words
from caseapp.gui.policies.words import title_of
from caseapp.i18n import N_, _
from caseapp.letters.say.finding import both
from caseapp.policy.model import Pack, Programme
from caseapp.work.drafts import draft_key


class LookDialog(FormDialog):
    """``look`` is what was recorded, once it was."""

    def __init__(self, desk: Desk, pack: Pack, programme: Programme, parent: QWidget) -> None:
        self._pack, self._programme = pack, programme
        self.look: RuleVerifiedId | None = None
        self.found: Segments[LookedUp] = Segments(tuple(LookedUp), lambda found: _(label(found)), name="look_found")
        self.day = DayEdit(desk.today, name="look_day", exact_only=True)
        self.day.show_day(desk.today())
        self.note = Paragraph(N_("What has changed, and where it is written"), name="look_note", lines=3)
        self._found_field = Field(N_("What does the source say today?"), self.found)
        self._note_field = Field(N_("Note"), self.note)
        instrument = pack.instrument(programme.instrument)
        sources = "\n".join(programme.sources) or (instrument.source if instrument else "")
        form = Form(
            Words(spoken(both(programme.name))),
            labelled(N_("Where it is written"), Words(title_of(instrument))),
            labelled(N_("Source"), as_written(lambda: sources)),
            self._found_field,
            Field(N_("Looked at it on"), self.day),
            self._note_field,
        )
        super().__init__(
            N_("Look at the source"), desk, parent, form, N_("Record it"), name="look", icon="eye",
            draft=draft_key("look", pack.place.id, programme.id),
        )  # fmt: skip
        self.found.setFocus()

    def entered(self) -> object:
        return self.found.value(), self.day.line.text(), self.note.value()

    def save(self) -> None:
        from caseapp.work.verified import note_look

        found, on, note = self.found.value(), self.day.exact_day, self.note.value()
        self._found_field.problem("" if found else _("Choose what the source says."))
        unsaid = found is LookedUp.CHANGED and not note
        self._note_field.problem(_("Say in a few words what has changed, and where it is written.") if unsaid else "")
        if found is None or on is None or unsaid:
            return
        session, now, place, programme = self.desk.session, self.desk.now(), self._pack.place.id, self._programme.id

        def work() -> None:
            self.look = note_look(session, place, programme, found, on, note, now)

        self.keep(work, N_("It is recorded what the source says."))
