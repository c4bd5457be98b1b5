"""What would have to change: by kind, with who acts, by when and at what cost; and what the answer hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caseapp.gui.both import in_language, spoken
from caseapp.gui.parts.listing import listing
from caseapp.gui.parts.sections import labelled, with_small
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.letters.both import Both
from caseapp.letters.say.finding import both
from caseapp.letters.say.plan import CLOSES, say_flips, say_gap, say_outlook, say_particulars, say_proof
from caseapp.letters.say.points_plan import say_assumed, say_falls, say_line, say_never, say_unpublished, say_way
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.model import Pack
from caseapp.policy.planning.gaps import Gap
from caseapp.policy.planning.plan import Plan, ProgrammePlan
from caseapp.policy.planning.points_plan import LinePlan, Way

ORDER = (Close.PAPER, Close.ACTION, Close.TIME, Close.OFFICE_ONLY, Close.CANNOT_CHANGE)
"""What somebody can set about comes first."""


class PlanPanel(QFrame):
    """The way to one programme."""

    def __init__(self, plan: Plan, one: ProgrammePlan) -> None:
        super().__init__()
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(10)
        pack = plan.checked.pack
        outlook = Words(spoken(say_outlook(one)))
        outlook.setObjectName("plan_outlook")
        self.column.addWidget(outlook)
        flips = say_flips(one)
        if flips is not None and not _told_by_gaps(one):
            hangs_on = Words(spoken(flips), "soft")
            hangs_on.setObjectName("plan_flips")
            self.column.addWidget(hangs_on)
        for kind in ORDER:
            self._kind(kind, pack, one)
        if one.to_ask:
            keys = one.to_ask
            asked = Words(lambda: listing([in_language(both(catalogue()[key].label)) for key in keys]))
            self.column.addWidget(labelled(N_("Still to ask"), asked))
        if one.points is not None:
            unpublished = say_unpublished(one.points, pack, one.check.programme)
            for line in one.points.lines:
                self._line(line)
            assumed = say_assumed(one.points)
            if assumed is not None:
                self.column.addWidget(Words(spoken(assumed), "soft"))
            if unpublished is not None:
                self.column.addWidget(labelled(N_("Only the office"), Words(spoken(unpublished))))

    def _kind(self, kind: Close, pack: Pack, one: ProgrammePlan) -> None:
        programme = one.check.programme
        parts: list[QWidget] = []
        for gap in one.gaps:
            if gap.kind is kind:
                below = say_particulars(gap, pack, programme) if kind is not Close.TIME else ()  # said already
                parts.append(_said(say_gap(gap, pack, programme), below, gap))
        if kind is Close.PAPER:
            for finding in one.proofs:
                gap = Gap(finding, Close.PAPER, None, None)
                parts.append(_said(say_proof(finding, pack, programme), say_particulars(gap, pack, programme), gap))
        if parts:
            self.column.addWidget(labelled(CLOSES[kind], *parts))

    def _line(self, line: LinePlan) -> None:
        """The ways to one line of the points table."""
        parts: list[QWidget] = [Words(spoken(say_line(line)))]
        never = say_never(line)
        if never is not None:
            parts.append(Words(spoken(never)))
        for head, way in ((N_("Soonest: {way}"), line.earliest), (N_("With the least: {way}"), line.cheapest)):
            if way is not None and (head != N_("With the least: {way}") or way is not line.earliest):
                parts.append(_way(head, way))
        self.column.addWidget(labelled(N_("Points"), *parts))


def _told_by_gaps(one: ProgrammePlan) -> bool:
    """Whether the one thing the answer hangs on is what the gaps below say already."""
    return one.flips == (frozenset(gap.finding.criterion.fact for gap in one.gaps),)


def _way(head: str, way: Way) -> QWidget:
    below = (spoken(say_falls(way)),) if way.falls else ()
    said = say_way(way)
    return with_small(lambda: _(head).format(way=in_language(said)), *below)


def _said(sentence: Both, particulars: Sequence[Both], gap: Gap) -> QWidget:
    """What it is, and below it what is known of who, when and at what cost."""
    holder = with_small(spoken(sentence), *(spoken(one) for one in particulars))
    holder.setObjectName(f"gap_{gap.finding.criterion.id}")
    return holder
