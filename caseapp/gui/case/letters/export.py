"""Writing a letter to a file: for whom, in which language, where; and what that means (PRACTICE E4)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from caseapp.domain.ids import CaseId
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.files import ask_file_to_write
from caseapp.gui.parts.inputs import Choice
from caseapp.gui.parts.segments import Segments
from caseapp.gui.parts.text import Text, Words
from caseapp.i18n import N_, _
from caseapp.work.letters import FORMATS, LAYOUTS, Recipient

RECIPIENTS = {
    Recipient.CLIENT: N_("Client"),
    Recipient.LAWYER: N_("Lawyer"),
    Recipient.AUTHORITY: N_("Office"),
    Recipient.PUBLIC: N_("The public"),
    Recipient.ABROAD: N_("Outside the mainland"),
}
LAYOUT_WORDS = {
    # Translators: the Chinese original of a letter.
    "zh": N_("Chinese original"),
    # Translators: the English translation of a letter.
    "en": N_("English reading copy"),
    # Translators: both languages of a letter in two columns.
    "both": N_("Side by side"),
}
MEANS = {
    Recipient.CLIENT: N_("The client takes it along. It names the client."),
    Recipient.LAWYER: N_("The lawyer of this case reads it. It names the client."),
    Recipient.AUTHORITY: N_("An office gets the Chinese original alone, and only once nothing keeps it a draft."),
    Recipient.PUBLIC: N_("A letter names the client and is not for the public. The prompt card can be given to anyone."),
    Recipient.ABROAD: N_(
        "Only the translation, which names nobody, and only with the client's own consent to it. "
        "The coordinator confirms first that the rules on overseas organisations and surveys were looked at."
    ),
}


class ExportDialog(FormDialog):
    """Asks for whom and how; the place is asked last."""

    def __init__(self, desk: Desk, case: CaseId, kind: str, layout: str, parent: QWidget, about: str = "") -> None:
        self._case, self._kind, self._about = case, kind, about
        self.recipient: Choice[Recipient] = Choice(
            tuple(RECIPIENTS), lambda one: _(RECIPIENTS[one]), name="export_recipient", empty=N_("choose")
        )
        self.layout_: Segments[str] = Segments(LAYOUTS, lambda one: _(LAYOUT_WORDS[one]), name="export_layout")
        self.layout_.choose(layout)
        self.format: Segments[str] = Segments(FORMATS, lambda one: one.lstrip(".").upper(), name="export_format")
        self.format.choose(FORMATS[0])
        self.means = Words(self._means, "soft")
        form = Form(
            Field(N_("For whom"), self.recipient), self.means,
            Field(N_("Language"), self.layout_), Field(N_("Kind of file"), self.format),
        )  # fmt: skip
        super().__init__(N_("Export"), desk, parent, form, N_("Choose where"), name="export", icon="save")
        self.recipient.chosen.connect(self._chosen)
        self._chosen()

    def entered(self) -> object:
        return None

    def save(self) -> None:
        suffix = self.format.value() or FORMATS[0]
        ask_file_to_write(self, N_("Export"), f"{self._kind}{suffix}", self._write, name="export_file")

    def _write(self, out: Path) -> None:
        from caseapp.work.letters import export

        recipient, layout = self.recipient.value(), self.layout_.value()
        if recipient is None or layout is None:
            return
        session, now, case, kind = self.desk.session, self.desk.now(), self._case, self._kind
        about = self._about
        self.step.setEnabled(False)
        parent = self.parentWidget()
        self.desk.read(
            self, lambda: export(session, case, kind, layout, out, recipient, now, about=about),
            lambda _made: self._written(parent, out), self._not_kept,
        )  # fmt: skip

    def _written(self, parent: QWidget | None, out: Path) -> None:
        self.accept()
        dialog = Dialog(N_("The file is written"), parent, name="exported")
        dialog.add(Text(str(out)))
        dialog.add(
            Words(
                N_(
                    "It lies outside the casebook and is no longer protected: whoever opens the file can read it. "
                    "Delete it once it is handed over."
                )
            )
        )
        dialog.foot(Action(N_("Close"), dialog.accept, name="exported_close"))
        dialog.open()

    def _chosen(self) -> None:
        self.step.setEnabled(self.recipient.value() is not None)
        self.means.retranslate()

    def _means(self) -> str:
        recipient = self.recipient.value()
        return _(MEANS[recipient]) if recipient else _("Who gets it decides what it may say.")
