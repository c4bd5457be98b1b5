"""A paper as evidence: its exhibit number, how many pages it has, and what it proves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.documents import Document
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Field, buttons
from caseapp.gui.parts.inputs import Paragraph
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n

PAGES_WIDTH = 72


class ExhibitFields(QWidget):
    """Pages and proof are kept with the rest of the paper; the number is given by its button, and stays."""

    changed = Signal()
    number_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self.number = Words(self._numbered, "label", wrap=False)
        self.number.setObjectName("document_exhibit")
        self.give = Action(N_("Give exhibit number"), self.number_asked.emit, name="give_exhibit", icon="add")
        self.pages = Line(name="document_pages")
        self.pages.setFixedWidth(PAGES_WIDTH)
        self.proves = Paragraph(N_("One sentence, in Chinese: letters print it"), name="document_proves", lines=2)
        self.proves_not = Paragraph(N_("For us; letters do not print it"), name="document_proves_not", lines=2)
        self._pages_field = Field(N_("Pages"), self.pages)
        self._counted = 0
        self.by_files = Action(self._by_files, self._take_count, name="pages_by_files", role="quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addWidget(self.give)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._pages_field)
        column.addWidget(buttons(self.by_files))
        column.addWidget(Field(N_("What it proves"), self.proves))
        column.addWidget(Field(N_("What it does not prove"), self.proves_not))
        self.pages.textChanged.connect(self._typed)
        for part in (self.proves, self.proves_not):
            part.textChanged.connect(self.changed)

    def show_number(self, document: Document | None, *, in_hand: bool) -> None:
        """Show the number, or the button that gives one."""
        self._document = document
        numbered = document is not None and document.exhibit is not None
        self.number.setVisible(numbered)
        self.number.retranslate()
        self.give.setVisible(not numbered)
        self.give.setEnabled(in_hand)

    def fill(self, document: Document | None) -> None:
        """Show what is recorded."""
        self.pages.setText("" if document is None or document.pages is None else f"{document.pages}")
        self.proves.setPlainText(document.proves if document else "")
        self.proves_not.setPlainText(document.proves_not if document else "")

    def suggest(self, pages: int) -> None:
        """The files have so many pages together; 0 where that is not known. A person decides whether the paper has."""
        self._counted = pages
        self._offer()

    def _offer(self) -> None:
        self.by_files.retranslate()
        self.by_files.setVisible(bool(self._counted) and not self.pages.value())

    def _take_count(self) -> None:
        self.pages.setText(f"{self._counted}")

    def _by_files(self) -> str:
        return _n("{count} page by its files", "{count} pages by its files", self._counted).format(count=self._counted)

    @property
    def problem(self) -> bool:
        """Whether the pages typed are no number of pages; it is said below the field."""
        return bool(self.pages.value()) and self.page_count() is None

    def page_count(self) -> int | None:
        """The pages typed; None while there are none, or no number."""
        text = self.pages.value()
        return int(text) if text.isascii() and text.isdigit() and 0 < len(text) <= 4 and int(text) else None

    def _typed(self) -> None:
        self._pages_field.problem(_("This is no number of pages.") if self.problem else "")
        self._offer()
        self.changed.emit()

    def _numbered(self) -> str:
        number = self._document.exhibit if self._document else None
        # Translators: a paper's exhibit number: 证据3.
        return "" if number is None else _("Exhibit {number}").format(number=number)
