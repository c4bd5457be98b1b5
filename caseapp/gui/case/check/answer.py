"""The answer of one programme on top: what is missing, what to do now, who decides, and where that is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from caseapp.gui.both import in_language, spoken
from caseapp.gui.buttons import Action
from caseapp.gui.case.check.plan import ORDER
from caseapp.gui.case.check.words import MEANINGS, counted, gap_of
from caseapp.gui.fields import card
from caseapp.gui.meaning_label import MeaningLabel
from caseapp.gui.sections import labelled
from caseapp.gui.text import Words
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.letters.both import Both, listed, same
from caseapp.letters.say_basis import CONFIDENCE, say_looked_up, say_since, say_written_in
from caseapp.letters.say_finding import UNDECIDED, both, join, plain, say, say_office, say_paper
from caseapp.letters.say_plan import particulars, say_gap
from caseapp.letters.say_points_plan import say_way
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.check import Doubt, ProgrammeCheck
from caseapp.policy.gaps import Gap
from caseapp.policy.model import Pack, Programme
from caseapp.policy.plan import ProgrammePlan
from caseapp.policy.question import NextQuestion
from caseapp.policy.verdict import Verdict

MOST = 5
"""Lines of what is missing; the table below has them all."""
STEPS = 3


def answer_card(pack: Pack, one: ProgrammePlan, question: NextQuestion | None, read: Callable[[], object] | None) -> QFrame:
    """``read`` opens the rule itself, where there is a page of it."""
    parts: list[QWidget] = [_head(one.check, read)]
    missing = tuple(_missing(one))
    if missing:
        parts.append(labelled(N_("What is missing"), *_lines(missing, "check_missing")))
    steps = tuple(_steps(pack, one, question))[:STEPS]
    if steps:
        parts.append(labelled(N_("What to do now"), *_lines(steps, "check_step")))
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
    count = Words(words if words is not None else spoken(counted(check)))
    count.setObjectName("check_count")
    row.addWidget(count, 1)
    if read is not None:
        # Translators: button: open the page of the rule that was checked.
        row.addWidget(Action(N_("Read the rule"), read, name="check_read_rule", role="quiet"))
    return holder


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


def _missing(one: ProgrammePlan) -> Iterator[Both]:
    """What keeps it from being met, each with its gap in its own unit."""
    for gap in one.gaps:
        yield say(N_("{rule}: {gap}"), rule=both(gap.finding.criterion.text), gap=_short(gap))
    deciding = one.points.deciding if one.points else None
    if deciding is not None and one.check.points is not None:
        yield say(
            N_("Points: {total} counted, {line} are needed"),
            total=same(plain(one.check.points.total)), line=same(plain(deciding.line)),
        )  # fmt: skip
    if one.proofs:
        yield say(N_("Not in hand: {papers}"), papers=listed(say_paper(finding.paper) for finding in one.proofs))
    if one.to_ask:
        labels = [both(catalogue()[key].label) for key in one.to_ask]
        if len(labels) > MOST:
            more = same(str(len(labels) - MOST))
            yield say(N_("Not asked yet: {facts}, and {count} more"), facts=listed(labels[:MOST]), count=more)
        else:
            yield say(N_("Not asked yet: {facts}"), facts=listed(labels))


def _short(gap: Gap) -> Both:
    """A gap in a few words."""
    if gap.finding.verdict is Verdict.NOT_COVERED:
        return say(N_("the number is not published"))
    if gap.kind is Close.PAPER:
        return say(N_("{paper} missing"), paper=say_paper(gap.finding.paper))
    return gap_of(gap)


def _steps(pack: Pack, one: ProgrammePlan, question: NextQuestion | None) -> Iterator[Both]:
    """What somebody can set about: first a paper or a step, then what to ask, then what takes time."""
    programme = one.check.programme
    office = say_office(pack, programme)
    by_kind = sorted(one.gaps, key=lambda gap: ORDER.index(gap.kind))
    for gap in by_kind:
        if gap.kind is Close.PAPER:
            yield _get(gap, pack, programme)
        elif gap.kind is Close.ACTION:
            yield say_gap(gap, pack, programme)
    deciding = one.points.deciding if one.points else None
    way = deciding.earliest if deciding is not None else None
    if way is not None and way.firm:
        yield say_way(way)
    if Doubt.TABLE_INCOMPLETE in one.check.doubts and deciding is not None:
        yield say(N_("Ask {office} for the whole points table."), office=office)
    if question is not None and question.fact in one.to_ask:
        yield say(N_("Ask the client: {question}"), question=both(catalogue()[question.fact].question))
    proofs = tuple(_get(Gap(finding, Close.PAPER, None, None), pack, programme) for finding in one.proofs)
    if one.check.verdict is Verdict.MET:
        yield from proofs
        papers = listed(both(document.name) for document in programme.documents)
        with_papers = say(N_("Apply at {office}, with: {papers}."), office=office, papers=papers)
        yield with_papers if papers else say(N_("Apply at {office}."), office=office)
        return
    for gap in by_kind:
        if gap.kind in (Close.TIME, Close.OFFICE_ONLY):
            yield say_gap(gap, pack, programme)
    yield from proofs
    yield say(N_("Ask {office} for its answer in writing, with its reasons."), office=office)


def _get(gap: Gap, pack: Pack, programme: Programme) -> Both:
    """A paper to get, from whom, and what stands in its place."""
    known = particulars(gap, pack, programme)
    paper = say_paper(gap.finding.paper)
    said = say(N_("Get from {issuer}: {paper}."), issuer=known.who, paper=paper)
    if not known.papers:
        return said
    instead = listed(say_paper(paper) for paper in known.papers)
    return join(said, say(N_("Accepted instead: {value}."), value=instead))


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
