"""The rules entered by hand in a case: what they say, whether they check, and the way to enter, correct or take one out."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.rule_records import LocalRule
from caseapp.gui.case.check.rule_dialog import RuleDialog
from caseapp.gui.case.rows import Rows
from caseapp.gui.day.said import rough
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import ask
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.listing import listing
from caseapp.gui.parts.sections import TOP
from caseapp.gui.parts.text import Text, Words
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.policy.by_hand import PREFIX, RuleByHand
from caseapp.work.rules_of_case import rules_by_hand


class RulesByHand(QWidget):
    """A head, the rules, and the step to enter one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CaseFile | None = None
        self._entered: tuple[RuleByHand, ...] = ()
        self._rows = Rows(spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(N_("Rules entered by hand"), "section"))
        column.addWidget(self._rows)
        # Translators: button: enter a rule that no stored rules hold, as an office cited it.
        enter = Action(N_("Enter a rule by hand"), self.enter, name="enter_rule", icon="add")
        column.addWidget(buttons(enter))

    def show_case(self, file: CaseFile) -> None:
        """Show the rules of a case."""
        self._file = file
        self._entered = rules_by_hand(file)
        parts: list[QWidget] = [self._row(entered) for entered in self._entered]
        self._rows.fill(parts or [Words(N_("None. The rule an office cites is worth keeping with the case."), "soft")])

    def enter(self) -> None:
        """A new rule."""
        from caseapp.work.local_rules import new_rule

        if self._file is not None:
            RuleDialog(self._desk, self._file, new_rule(self._file), None, self).open()

    def correct(self, programme: str) -> None:
        """Correct the rule a programme was made of."""
        entered = next((one for one in self._entered if PREFIX + one.rule.id == programme), None)
        if self._file is not None and entered is not None:
            RuleDialog(self._desk, self._file, entered.rule, entered, self).open()

    def _row(self, entered: RuleByHand) -> QFrame:
        rule, count = entered.rule, len(entered.criteria)
        sheet = QFrame()
        sheet.setObjectName("card")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Words(lambda: rule.title or _("Local rule by hand")))
        said.addWidget(Words(lambda: _about(rule, count), "small"))
        if rule.text:
            said.addWidget(Text(f"“{rule.text}”", "soft"))
        row.addLayout(said, 1)
        programme = PREFIX + rule.id
        row.addWidget(
            Action(N_("Correct"), lambda: self.correct(programme), name=f"correct_{rule.id}", role="quiet"), 0, TOP
        )
        row.addWidget(Action(N_("Take out"), lambda: self._ask(rule), name=f"take_out_{rule.id}", role="quiet"), 0, TOP)
        return sheet

    def _ask(self, rule: LocalRule) -> None:
        ask(
            self,
            N_("Take out a rule entered by hand"),
            lambda: _("“{rule}” no longer counts in the check. The history of the case keeps it.").format(
                rule=rule.title or _("Local rule by hand")
            ),
            N_("Take out"),
            lambda: self._take_out(rule),
            name="take_out_rule",
        )

    def _take_out(self, rule: LocalRule) -> None:
        from caseapp.work.local_rules import delete_rule

        session, now = self._desk.session, self._desk.now()
        self._desk.write(
            self._desk, lambda: delete_rule(session, rule.case, rule.id, now),
            lambda _none: self._desk.say(N_("The rule is taken out.")),
        )  # fmt: skip


def _about(rule: LocalRule, count: int) -> str:
    """Number, clause, since when, and whether it is checked."""
    since = _("from {day}").format(day=rough(rule.in_force_from)) if rule.in_force_from else ""
    if count:
        checked = _n("{count} condition is checked", "{count} conditions are checked", count).format(count=count)
    else:
        checked = _("not checked: no condition was entered")
    return listing([rule.document_number, rule.clause, since, checked, _("nobody has compared it with a source")])
