"""A criterion that arguably asks more than national law allows: both texts side by side, and how sure that reading is."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caseapp.gui.both import spoken
from caseapp.gui.parts.fields import beside
from caseapp.gui.parts.sections import notice
from caseapp.gui.parts.text import Words
from caseapp.gui.words import Say
from caseapp.i18n import N_
from caseapp.letters.both import Both
from caseapp.letters.say.beyond import BeyondSaid


def beyond(found: BeyondSaid, on: date) -> QFrame:
    """What was noted, with both texts where the provision is held."""
    head, *notes = found.say(on)
    if found.where and found.in_force:
        law = _text(spoken(found.where), found.law)
        parts: list[QWidget] = [
            Words(N_("This may go beyond national law")), beside(_text(N_("This rule"), found.rule), law)
        ]  # fmt: skip
    else:
        parts = [Words(spoken(head))]
    *said, sure = notes
    return notice(*parts, *(Words(spoken(note), "soft") for note in said), Words(spoken(sure), "small"), icon="info")


def _text(head: Say, text: Both) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Words(head, "label"))
    column.addWidget(Words(spoken(text)))
    return holder
