"""One row a criterion: meaning, what the rule asks, what she has, paper, gap; unfolded, both languages and the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import ImpreciseDay
from caseapp.gui.beyond import beyond
from caseapp.gui.both import in_language, spoken
from caseapp.gui.case.check.sources import where_from
from caseapp.gui.case.check.words import MEANINGS
from caseapp.gui.day.said import rough_short
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.meaning_label import MeaningLabel
from caseapp.gui.parts.sections import labelled, with_small
from caseapp.gui.parts.text import Rule, Text, Words
from caseapp.gui.words import Say
from caseapp.i18n import N_, _
from caseapp.letters.both import Both
from caseapp.letters.say.basis import say_basis
from caseapp.letters.say.beyond import beyond_of
from caseapp.letters.say.finding import both, say_contradiction, say_finding, say_has
from caseapp.letters.say.steps import say_proved_by, say_short
from caseapp.policy.check import Finding, ProgrammeCheck
from caseapp.policy.model import AnyOf, Criterion, Node, Pack
from caseapp.policy.planning.gaps import Gap

HEADS = ("", N_("What the rule asks"), N_("On record"), N_("Proved by"), N_("Gap to close"), "")
STRETCH = (0, 5, 3, 3, 3, 0)
TOP = Qt.AlignmentFlag.AlignTop


class CheckRows(QFrame):
    """The criteria of a programme in the order of its text. ``unfolded`` keeps which are open."""

    def __init__(
        self, file: CaseFile, pack: Pack, check: ProgrammeCheck, gaps: Mapping[str, Gap], unfolded: set[str]
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._file, self._pack, self._check, self._unfolded = file, pack, check, unfolded
        self._alternatives = frozenset(_alternatives(check.programme.eligibility, inside=False))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 8, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for column, stretch in enumerate(STRETCH):
            self._grid.setColumnStretch(column, stretch)
            if HEADS[column]:
                self._grid.addWidget(Words(HEADS[column], "label", wrap=False), 0, column)
        for number, finding in enumerate(check.findings):
            self._add(3 * number + 1, finding, gaps.get(finding.criterion.id))

    def _add(self, at: int, finding: Finding, gap: Gap | None) -> None:
        criterion = finding.criterion
        rule = Rule()
        notes: list[Say] = [N_("one of several ways: one is enough")] if criterion.id in self._alternatives else []
        if criterion.beyond is not None:
            notes.append(N_("This may go beyond national law"))
        clash = (spoken(say_contradiction(finding.contradiction)),) if finding.contradiction else ()
        cells = (
            MeaningLabel(MEANINGS[finding.verdict]),
            with_small(spoken(both(criterion.text)), *notes),
            with_small(lambda: self._known(finding), *clash),
            Words(spoken(say_proved_by(finding)), "soft"),
            Words(spoken(say_short(gap)), "not_met" if gap else ""),
        )
        cells[0].setObjectName(f"finding_{criterion.id}")
        details = self._details(finding)
        if criterion.id not in self._unfolded:
            details.hide()
        fold = _FoldSign(details, both(criterion.text), name=f"unfold_{criterion.id}")
        fold.clicked.connect(lambda: self._toggle(criterion.id, details, fold))
        self._grid.addWidget(rule, at, 0, 1, len(STRETCH))
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, at + 1, column, TOP if column else TOP | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(fold, at + 1, len(cells), TOP)
        self._grid.addWidget(details, at + 2, 0, 1, len(STRETCH))

    def _known(self, finding: Finding) -> str:
        value = in_language(say_has(finding))
        if finding.known is None or finding.known.as_of == self._check.on:
            return value
        # Translators: a fact in the check: its value and the day for which it is true.
        return _("{value}, as of {day}").format(value=value, day=rough_short(ImpreciseDay.on(finding.known.as_of)))

    def _details(self, finding: Finding) -> QWidget:
        """Both languages, what is hard about it, since when and where it is written, how sure we are, who decides."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(4)
        said = say_finding(finding, self._pack, self._check.programme)
        column.addWidget(Text(said.zh))
        column.addWidget(Text(said.en))
        if finding.criterion.hardness:
            column.addWidget(labelled(N_("How hard it is"), Words(spoken(both(finding.criterion.hardness)))))
        known = finding.known
        if known and where_from(self._file, known.source):
            from_record = Words(lambda: where_from(self._file, known.source))
            column.addWidget(labelled(N_("From the record"), from_record))
        for number, line in enumerate(say_basis(self._pack, self._check.programme, self._check.verified_on)):
            words = Words(spoken(line), "small")
            words.setObjectName(f"basis_{finding.criterion.id}_{number}")
            column.addWidget(words)
        noted = beyond_of(finding.criterion, self._check.on)
        if noted is not None:
            column.addWidget(beyond(noted, self._check.on))
        return holder

    def _toggle(self, criterion: str, details: QWidget, fold: Action) -> None:
        details.setVisible(details.isHidden())
        (self._unfolded.discard if details.isHidden() else self._unfolded.add)(criterion)
        fold.retranslate()


def _alternatives(node: Node, *, inside: bool) -> Iterator[str]:
    """The criteria beside which another one would do."""
    if isinstance(node, Criterion):
        if inside:
            yield node.id
        return
    for part in node.parts:
        yield from _alternatives(part, inside=inside or (isinstance(node, AnyOf) and len(node.parts) > 1))


class _FoldSign(Action):
    """Says by its arrow whether the details are in sight, and by its name whose they are."""

    def __init__(self, details: QWidget, about: Both, *, name: str) -> None:
        self._details, self._about = details, about
        super().__init__(lambda: "▸" if details.isHidden() else "▾", name=name, role="quiet")

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(in_language(self._about))
