"""One condition of a rule entered by hand: a fact, how it is compared, the value asked for, and the rule's own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.ids import LocalCriterionId, LocalRuleId
from caseapp.domain.labels import label
from caseapp.domain.rule_records import Comparison, LocalCriterion
from caseapp.gui.both import in_language
from caseapp.gui.case.check.fact_choice import FactChoice
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Field, beside
from caseapp.gui.parts.inputs import Choice, Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Text, Words
from caseapp.i18n import N_, _
from caseapp.letters.both import same
from caseapp.letters.say.finding import UNITS, both, say
from caseapp.policy.catalogue import FactKind, FactType, catalogue

OFFERED = {
    FactType.YES_NO: (Comparison.IS_TRUE, Comparison.IS_FALSE),
    FactType.WHOLE: (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.EQUALS),
    FactType.NUMBER: (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.EQUALS),
    FactType.SCALE: (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.EQUALS),
    FactType.CHOICE: (Comparison.ONE_OF,),
    FactType.CODE: (Comparison.EQUALS,),
}
"""What goes with each type of fact. One value of a list is "one of" with a single tick."""
VALUE_WIDTH = 120


class ConditionRow(QFrame):
    """Says when something in it was changed, and when it shall go."""

    changed = Signal()
    unwanted = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setObjectName("card")
        self._id, self._one_of = "", ""
        self.fact = FactChoice(name=f"condition_fact_{number}")
        self.how: Choice[Comparison] = Choice((), lambda how: _(label(how)), name=f"condition_how_{number}")
        self.value = Line(N_("not known"), name=f"condition_value_{number}")
        self.value.setFixedWidth(VALUE_WIDTH)
        self.one: Choice[str] = Choice((), self._value_name, name=f"condition_one_{number}", empty=N_("not known"))
        self.ticks = QWidget()
        self._ticks: dict[str, Tick] = {}
        self.unit = Words("", "soft", wrap=False)
        self.text = Line(N_("as the rule says it"), name=f"condition_text_{number}")
        self.trouble = Text("", "problem")
        self.trouble.hide()
        self._lay_out(number)
        self.fact.chosen.connect(self._of_fact)
        for signal in (self.how.chosen, self.value.textChanged, self.one.chosen, self.text.textChanged):
            signal.connect(self.changed)
        self._of_fact()

    def show_criterion(self, criterion: LocalCriterion) -> None:
        """Show a condition that is already known."""
        self._id, self._one_of = criterion.id, criterion.one_of
        self.fact.show_fact(criterion.fact)
        self._of_fact()
        self.how.choose(criterion.op)
        self.value.setText(criterion.value)
        self.one.choose(criterion.value)
        wanted = {part.strip() for part in criterion.value.split(",")}
        for value, tick in self._ticks.items():
            tick.setChecked(value in wanted)
        self.text.setText(criterion.text)

    def criterion(self, one_of: str) -> LocalCriterion:
        """The condition as it stands; ``one_of`` names the alternatives it belongs to."""
        return LocalCriterion(
            LocalCriterionId(self._id), LocalRuleId(""), 0, self.fact.fact(), self.how.value() or Comparison.IS_TRUE,
            self._entered(), self.text.value(), one_of,
        )  # fmt: skip

    def alternative(self) -> bool:
        """Whether it was one of several of which one is enough."""
        return bool(self._one_of)

    def tell(self, sentence: str) -> None:
        """Say what is wrong with it; nothing, with an empty text."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _kind(self) -> FactKind | None:
        return catalogue().get(self.fact.fact())

    def _entered(self) -> str:
        kind = self._kind()
        if kind is None or kind.type is FactType.YES_NO:
            return ""
        if self._ticks:
            return ",".join(value for value, tick in self._ticks.items() if tick.isChecked())
        return (self.one.value() or "") if kind.values else self.value.value()

    def _of_fact(self) -> None:
        """Offer what goes with the fact."""
        kind = self._kind()
        self.how.offer(OFFERED[kind.type] if kind else ())
        listed = kind is not None and kind.type is FactType.SCALE
        ticked = kind is not None and kind.type is FactType.CHOICE
        self.one.offer([value.value for value in kind.values] if kind and listed else [])
        self._offer_ticks(kind if ticked else None)
        self._how_field.setVisible(kind is not None and not ticked)
        typed = kind is not None and (kind.numeric or kind.type is FactType.CODE)
        for part, shown in ((self.value, typed), (self.one, listed), (self.ticks, ticked)):
            part.setVisible(shown)
        self._value_field.setVisible(typed or listed or ticked)
        unit = kind.unit if kind and kind.numeric else None
        self.unit.setVisible(bool(unit))
        self.unit.say(lambda: in_language(say(UNITS[unit][1], number=same(""))).strip() if unit in UNITS else unit or "")
        self.changed.emit()

    def _offer_ticks(self, kind: FactKind | None) -> None:
        for tick in self._ticks.values():
            tick.hide()
            tick.deleteLater()
        self._ticks = {}
        for value in kind.values if kind else ():
            tick = Tick(lambda value=value: in_language(both(value.label)))
            tick.toggled.connect(lambda _on: self.changed.emit())
            self._ticks[value.value] = tick
            self.ticks.layout().addWidget(tick)
            tick.show()

    def _value_name(self, value: str) -> str:
        kind = self._kind()
        named = kind.label_of(value) if kind else None
        return in_language(both(named)) if named else value

    def _lay_out(self, number: int) -> None:
        ticks = QVBoxLayout(self.ticks)
        ticks.setContentsMargins(0, 0, 0, 0)
        ticks.setSpacing(0)
        entry = QWidget()
        entered = QHBoxLayout(entry)
        entered.setContentsMargins(0, 0, 0, 0)
        entered.setSpacing(8)
        for part in (self.value, self.one, self.ticks, self.unit):
            entered.addWidget(part)
        entered.addStretch(1)
        self._how_field = Field(N_("Compared how"), self.how)
        self._value_field = Field(N_("Value asked for"), entry)
        out = Action(N_("Take out"), self.unwanted.emit, name=f"condition_out_{number}", role="quiet")
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Field(N_("Fact"), self.fact), 1)
        head.addWidget(out)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(beside(self._how_field, self._value_field, stretch=(2, 3)))
        column.addWidget(Field(N_("In the words of the rule"), self.text))
        column.addWidget(self.trouble)
