"""What would have to change, in words: each gap with what, who, when and at what cost, and the outlook of a programme.

Window and command line say plans through here and :mod:`caseapp.letters.say.points_plan`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from caseapp.i18n import N_
from caseapp.letters.both import NOTHING, Both, any_of, either, listed, same
from caseapp.letters.days import full
from caseapp.letters.say.finding import UNDECIDED, both, join, say, say_amount, say_issuer, say_office, say_paper
from caseapp.policy.catalogue import Change, Close, catalogue
from caseapp.policy.check import Doubt, Finding
from caseapp.policy.model import Criterion, Op, Pack, Programme
from caseapp.policy.planning.closing import Closing, closings
from caseapp.policy.planning.gaps import AMOUNTS, Gap
from caseapp.policy.planning.passed import Stretch
from caseapp.policy.planning.plan import ProgrammePlan
from caseapp.policy.tree import Ways
from caseapp.policy.verdict import Verdict

CLOSES = {
    # Translators: how a gap closes: time passes.
    Close.TIME: N_("With time"),
    # Translators: how a gap closes: somebody issues a paper.
    Close.PAPER: N_("With a paper"),
    # Translators: how a gap closes: something is done.
    Close.ACTION: N_("With a step"),
    Close.CANNOT_CHANGE: N_("Cannot be changed"),
    Close.OFFICE_ONLY: N_("Only the office"),
}

MOST_WAYS = 3
"""Other ways named beside a gap."""
MOST_FLIPPED = 4
"""Facts changed together that are still worth naming."""


class Particulars(NamedTuple):
    """What is known of closing a gap; empty where nobody has published it."""

    who: Both
    takes: Both
    cost: Both
    cap: Both
    breaks: Both
    papers: tuple[str, ...]
    """Papers that are accepted instead (ids of the document catalogue)."""


def say_gap(gap: Gap, pack: Pack, programme: Programme) -> Both:
    """What would have to change, and by when."""
    criterion = gap.finding.criterion
    closing = closings().of(criterion.fact, gap.on)
    match gap.kind:
        case Close.TIME:
            said = _say_time(gap, closing)
        case Close.PAPER:
            said = _say_missing(gap.finding, closing, pack, programme)
        case Close.ACTION:
            what = both(closing.what) if closing.what else say(N_("something has to be done or changed first."))
            said = say(N_("{rule}: {what}"), rule=both(criterion.text), what=what)
        case Close.OFFICE_ONLY:
            said = say(
                N_("{rule}: only the office can answer or change this. Ask {office}."),
                rule=both(criterion.text), office=say_office(pack, programme),
            )  # fmt: skip
        case Close.CANNOT_CHANGE:
            drifts = criterion.op is Op.AT_MOST and catalogue()[criterion.fact].unit in AMOUNTS
            said = say(_DRIFTS if drifts else _FIXED, rule=both(criterion.text))
    return join(said, *_say_ways_out(criterion, gap.ways))


_FIXED = N_("{rule}: this cannot be changed.")
_DRIFTS = N_("{rule}: this cannot be planned; it changes only with the circumstances.")


def particulars(gap: Gap, pack: Pack, programme: Programme) -> Particulars:
    """Who has to act, how long it takes, what it costs, how far it goes and what would break it, as far as is known."""
    closing = closings().of(gap.finding.criterion.fact, gap.on)
    who, breaks = NOTHING, NOTHING
    if gap.kind is Close.PAPER:
        who = say_issuer(gap.finding.paper, pack, programme) if _of_programme(gap.finding, programme) else _who(closing)
        who = who or say_issuer(gap.finding.paper, pack, programme)
    elif gap.kind is Close.ACTION:
        who = _who(closing)
    elif gap.kind is Close.TIME and closing.breaks:
        breaks = both(closing.breaks)
    acts = gap.kind in (Close.PAPER, Close.ACTION)
    return Particulars(
        who=who,
        takes=both(closing.takes) if acts and closing.takes else NOTHING,
        cost=both(closing.cost) if acts and closing.cost else NOTHING,
        cap=both(closing.cap) if acts and closing.cap else NOTHING,
        breaks=breaks,
        papers=tuple(paper for paper in closing.instead if paper != gap.finding.paper) if acts else (),
    )


def say_particulars(gap: Gap, pack: Pack, programme: Programme) -> tuple[Both, ...]:
    """What :func:`say_gap` leaves out, as short sentences: who acts, when, at what cost, how far, which papers instead."""
    known = particulars(gap, pack, programme)
    return tuple(
        say(template, value=value)
        for template, value in (
            (N_("Who: {value}."), known.who if gap.kind is Close.ACTION else NOTHING),
            (N_("Time: {value}."), known.takes),
            (N_("Cost: {value}."), known.cost),
            (N_("At most: {value}."), known.cap),
            (N_("Accepted instead: {value}."), any_of(say_paper(paper) for paper in known.papers)),
        )
        if value
    )


def say_proof(finding: Finding, pack: Pack, programme: Programme) -> Both:
    """A criterion that is met while its proof is not in hand."""
    return say(
        N_("{rule}: this is so, but the proof is not in hand: {paper}. It is issued by {issuer}."),
        rule=both(finding.criterion.text),
        paper=say_paper(finding.paper),
        issuer=say_issuer(finding.paper, pack, programme),
    )


def say_outlook(one: ProgrammePlan) -> Both:
    """One sentence: by when, or that it cannot be, or that nobody can say."""
    if one.check.undecided is not None:
        return say(UNDECIDED[one.check.undecided])
    if one.check.verdict is Verdict.MET:
        return say(_met(one.check.doubts))
    if one.ends_first:
        return say(N_("The rule as it is known ends before it could be met."))
    if one.reachable is False:
        return say(N_("On what is known this cannot be reached: what is missing cannot be changed."))
    if one.earliest is not None:
        template = N_("Earliest day, with every paper there and nothing broken off: {day}.")
        return say(template, day=full(one.earliest))
    if one.reachable:
        return say(N_("It can be reached; how long the steps take, nobody can say."))
    return say(
        N_("Whether it can be reached cannot be said yet: something is not asked, or only the office can answer it.")
    )


def _met(doubts: tuple[Doubt, ...]) -> str:
    if Doubt.PLACE_BY_RANK in doubts:
        return N_("Eligible on this day; whether there is a place is decided by rank.")
    if Doubt.PLACES_LIMITED in doubts:
        return N_("Nothing stands in the way on this day but the number of places.")
    return N_("Nothing stands in the way on this day.")


def say_flips(one: ProgrammePlan) -> Both | None:
    """The smallest sets of facts the answer hangs on; None where there is no answer yet, or it hangs on many."""
    if one.check.verdict not in (Verdict.MET, Verdict.NOT_MET) or not one.flips or len(one.flips[0]) > MOST_FLIPPED:
        return None
    fewest = [facts for facts in one.flips if len(facts) == len(one.flips[0])][:MOST_WAYS]
    sets = either(listed(both(catalogue()[key].label) for key in sorted(facts)) for facts in fewest)
    if one.check.verdict is Verdict.MET:
        return say(N_("The answer hangs on: {facts}."), facts=sets)
    return say(N_("The answer would turn if this were otherwise: {facts}."), facts=sets)


def say_passed(passed: Stretch, on: date) -> Both:
    """Since when it was met, or between which days, and what the delay has cost."""
    days = same(str(passed.lost(on)))
    if passed.last is None:
        return say(
            N_("As far as is known it was met from {day} on: {days} days before the day of the check."),
            day=full(passed.first), days=days,
        )  # fmt: skip
    return say(
        N_("As far as is known it was met from {first} to {last}, and no longer since."),
        first=full(passed.first), last=full(passed.last),
    )  # fmt: skip


def _say_time(gap: Gap, closing: Closing) -> Both:
    criterion = gap.finding.criterion
    kind, rule = catalogue()[criterion.fact], both(criterion.text)
    breaks = both(closing.breaks) if closing.breaks else NOTHING
    if criterion.in_total and kind.change is Change.RUN:  # the rule adds up what the fact counts unbroken
        breaks = say(N_("The rule counts in total: add the months before a break."))
    if gap.earliest is None:
        return join(say(N_("{rule}: this comes with time; on which day cannot be said."), rule=rule), breaks)
    if gap.missing is None:
        return join(say(N_("{rule}: from {day} if it goes on."), rule=rule, day=full(gap.earliest)), breaks)
    amount, day = say_amount(kind, gap.missing), full(gap.earliest)
    if gap.idle:
        template = N_("{rule}: {amount} more. It counts from the day it starts; if that were today, it is full on {day}.")
        return join(say(template, rule=rule, amount=amount, day=day), breaks)
    return join(
        say(N_("{rule}: {amount} more, that is from {day} if it goes on."), rule=rule, amount=amount, day=day), breaks
    )


def _say_missing(finding: Finding, closing: Closing, pack: Pack, programme: Programme) -> Both:
    rule, paper = both(finding.criterion.text), say_paper(finding.paper)
    issuer = say_issuer(finding.paper, pack, programme)
    said = say(N_("{rule}: a paper is missing: {paper}. It is issued by {issuer}."), rule=rule, paper=paper, issuer=issuer)
    return join(said, both(closing.what)) if closing.what else said


def _say_ways_out(criterion: Criterion, ways: Ways) -> Iterator[Both]:
    if ways:
        yield say(N_("One way is enough; another is: {ways}."), ways=either(_way(way) for way in ways[:MOST_WAYS]))
    if criterion.waivable:
        yield say(N_("The office may waive this."))


def _way(way: tuple[Criterion, ...]) -> Both:
    texts = [both(one.text) for one in way]
    return Both("并且".join(text.zh for text in texts), " and ".join(text.en for text in texts))


def _of_programme(finding: Finding, programme: Programme) -> bool:
    """Whether the programme itself says who issues the paper."""
    return any(one.id == finding.paper and (one.issued_by or one.issuer) for one in programme.documents)


def _who(closing: Closing) -> Both:
    return both(closing.who) if closing.who else NOTHING
