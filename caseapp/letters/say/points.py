"""A points table in words: the total and its lines, each item with what was not counted and why, and the places."""

from __future__ import annotations

from caseapp.i18n import N_
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.say.finding import WHY_NOT, both, join, plain, say
from caseapp.policy.model import Points, Programme
from caseapp.policy.points import Count, CountedItem, WhyNot


def say_item(line: CountedItem) -> Both:
    """One line of the points ledger."""
    text = both(line.item.text)
    if line.points is None:
        return say(N_("{item}: {why}"), item=text, why=say(WHY_NOT[line.why_not or WhyNot.NOT_ASKED]))
    points = same(plain(line.points))
    if line.why_not is None:
        return say(N_("{item}: {points} points"), item=text, points=points)
    if line.why_not is WhyNot.CAPPED and line.adds != line.points:
        adds = same(plain(line.adds))
        return say(N_("{item}: {points} points, of which {adds} count up to the cap"), item=text, points=points, adds=adds)
    if line.uncapped is not None and line.why_not is WhyNot.CAPPED:
        full = same(plain(line.uncapped))
        return say(N_("{item}: {points} points, capped; without the cap {full}"), item=text, points=points, full=full)
    return say(N_("{item}: {points} points ({why})"), item=text, points=points, why=say(WHY_NOT[line.why_not]))


def say_total(table: Points, count: Count) -> Both:
    """What is counted, between what and what the total lies, and the lines it is held against."""
    return join(
        say(N_("Counted: {total} points."), total=same(plain(count.total))), _could_be(count), *_lines(table)
    )  # fmt: skip


def _could_be(count: Count) -> Both:
    """The upper end; that a deduction not asked about could lower the total is a doubt of its own."""
    if count.total_max is None:
        return say(N_("What is still open could bring more; how much is not published."))
    if count.total_max == count.total:
        return NOTHING
    return say(N_("With what is still open it comes to {most} at most."), most=same(plain(count.total_max)))


def _lines(table: Points) -> tuple[Both, ...]:
    found = []
    if table.threshold is not None:
        found.append(say(N_("The line that gives the right: {points} points."), points=same(plain(table.threshold))))
    if table.apply_threshold is not None and table.apply_threshold != table.threshold:
        found.append(
            say(N_("The line from which one may apply: {points} points."), points=same(plain(table.apply_threshold)))
        )
    return tuple(found) or (say(N_("No line is published for this table.")),)


def say_places(programme: Programme) -> Both:
    """How many places a year there are; empty where the rule knows no number of places."""
    quota = programme.quota
    if quota is None:
        return NOTHING
    if quota.per_year is None:
        return say(N_("How many places there are in a year is not published."))
    return say(N_("Places in a year: {places}."), places=same(str(quota.per_year)))
