"""Enquiries: a question and an answer, and nobody's name (PRACTICE M10). One button makes a case of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from caseapp.domain.cases import Enquiry, Service
from caseapp.domain.ids import EnquiryId
from caseapp.domain.labels import label
from caseapp.gui.desk import Desk
from caseapp.gui.drafts.keeper import DraftKeeper
from caseapp.gui.pages import Page
from caseapp.gui.parts.asked_twice import AskedTwice, spoken_of
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Field, Form, beside, buttons
from caseapp.gui.parts.inputs import Choice, Paragraph
from caseapp.gui.parts.once import Once
from caseapp.gui.parts.row_table import Column, RowTable, RowView
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.text import Words
from caseapp.gui.places import CityEdit, city_name
from caseapp.i18n import N_, _
from caseapp.work.drafts import ENQUIRY, draft_key


def _service(row: Enquiry) -> str:
    """What it is about, and whether it has become a case."""
    about = _(label(row.service))
    # Translators: an enquiry in a list that has become a case; {service} is what it is about.
    return _("{service} (now a case)").format(service=about) if row.became else about


def _hint(row: Enquiry) -> str:
    return " · ".join(filter(None, (city_name(row.city), _service(row), " ".join(row.question.split()))))


class EnquiryPage(Page):
    """The list at the left, the one that is being written at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown = self._blank()
        self._twice, self._once = AskedTwice(), Once(desk)
        self.table: RowTable[Enquiry] = RowTable(
            (
                # Translators: column: when an enquiry was made.
                Column(N_("Asked"), lambda row: row.asked_on.isoformat(), 104, hint=_hint),
                Column(N_("City"), lambda row: city_name(row.city), 80, only_wide=True),
                Column(N_("Service"), _service, 194, hint=_hint),
                Column(N_("Question"), lambda row: " ".join(row.question.split()), 190, hint=_hint),
            )
        )
        self.view = RowView(self.table, name="enquiry_table")
        self.view.selectionModel().currentChanged.connect(lambda index, _old: self._choose(self.table.row(index)))
        self.city = CityEdit(name="enquiry_city")
        self.service = Choice(
            tuple(Service), lambda value: _(label(value)), name="enquiry_service", empty=N_("choose")
        )  # fmt: skip
        self.question = Paragraph(N_("The question. No names, no numbers."), name="enquiry_question", lines=5)
        self.answer = Paragraph(N_("What we said"), name="enquiry_answer", lines=5)
        self.save = Action(N_("Keep the enquiry"), self._save, name="enquiry_save", icon="save", role="primary")
        self.to_case = Action(N_("Make it a case"), self._make_case, name="enquiry_to_case", icon="cases")
        self.draft = DraftKeeper(desk, self.question, self.city, self.service, self.question, self.answer)
        self._lay_out()
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self._save)
        desk.changed.connect(self._reload)
        self._show(self._shown)

    def arrive(self, what: object) -> None:
        self._reload()
        if isinstance(what, Enquiry):
            self._show(what)
        self.question.setFocus()

    def _blank(self) -> Enquiry:
        return Enquiry(EnquiryId(""), self.desk.today(), self.desk.session.profile.city)

    def _form(self) -> Enquiry:
        return replace(
            self._shown,
            city=self.city.city(),
            service=self.service.value() or Service.OTHER,
            question=self.question.value(),
            answer=self.answer.value(),
        )

    def _show(self, enquiry: Enquiry) -> None:
        """What was typed into the form before waits for its own enquiry."""
        self.draft.put_aside()
        self._shown, self._twice = enquiry, AskedTwice()
        for field in (self._question, self._answer):
            field.problem("")
        self.city.show_city(enquiry.city)
        self.service.choose(enquiry.service if enquiry.id else None)
        self.question.setPlainText(enquiry.question)
        self.answer.setPlainText(enquiry.answer)
        self.to_case.setEnabled(enquiry.became is None)
        self.draft.begin(draft_key(ENQUIRY, enquiry.id) if enquiry.id else ENQUIRY)

    def _choose(self, enquiry: Enquiry | None) -> None:
        if enquiry is not None:
            self._show(enquiry)

    def _new(self) -> None:
        self.view.clearSelection()
        self._show(self._blank())
        self.question.setFocus()

    def _reload(self) -> None:
        from caseapp.work.enquiries import enquiries

        session = self.desk.session
        self.desk.read(self, lambda: enquiries(session), self._list)

    def _list(self, rows: Sequence[Enquiry]) -> None:
        self.table.show(rows)

    def _save(self) -> None:
        self._keep(lambda _enquiry: self.desk.say(N_("The enquiry is kept, without a name.")))

    def _make_case(self) -> None:
        self._keep(lambda enquiry: self.desk.go("intake", enquiry))

    def _keep(self, then) -> None:
        from caseapp.work.enquiries import problems, save_enquiry

        enquiry, session, now = self._form(), self.desk.session, self.desk.now()
        found = problems(enquiry)
        said = spoken_of(found)
        for name, field in (("question", self._question), ("answer", self._answer)):
            field.problem(said.get(name, ""))
        if not self._twice.may_go_on(found):
            (self._question if "question" in said else self._answer).editor.setFocus()
            return

        def kept(identity: EnquiryId) -> None:
            self._show(self._blank())
            then(replace(enquiry, id=identity))

        self._once.write(self, self.draft.saving(lambda: save_enquiry(session, enquiry, now)), kept)

    def _lay_out(self) -> None:
        self._question, self._answer = Field(N_("Question"), self.question), Field(N_("Answer"), self.answer)
        new = Action(N_("New enquiry"), self._new, name="enquiry_new", icon="add")
        form = Form(
            self.draft.line,
            beside(Field(N_("Service"), self.service), Field(N_("City"), self.city), stretch=(3, 2)),
            self._question,
            self._answer,
            buttons(self.save, self.to_case),
        )
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 8, 8, 12)
        column.addWidget(self.view)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(left)
        halves.addWidget(scrolled(form))
        halves.setSizes([580, 420])
        halves.setChildrenCollapsible(False)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.setSpacing(16)
        head.addWidget(Words(N_("Enquiries"), "title", wrap=False))
        head.addWidget(Words(N_("Questions without anybody's identity, counted apart from cases."), "soft", wrap=False))
        head.addStretch(1)
        head.addWidget(new)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(4)
        page.addLayout(head)
        page.addWidget(halves, 1)
