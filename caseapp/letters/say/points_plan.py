"""The ways to the lines of a points table, in words."""

from __future__ import annotations

from caseapp.i18n import N_
from caseapp.letters.both import Both, either, listed, same
from caseapp.letters.days import full
from caseapp.letters.say.finding import both, join, plain, say, say_amount, say_office, say_value
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.model import Pack, Programme
from caseapp.policy.planning.ways import LineKind, LinePlan, PointsPlan, Step, Way
from caseapp.policy.span import low_end

_LINES = {
    LineKind.GRANT: N_("The line of {line} points, which gives the right"),
    LineKind.APPLY: N_("The line of {line} points, from which one may apply"),
    LineKind.LAST_PLACE: N_(
        "The lowest total that got a place in {year}, {line} points (no line of the rule, and no promise)"
    ),
}

_BY_TIME = N_("{item}: {points} points instead of {now}, by time if nothing is broken off")
_TAKEN_UP = N_("{item}: {points} points instead of {now}, by time if it is taken up today")


def say_line(one: LinePlan) -> Both:
    """Which line it is, and how much is missing."""
    head = say(_LINES[one.kind], line=same(plain(one.line)), year=same(str(one.year or "")))
    return say(N_("{line}: {missing} points are missing."), line=head, missing=same(plain(one.missing)))


def say_way(way: Way) -> Both:
    """A combination: what it takes, by when, and what it comes to."""
    steps, total = either(say_step(step) for step in way.steps), same(plain(way.total))
    if way.day is None and any(step.close is Close.TIME for step in way.steps):
        template = N_("{steps}; together {total} points, not before {day}; how long the rest takes nobody can say.")
        return say(template, steps=steps, total=total, day=full(way.from_day))
    if way.day is None:
        return say(N_("{steps}; together {total} points. How long this takes nobody can say."), steps=steps, total=total)
    if not way.firm:
        template = N_("{steps}; together {total} points, on {day} at the soonest.")
        return say(template, steps=steps, total=total, day=full(way.day))
    return say(N_("{steps}; together {total} points from {day}."), steps=steps, total=total, day=full(way.day))


def say_step(step: Step) -> Both:
    """One line of the table that would give more."""
    item, points = both(step.item.text), same(plain(step.then))
    now = same(plain(step.now)) if step.now is not None else say(N_("not known"))
    if step.close is Close.TIME:
        template = _TAKEN_UP if step.idle else _BY_TIME
        return say(template, item=item, points=points, now=now)
    if step.value is None:
        return say(N_("{item}: {points} points instead of {now}"), item=item, points=points, now=now)
    kind = catalogue()[step.item.fact]
    value = say_amount(kind, low_end(step.value)) if kind.numeric else say_value(kind, step.value)
    return say(
        N_("{item}: {points} points instead of {now} ({fact}: {value})"),
        item=item, points=points, now=now, fact=both(kind.label), value=value,
    )  # fmt: skip


def say_falls(way: Way) -> Both:
    """Lines that will give less by then."""
    return say(N_("By then these give less: {items}."), items=listed(both(step.item.text) for step in way.falls))


def say_never(one: LinePlan) -> Both | None:
    """The proof that the line cannot be reached; None where there is none."""
    if one.ceiling is None:
        return None
    items = listed(
        say(N_("{item} {points}"), item=both(item.text), points=same(plain(points))) for item, points in one.ceiling.items
    )
    said = say(
        N_("The whole table gives at most {ceiling} points within ten years; {line} are needed."),
        ceiling=same(plain(one.ceiling.total)), line=same(plain(one.line)),
    )  # fmt: skip
    return join(said, say(N_("At most: {items}."), items=items)) if one.ceiling.items else said


def say_unpublished(way: PointsPlan, pack: Pack, programme: Programme) -> Both | None:
    """That numbers are missing and whom to ask; None where all are known."""
    if not way.unpublished:
        return None
    return say(
        N_("The numbers of some items are not published. Ask {office} before anybody says never."),
        office=say_office(pack, programme),
    )  # fmt: skip


def say_assumed(way: PointsPlan) -> Both | None:
    """Which deductions nobody has asked about; None where all are known."""
    if not way.assumed:
        return None
    items = listed(both(item.text) for item in way.assumed)
    return say(N_("Counted as if no deduction applied that nobody has asked about: {items}."), items=items)
