"""Noting a letter that was handed in before the case was kept here: its receipt starts the office's clock (PRACTICE L1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caseapp.domain.ids import CaseId
from caseapp.domain.letter_records import Letter
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Choice
from caseapp.gui.parts.line import Line
from caseapp.i18n import N_, _
from caseapp.letters.kinds import letter_kind
from caseapp.work.drafts import draft_key
from caseapp.work.letters import LetterChoice


class EarlierDialog(FormDialog):
    """Which letter, when and how it was handed in, when the office had it, and what shows that day."""

    def __init__(
        self, desk: Desk, case: CaseId, choices: Sequence[LetterChoice], chosen: LetterChoice, parent: QWidget
    ) -> None:
        self._case = case
        self._letter: Letter | None = chosen.latest if chosen.latest and chosen.latest.noted else None
        names = {one.kind: one.name for one in choices if letter_kind(one.kind).filing}
        offered = (chosen.kind,) if self._letter else tuple(names)
        self.kind: Choice[str] = Choice(offered, lambda kind: _(names[kind]), name="earlier_kind")
        self.kind.choose(chosen.kind)
        self.sent = DayEdit(desk.today, name="earlier_sent", exact_only=True)
        self.how = Line(N_("at the counter, by EMS with its number, online"), name="earlier_how")
        self.received = DayEdit(desk.today, name="earlier_received", exact_only=True)
        self.proof = Line(N_("receipt strip, delivery record, number of the slip"), name="earlier_proof")
        title = N_("Correct an earlier letter") if self._letter else N_("Handed in earlier")
        key = draft_key("earlier_letter", case, self._letter.id if self._letter else None)
        super().__init__(title, desk, parent, self._form(), N_("Save"), name="earlier", icon="post", draft=key)
        if self._letter:
            self._show(self._letter)

    def _form(self) -> Form:
        self._sent_field = Field(N_("Handed in on"), self.sent)
        self._received_field = Field(
            N_("Received by the office on"), self.received,
            hint=N_("This day starts the office's clock. Empty: not known, or nothing shows it yet."),
        )  # fmt: skip
        self._proof_field = Field(N_("Proof of receipt"), self.proof)
        # Translators: form: which kind of letter was handed in.
        which = Field(N_("Which letter"), self.kind)
        return Form(which, self._sent_field, Field(N_("How"), self.how), self._received_field, self._proof_field)

    def entered(self) -> object:
        return (
            self.kind.value(), self.sent.line.text(), self.how.value(), self.received.line.text(), self.proof.value()
        )  # fmt: skip

    def save(self) -> None:
        from caseapp.work.letter_life import HandedIn, note_handed_in

        kind, sent, received, proof = self.kind.value(), self.sent.exact_day, self.received.exact_day, self.proof.value()
        self._sent_field.problem("" if sent else _("On which day was it handed in?"))
        unproved = received is not None and not proof
        self._proof_field.problem(_("What shows this day? Without it, leave the day empty.") if unproved else "")
        if kind is None or sent is None or self.received.problem or unproved:
            return
        days = HandedIn(sent, self.how.value(), received, proof)
        session, now, case = self.desk.session, self.desk.now(), self._case
        letter = self._letter.id if self._letter else None
        said = N_("Noted; the clock runs.") if received else N_("Noted: the next move is the office's.")
        self.keep(lambda: note_handed_in(session, case, kind, days, now, letter), said)

    def _show(self, letter: Letter) -> None:
        self.sent.show_day(letter.sent_on)
        self.how.setText(letter.sent_how)
        self.received.show_day(letter.received_on)
        self.proof.setText(letter.receipt)
