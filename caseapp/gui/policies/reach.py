"""How many of our own clients can meet a rule, beside what is published; and whether a reform changed anything."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from caseapp.gui.both import spoken
from caseapp.gui.case.rows import Rows
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.sections import table
from caseapp.gui.parts.text import Words
from caseapp.gui.policies.figures import figures_table
from caseapp.gui.theme import tokens
from caseapp.gui.words import Say
from caseapp.i18n import N_
from caseapp.i18n import ngettext as _n
from caseapp.policy.model import Pack, Programme
from caseapp.work.progress import Progress
from caseapp.work.reachability import Reach, Reached, Reform

HEADS: tuple[tuple[Reach, str], ...] = (
    # Translators: head of a column: clients who can meet a rule today.
    (Reach.NOW, N_("Now")),
    (Reach.WITHIN_A_YEAR, N_("Within a year")),
    # Translators: head of a column: clients who can meet a rule later than in a year.
    (Reach.LATER, N_("Later than that")),
    (Reach.NO_DAY_KNOWN, N_("No day known")),
    # Translators: head of a column: clients who can never meet a rule.
    (Reach.NEVER, N_("Never")),
    (Reach.NOT_KNOWN, N_("Not known")),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted in one go. None: the rule is not in force, or there is no version before it."""

    reached: Reached | None
    reform: Reform | None


class ReachCard(QFrame):
    """Counts when asked, with progress, and can be stopped: a large casebook takes a while."""

    def __init__(self, desk: Desk, pack: Pack, programme: Programme) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk, self._pack, self._programme = desk, pack, programme
        self._progress: Progress | None = None
        self._found = Rows(spacing=6)
        self.count = Action(N_("Count our clients"), self._count, name="count_clients", icon="patterns")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(200)
        self.stop = Action(N_("Stop"), self._cancel, name="count_stop", role="quiet")
        row = QHBoxLayout()
        row.setSpacing(tokens.GRID)
        for part in (self.count, self.bar, self.stop):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(tokens.GRID)
        if programme.published_figures:
            column.addWidget(Words(N_("As published"), "label"))
            column.addWidget(figures_table(programme.published_figures))
        else:
            column.addWidget(Words(N_("No figures are published of it, as far as is known."), "soft"))
        column.addWidget(Words(N_("Our own clients"), "label"))
        column.addWidget(self._found)
        column.addLayout(row)
        self._busy(on=False)

    def _count(self) -> None:
        self._busy(on=True)
        self._progress = self._desk.long(self, self._work, self._show, self._step, self._failed)

    def _work(self, progress: Progress) -> Counted:
        from caseapp.work.reachability import reachability, reform_in_casebook

        session, on, pack, programme = self._desk.session, self._desk.today(), self._pack, self._programme
        found = reachability(session, on, pack.place.id, programme.service, progress)
        reached = next((one for one in found if one.programme.id == programme.id), None)
        versions = [one.id for one in pack.versions(programme)]
        at = versions.index(programme.id)
        reform = reform_in_casebook(session, pack.place.id, versions[at - 1], programme.id, on, progress) if at else None
        return Counted(reached, reform)

    def _show(self, counted: Counted) -> None:
        self._progress = None
        self._busy(on=False)
        parts: list[QWidget] = []
        reached = counted.reached
        if reached is None:
            parts.append(Words(N_("No client of ours is one it speaks to today."), "soft"))
        else:
            parts.append(Words(_clients(reached.clients)))
            cells: list[Say] = [_number(reached.of(reach)) for reach, _head in HEADS]
            columns = frozenset(range(len(HEADS)))
            parts.append(table([head for _reach, head in HEADS], [cells], (1,) * len(HEADS), columns))
        if counted.reform is not None:
            reform = Words(spoken(counted.reform.sentence))
            reform.setObjectName("reform_sentence")
            parts.append(reform)
        parts.append(Words(N_("Exact, and for this office alone: these numbers enter no report."), "small"))
        self._found.fill(parts)

    def _step(self, done: int, total: int) -> None:
        self.bar.setMaximum(max(1, total))
        self.bar.setValue(done)

    def _failed(self, error: Exception) -> None:
        self._progress = None
        self._busy(on=False)
        self._desk.fail(error)

    def _cancel(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            self._progress = None
        self._busy(on=False)

    def _busy(self, *, on: bool) -> None:
        self.count.setHidden(on)
        self.bar.setVisible(on)
        self.stop.setVisible(on)
        self.bar.setMaximum(0)


def _clients(count: int) -> Say:
    return lambda: _n(
        "{count} household of this casebook is one it speaks to.",
        "{count} households of this casebook are ones it speaks to.",
        count,
    ).format(count=f"{count:,}")


def _number(count: int) -> Say:
    return lambda: f"{count:,}"
