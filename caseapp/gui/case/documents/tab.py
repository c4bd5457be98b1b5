"""Documents: every paper the rules or offices ask for, where it stands, and beside it the one that is chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import DocumentId
from caseapp.gui.case.documents.add import AddDocumentDialog
from caseapp.gui.case.documents.answers import AnswersPanel
from caseapp.gui.case.documents.detail import DocumentDetail
from caseapp.gui.case.documents.dropped import dropped, pasted, picture_name
from caseapp.gui.case.documents.words import SIGNS, asked_by, exhibit_number, issuer, row_key, row_name, state_word
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import ask
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.row_table import Column, RowTable, RowView
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.text import Rule, Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.letters.kinds import evidence_index
from caseapp.policy.model import Pack
from caseapp.work.attachments import Answer, Pasted
from caseapp.work.documents import ChecklistRow

ISSUERS_FROM, FILES_FROM = 560, 700
"""Pixels of the list. The issuer also stands beside it."""
DETAIL_WIDTH = 340
WITH_KEYS = 1080
"""The width from which there is room to name the keys."""


class DocumentsTab(CaseTab):
    """The checklist; keys 1 to 9 change the state of the chosen paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: CaseFile | None = None
        self._pack: Pack | None = None
        self._wanted = ""
        self._told: tuple[DocumentId, tuple[Answer, ...]] | None = None
        """A paper that was just added, and what became of its files."""
        self._counts: Counter[DocumentId] = Counter()
        self.table: RowTable[ChecklistRow] = RowTable(self._columns())
        self.view = RowView(self.table, name="documents_table")
        self.detail = DocumentDetail(desk)
        self.answers = AnswersPanel(desk)
        self.count = Words("", "soft", wrap=False)
        self.count.setObjectName("documents_missing")
        self._lay_out()
        self.view.installEventFilter(self)
        self.setAcceptDrops(True)
        self.detail.where.went.connect(self.went)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.detail.files.paste)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._chosen())

    def show_case(self, file: CaseFile) -> None:
        from caseapp.work.documents import checklist_of

        self._file = file
        self._counts = Counter(one.document for one in file.attachments if one.document)
        self.answers.show_case(file)
        session, on = self.desk.session, self.desk.today()

        def work() -> tuple[CaseFile, tuple[ChecklistRow, ...], Pack | None]:
            return file, checklist_of(session, file, on), session.pack(file.case.city)

        self.desk.read(self, work, lambda found: self._show(*found))

    def arrive(self, what: object) -> None:
        """``what`` is "add", "answer" for a new written answer, or the id of a paper, document, change of
        hands or answer to show."""
        if what == "add":
            self.add()
        elif what == "answer":
            self.answers.edit(None)
        elif isinstance(what, str):
            self.answers.go_to(what)
            self._wanted = what
            self._select(what)

    def unfinished(self) -> bool:
        return self.detail.pending

    def add(self, files: Sequence[Path | Pasted] = ()) -> None:
        """Ask for another paper, with files that are its pages where there are some already."""
        if self._file is not None:
            dialog = AddDocumentDialog(self.desk, self._file.case.id, self, files)
            dialog.accepted.connect(lambda: self._added(dialog.kept))
            dialog.open()
            dialog.line.setFocus()

    def _added(self, kept: tuple[DocumentId, tuple[Answer, ...]] | None) -> None:
        if kept is not None:
            self._wanted, self._told = kept[0], kept
            self._select(kept[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.table.row(self.view.currentIndex()) and self.detail.states.press_key(event):
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._ask_out()
                return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._file is not None and dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files let go of over a paper of the list are attached to it, beside the list to the one that is chosen; where the
        list ends, they are a paper of their own."""
        event.acceptProposedAction()
        files = pasted(event.mimeData(), picture_name(self.desk.now()))
        at = self.view.viewport().mapFrom(self, event.position().toPoint())
        over = self.view.isVisible() and self.view.viewport().rect().contains(at)
        index = self.view.indexAt(at) if over else self.view.currentIndex()
        if not index.isValid():
            self.add(files)
            return
        self.view.selectRow(index.row())
        self._chosen()
        self.detail.attach(files)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keys.setVisible(self.width() >= WITH_KEYS)
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.detail.save()
        super().hideEvent(event)

    def _show(self, file: CaseFile, rows: Sequence[ChecklistRow], pack: Pack | None) -> None:
        if file is not self._file:
            return
        self._pack = pack
        current = self.table.row(self.view.currentIndex())
        at = self.view.currentIndex().row()
        self.table.show(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        missing = sum(row.missing for row in rows)
        self.count.say(lambda: _n("{count} still missing", "{count} still missing", missing).format(count=missing))
        wanted = self._wanted or (row_key(current) if current else "")
        self._wanted = ""
        if rows and not self._select(wanted):
            self.view.selectRow(min(max(at, 0), len(rows) - 1))

    def _select(self, key: str) -> bool:
        moved = next((one.document for one in self._file.handovers if one.id == key), None) if self._file else None
        for number, row in enumerate(self.table.rows()):
            if key and (moved or key) in (row_key(row), row.document.id if row.document else ""):
                self.view.selectRow(number)
                self.view.scrollTo(self.view.currentIndex())
                self._chosen()
                return True
        return False

    def _chosen(self) -> None:
        row = self.table.row(self.view.currentIndex())
        if row is not None and self._file is not None:
            self.detail.show_row(self._file, row, self._pack)
            if self._told is not None and row.document and row.document.id == self._told[0]:
                self.detail.files.tell(self._told[1])
                self._told = None

    def _ask_out(self) -> None:
        row = self.table.row(self.view.currentIndex())
        if row is None or row.document is None:
            return
        document = row.document.id
        ask(
            self, N_("Take a document out"),
            lambda: _("Take out what is recorded of “{paper}”? Its files stay; the history can bring it back.").format(
                paper=row_name(row)
            ),
            N_("Take out"), lambda: self._remove(document), name="delete_document", icon="delete",
        )  # fmt: skip

    def _remove(self, document: str) -> None:
        from caseapp.work.documents import delete_document

        session, now = self.desk.session, self.desk.now()
        self.desk.write(
            self, lambda: delete_document(session, document, now),
            lambda _none: self.desk.say(N_("The document is taken out.")),
        )  # fmt: skip

    def _columns(self) -> tuple[Column[ChecklistRow], ...]:
        return (
            Column(N_("Document"), row_name, 220, hint=row_name),
            Column(N_("State"), state_word, 120, meaning=lambda row: SIGNS[row.state]),
            Column(N_("Issued by"), self._issuer, 110, hint=self._issuer, least_room=ISSUERS_FROM),
            Column(N_("Asked for by"), self._asked, 140, hint=self._asked),
            # Translators: head of a narrow column: the exhibit number of a paper.
            Column(N_("Exhibit"), exhibit_number, 76),
            Column(N_("Files"), self._files, 48, least_room=FILES_FROM),
        )

    def _files(self, row: ChecklistRow) -> str:
        count = self._counts.get(row.document.id, 0) if row.document else 0
        return f"{count}" if count else ""

    def _issuer(self, row: ChecklistRow) -> str:
        return issuer(row, self._pack)

    def _asked(self, row: ChecklistRow) -> str:
        return asked_by(self._file, row) if self._file else ""

    def _lay_out(self) -> None:
        add = Action(N_("Add document"), self.add, name="add_document_button", icon="add", role="primary")
        first = Action(N_("Add document"), self.add, name="empty_add_document", icon="add", role="primary")
        head = QHBoxLayout()
        head.setSpacing(tokens.PAGE_MARGIN)
        head.addWidget(self.count)
        self._keys = Words(N_("Keys 1–9 change the state of the chosen one."), "small", wrap=False)
        head.addWidget(self._keys)
        head.addStretch(1)
        index = (evidence_index.ID, "")
        head.addWidget(
            Action(N_("Index of evidence"), lambda: self.went.emit("letters", index), name="go_index", icon="letter")
        )
        head.addWidget(add)
        left = QVBoxLayout()
        left.setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, 0, tokens.PAGE_MARGIN)
        left.setSpacing(tokens.GRID)
        left.addLayout(head)
        left.addWidget(self.view, 1)
        side = scrolled(self.detail, name="document_area")
        side.setFixedWidth(DETAIL_WIDTH + 2 * tokens.PAGE_MARGIN)
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addLayout(left, 1)
        both.addWidget(side)
        filled = QWidget()
        filled.setLayout(both)
        self._pages = QStackedWidget()
        self._pages.addWidget(filled)
        self._pages.addWidget(EmptyPage(N_("No papers yet: no rule and no office has asked for one."), first))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        below = QVBoxLayout()
        below.setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, tokens.PAGE_MARGIN, tokens.GRID)
        below.addWidget(self.answers)
        column.addWidget(Rule())
        column.addLayout(below)
