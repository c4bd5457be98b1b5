"""One shared pattern: the body with the duty, who is in it and why, the lawful ways, and the referrals drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.ids import CaseId, OfficeId
from caseapp.gui.both import in_language, spoken
from caseapp.gui.case.rows import Row, Rows
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.visit.referral_map import Arrow, ReferralMap
from caseapp.gui.words import Say
from caseapp.i18n import N_, _, screen_language
from caseapp.law.library import procedures
from caseapp.letters.both import Both
from caseapp.letters.say.office import say_office
from caseapp.letters.say.pattern import say_duty
from caseapp.work.patterns import ReferralArrow, SharedPattern

MOST_OFFICES = 7
"""More boxes than this cannot be told apart in the picture."""


class PatternDetail(QWidget):
    """Shows the pattern that was chosen in the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.sentence = Words("", "title")
        self.sentence.setObjectName("pattern_sentence")
        self.why = Words("", "soft")
        self.duty = Words("")
        self.duty.setObjectName("pattern_duty")
        self.ways = Rows(spacing=4)
        self.map = ReferralMap(name="pattern_map")
        self.map_title = Words(N_("Who sent whom where"), "section")
        self.cases_title = Words("", "section")
        self.cases = Rows()
        self.report = Action(N_("Make the report"), self._go_report, name="make_report", icon="reports", role="primary")
        self._shared: SharedPattern | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GRID)
        parts: tuple[QWidget, ...] = (
            self.sentence, self.why, Words(N_("The body with the duty"), "section"), self.duty,
            Words(N_("How it may be carried"), "section"), self.ways, buttons(self.report), self.map_title, self.map,
            self.cases_title, self.cases,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)

    def show_pattern(
        self,
        shared: SharedPattern,
        arrows: Sequence[ReferralArrow],
        names: Mapping[OfficeId, Both],
        numbers: Mapping[CaseId, str],
    ) -> None:
        """Show a pattern with its referrals and the numbers of its cases."""
        self._shared = shared
        self.sentence.say(spoken(shared.sentence))
        self.why.say(_joined(shared.strength_why))
        self.duty.say(spoken(say_duty(shared.group.duty)))
        self.ways.fill([Words(_way(way.procedure, way.form.label)) for way in shared.ways])
        self._draw(arrows, names)
        count = len(shared.group.cases)
        self.cases_title.say(lambda: _("Cases in it: {count}").format(count=count))
        self.cases.fill([self._row(case, numbers.get(case, "")) for case in shared.group.cases])

    def _draw(self, arrows: Sequence[ReferralArrow], names: Mapping[OfficeId, Both]) -> None:
        offices: list[OfficeId] = []
        for arrow in arrows:
            offices += [office for office in (arrow.origin, arrow.target) if office not in offices]
        shown = offices[:MOST_OFFICES]
        drawn = [arrow for arrow in arrows if arrow.origin in shown and arrow.target in shown]
        pairs = {(arrow.origin, arrow.target) for arrow in drawn}
        self.map.setVisible(bool(drawn))
        self.map_title.setVisible(bool(drawn))
        labels = [in_language(names.get(office, say_office(None))) for office in shown]
        self.map.show_chain(
            labels,
            [
                Arrow(
                    shown.index(arrow.origin), shown.index(arrow.target), arrow.times, (arrow.target, arrow.origin) in pairs
                )
                for arrow in drawn
            ],
            " · ".join(f"{labels[shown.index(a.origin)]} → {labels[shown.index(a.target)]}" for a in drawn),
        )

    def _row(self, case: CaseId, number: str) -> Row:
        row = Row(name=f"pattern_case_{number}")
        inside = QVBoxLayout(row)
        inside.setContentsMargins(tokens.GRID, 6, tokens.GRID, 6)
        inside.setSpacing(2)
        inside.addWidget(Words(lambda: number, wrap=False))
        reasons = self._shared.why.get(case, ()) if self._shared else ()
        inside.addWidget(Words(_joined(reasons), "soft"))
        row.pressed.connect(lambda: self._desk.go("case", case))
        return row

    def _go_report(self) -> None:
        if self._shared:
            self._desk.go("report", self._shared.group.id)


def _way(procedure: str, form: str) -> Say:
    known = procedures().get(procedure)

    def words() -> str:
        name = known.name[screen_language() == "en"] if known else procedure
        # Translators: a procedure, and how several families go that way.
        return _("{procedure}: {form}").format(procedure=name, form=_(form))

    return words


def _joined(reasons: Sequence[Both]) -> Say:
    """Sentence after sentence: with a space between them in English, with none in Chinese."""
    return lambda: ("" if screen_language() == "zh_CN" else " ").join(in_language(reason) for reason in reasons)
