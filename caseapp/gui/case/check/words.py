"""The words of a check in the screen's language. Each sentence is made in ``letters``; here are only the short cells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from caseapp.gui.theme.meaning import Meaning
from caseapp.i18n import N_
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.days import full
from caseapp.letters.say_finding import plain, say, say_missing, say_paper
from caseapp.policy.catalogue import Close
from caseapp.policy.check import Finding, ProgrammeCheck
from caseapp.policy.gaps import Gap
from caseapp.policy.points import CountedItem
from caseapp.policy.verdict import Verdict

MEANINGS = {
    Verdict.MET: Meaning.MET,
    Verdict.NOT_MET: Meaning.NOT_MET,
    Verdict.NOT_ASKED: Meaning.NOT_ASKED,
    Verdict.NOT_COVERED: Meaning.NOT_COVERED,
}

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


def paper_of(finding: Finding) -> Both:
    """The paper that usually proves it."""
    return say_paper(finding.paper) if finding.paper else NOTHING


def gap_of(gap: Gap | None) -> Both:
    """How much is missing, or how it could be closed."""
    if gap is None:
        return NOTHING
    missing = say_missing(gap.finding)
    if missing is None:
        return say(CLOSES[gap.kind])
    if gap.earliest is not None:
        # Translators: how much is short, and the day from which it will be enough.
        return say(N_("{amount}, from {day}"), amount=missing, day=full(gap.earliest))
    return missing if gap.kind is Close.TIME else say(N_("{amount} ({how})"), amount=missing, how=say(CLOSES[gap.kind]))


def counted(check: ProgrammeCheck) -> Both:
    """How many of the conditions are met on the day."""
    met = sum(finding.verdict is Verdict.MET for finding in check.findings)
    return say(
        N_("On {day}: {met} of {count} conditions met."),
        day=full(check.on), met=same(str(met)), count=same(str(len(check.findings))),
    )  # fmt: skip


def earned(line: CountedItem) -> str:
    """The points an item adds; a dash where they are not known."""
    return "–" if line.points is None else plain(line.adds if line.counted else line.points)


def running_totals(items: tuple[CountedItem, ...]) -> Iterator[tuple[CountedItem, Decimal]]:
    """The items that count, each with the total up to it."""
    total = Decimal(0)
    for line in items:
        if line.counted and line.points is not None:
            total += line.adds
            yield line, total
