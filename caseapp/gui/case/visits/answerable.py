"""Who is answerable, one refusal at a time: who turned the client away, and apart from it the bodies with the duty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.both import in_language, spoken
from caseapp.gui.case.rows import Rows
from caseapp.gui.day.said import rough
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _
from caseapp.letters.say.finding import join

if TYPE_CHECKING:
    from caseapp.work.answerable import Answerable, BodyShown, PartyShown, RefusalShown

INDENT = 24


class AnswerableCard(QFrame):
    """Hidden while nobody was turned away. The newest refusal stands first; two buttons go through the others."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._refusals: tuple[RefusalShown, ...] = ()
        self._at = 0
        self.who = Words("", "section")
        self.who.setObjectName("answerable_who")
        self.standing = Words("", "soft")
        self.bodies, self.parties = Rows(spacing=tokens.GRID), Rows(spacing=tokens.GRID)
        self.earlier = Action(N_("Earlier refusal"), lambda: self._step(1), name="answerable_earlier", role="quiet")
        self.later = Action(N_("Later refusal"), lambda: self._step(-1), name="answerable_later", role="quiet")
        head = QHBoxLayout()
        head.addWidget(Words(N_("Who is answerable"), "label", wrap=False))
        head.addStretch(1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(tokens.GRID)
        column.addLayout(head)
        for part in (self.who, self.standing, self.bodies, self.parties):
            column.addWidget(part)
        self.hide()

    def show_answerable(self, found: Answerable) -> None:
        """Show who is answerable in a case."""
        self._refusals, self._at = found.refusals, 0
        self.parties.fill([_party(party) for party in found.parties])
        self.setVisible(bool(found.refusals or found.parties))
        self._show()

    def _step(self, by: int) -> None:
        self._at += by
        self._show()

    def _show(self) -> None:
        refusals = self._refusals
        self.earlier.setVisible(len(refusals) > 1)
        self.later.setVisible(len(refusals) > 1)
        self.earlier.setEnabled(self._at + 1 < len(refusals))
        self.later.setEnabled(self._at > 0)
        shown = refusals[self._at] if refusals else None
        for part in (self.who, self.standing, self.bodies):
            part.setVisible(shown is not None)
        if shown is not None:
            self.who.say(lambda: _turned_away(shown))
            self.standing.say(spoken(shown.standing))
            self.bodies.fill(list(_bodies(shown)))


def _turned_away(shown: RefusalShown) -> str:
    """The answering body and the day; a private party is no body."""
    who = in_language(shown.who)
    if shown.refusal.private:
        said, undated = _("A private party said no: {office}, {day}"), _("A private party said no: {office}")
    else:
        said, undated = _("Turned away by {office}, {day}"), _("Turned away by {office}")
    return said.format(office=who, day=rough(shown.day)) if shown.day else undated.format(office=who)


def _bodies(shown: RefusalShown) -> Iterator[QWidget]:
    for sentence in shown.shifts:
        yield Words(spoken(sentence))
    if not shown.bodies:
        yield Words(N_("No statute, rule or word of an office names a body. Ask which office has the duty."), "soft")
    numbered = list(enumerate(shown.bodies, 1))
    for title, held in ((N_("Has the duty, the likeliest first"), True), (N_("Named in another way"), False)):
        chosen = [_body(number, body) for number, body in numbered if body.body.has_the_duty is held]
        if chosen:
            yield Words(title, "label")
            yield from chosen


def _body(number: int, body: BodyShown) -> QWidget:
    name = Words(lambda: _named(number, body))
    name.setObjectName(f"answerable_body_{number}")
    lines = [Words(spoken(ground), "soft") for ground in body.grounds]
    if body.against:
        lines.append(Words(lambda: _against(body), "soft"))
    return _block(name, lines)


def _named(number: int, shown: BodyShown) -> str:
    name = in_language(shown.name)
    if shown.body.turned_away:
        return _("{number}. {body}, which turned the client away itself").format(number=number, body=name)
    return _("{number}. {body}").format(number=number, body=name)


def _against(shown: BodyShown) -> str:
    # Translators: before sentences that speak against a body being the one that has to answer.
    return _("Against it: {sentences}").format(sentences=in_language(join(*shown.against)))


def _party(party: PartyShown) -> QWidget:
    return _block(Words(spoken(party.name)), [Words(spoken(said), "soft") for said in (party.standing, *party.routes)])


def _block(title: Words, lines: list[Words]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(title)
    for line in lines:
        line.setContentsMargins(INDENT, 0, 0, 0)
        column.addWidget(line)
    return holder
