"""Consents: one line each, withdrawable on the same screen, with what a withdrawal does said before."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.labels import label
from caseapp.gui.case.rows import Rows
from caseapp.gui.day.said import full
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import ask
from caseapp.gui.parts.inputs import Choice
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Text, Words
from caseapp.i18n import N_, _

EFFECTS = {
    Purpose.KEEP_CASE: N_(
        "After withdrawal nothing more is added to this case; the coordinator erases it, or says why it has to be kept. "
        "What was done before {day} stays valid."
    ),
    Purpose.CONTACT: N_("After withdrawal nobody gets in touch with the client on our own account. {day} is noted."),
    Purpose.REPORTS: N_(
        "After withdrawal this case is no longer counted in reports; what was done before {day} stays valid. "
        "Reports that are not released yet are computed again."
    ),
    Purpose.LAWYER: N_(
        "After withdrawal this case is no longer shown to the lawyer; what was done before {day} stays valid."
    ),
}
"""What a withdrawal does, where there is more to say than that it holds from today."""
ANY_EFFECT = N_("After withdrawal this is no longer done; what was done before {day} stays valid.")


class ConsentsPanel(QWidget):
    """What the client agreed to, and a way to note more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CaseFile | None = None
        self._rows = Rows(spacing=4)
        self._rows.setObjectName("consent_rows")
        self.purpose = Choice((), lambda purpose: _(label(purpose)), name="consent_purpose")
        self.how = Line(N_("spoken, signed, by message"), name="consent_how")
        self._note = Action(N_("Note consent"), self._add, name="note_consent", icon="add")
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self.purpose, 2)
        adding.addWidget(self.how, 3)
        adding.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(N_("Consent"), "section"))
        column.addWidget(self._rows)
        column.addLayout(adding)

    def show_case(self, file: CaseFile) -> None:
        """Show the consents of a case."""
        self._file = file
        self._rows.fill([self._row(file, consent) for consent in file.consents])
        today = self._desk.today()
        self.purpose.offer([purpose for purpose in Purpose if not file.consents_to(purpose, today)])

    def _row(self, file: CaseFile, consent: Consent) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        line.addWidget(Words(lambda: _said(file, consent), "" if consent.withdrawn_on is None else "soft"), 1)
        if consent.how:
            line.addWidget(Text(consent.how, "small", wrap=False))
        if consent.withdrawn_on is None:
            back = Action(
                N_("Withdraw"), lambda: self._ask(consent), name=f"withdraw_{consent.purpose.value}", role="quiet"
            )
            line.addWidget(back)
        return row

    def _ask(self, consent: Consent) -> None:
        today = self._desk.today()
        ask(
            self, N_("Withdraw consent"),
            lambda: _(EFFECTS.get(consent.purpose, ANY_EFFECT)).format(day=full(today)),
            N_("Withdraw"), lambda: self._withdraw(consent, today), name="withdraw_consent",
        )  # fmt: skip

    def _withdraw(self, consent: Consent, today: date) -> None:
        from caseapp.work.consents import withdraw_consent

        session, now = self._desk.session, self._desk.now()
        self._desk.write(
            self, lambda: withdraw_consent(session, consent.id, today, now),
            lambda _none: self._desk.say(N_("The consent is withdrawn.")),
        )  # fmt: skip

    def _add(self) -> None:
        from caseapp.work.consents import give_consent

        purpose, file, how = self.purpose.value(), self._file, self.how.value()
        client = file.client() if file else None
        if file is None or purpose is None or client is None:
            return
        session, now, today = self._desk.session, self._desk.now(), self._desk.today()
        self._desk.write(
            self, lambda: give_consent(session, file.case.id, client.id, purpose, how, today, now), self._noted
        )

    def _noted(self, _consent: str) -> None:
        self.how.clear()
        self._desk.say(N_("The consent is noted."))


def _said(file: CaseFile, consent: Consent) -> str:
    person = file.person(consent.person)
    parts = [_(label(consent.purpose)), person.called() if person else ""]
    if consent.given_on:
        parts.append(_("given {day}").format(day=full(consent.given_on)))
    if consent.withdrawn_on:
        parts.append(_("withdrawn {day}").format(day=full(consent.withdrawn_on)))
    return " · ".join(part for part in parts if part)
