"""The words of a check in the screen's language. Each sentence is made in ``letters``; here are only the short cells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from caseapp.gui.theme.meaning import Meaning
from caseapp.i18n import N_
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.days import full
from caseapp.letters.say_finding import both, plain, say, say_amount, say_paper, say_value
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.check import Finding, ProgrammeCheck
from caseapp.policy.gaps import Gap
from caseapp.policy.model import Confidence, Instrument
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

CONFIDENCE = {
    # Translators: how sure we are of a rule.
    Confidence.HIGH: N_("Confidence: high, read in the source"),
    Confidence.MEDIUM: N_("Confidence: medium, from several indications"),
    Confidence.LOW: N_("Confidence: low, the original was not seen"),
}


def what_she_has(finding: Finding) -> Both:
    """The value on record as it reads on the day of the check."""
    if finding.actual is None:
        return say(N_("Not asked"))
    return say_value(catalogue()[finding.criterion.fact], finding.actual)


def paper_of(finding: Finding) -> Both:
    """The paper that usually proves it."""
    return say_paper(finding.paper) if finding.paper else NOTHING


def gap_of(gap: Gap | None) -> Both:
    """How much is missing, or how it could be closed."""
    if gap is None:
        return NOTHING
    kind = catalogue()[gap.finding.criterion.fact]
    if gap.kind is Close.TIME and gap.missing is not None:
        if gap.earliest is None:
            return say(N_("{amount} short"), amount=say_amount(kind, gap.missing))
        return say(N_("{amount} short, from {day}"), amount=say_amount(kind, gap.missing), day=full(gap.earliest))
    return say(CLOSES[gap.kind])


def counted(check: ProgrammeCheck) -> Both:
    """How many of the conditions are met on the day."""
    met = sum(finding.verdict is Verdict.MET for finding in check.findings)
    return say(
        N_("On {day}: {met} of {count} conditions met."),
        day=full(check.on), met=same(str(met)), count=same(str(len(check.findings))),
    )  # fmt: skip


def since(check: ProgrammeCheck) -> Both:
    """From when to when the rule holds."""
    programme = check.programme
    if programme.effective_from is None:
        return say(N_("The first day of this rule is not known."))
    first = full(programme.effective_from)
    if programme.effective_to is None:
        return say(N_("In force since {day}"), day=first)
    return say(N_("In force from {day} to {end}"), day=first, end=full(programme.effective_to))


def written_in(instrument: Instrument | None) -> Both:
    """The text a rule stands in, with its number."""
    if instrument is None:
        return say(N_("The text of the rule is not known."))
    title, number = both(instrument.title), instrument.document_number
    return Both(f"《{title.zh}》{number or ''}", f"{title.en} ({number})" if number else title.en)


def earned(line: CountedItem) -> str:
    """The points of an item; a dash where they are not known."""
    return "–" if line.points is None else plain(line.points)


def running_totals(items: tuple[CountedItem, ...]) -> Iterator[tuple[CountedItem, Decimal]]:
    """The items that count, each with the total up to it. A group that adds up stops at its cap."""
    total = Decimal(0)
    groups: dict[str, Decimal] = {}
    for line in items:
        if not line.counted or line.points is None:
            continue
        item, add = line.item, line.points
        if item.group is not None and item.adds_up and item.most is not None:
            before = groups.get(item.group, Decimal(0))
            add = max(Decimal(0), min(add, item.most - before))
            groups[item.group] = before + add
        total += add
        yield line, total
