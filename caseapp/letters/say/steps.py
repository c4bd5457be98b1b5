"""The short side of a check: what is missing, in its own unit, and what somebody can set about on the next day.

The first thing a caseworker reads of a programme, and often the only one: few lines, what can be done first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caseapp.i18n import N_
from caseapp.letters.both import NOTHING, Both, any_of, listed, same
from caseapp.letters.days import full
from caseapp.letters.say.finding import both, join, plain, say, say_missing, say_office, say_paper
from caseapp.letters.say.plan import CLOSES, particulars, say_gap
from caseapp.letters.say.points_plan import say_way
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.check import Doubt, Finding, ProgrammeCheck
from caseapp.policy.model import Pack, Programme
from caseapp.policy.planning.gaps import Gap
from caseapp.policy.planning.plan import ProgrammePlan
from caseapp.policy.verdict import Verdict

MOST_ASKED = 5
"""Facts not asked that are named one by one."""


def say_counted(check: ProgrammeCheck) -> Both:
    """How many of the conditions are met on the day."""
    met = sum(finding.verdict is Verdict.MET for finding in check.findings)
    return say(
        N_("On {day}: {met} of {count} conditions met."),
        day=full(check.on), met=same(str(met)), count=same(str(len(check.findings))),
    )  # fmt: skip


def say_proved_by(finding: Finding) -> Both:
    """The paper that usually proves it; nothing where none does."""
    return say_paper(finding.paper) if finding.paper else NOTHING


def say_short(gap: Gap | None) -> Both:
    """How much is missing, or how it could be closed."""
    if gap is None:
        return NOTHING
    missing = say_missing(gap.finding)
    if missing is None:
        return say(CLOSES[gap.kind])
    if gap.earliest is not None:
        # Translators: how much is short, and the day from which it will be enough.
        return say(N_("{amount}; enough from {day}"), amount=missing, day=full(gap.earliest))
    return missing if gap.kind is Close.TIME else say(N_("{amount} ({how})"), amount=missing, how=say(CLOSES[gap.kind]))


def say_what_is_missing(one: ProgrammePlan) -> Iterator[Both]:
    """What keeps it from being met, each with its gap."""
    for gap in one.gaps:
        yield say(N_("{rule}: {gap}"), rule=both(gap.finding.criterion.text), gap=_named(gap))
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
        if len(labels) > MOST_ASKED:
            more = same(str(len(labels) - MOST_ASKED))
            yield say(N_("Not asked yet: {facts}, and {count} more"), facts=listed(labels[:MOST_ASKED]), count=more)
        else:
            yield say(N_("Not asked yet: {facts}"), facts=listed(labels))


def _named(gap: Gap) -> Both:
    """A gap in a few words, with the paper where one is missing."""
    if gap.finding.verdict is Verdict.NOT_COVERED:
        return say(N_("the number is not published"))
    if gap.kind is Close.PAPER:
        return say(N_("{paper} missing"), paper=say_paper(gap.finding.paper))
    return say_short(gap)


def say_steps(pack: Pack, one: ProgrammePlan, most: int) -> tuple[Both, ...]:
    """At most so many: what can be done at once, the papers still to be got, what only time brings, what to ask.

    The last two are never left out: without the one a client runs for papers that cannot be enough yet, without the
    other she goes home with a bare no.
    """
    *steps, ask = _steps(pack, one)
    last = (*_waiting(pack, one), ask)
    return (*steps[: most - len(last)], *last)


def _steps(pack: Pack, one: ProgrammePlan) -> Iterator[Both]:
    check = one.check
    programme, office = check.programme, say_office(pack, check.programme)
    yield from _to_get(pack, programme, (gap for gap in one.gaps if gap.kind is Close.PAPER))
    yield from _gaps(pack, one, Close.ACTION)
    deciding = one.points.deciding if one.points else None
    way = deciding.earliest if deciding is not None else None
    if way is not None and way.firm:
        yield say_way(way)
    if Doubt.TABLE_INCOMPLETE in check.doubts and deciding is not None:
        yield say(N_("Ask {office} for the whole points table."), office=office)
    yield from _to_get(pack, programme, (Gap(finding, Close.PAPER, None, None) for finding in one.proofs))
    if check.verdict is Verdict.MET:
        papers = listed(both(document.name) for document in programme.documents)
        with_papers = say(N_("Apply at {office}, with: {papers}."), office=office, papers=papers)
        yield with_papers if papers else say(N_("Apply at {office}."), office=office)
        return
    yield from _gaps(pack, one, Close.OFFICE_ONLY)
    yield say(N_("Ask {office} for its answer in writing, with its reasons."), office=office)


def _waiting(pack: Pack, one: ProgrammePlan) -> tuple[Both, ...]:
    """What only time brings, in one sentence."""
    waiting = [gap for gap in one.gaps if gap.kind is Close.TIME]
    days = [gap.earliest for gap in waiting if gap.earliest is not None]
    if len(waiting) < 2:
        return tuple(say_gap(gap, pack, one.check.programme) for gap in waiting)
    if len(days) < len(waiting):
        return (say(N_("The rest comes with time; on which day it is enough cannot be said.")),)
    if any(gap.idle for gap in waiting):
        return (say(N_("Only time brings the rest: not before {day}, even if it began today."), day=full(max(days))),)
    return (say(N_("Only time brings the rest: not before {day}, and only if nothing breaks off."), day=full(max(days))),)


def _gaps(pack: Pack, one: ProgrammePlan, kind: Close) -> Iterator[Both]:
    return (say_gap(gap, pack, one.check.programme) for gap in one.gaps if gap.kind is kind)


def _to_get(pack: Pack, programme: Programme, gaps: Iterable[Gap]) -> Iterator[Both]:
    """The papers to get, one sentence for each who issues them."""
    asked: dict[tuple[Both, Both], list[Both]] = {}
    for gap in gaps:
        known, paper = particulars(gap, pack, programme), say_paper(gap.finding.paper)
        instead = any_of(say_paper(other) for other in known.papers)
        papers = asked.setdefault((known.who, instead), [])
        if paper not in papers:
            papers.append(paper)
    for (issuer, instead), papers in asked.items():
        get = say(N_("Get from {issuer}: {papers}."), issuer=issuer, papers=listed(papers))
        yield join(get, say(N_("Accepted instead: {value}."), value=instead)) if instead else get
