"""Letters: the kinds at the left with what is open, the paper in the middle, at the right what each sentence rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import PersonId
from caseapp.gui.case.letters.actions import LetterActions
from caseapp.gui.case.letters.earlier import EarlierDialog
from caseapp.gui.case.letters.export import ExportDialog
from caseapp.gui.case.letters.list import LetterList
from caseapp.gui.case.letters.mends import MendList
from caseapp.gui.case.letters.reading import ShownLetter, read_letter
from caseapp.gui.case.letters.reasons import ReasonsPanel
from caseapp.gui.case.office_dialog import OfficeDialog
from caseapp.gui.case.people.dialog import PersonDialog
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.fields import beside, card
from caseapp.gui.parts.paper_view import PaperView
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.segments import Segments
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _, screen

SIDE_WIDTH = 212
SHORT = {
    # Translators: a letter shown in Chinese.
    "zh": N_("In Chinese"),
    # Translators: a letter shown in English.
    "en": N_("In English"),
    # Translators: both languages of a letter in two columns.
    "both": N_("Side by side"),
}


class LettersTab(CaseTab):
    """One kind of letter at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: CaseFile | None = None
        self._kind = self._about = ""
        self._print_card = False
        self.shown: ShownLetter | None = None
        self.paper = PaperView(desk, name="letter_paper")
        self.list = LetterList(desk)
        self.mends = MendList(
            self.complete_office, self.complete_person, lambda place, rule: desk.go("policies", ("rules", (place, rule)))
        )
        self.steps = LetterActions(desk, self.paper)
        self.reasons = ReasonsPanel()
        self.layouts: Segments[str] = Segments(tuple(SHORT), lambda one: _(SHORT[one]), name="letter_layout")
        self.layouts.choose("zh")
        self._lay_out()
        self.list.chosen.connect(lambda kind: self.choose(kind))
        self.layouts.chosen.connect(self._read)
        self.reasons.went.connect(self.went)

    def show_case(self, file: CaseFile) -> None:
        self._file = file
        self._read()

    def arrive(self, what: object) -> None:
        """``what`` is a kind of letter, or a kind and the visit it tells of; the prompt card is printed at once."""
        if isinstance(what, tuple):
            self.choose(*what)
        if isinstance(what, str):
            self._print_card = what == "prompt_card"
            self.choose(what)

    def choose(self, kind: str, about: str = "") -> None:
        """Show another kind; ``about`` is the visit a memo tells of, else it is the last."""
        self._kind, self._about = kind, about
        self._read()

    def complete_office(self) -> None:
        """Ask for the full name and address of the addressee."""
        shown = self.shown
        if shown is not None:
            dialog = OfficeDialog(self.desk, shown.file.case.id, shown.office, shown.office_kind, self)
            dialog.open()
            dialog.name_zh.setFocus()

    def complete_person(self, person: PersonId | None) -> None:
        """Ask for what the letter needs to know of somebody."""
        if self._file is not None:
            PersonDialog(self.desk, self._file, self._file.person(person), self).open()

    def note_earlier(self) -> None:
        """Ask for the days of a letter that was handed in before the case was kept here."""
        shown = self.shown
        if shown is not None:
            dialog = EarlierDialog(self.desk, shown.file.case.id, shown.choices, shown.choice, self)
            dialog.open()
            dialog.sent.setFocus()

    def _read(self) -> None:
        file, session, kind, on = self._file, self.desk.session, self._kind, self.desk.today()
        layout, about = self.layouts.value() or "zh", self._about
        if file is not None:
            case = file.case.id
            self.desk.read(
                self, lambda: (kind, layout, about, read_letter(session, case, kind, layout, on, about)),
                lambda found: self._show(*found),
            )  # fmt: skip

    def _show(self, kind: str, layout: str, about: str, shown: ShownLetter) -> None:
        if (kind, layout, about) != (self._kind, self.layouts.value(), self._about):
            return
        self._kind = shown.choice.kind
        self.shown = shown
        self.list.show_choices(shown.choices, self._kind)
        self.mends.show_letter(shown)
        self.mends.setVisible(not shown.noted)
        self.steps.show_letter(shown)
        self.reasons.show_letter(shown, layout)
        self._changed.setVisible(shown.changed)
        self._noted.setVisible(shown.noted and shown.made is not None)
        self._earlier.retranslate()
        self._print.setVisible(shown.filing)
        self.layouts.setVisible(shown.made is not None)
        self._out.setVisible(shown.made is not None)
        self._pages.setCurrentIndex(0 if shown.made is not None else 1)
        self._why.retranslate()
        if shown.made is not None:
            self.paper.show_pdf(shown.pdf)
        if self._print_card:
            self._print_card = False
            self.steps.print_card()

    def _because(self) -> str:
        shown = self.shown
        if shown is None:
            return ""
        return shown.why.say(screen()) if shown.why else shown.choice.available.say(screen())

    def _earlier_words(self) -> str:
        # Translators: button: the days of a letter that was handed in before the case was kept here.
        return _("Correct its days") if self.shown and self.shown.noted else _("Handed in earlier")

    def _export(self) -> None:
        if self.shown is not None:
            case, kind = self.shown.file.case.id, self.shown.choice.kind
            ExportDialog(self.desk, case, kind, self.layouts.value() or "zh", self, self._about).open()

    def _lay_out(self) -> None:
        self._changed = card(
            Words(N_("Something this letter rests on was edited after it was issued. Its words stay as they were.")),
            name="notice",
        )
        self._noted = card(
            Words(N_("Handed in before the case was kept here. This is how it would read today, not what was sent.")),
            name="notice",
        )
        self._earlier = Action(self._earlier_words, self.note_earlier, name="note_earlier", icon="post", role="quiet")
        left = QWidget()
        steps = QVBoxLayout(left)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(12)
        self._print = Action(N_("Print"), self.paper.print_it, name="print_letter", icon="print")
        self._out = beside(
            self._print,
            Action(N_("Export"), self._export, name="export_letter", icon="save"),
        )
        for part in (self.list, self._earlier, self._changed, self._noted, self.mends, self.steps, self._out):
            steps.addWidget(part)
        empty = EmptyPage(self._because)
        self._why = empty.words
        self.paper.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.paper)
        self._pages.addWidget(empty)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, tokens.GRID, 0, tokens.GRID)
        middle.setSpacing(tokens.GRID)
        middle.addWidget(self.layouts)
        middle.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for side in (scrolled(left, name="letter_area"), scrolled(self.reasons, name="reasons_area")):
            side.setFixedWidth(SIDE_WIDTH + 2 * tokens.PAGE_MARGIN)
            row.addWidget(side)
        row.insertLayout(1, middle, 1)
