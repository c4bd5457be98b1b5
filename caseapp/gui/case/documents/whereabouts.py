"""Where the original of a paper lies, and each time it or a copy changed hands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document
from caseapp.domain.handovers import Handover, Keeper, last_of_original, of_paper
from caseapp.domain.labels import label
from caseapp.gui.case.office_names import named
from caseapp.gui.case.rows import Rows
from caseapp.gui.day.said import exact
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import ask
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.letters.kinds import paper_receipt


class Whereabouts(QWidget):
    """Whoever shows it opens the form for ``hand_over``, and the receipt that ``went`` names."""

    hand_over = Signal()
    went = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CaseFile | None = None
        self._document: Document | None = None
        self.now = Words(self._now, "soft")
        self.now.setObjectName("original_now")
        self.rows = Rows(spacing=2)
        self.rows.setObjectName("handover_rows")
        give = Action(N_("Hand over or take back"), self.hand_over.emit, name="hand_over", icon="with-them")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (Words(N_("Where the original is"), "label"), self.now, self.rows, buttons(give)):
            column.addWidget(part)

    def show_paper(self, file: CaseFile, document: Document | None) -> None:
        """Show what is known of a paper."""
        self._file, self._document = file, document
        self.now.retranslate()
        found = of_paper(file.handovers, document.id) if document else ()
        self.rows.fill([self._row(one) for one in reversed(found)])
        self.rows.setVisible(bool(found))

    def _now(self) -> str:
        """With whom it lies, since when, who took it, and by when it is to come back."""
        file, document = self._file, self._document
        if file is None or document is None:
            return _("Nobody has recorded a change of hands; papers lie with the client.")
        last = last_of_original(file.handovers, document.id)
        if last is None:
            return document.original_at or _("Nobody has recorded a change of hands; papers lie with the client.")
        today = self._desk.today()
        parts = [keeper_name(file, last, last.receiver)]
        if last.day:
            parts.append(_("since {day}").format(day=exact(last.day, today)))
        if last.taken_by:
            parts.append(_("taken by {who}").format(who=last.taken_by))
        if last.back_by and last.receiver is not Keeper.CLIENT:
            parts.append(_("to be back by {day}").format(day=exact(last.back_by, today)))
        return " · ".join(parts)

    def _row(self, one: Handover) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        file = self._file
        assert file is not None  # rows are made while a case is shown
        line.addWidget(Words(lambda: handover_line(file, one, self._desk.today()), "small"), 1)
        about = (paper_receipt.ID, one.id)
        slip = Action("", lambda: self.went.emit("letters", about), name=f"receipt_{one.id}", icon="print", role="quiet")
        slip.setAccessibleName(_("Receipt for papers"))
        slip.setToolTip(_("Receipt for papers"))
        out = Action("", lambda: self._ask_out(one), name=f"undo_{one.id}", icon="delete", role="quiet")
        out.setAccessibleName(_("Take out"))
        for button in (slip, out):
            line.addWidget(button)
        return row

    def _ask_out(self, one: Handover) -> None:
        ask(
            self, N_("Take a change of hands out"),
            N_("Only if it was entered by mistake. If the paper came back, record that instead. The history keeps it."),
            N_("Take out"), lambda: self._remove(one), name="remove_handover", icon="delete",
        )  # fmt: skip

    def _remove(self, one: Handover) -> None:
        from caseapp.work.handovers import take_handover_out

        session, now = self._desk.session, self._desk.now()
        self._desk.write(
            self, lambda: take_handover_out(session, one.id, now),
            lambda _none: self._desk.say(N_("The change of hands is taken out.")),
        )  # fmt: skip


def keeper_name(file: CaseFile, one: Handover, keeper: Keeper) -> str:
    """An office by its name, anybody else by who they are."""
    return named(file, one.office) if keeper is Keeper.OFFICE and one.office else _(label(keeper))


def handover_line(file: CaseFile, one: Handover, today: date) -> str:
    """The day, from whom to whom, and whether it was the original."""
    hands = f"{keeper_name(file, one, one.giver)} → {keeper_name(file, one, one.receiver)}"
    parts: Sequence[str] = (exact(one.day, today) if one.day else "", hands, _(label(one.form)), one.taken_by, one.receipt)
    return " · ".join(part for part in parts if part)
