"""Rests on: each sentence of a letter that says something, and behind it the facts, visits, papers and articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.labels import label
from caseapp.gui.both import in_language
from caseapp.gui.case.entry_words import visit_line
from caseapp.gui.case.facts.spells import spell_line
from caseapp.gui.case.letters.reading import ShownLetter
from caseapp.gui.case.office_names import named
from caseapp.gui.case.paper_names import paper_name
from caseapp.gui.case.rows import Row, Rows
from caseapp.gui.day.said import rough_short
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.text import Text, Words
from caseapp.i18n import N_, _, screen_language
from caseapp.law.library import provisions, statutes
from caseapp.letters.blocks import Paper, RestsOn, Sentence, sentences
from caseapp.letters.numerals import english_article
from caseapp.letters.say.finding import both
from caseapp.policy.catalogue import catalogue


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing a sentence rests on; ``tab`` and ``what`` lead to it."""

    text: str
    tab: str = ""
    what: str = ""


def reasons(file: CaseFile, rests_on: RestsOn) -> Iterator[Reason]:
    """Everything behind a sentence, in words."""
    yield from (_fact(file, key) for key in rests_on.facts)
    for visit in file.visits_in_order():
        if visit.id in rests_on.visits:
            day = rough_short(visit.day) or _("no day")
            # Translators: a reason of a sentence: the visit of that day.
            yield Reason(_("Visit {day}, {visit}").format(day=day, visit=visit_line(file, visit)), "visits", visit.id)
    yield from (_document(file, identity) for identity in rests_on.documents)
    yield from (_provision(identity) for identity in rests_on.provisions)
    if rests_on.deadlines:
        yield Reason(_("A period that was derived"), "deadlines")
    if rests_on.by_hand:
        yield Reason(_("Typed by the caseworker; the client confirms it when it is read out"))
    if rests_on.request:
        yield Reason(_("The client's own request"))


def _fact(file: CaseFile, key: str) -> Reason:
    """A key of the catalogue, or ``spell:employed:<id>``."""
    spell = next((spell for spell in file.spells if key.endswith(spell.id)), None)
    if spell is not None:
        return Reason(spell_line(file, spell), "facts")
    kind = catalogue().get(key)
    name = in_language(both(kind.label)) if kind else _("What is recorded of the people")
    return Reason(name, "facts", key if kind else "")


def _document(file: CaseFile, identity: str) -> Reason:
    document = next((paper for paper in file.documents if paper.id == identity), None)
    if document is None:
        answer = next((answer for answer in file.written_answers if answer.id == identity), None)
        if answer is not None:
            return Reason(_("Written answer of {office}").format(office=named(file, answer.office)), "documents", answer.id)
        return Reason(paper_name(identity), "documents", identity)
    # Translators: a paper and where it stands: "Residence permit: applied for".
    said = _("{paper}: {state}").format(paper=paper_name(document.paper, document.title), state=_(label(document.state)))
    return Reason(said, "documents", document.id)


def _provision(identity: str) -> Reason:
    found = provisions()[identity]
    statute = statutes()[found.statute]
    if screen_language() == "en":
        return Reason(f"{statute.title_en}, {english_article(found.article)}: {found.summary_en}")
    return Reason(f"《{statute.cited_as}》{found.article}：{found.quote_zh}")


class ReasonsPanel(QWidget):
    """Press a sentence to see what it rests on."""

    went = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows(spacing=4)
        self._rows.setObjectName("letter_sentences")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(N_("Rests on"), "section"))
        column.addWidget(Words(N_("Press a sentence to see what it rests on."), "small"))
        column.addWidget(self._rows)
        column.addStretch(1)

    def show_letter(self, shown: ShownLetter, layout: str) -> None:
        """Show the sentences of the paper in the language it is shown in."""
        made = shown.made
        paper = None if made is None else made.en if layout == "en" else made.zh
        self._rows.fill([self._row(shown.file, sentence) for sentence in _said(paper)])

    def _row(self, file: CaseFile, sentence: Sentence) -> QWidget:
        row = SentenceRow(file, sentence)
        row.went.connect(self.went)
        return row


def _said(paper: Paper | None) -> Iterator[Sentence]:
    for block in paper.blocks if paper else ():
        for sentence in sentences(block):
            rests = sentence.rests_on
            if rests.stated and rests != RestsOn(form=True) and sentence.text.strip():
                yield sentence


class SentenceRow(Row):
    """One sentence; pressed, its reasons below it."""

    went = Signal(str, object)

    def __init__(self, file: CaseFile, sentence: Sentence) -> None:
        super().__init__(name="letter_sentence")
        self._file, self._sentence = file, sentence
        self._reasons: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(2)
        self._column.addWidget(Text(sentence.text.strip()))
        self.pressed.connect(self.unfold)

    def unfold(self) -> None:
        """Show what it rests on, or fold it again."""
        if self._reasons is None:
            self._reasons = self._made()
            self._column.addWidget(self._reasons)
            self._reasons.show()
        else:
            self._reasons.setVisible(self._reasons.isHidden())

    def _made(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(8, 0, 0, 4)
        column.setSpacing(2)
        for number, reason in enumerate(reasons(self._file, self._sentence.rests_on)):
            words = Words(lambda number=number: self._text(number), "soft")
            words.setObjectName("letter_reason")
            column.addWidget(words)
            if reason.tab:
                column.addWidget(self._way(reason), 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _way(self, reason: Reason) -> Action:
        what = reason.what or None
        return Action(N_("Go there"), lambda: self.went.emit(reason.tab, what), name=f"show_{reason.tab}", role="quiet")

    def _text(self, number: int) -> str:
        return tuple(reasons(self._file, self._sentence.rests_on))[number].text
