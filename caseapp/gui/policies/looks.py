"""Who looked at the source of a rule, when, and what it said; and the step to say so oneself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from caseapp.domain.ids import RuleVerifiedId
from caseapp.domain.labels import label
from caseapp.domain.rule_records import LookedUp, RuleVerified
from caseapp.gui.case.rows import Rows
from caseapp.gui.day.said import people_say
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.sections import TOP, with_small
from caseapp.gui.parts.text import Words
from caseapp.gui.policies.look_dialog import LookDialog
from caseapp.gui.theme import tokens
from caseapp.gui.words import Say
from caseapp.i18n import N_, _
from caseapp.policy.model import Pack, Programme

SIGNS = {
    LookedUp.STILL_IN_FORCE: ("met", "met"),
    LookedUp.CHANGED: ("warning", "not_asked"),
    LookedUp.NOT_FOUND: ("not-asked", "not_asked"),
}


class LooksCard(QFrame):
    """The looks at one version, newest first."""

    def __init__(self, desk: Desk, pack: Pack, programme: Programme) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk, self._pack, self._programme = desk, pack, programme
        self._rows = Rows(spacing=4)
        # Translators: button: a caseworker looked at the source of a rule and says what it says today.
        verify = Action(N_("I looked at the source"), self._ask, name="verify_rule", icon="eye")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(tokens.PAGE_MARGIN)
        row.addWidget(self._rows, 1)
        row.addWidget(verify, 0, TOP)
        desk.changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        from caseapp.work.verified import all_looks, looks

        session, pack, programme = self._desk.session, self._pack, self._programme.id
        self._desk.read(
            self,
            lambda: (all_looks(session, pack.place.id, programme), looks(session, (pack,)).newest(programme)),
            lambda found: self._show(*found),
        )

    def _show(self, found: Sequence[RuleVerified], newest: RuleVerified | None) -> None:
        if not found:
            self._rows.fill([Words(N_("Nobody here has looked at its source yet."), "soft")])
            return
        parts = [self._row(look) for look in found]
        if newest is None:
            parts.insert(0, Words(N_("These looks were at an earlier wording: look again."), "not_asked"))
        self._rows.fill(parts)

    def _row(self, look: RuleVerified) -> QWidget:
        today = self._desk.today()

        def words() -> str:
            # Translators: what a look at the source of a rule found, on which day, and whose look it was.
            return _("{found}, {day}, {handle}").format(
                found=_(label(look.found)), day=people_say(look.on, today), handle=look.by
            )  # fmt: skip

        below: tuple[Say, ...] = (lambda: look.note,) if look.note else ()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Picture(*SIGNS[look.found], 16), 0, TOP)
        row.addWidget(with_small(words, *below), 1, TOP)
        return holder

    def _ask(self) -> None:
        dialog = LookDialog(self._desk, self._pack, self._programme, self)
        desk = self._desk

        def told() -> None:
            look = dialog.look
            if look is not None:
                desk.say(N_("It is recorded what the source says."), lambda: _take_back(desk, look))

        dialog.accepted.connect(told)
        dialog.open()


def _take_back(desk: Desk, look: RuleVerifiedId) -> None:
    from caseapp.work.verified import take_back_look

    session, now = desk.session, desk.now()
    said = N_("The look at the source is taken back.")
    desk.write(desk, lambda: take_back_look(session, look, now), lambda _none: desk.say(said))
