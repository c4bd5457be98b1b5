"""The visits in their order, what they cost together, and the chain of referrals below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import VisitId
from caseapp.domain.visits import Visit
from caseapp.gui.both import spoken
from caseapp.gui.case.area import reading_area
from caseapp.gui.case.page_keys import RECORD_KEY
from caseapp.gui.case.rows import Rows
from caseapp.gui.case.tabs import has_tab
from caseapp.gui.case.visits.answerable import AnswerableCard
from caseapp.gui.case.visits.chain import ChainCard
from caseapp.gui.case.visits.row import VisitRow
from caseapp.gui.case.visits.suggested import SuggestedPatterns
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.fields import buttons, card
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_
from caseapp.i18n import ngettext as _n
from caseapp.letters.oral_answers import is_oral
from caseapp.work.costs import costs_of

WIDEST = 880
NEWEST = 24
"""Visits of a long case shown at once; each is a row of ten parts."""


class VisitList(QWidget):
    """Rows, one a visit; an empty case teaches the first one."""

    recorded = Signal()
    """A new visit is to be recorded."""
    edited = Signal(str)
    removed = Signal(str)
    memo_asked = Signal(str)
    """The memo of a visit is to be printed."""
    office_asked = Signal(str)
    """The page of an office is to be shown."""
    files_asked = Signal(str)
    """The photographs and recordings of a visit are to be shown."""
    files_dropped = Signal(str, object)
    """Files were let go of over a visit."""
    card_asked = Signal()
    """The prompt card is to be printed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._today = desk.today
        self._file: CaseFile | None = None
        self._known: dict[Hashable, VisitRow] = {}
        self._left_out = 0
        self.earlier = Action(self._earlier_words, self._show_earlier, name="visits_earlier", role="quiet")
        self.rows, self.counted = Rows(spacing=2), Rows(spacing=2)
        self.counted.setObjectName("costs_counted")
        self.chain = ChainCard()
        self.answerable = AnswerableCard()
        self.total = Words("", "soft")
        self.total.setObjectName("visits_total")
        self.offer, self.suggested = self._card_offer(), SuggestedPatterns(desk)
        self.empty = EmptyPage(
            N_("No visits yet. Has the client gone, called or tried online? One entry each; write what is remembered."),
            Action(N_("Record visit"), self.recorded.emit, name="empty_record_visit", icon="add", role="primary"),
        )
        self.stack = QStackedWidget()
        self._area = self._scrolled()
        self.stack.addWidget(self._area)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def show_case(self, file: CaseFile) -> None:
        """Show the visits of this case; the row with the focus keeps it."""
        focused = next((row.visit for row in self._visit_rows() if row.hasFocus()), "")
        same = self._file is not None and self._file.case.id == file.case.id
        if not same:
            self.offer.hide()
        earlier = max(len(file.visits) - NEWEST, 0)
        self._left_out = min(self._left_out, earlier) if same else earlier
        self._file = file
        self.earlier.setVisible(bool(self._left_out))
        self.earlier.retranslate()
        pictures = Counter(one.visit for one in file.attachments)
        rows = self._rows_of(file, pictures)
        self.rows.fill(rows)
        cost = costs_of(file, self._today())
        self.total.say(spoken(cost.total))
        self.counted.fill([Words(spoken(rule), "small") for rule in cost.rules])
        self.chain.show_case(file)
        self.suggested.look(file.case.id)
        self.stack.setCurrentWidget(self._area if rows else self.empty)
        if focused:
            self.go_to(focused)

    def _rows_of(self, file: CaseFile, pictures: Counter[VisitId | None]) -> list[VisitRow]:
        """The rows down to the first that says something else stay; two hundred are not made anew for one at the end.

        Below it all are made anew: Tab goes through parts in the order in which they were made.
        """
        before, same = list(self._known.items()), True
        self._known = {}
        for at, visit in enumerate(file.visits_in_order()[self._left_out :]):
            offices = tuple(file.office(office) for office in (visit.office, visit.referred_to))
            key = (visit, offices, file.demands_at(visit.id), pictures[visit.id], is_oral(file, visit))
            same = same and at < len(before) and before[at][0] == key
            self._known[key] = before[at][1] if same else self._row(file, visit, pictures[visit.id])
        return list(self._known.values())

    def _row(self, file: CaseFile, visit: Visit, pictures: int) -> VisitRow:
        row = VisitRow(file, visit, self._today, pictures)
        row.edited.connect(self.edited)
        row.taken_out.connect(self.removed)
        row.memo_asked.connect(self.memo_asked)
        row.office_asked.connect(self.office_asked)
        row.files_asked.connect(self.files_asked)
        row.files_dropped.connect(self.files_dropped)
        return row

    def go_to(self, record: str) -> None:
        """Put the focus on a visit, or on the visit a written answer came of."""
        answers = self._file.written_answers if self._file else ()
        visit = next((answer.visit for answer in answers if answer.id == record), record)
        if self._left_out and visit not in {row.visit for row in self._visit_rows()}:
            self._show_earlier()
        row = next((row for row in self._visit_rows() if row.visit == visit), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row))

    def follow_up(self, visit: str) -> None:
        """After a visit the card for the next one is a press away (PRACTICE M2), and what it looks like is asked."""
        self.offer.setVisible(has_tab("letters"))
        if self._file is not None:
            self.suggested.look(self._file.case.id, visit)

    def _earlier_words(self) -> str:
        return _n("{count} earlier visit", "{count} earlier visits", self._left_out).format(count=self._left_out)

    def _show_earlier(self) -> None:
        self._left_out = 0
        if self._file is not None:
            self.show_case(self._file)

    def _visit_rows(self) -> tuple[VisitRow, ...]:
        return tuple(row for row in self.rows.parts if isinstance(row, VisitRow))

    def _card_offer(self) -> QFrame:
        offer = card(
            Words(N_("The visit is recorded. The client can take a card along to the next one.")),
            buttons(
                Action(
                    N_("Print prompt card"), self.card_asked.emit, name="offer_print_card", icon="print", role="primary"
                ),
                Action(N_("Later"), lambda: self.offer.hide(), name="offer_later"),
            ),
            name="notice",
        )
        offer.hide()
        return offer

    def _scrolled(self) -> QScrollArea:
        head = QHBoxLayout()
        head.setSpacing(tokens.PAGE_MARGIN)
        head.addWidget(Words(N_("Visits"), "section", wrap=False))
        head.addWidget(self.total, 1)
        record = Action(N_("Record visit"), self.recorded.emit, name="record_visit", icon="add", role="primary")
        record.setToolTip(QKeySequence(RECORD_KEY).toString(QKeySequence.SequenceFormat.NativeText))
        head.addWidget(record)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(tokens.PAGE_MARGIN, 12, tokens.PAGE_MARGIN, tokens.PAGE_MARGIN)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.offer)
        column.addWidget(self.suggested)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.rows)
        column.addWidget(self.counted)
        column.addWidget(self.chain)
        column.addWidget(self.answerable)
        column.addStretch(1)
        return reading_area(content, WIDEST, name="visits_area")
