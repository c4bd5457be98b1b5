"""One visit in the list: the answer as icon and word, who, when, their words, what was asked for, what it cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import VisitId
from caseapp.domain.labels import label
from caseapp.domain.visits import Answer, Grounds, Visit
from caseapp.gui.case.documents.dropped import dropped, pasted, picture_name
from caseapp.gui.case.entry_words import quoted, visit_line
from caseapp.gui.case.paper_names import paper_name
from caseapp.gui.case.rows import Row
from caseapp.gui.day.said import exact, rough
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.words import said
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.letters.oral_answers import is_oral

DAY_WIDTH, SIGN_WIDTH = 150, 40

ICONS = {
    Answer.ACCEPTED: ("met", "met"),
    Answer.REFUSED: ("not-met", "not_met"),
    Answer.REFERRED: ("next", "not_asked"),
    Answer.ASKED_MORE: ("document", "not_asked"),
    Answer.NO_ANSWER: ("not-covered", "not_covered"),
    Answer.PROMISED: ("soon", "soft"),
}
"""Icon and colour of an answer; the word always stands beside it."""


class VisitRow(Row):
    """Enter or a click corrects it, Delete takes it out."""

    edited = Signal(str)
    taken_out = Signal(str)
    memo_asked = Signal(str)
    """What was said there is to be printed, for the client to sign."""
    office_asked = Signal(str)
    """The page of the office is to be shown."""
    files_asked = Signal(str)
    """What was photographed or recorded there is to be shown, or added to."""
    files_dropped = Signal(str, object)

    def __init__(self, file: CaseFile, visit: Visit, today: Callable[[], date], pictures: int = 0) -> None:
        super().__init__(name="visit_row")
        self.visit: VisitId = visit.id
        self.pressed.connect(lambda: self.edited.emit(visit.id))
        self.removed.connect(lambda: self.taken_out.emit(visit.id))
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.GRID, tokens.GRID, 4, tokens.GRID)
        row.setSpacing(12)
        day = Words(lambda: _day(visit, today()), "soft")
        day.setFixedWidth(DAY_WIDTH)
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        icon, colour = ICONS[visit.answer]
        row.addWidget(Picture(icon, colour, 20), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(Words(lambda: visit_line(file, visit)))
        if visit.words:
            text.addWidget(Words(lambda: quoted(visit)))
        for line in (lambda: _about(file, visit), lambda: _kept(visit, pictures)):
            if line():
                text.addWidget(Words(line, "small"))
        row.addLayout(text, 1)
        self.setAcceptDrops(True)
        signs = QHBoxLayout()
        signs.setSpacing(0)
        for button in (*self._memo(file, visit), self._files(), *self._office(visit), *self._buttons()):
            button.setFixedWidth(SIGN_WIDTH)
            signs.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(signs)

    def _memo(self, file: CaseFile, visit: Visit) -> Iterator[Action]:
        if is_oral(file, visit):
            ask = _Sign(N_("Print memo"), lambda: self.memo_asked.emit(visit.id), name="visit_memo", icon="print")
            ask.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            yield ask

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(self.visit, pasted(event.mimeData(), picture_name(datetime.now())))

    def _files(self) -> Action:
        ask = _Sign(
            N_("Photos and recordings of this visit"), lambda: self.files_asked.emit(self.visit), name="visit_files_ask",
            icon="attach",
        )  # fmt: skip
        ask.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return ask

    def _office(self, visit: Visit) -> Iterator[Action]:
        office = visit.office
        if office is not None:
            show = _Sign(
                N_("Page of this office"), lambda: self.office_asked.emit(office), name="visit_office_page", icon="office"
            )
            show.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            yield show

    def _buttons(self) -> tuple[_Sign, ...]:
        edit = _Sign(N_("Correct this visit (Enter)"), lambda: self.edited.emit(self.visit), name="visit_edit", icon="edit")
        out = _Sign(
            N_("Take this visit out (Delete)"),
            lambda: self.taken_out.emit(self.visit),
            name="visit_remove",
            icon="delete",
        )
        return edit, out


class _Sign(Action):
    """A button that is only an icon: its words are its tip. The keyboard has the row's own keys for it."""

    def __init__(self, words: str, do: Callable[[], object], *, name: str, icon: str) -> None:
        super().__init__(words, do, name=name, icon=icon, role="quiet")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def retranslate(self) -> None:
        self.setToolTip(said(self._words))
        self.setAccessibleName(said(self._words))


def _day(visit: Visit, today: date) -> str:
    if visit.day is None:
        return _("day not known")
    return exact(visit.day.exact, today) if visit.day.exact else rough(visit.day)


def _about(file: CaseFile, visit: Visit) -> str:
    """What was asked for, and what they wanted."""
    return "  ·  ".join(filter(None, (part(file, visit) for part in (_asked, _grounds, _papers))))


def _kept(visit: Visit, pictures: int) -> str:
    """How, where, what there is on paper or in pictures, and what it cost."""
    return "  ·  ".join((*_where(visit), *_trail(visit), *_pictures(pictures), *_cost(visit)))


def _pictures(count: int) -> Iterator[str]:
    if count:
        yield _n("{count} photo or recording", "{count} photos or recordings", count).format(count=count)


def _where(visit: Visit) -> Iterator[str]:
    yield _(label(visit.channel))
    if visit.window:
        yield _("window {window}").format(window=visit.window)
    if visit.badge:
        yield _("badge {badge}").format(badge=visit.badge)


def _asked(_file: CaseFile, visit: Visit) -> str:
    return _("Asked for: {asked}").format(asked=visit.asked) if visit.asked else ""


def _papers(file: CaseFile, visit: Visit) -> str:
    names = [paper_name(demand.paper, "" if demand.paper else demand.words) for demand in file.demands_at(visit.id)]
    # Translators: between papers in a list on screen.
    return _("Papers they asked for: {papers}").format(papers=_(", ").join(filter(None, names))) if names else ""


def _grounds(_file: CaseFile, visit: Visit) -> str:
    if visit.grounds is None or (visit.grounds is Grounds.NONE and visit.answer is Answer.ACCEPTED):
        return ""
    return _("Reason they gave: {grounds}").format(grounds=_(label(visit.grounds)))


def _trail(visit: Visit) -> Iterator[str]:
    if visit.written is not None:
        yield _("written answer") if visit.written else _("nothing in writing")
    if visit.receipt:
        yield _("receipt: {receipt}").format(receipt=visit.receipt)
    if visit.ticket:
        yield _("ticket {ticket}").format(ticket=visit.ticket)
    if visit.rule_title:
        cited = " ".join(filter(None, (visit.rule_title, visit.rule_number, visit.rule_clause)))
        yield _("rule cited: {rule}").format(rule=cited)


def _cost(visit: Visit) -> Iterator[str]:
    if visit.hours_lost:
        yield _("{hours} h").format(hours=visit.hours_lost)
    if visit.money_lost_yuan:
        yield _("{yuan} yuan").format(yuan=visit.money_lost_yuan)
    if visit.fee_asked_yuan:
        yield _("fee asked: {yuan} yuan").format(yuan=visit.fee_asked_yuan)
