"""The header of a case: who, what, where, who has the next move, the next day, until when help is useful, and conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Stage
from caseapp.domain.labels import label
from caseapp.gui.both import in_language
from caseapp.gui.case.interests import ConflictsOfInterest
from caseapp.gui.day.said import people_say
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.meaning_label import MeaningLabel
from caseapp.gui.parts.shortened import ShortenedText
from caseapp.gui.parts.text import Text
from caseapp.gui.places import place
from caseapp.gui.theme import tokens
from caseapp.gui.theme.meaning import Meaning
from caseapp.gui.words import Retranslated
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.work.next_day import NextDay

STAGE_MEANINGS = {Stage.WITH_US: Meaning.WITH_US, Stage.WITH_THEM: Meaning.WITH_THEM, Stage.CLOSED: Meaning.CLOSED}


class CaseHeader(Retranslated, QWidget):
    """Two calm lines, and below them what may be a conflict of interest."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("case_header")
        self._desk = desk
        self._file: CaseFile | None = None
        self._back = Action(N_("Cases"), lambda: desk.go("cases"), name="back_to_cases", icon="back", role="quiet")
        self._title = ShortenedText("", "title")
        self._title.setObjectName("case_title")
        self._about = ShortenedText("", "soft")
        self._about.setObjectName("case_about")
        self._stages = {stage: MeaningLabel(meaning) for stage, meaning in STAGE_MEANINGS.items()}
        self.next = ShortenedText("", "soft")
        self.next.setObjectName("case_next_day")
        self._next: NextDay | None = None
        self._useful = Text("", "soft", wrap=False)
        self._useful.setObjectName("case_useful_until")
        self.conflicts = ConflictsOfInterest(desk)
        first = QHBoxLayout()
        first.setSpacing(tokens.PAGE_MARGIN)
        for part in (self._back, self._title, *self._stages.values()):
            first.addWidget(part, 100 if part is self._title else 0)
        first.addStretch(1)
        first.addWidget(self.next, 60)
        second = QHBoxLayout()
        second.addWidget(self._about, 100)
        second.addStretch(1)
        second.addWidget(self._useful)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, tokens.PAGE_MARGIN, 4)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.conflicts)

    def show_case(self, file: CaseFile) -> None:
        """Show this case."""
        if self._file is not None and self._file.case.id != file.case.id:
            self._next = None
        self._file = file
        self.retranslate()
        self.conflicts.show_case(file)
        self._look_ahead(file)

    def retranslate(self) -> None:
        file = self._file
        if file is None:
            return
        case = file.case
        client = file.client()
        self._title.setText(" · ".join(filter(None, (case.number, client.called() if client else ""))))
        where = place(case.city, case.district)
        hukou = client.hukou_place if client else ""
        self._about.setText(" · ".join(filter(None, (_(label(case.service)), where, hukou))))
        for stage, shown in self._stages.items():
            shown.setVisible(stage is case.stage)
        self._useful.setText(self._useful_until())
        self.next.setText(self._next_day())

    def _look_ahead(self, file: CaseFile) -> None:
        from caseapp.work.next_day import next_day

        on = self._desk.today()
        self._desk.derive(self, lambda: (file, next_day(file, on)), lambda found: self._show_next(*found))

    def _show_next(self, file: CaseFile, found: NextDay | None) -> None:
        if file is self._file:
            self._next = found
            self.next.setText(self._next_day())

    def _next_day(self) -> str:
        found = self._next
        if found is None:
            return ""
        day = people_say(found.day, self._desk.today())
        # Translators: header of a case: the next day to mind, and what it is of.
        said = _("Next: {day}, {what}").format(day=day, what=in_language(found.what))
        return _("{day} (provisional)").format(day=said) if found.provisional else said

    def _useful_until(self) -> str:
        day = self._file.case.useful_until if self._file else None
        if day is None:
            return _("No day set after which help comes too late")
        # Translators: header of a case; {day} is a date with how far off it is.
        return _("Useful until {day}").format(day=people_say(day, self._desk.today()))
