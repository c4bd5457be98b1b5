"""Every way to have the matter decided, in two tracks: what can be done today, and what keeps the right (PRACTICE M1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.both import in_language, spoken
from caseapp.gui.case.rows import Rows
from caseapp.gui.case.sign_line import sign_line
from caseapp.gui.case.unfold import left_fold
from caseapp.gui.day.said import people_say
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _
from caseapp.law.avenues import Avenue, Status, Track
from caseapp.law.ladder import Ladder
from caseapp.letters.both import Both
from caseapp.letters.say.ladder import say_answer, say_avenue, say_petition, say_status, say_track, say_why
from caseapp.letters.say.ladder_card import say_applications, say_avenue_card

SIGNS = {
    Status.OPEN: ("next", "accent"),
    Status.UNDER_WAY: ("later", "accent"),
    Status.NOT_YET: ("later", "soft"),
    Status.CLOSED: ("closed", "not_covered"),
    Status.NEEDS_FIRST: ("lock", "soft"),
}
LIVE = (Status.OPEN, Status.UNDER_WAY)
PETITION = "petition"
"""Stands in no track, below them all (PRACTICE E2)."""


class Ways(QWidget):
    """Two columns side by side, and what is last of all below them."""

    def __init__(self) -> None:
        super().__init__()
        self.petition = Rows(spacing=tokens.GRID)
        self.tracks = {track: Rows(spacing=tokens.GRID) for track in Track}
        row = QHBoxLayout()
        row.setSpacing(24)
        for track, rows in self.tracks.items():
            column = QVBoxLayout()
            column.setSpacing(tokens.GRID)
            column.addWidget(Words(spoken(say_track(track)), "label"))
            column.addWidget(rows)
            column.addStretch(1)
            row.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.PAGE_MARGIN)
        whole.addLayout(row)
        whole.addWidget(self.petition)

    def show_ladder(self, ladder: Ladder, on: date) -> None:
        """Show the ways of a case, with what must be heard of a petition."""
        for track, rows in self.tracks.items():
            rows.fill([WayCard(way, on) for way in ladder.avenues if way.track is track and way.procedure != PETITION])
        last = [way for way in ladder.avenues if way.procedure == PETITION]
        note = sign_line("info", "soft", spoken(say_petition()), role="soft", name="petition_note")
        self.petition.fill([*(WayCard(way, on) for way in last), note] if last else [])
        self.petition.setVisible(bool(last))


class WayCard(QFrame):
    """One way: where it stands, until when, why, and whether its answer comes in time."""

    def __init__(self, avenue: Avenue, on: date) -> None:
        super().__init__()
        self.setObjectName("card")
        self.avenue = avenue
        icon, colour = SIGNS[avenue.status]
        head = QHBoxLayout()
        head.setSpacing(tokens.GRID)
        head.addWidget(Picture(icon, colour, 16), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Words(spoken(say_avenue(avenue.procedure))), 1)
        head.addWidget(
            Words(spoken(say_status(avenue.status)), "accent" if avenue.status in LIVE else "soft", wrap=False),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 6)
        column.setSpacing(2)
        column.addLayout(head)
        for words, role in _lines(avenue, on):
            column.addWidget(Words(words, role))
        column.addWidget(left_fold(N_("Where, and what it shows"), _details(avenue, on), name="way_details"))


def _lines(avenue: Avenue, on: date) -> Iterator[tuple[Callable[[], str], str]]:
    yield spoken(say_why(avenue)), "small"
    last = avenue.last_day
    if last is not None and avenue.status is not Status.CLOSED:
        yield lambda: _("Safe day {day}").format(day=people_say(last, on)), "not_asked" if last >= on else "not_met"
    for application in say_applications(avenue, on):
        yield spoken(application), "small"
    opens = avenue.opens_on
    if opens is not None:
        yield lambda: _("Open from {day}").format(day=people_say(opens, on)), "small"
    carried_out = avenue.carried_out
    if carried_out is not None:
        yield lambda: _("Carried out on {day}").format(day=people_say(carried_out, on)), "not_met"
    if avenue.needs:
        first = say_avenue(avenue.needs)
        yield lambda: _("First: {way}").format(way=in_language(first)), "small"
    answer = say_answer(avenue, on)
    if answer and avenue.status in LIVE:
        yield spoken(answer), "not_met" if avenue.answer_in_time is False else "small"


def _details(avenue: Avenue, on: date) -> QWidget:
    """Which body, what it needs, closes off and costs, and who will see what (PRACTICE E1)."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(tokens.GRID, 0, 0, 4)
    column.setSpacing(4)
    for label, text in say_avenue_card(avenue, on):
        column.addWidget(Words(_row(label, text), "small"))
    return holder


def _row(label: str, text: Both) -> Callable[[], str]:
    return lambda: _(label).format(text=in_language(text))
