"""One programme held against the record: the answer in a sentence, doubts, criteria, points, plan and what it gives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.both import in_language, spoken
from caseapp.gui.buttons import Action
from caseapp.gui.case.check.plan import PlanPanel
from caseapp.gui.case.check.points import PointsLedger
from caseapp.gui.case.check.rows import CheckRows
from caseapp.gui.case.check.words import MEANINGS, counted, since, written_in
from caseapp.gui.fields import card
from caseapp.gui.meaning_label import MeaningLabel
from caseapp.gui.picture import Picture
from caseapp.gui.text import Words
from caseapp.i18n import N_, _
from caseapp.letters.say_finding import both, say_check, say_doubts, say_office
from caseapp.policy.catalogue import catalogue
from caseapp.policy.check import Doubt, ProgrammeCheck
from caseapp.policy.model import Pack
from caseapp.policy.plan import Plan, ProgrammePlan
from caseapp.policy.question import NextQuestion


class ProgrammeView(QWidget):
    """Everything the check says of one programme, one below the other. ``ask`` goes to a question."""

    def __init__(
        self, file: CaseFile, plan: Plan, one: ProgrammePlan, unfolded: set[str], ask: Callable[[str], object]
    ) -> None:
        super().__init__()
        pack, check = plan.checked.pack, one.check
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(_answer(pack, check))
        for warning in _doubts(pack, check):
            self._column.addWidget(warning)
        if plan.next_question is not None:
            self._column.addWidget(_question(plan.next_question, ask))
        gaps = {gap.finding.criterion.id: gap for gap in one.gaps}
        self._section(N_("Criteria"), CheckRows(file, pack, check, gaps, unfolded))
        if check.points is not None and check.programme.points is not None:
            self._section(N_("Points"), PointsLedger(check.programme.points, check.points))
        self._section(N_("What would have to change"), PlanPanel(plan, one))
        if check.programme.entitlements:
            gives = [Words(spoken(both(words))) for words in check.programme.entitlements]
            self._section(N_("What it gives"), card(*gives))
        if check.programme.not_given:
            missing = [Words(spoken(both(caution.text))) for caution in check.programme.not_given]
            self._section(N_("What it does not give"), card(*missing))
        if check.programme.warnings:
            cautions = [Words(spoken(both(caution.text))) for caution in check.programme.warnings]
            self._section(N_("What to know first"), card(*cautions))

    def _section(self, head: str, content: QWidget) -> None:
        self._column.addWidget(Words(head, "section"))
        self._column.addWidget(content)


def _answer(pack: Pack, check: ProgrammeCheck) -> QFrame:
    """The sentence on top, and where the rule is written."""
    sheet = QFrame()
    sheet.setObjectName("card")
    count = Words(spoken(counted(check)))
    count.setObjectName("check_count")
    sentence = Words(spoken(say_check(check)))
    sentence.setObjectName("check_sentence")
    head = QHBoxLayout()
    head.setSpacing(16)
    head.addWidget(MeaningLabel(MEANINGS[check.verdict]))
    head.addWidget(count, 1)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(6)
    column.addLayout(head)
    column.addWidget(sentence)
    office, where = say_office(pack, check.programme), written_in(pack.instrument(check.programme.instrument))
    column.addWidget(
        Words(
            # Translators: since when a rule is in force, the text it stands in, and the office that decides.
            lambda: _("{since} · {text} · {office} decides").format(
                since=in_language(since(check)), text=in_language(where), office=in_language(office)
            ),
            "soft",
        )
    )
    return sheet


def _doubts(pack: Pack, check: ProgrammeCheck) -> list[QWidget]:
    """What must be known before anybody relies on the answer."""
    found: list[QWidget] = []
    instrument = pack.instrument(check.programme.instrument)
    source = instrument.source if instrument else "; ".join(check.programme.sources)
    seen = check.programme.seen_in_force
    for doubt, text in zip(check.doubts, say_doubts(check), strict=True):
        words = Words(spoken(text))
        words.setObjectName(f"doubt_{doubt.value}")
        parts: list[QWidget] = [words]
        if doubt in (Doubt.LOW_CONFIDENCE, Doubt.MAY_HAVE_BEEN_REPLACED):
            if seen:
                parts.append(
                    Words(
                        lambda: _("Last seen in force: {seen}. Source: {source}").format(seen=seen, source=source), "small"
                    )
                )
            else:
                parts.append(Words(lambda: _("Never seen in force. Source: {source}").format(source=source), "small"))
        found.append(_notice(*parts))
    return found


def _notice(*parts: QWidget) -> QFrame:
    sheet = QFrame()
    sheet.setObjectName("notice")
    row = QHBoxLayout(sheet)
    row.setContentsMargins(12, 8, 16, 8)
    row.setSpacing(8)
    row.addWidget(Picture("warning", "not_asked", 18))
    column = QVBoxLayout()
    column.setSpacing(2)
    for part in parts:
        column.addWidget(part)
    row.addLayout(column, 1)
    return sheet


def _question(question: NextQuestion, ask: Callable[[str], object]) -> QFrame:
    """The one question worth asking now."""
    kind = catalogue()[question.fact]
    sheet = QFrame()
    sheet.setObjectName("card")
    row = QHBoxLayout(sheet)
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(16)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Words(N_("Next question"), "label"))
    words.addWidget(Words(spoken(both(kind.question))))
    row.addLayout(words, 1)
    row.addWidget(
        Action(N_("Answer it"), lambda: ask(question.fact), name="check_answer_next", icon="household", role="primary")
    )
    return sheet
