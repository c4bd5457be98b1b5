"""One row a criterion: meaning, what the rule asks, what she has, paper, gap; unfolded, both languages and the source."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import ImpreciseDay
from caseapp.gui.both import in_language, spoken
from caseapp.gui.buttons import Action
from caseapp.gui.case.check.sources import where_from
from caseapp.gui.case.check.words import CONFIDENCE, MEANINGS, gap_of, paper_of, what_she_has, written_in
from caseapp.gui.days import rough_short
from caseapp.gui.meaning_label import MeaningLabel
from caseapp.gui.text import Rule, Text, Words
from caseapp.i18n import N_, _
from caseapp.letters.both import Both
from caseapp.letters.say_finding import both, say_finding, say_office
from caseapp.policy.check import Finding, ProgrammeCheck
from caseapp.policy.gaps import Gap
from caseapp.policy.model import Pack

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
        cells = (
            MeaningLabel(MEANINGS[finding.verdict]),
            Words(spoken(both(criterion.text))),
            Words(lambda: self._known(finding)),
            Words(spoken(paper_of(finding)), "soft"),
            Words(spoken(gap_of(gap)), "not_met" if gap else ""),
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
        value = in_language(what_she_has(finding))
        if finding.known is None or finding.known.as_of == self._check.on:
            return value
        # Translators: a fact in the check: its value and the day for which it is true.
        return _("{value}, as of {day}").format(value=value, day=rough_short(ImpreciseDay.on(finding.known.as_of)))

    def _details(self, finding: Finding) -> QWidget:
        """Both languages, what is hard about it, the source, how sure we are, and who decides."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(4)
        said = say_finding(finding, self._pack, self._check.programme)
        column.addWidget(Text(said.zh))
        column.addWidget(Text(said.en))
        if finding.criterion.hardness:
            column.addWidget(Words(spoken(both(finding.criterion.hardness)), "soft"))
        if finding.criterion.beyond:
            column.addWidget(Words(spoken(both(finding.criterion.beyond.note)), "soft"))
        for line in self._source():
            column.addWidget(line)
        known = finding.known
        if known and where_from(self._file, known.source):
            column.addWidget(Words(lambda: where_from(self._file, known.source), "small"))
        return holder

    def _source(self) -> tuple[QWidget, ...]:
        programme = self._check.programme
        instrument = self._pack.instrument(programme.instrument)
        where: Both = written_in(instrument)
        office = say_office(self._pack, programme)
        lines: list[QWidget] = [
            Words(lambda: _("Written in: {text}").format(text=in_language(where)), "small"),
            Words(CONFIDENCE[programme.confidence], "small"),
            Words(lambda: _("Who decides: {office}").format(office=in_language(office)), "small"),
        ]
        if instrument:
            source = instrument.source
            lines.insert(1, Words(lambda: _("Source: {source}").format(source=source), "small"))
        return tuple(lines)

    def _toggle(self, criterion: str, details: QWidget, fold: Action) -> None:
        details.setVisible(details.isHidden())
        (self._unfolded.discard if details.isHidden() else self._unfolded.add)(criterion)
        fold.retranslate()


class _FoldSign(Action):
    """Says by its arrow whether the details are in sight, and by its name whose they are."""

    def __init__(self, details: QWidget, about: Both, *, name: str) -> None:
        self._details, self._about = details, about
        super().__init__(lambda: "▸" if details.isHidden() else "▾", name=name, role="quiet")

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(in_language(self._about))
