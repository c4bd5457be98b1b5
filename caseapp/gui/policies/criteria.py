"""What a rule asks, in the order and the groups of its text: all of these, or one of these."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caseapp.gui.beyond import beyond
from caseapp.gui.both import in_language, spoken
from caseapp.gui.parts.fields import card
from caseapp.gui.parts.text import Words
from caseapp.gui.policies.words import tests
from caseapp.gui.theme import tokens
from caseapp.gui.theme.theme import palette
from caseapp.i18n import N_, _
from caseapp.letters.say.beyond import beyond_of
from caseapp.letters.say.finding import both, say_paper
from caseapp.policy.catalogue import catalogue
from caseapp.policy.model import AllOf, AnyOf, Criterion, Node

INSET = 18


def criteria_card(eligibility: AllOf | AnyOf, on: date) -> QFrame:
    """The whole of it, as read on a day."""
    return card(_group(eligibility, on))


def _group(group: AllOf | AnyOf, on: date) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.GRID)
    if len(group.parts) > 1:
        head = N_("One of these is enough") if isinstance(group, AnyOf) else N_("All of these")
        column.addWidget(Words(head, "label"))
    for part in group.parts:
        column.addWidget(_part(part, on))
    return holder


def _part(node: Node, on: date) -> QWidget:
    if isinstance(node, Criterion):
        return _criterion(node, on)
    return _Inset(_group(node, on))


def _criterion(criterion: Criterion, on: date) -> QWidget:
    holder = QWidget()
    holder.setObjectName(f"criterion_{criterion.id}")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Words(spoken(both(criterion.text))))
    test = tests(criterion)
    # Translators: what the program holds against the record for a requirement of a rule.
    column.addWidget(Words(lambda: _("Checked by: {test}").format(test=test() if callable(test) else test), "small"))
    paper = catalogue()[criterion.fact].proved_by
    if paper:
        column.addWidget(Words(lambda: _("Proved by: {paper}").format(paper=in_language(say_paper(paper))), "small"))
    if criterion.waivable:
        column.addWidget(Words(N_("The office may waive this."), "small"))
    if criterion.in_total:
        column.addWidget(Words(N_("The rule counts in total: add the months before a break."), "small"))
    if criterion.hardness:
        hardness = both(criterion.hardness)
        # Translators: how hard it is to meet a requirement, as the source says.
        column.addWidget(Words(lambda: _("How hard it is: {words}").format(words=in_language(hardness)), "small"))
    noted = beyond_of(criterion, on)
    if noted is not None:
        column.addWidget(beyond(noted, on))
    return holder


class _Inset(QWidget):
    """A group inside a group, with a line at its left that shows how far it reaches."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 2, 0, 2)
        column.addWidget(inside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(4, 0, 2, self.height(), QColor(palette().line_strong))
