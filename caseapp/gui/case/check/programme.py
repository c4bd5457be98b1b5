"""One programme held against the record: answer, doubts, what to know first, criteria, points, plan and what it gives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.both import spoken
from caseapp.gui.case.check.answer import answer_card
from caseapp.gui.case.check.plan import PlanPanel
from caseapp.gui.case.check.points import PointsLedger
from caseapp.gui.case.check.rows import CheckRows
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.sections import Sections, as_written, notice, with_small
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.letters.say.basis import source_of
from caseapp.letters.say.finding import both, say_doubts
from caseapp.policy.catalogue import catalogue
from caseapp.policy.check import Doubt, ProgrammeCheck
from caseapp.policy.model import Caution, Pack
from caseapp.policy.planning.plan import Plan, ProgrammePlan
from caseapp.policy.question import NextQuestion

OF_THE_SOURCE = (Doubt.LOW_CONFIDENCE, Doubt.MAY_HAVE_BEEN_REPLACED, Doubt.VERIFIED_LONG_AGO)


class ProgrammeView(Sections):
    """Everything the check says of one programme, one below the other. ``ask`` goes to a question, ``read`` to the rule."""

    def __init__(
        self, file: CaseFile, plan: Plan, one: ProgrammePlan, unfolded: set[str], ask: Callable[[str], object],
        read: Callable[[], object] | None,
    ) -> None:  # fmt: skip
        super().__init__()
        pack, check = plan.checked.pack, one.check
        self.add(answer_card(pack, one, read))
        for warning in _doubts(pack, check):
            self.add(warning)
        if check.programme.warnings:
            self.under(N_("What to know first"), notice(*(_caution(one) for one in check.programme.warnings)))
        if plan.next_question is not None:
            self.add(_question(plan.next_question, ask))
        gaps = {gap.finding.criterion.id: gap for gap in one.gaps}
        if check.findings:
            self.under(N_("Criteria"), CheckRows(file, pack, check, gaps, unfolded))
        if check.points is not None and check.programme.points is not None:
            self.under(N_("Points"), PointsLedger(check.programme.points, check.points))
        self.under(N_("What would have to change"), PlanPanel(plan, one))
        self.section(N_("What it gives"), *(Words(spoken(both(words))) for words in check.programme.entitlements))
        self.section(N_("What it does not give"), *(_caution(caution) for caution in check.programme.not_given))


def _caution(caution: Caution) -> QWidget:
    return with_small(spoken(both(caution.text)), as_written(lambda: _("Source: {source}").format(source=caution.source)))


def _doubts(pack: Pack, check: ProgrammeCheck) -> list[QWidget]:
    """What must be known before anybody relies on the answer."""
    found: list[QWidget] = []
    source, seen = source_of(pack, check.programme), check.programme.seen_in_force
    for doubt, text in zip(check.doubts, say_doubts(check), strict=True):
        words = Words(spoken(text))
        words.setObjectName(f"doubt_{doubt.value}")
        parts: list[QWidget] = [words]
        if doubt in OF_THE_SOURCE:
            if seen:
                last = as_written(
                    lambda: _("Last seen in force: {seen}. Source: {source}").format(seen=seen, source=source)
                )
            else:
                last = as_written(lambda: _("Never seen in force. Source: {source}").format(source=source))
            parts.append(last)
        found.append(notice(*parts))
    return found


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
