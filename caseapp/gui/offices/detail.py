"""The page of one office: whether it can be respondent, what it answered over time, and where its clients were sent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.ids import CaseId, OfficeId
from caseapp.domain.labels import label
from caseapp.gui.both import in_language, spoken
from caseapp.gui.case.rows import Row, Rows
from caseapp.gui.desk import Desk
from caseapp.gui.offices import words
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.visit.referral_map import Arrow, ReferralMap
from caseapp.gui.words import Retranslated, Say
from caseapp.i18n import N_, _
from caseapp.letters.say.office import say_office
from caseapp.work.offices_shown import OfficeShown, Worked

MOST_OFFICES = 7
"""More boxes than this cannot be told apart in the picture."""
NAME_WIDTH = 176


class OfficeDetail(Retranslated, QWidget):
    """Shows the office that was chosen in the register."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: OfficeShown | None = None
        self.name = Words("", "title")
        self.name.setObjectName("office_name")
        self.where = Words("", "soft")
        self.counted = Words("", "small")
        self.counted.setObjectName("office_counted")
        self.parts = Rows(spacing=tokens.GRID)
        self.map_title = _section(N_("Who sent whom where"))
        self.map = ReferralMap(name="office_map")
        self.loops = Rows(spacing=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GRID)
        for part in (self.name, self.where, self.counted, self.parts, self.map_title, self.map, self.loops):
            column.addWidget(part)
        column.addStretch(1)

    def show_office(self, shown: OfficeShown) -> None:
        """Show an office."""
        self._shown = shown
        self.name.say(spoken(shown.name))
        self.where.say(lambda: words.where(shown))
        self.counted.say(lambda: words.from_this_casebook(shown.history))
        self.parts.fill(list(self._sections(shown)))
        self.loops.fill(list(_loops(shown)))
        self.retranslate()

    def retranslate(self) -> None:
        if self._shown is not None:
            self._draw(self._shown)

    def _sections(self, shown: OfficeShown) -> Iterator[QWidget]:
        yield from _respondent(shown)
        history = shown.history
        if not history.visits:
            return
        yield _section(N_("What it was asked about"))
        for topic in history.topics:
            yield _line(lambda topic=topic: _(label(topic.service)), lambda topic=topic: words.topic(topic))
        yield _section(N_("What it answered"))
        yield _line(N_("In all"), lambda: words.counted(history.answers))
        for span, answers in history.over_time.items():
            yield _line(lambda span=span: words.span(span), lambda answers=answers: words.counted(answers))
        if history.no_day:
            yield _line(N_("Day not known closely"), lambda: str(history.no_day))
        yield from _lists(shown)
        if shown.patterns:
            yield _section(N_("What shows in its cases"))
        for pattern in shown.patterns:
            yield _line(spoken(pattern.name), lambda pattern=pattern: words.pattern(pattern))
        if shown.worked:
            yield _section(N_("What worked here before"))
        yield from (self._worked(worked) for worked in shown.worked)

    def _worked(self, worked: Worked) -> Row:
        row = Row(name=f"office_worked_{worked.number}")
        inside = QVBoxLayout(row)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.addWidget(_line(lambda: worked.number, lambda: worked.step))
        row.pressed.connect(lambda: self._open(worked.case))
        return row

    def _open(self, case: CaseId) -> None:
        self._desk.go("case", case)

    def _draw(self, shown: OfficeShown) -> None:
        offices: list[OfficeId] = []
        for arrow in shown.referrals.arrows:
            offices += [office for office in (arrow.origin, arrow.target) if office not in offices]
        shut = [pair for one in shown.referrals.traps for pair in product(one.trap.here, one.trap.elsewhere)]
        offices = list(dict.fromkeys((*offices, *(office for pair in shut for office in pair))))
        drawn_offices = offices[:MOST_OFFICES]
        arrows = [
            Arrow(drawn_offices.index(arrow.origin), drawn_offices.index(arrow.target), arrow.times, arrow.back)
            for arrow in shown.referrals.arrows
            if arrow.origin in drawn_offices and arrow.target in drawn_offices
        ]
        arrows += [
            Arrow(drawn_offices.index(one), drawn_offices.index(other), shut=True)
            for one, other in dict.fromkeys(shut)
            if one in drawn_offices and other in drawn_offices
        ]
        labels = [in_language(shown.names.get(office, say_office(None))) for office in drawn_offices]
        for part in (self.map_title, self.map):
            part.setVisible(bool(arrows))
        told = " · ".join(
            f"{labels[arrow.origin]} {'×' if arrow.shut else '→'} {labels[arrow.target]}" for arrow in arrows
        )  # fmt: skip
        self.map.show_chain(labels, arrows, told)


def _respondent(shown: OfficeShown) -> Iterator[QWidget]:
    yield _section(N_("Can it be the respondent?"))
    head, *rest = shown.respondent
    yield Words(spoken(head))
    yield from (Words(spoken(said), "soft") for said in rest)
    for service, body in shown.instead:
        # Translators: after the name of a service: the body that has the duty for it.
        yield _line(
            lambda service=service: _(label(service)),
            lambda body=body: _("Body with the duty: {body}").format(body=in_language(body)),
        )
    for number, bodies in words.hotlines(shown.hotlines).items():
        yield _line(N_("Hotline"), lambda said=(number, bodies): " · ".join((said[0], *map(in_language, said[1]))))


def _lists(shown: OfficeShown) -> Iterator[QWidget]:
    history = shown.history
    lists: tuple[tuple[Say, bool, Say], ...] = (
        (N_("Reasons it gave"), bool(history.grounds), lambda: words.counted(history.grounds)),
        (N_("What it asked for"), bool(shown.asked_for), lambda: words.listed(shown.asked_for)),
        (N_("Sent on to"), bool(history.sent_to), lambda: words.offices(history.sent_to, shown.names)),
        (N_("Sent here by"), bool(history.sent_by), lambda: words.offices(history.sent_by, shown.names)),
        (N_("What it cost"), True, lambda: words.cost(history)),
    )
    for title, there, said in lists:
        if there:
            yield _line(title, said)


def _loops(shown: OfficeShown) -> Iterator[QWidget]:
    for loop in shown.loops:
        yield Words(lambda loop=loop: words.loop(loop), "not_met")


def _section(title: Say) -> Words:
    words = Words(title, "section")
    words.setContentsMargins(0, tokens.GRID, 0, 0)
    return words


def _line(name: Say, text: Say) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.GRID)
    title = Words(name, "soft")
    title.setFixedWidth(NAME_WIDTH)
    row.addWidget(title)
    row.addWidget(Words(text), 1)
    return holder
