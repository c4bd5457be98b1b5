"""The answer of one programme on top: what is missing, what to do now, who decides, and where that is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from caseapp.gui.both import in_language, spoken
from caseapp.gui.case.check.words import MEANINGS
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import card
from caseapp.gui.parts.meaning_label import MeaningLabel
from caseapp.gui.parts.sections import labelled
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.letters.both import Both
from caseapp.letters.say.basis import CONFIDENCE, say_looked_up, say_since, say_written_in
from caseapp.letters.say.finding import UNDECIDED, say_office
from caseapp.letters.say.plan import say_passed
from caseapp.letters.say.steps import say_counted, say_steps, say_what_is_missing
from caseapp.policy.check import ProgrammeCheck
from caseapp.policy.model import Pack
from caseapp.policy.planning.plan import ProgrammePlan

MOST = 5
"""Lines of what is missing; the table below has them all."""
STEPS = 5


def answer_card(pack: Pack, one: ProgrammePlan, read: Callable[[], object] | None) -> QFrame:
    """``read`` opens the rule itself, where there is a page of it."""
    parts: list[QWidget] = [_head(one.check, read)]
    missing = tuple(say_what_is_missing(one))
    if missing:
        parts.append(labelled(N_("What is missing"), *_lines(missing, "check_missing")))
    if one.passed is not None:
        passed = Words(spoken(say_passed(one.passed, one.check.on)))
        passed.setObjectName("check_passed")
        # Translators: since when, or between which days, the conditions of a rule were met.
        parts.append(labelled(N_("When it was met"), passed))
    numbered = tuple(_numbered(number, step) for number, step in enumerate(say_steps(pack, one, STEPS), 1))
    parts.append(labelled(N_("What to do now"), *_lines(numbered, "check_step")))
    parts.append(labelled(N_("Who decides"), *_office(pack, one.check)))
    parts.append(labelled(N_("Where it is written"), *_written(pack, one.check)))
    return card(*parts)


def _head(check: ProgrammeCheck, read: Callable[[], object] | None) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(MeaningLabel(MEANINGS[check.verdict]))
    words = UNDECIDED[check.undecided] if check.undecided else None
    count = Words(words if words is not None else spoken(say_counted(check)))
    count.setObjectName("check_count")
    row.addWidget(count, 1)
    if read is not None:
        # Translators: button: open the page of the rule that was checked.
        row.addWidget(Action(N_("Read the rule"), read, name="check_read_rule", role="quiet"))
    return holder


def _numbered(number: int, step: Both) -> Both:
    return Both(f"{number}. {step.zh}", f"{number}. {step.en}")


def _lines(lines: tuple[Both, ...], name: str) -> list[QWidget]:
    made: list[QWidget] = []
    for number, line in enumerate(lines[:MOST]):
        words = Words(spoken(line))
        words.setObjectName(f"{name}_{number}")
        made.append(words)
    more = len(lines) - MOST
    if more > 0:
        made.append(
            Words(lambda: _n("and {count} more condition", "and {count} more conditions", more).format(count=more), "soft")
        )
    return made


def _office(pack: Pack, check: ProgrammeCheck) -> tuple[QWidget, ...]:
    named = Words(spoken(say_office(pack, check.programme)))
    named.setObjectName("check_office")
    office = pack.office(check.programme.responsible_office)
    if office is None or not office.hotline:
        return (named,)
    hotline = office.hotline
    return named, Words(lambda: _("Hotline {number}").format(number=hotline), "small")


def _written(pack: Pack, check: ProgrammeCheck) -> tuple[QWidget, ...]:
    programme = check.programme
    where, since = say_written_in(pack.instrument(programme.instrument)), say_since(programme)
    sure, looked = CONFIDENCE[programme.confidence], say_looked_up(programme, check.verified_on)

    def below() -> str:
        return " · ".join((in_language(since), _(sure), in_language(looked)))

    return Words(spoken(where)), Words(below, "small")
