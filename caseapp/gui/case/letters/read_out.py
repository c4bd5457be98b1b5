"""Reading a letter out: every statement of fact is confirmed by the client, or marked to be corrected (PRACTICE M12)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caseapp.domain.ids import CaseId
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form, card
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.segments import Segments
from caseapp.gui.parts.text import Text, Words
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.letters.basis import Statement

HEARD = {
    # Translators: the client says that a statement is right.
    True: N_("Confirmed"),
    # Translators: the client says that a statement is not right.
    False: N_("To be corrected"),
}
HOW = {"signature": N_("Signature"), "fingerprint": N_("Fingerprint")}


class ReadOutDialog(FormDialog):
    """One sheet a statement; keys 1 and 2 answer it and go on to the next."""

    def __init__(self, desk: Desk, case: CaseId, kind: str, statements: Sequence[Statement], parent: QWidget) -> None:
        self._case, self._kind, self._statements = case, kind, tuple(statements)
        self.answers: list[Segments[bool]] = []
        form = Form(Words(N_("Read each sentence to the client, slowly. The client says whether it is right.")))
        for number, statement in enumerate(self._statements):
            answer: Segments[bool] = Segments(
                (True, False), lambda heard: _(HEARD[heard]), name=f"heard_{number}", numbered=True, go_on=True
            )
            answer.chosen.connect(self._count)
            self.answers.append(answer)
            form.add(card(Text(statement.text.strip()), answer))
        self.reader = Line(name="read_out_reader")
        self.reader.setText(desk.session.handle)
        self.how: Segments[str] = Segments(tuple(HOW), lambda how: _(HOW[how]), name="read_out_how")
        form.add(Field(N_("Read by"), self.reader))
        form.add(Field(N_("The client confirms by"), self.how))
        super().__init__(
            N_("Read out and confirm"), desk, parent, form, N_("Note as read out"), name="read_out", icon="read-out",
            width=680,
        )  # fmt: skip
        self.how.chosen.connect(self._count)
        self.left = Words(self._left, "soft")
        self.column.insertWidget(2, self.left)
        self._count()

    def entered(self) -> object:
        return tuple(answer.value() for answer in self.answers), self.reader.value(), self.how.value()

    def save(self) -> None:
        from caseapp.work.letter_life import read_out

        session, now, case, kind = self.desk.session, self.desk.now(), self._case, self._kind
        reader, how = self.reader.value(), self.how.value()
        if how is not None and reader:
            self.keep(lambda: read_out(session, case, kind, reader, how, now), N_("The letter was read out and confirmed."))

    def _count(self) -> None:
        self.left.retranslate()
        heard = [answer.value() for answer in self.answers]
        self.step.setEnabled(all(heard) and self.how.value() is not None)

    def _left(self) -> str:
        """What still keeps the letter from counting as read out."""
        heard = [answer.value() for answer in self.answers]
        if False in heard:
            return _("What is not right is corrected in the case first; then the letter is read out again.")
        left = heard.count(None)
        if left:
            return _n("{count} sentence left", "{count} sentences left", left).format(count=left)
        return "" if self.how.value() else _("How does the client confirm it?")
