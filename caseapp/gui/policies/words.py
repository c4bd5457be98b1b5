"""The words of a rule in the screen's language: its days, what a criterion tests, what an item gives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from caseapp.gui.both import in_language
from caseapp.gui.day.said import full
from caseapp.gui.parts.listing import listing
from caseapp.gui.words import Say
from caseapp.i18n import N_, _, screen_language
from caseapp.i18n import ngettext as _n
from caseapp.letters.say.finding import both, plain, say_amount, say_value
from caseapp.policy.catalogue import FactKind, catalogue
from caseapp.policy.model import Criterion, Flat, Instrument, Op, PerUnit, PointItem, Programme, Range, Scalar, TimeLimit

COMPARED = {
    Op.AT_LEAST: N_("at least {value}"),
    Op.AT_MOST: N_("at most {value}"),
    Op.ONE_OF: N_("one of: {value}"),
}
EACH = {
    "year": N_("{points} points for each full year"),
    "month": N_("{points} points for each full month"),
    "times": N_("{points} points each time"),
    "patents": N_("{points} points for each patent"),
}
WHO = {
    # Translators: whose time limit it is.
    "applicant": N_("the applicant"),
    # Translators: whose time limit it is.
    "authority": N_("the office in charge"),
}


def days_of(first: date | None, last: date | None) -> str:
    """From when to when a rule holds."""
    if first and last:
        return _("In force from {day} to {end}").format(day=full(first), end=full(last))
    if first:
        return _("In force since {day}").format(day=full(first))
    if last:
        return _("In force until {day}; its first day is not known").format(day=full(last))
    return _("Neither its first nor its last day is known")


def days_of_rule(programme: Programme) -> Say:
    """The same for a programme."""
    return lambda: days_of(programme.effective_from, programme.effective_to)


def title_of(instrument: Instrument | None) -> Say:
    """The text a rule stands in, with its number."""
    if instrument is None:
        return N_("No text is known that says it.")

    def words() -> str:
        number = instrument.document_number or ""
        if screen_language() == "zh_CN":
            return f"《{instrument.title.zh}》{number}"
        return f"{instrument.title.en} ({number})" if number else instrument.title.en

    return words


def tests(criterion: Criterion) -> Say:
    """What the program holds against the record for a criterion."""
    kind = catalogue()[criterion.fact]

    def words() -> str:
        label = in_language(both(kind.label))
        if criterion.number_unknown:
            return _("{fact}: the number is not published or is set by each district").format(fact=label)
        if criterion.op in (Op.IS_TRUE, Op.IS_FALSE):
            wanted = _("it must be so") if criterion.op is Op.IS_TRUE else _("it must not be so")
        else:
            value = _values(kind, criterion.value)
            wanted = _(COMPARED[criterion.op]).format(value=value) if criterion.op in COMPARED else value
        # Translators: a fact, and what a rule asks of it.
        return _("{fact}: {asked}").format(fact=label, asked=wanted)

    return words


def _values(kind: FactKind, value: Scalar | tuple[Scalar, ...] | None) -> str:
    every = value if isinstance(value, tuple) else (value,)
    return listing([in_language(say_value(kind, one)) for one in every if one is not None])


def item_gives(item: PointItem) -> list[str]:
    """What an item of a points table gives, a line each."""
    kind, rule = catalogue()[item.fact], item.rule
    if isinstance(rule, Flat):
        found = [_given(rule.points)]
    elif isinstance(rule, PerUnit):
        found = [_per_unit(rule)]
    else:
        found = [_worth(_values(kind, one), points) for one, points in rule.exact]
        found += [_worth(_range(kind, span), points) for span, points in rule.ranges]
    capped = isinstance(rule, PerUnit) and rule.cap == item.most
    if item.most is not None and not capped and not (isinstance(rule, Flat) and rule.points == item.most):
        found.append(_("at most {points} points").format(points=plain(item.most)))
    return found


def _per_unit(rule: PerUnit) -> str:
    if rule.points is None:
        return _given(None)
    points = plain(rule.points)
    if rule.unit in EACH:
        said = _(EACH[rule.unit]).format(points=points)
    else:
        # Translators: points for each full 100000 yuan, 50 hours, ...
        said = _("{points} points for each {unit}").format(points=points, unit=_unit(rule.unit))
    return said if rule.cap is None else listing([said, _("at most {points} points").format(points=plain(rule.cap))])


def _unit(unit: str) -> str:
    number, _space, word = unit.rpartition(" ")
    words = {"yuan": N_("{number} yuan"), "hours": N_("{number} hours"), "persons": N_("{number} persons"),
             "months": N_("{number} months")}  # fmt: skip
    return _(words[word]).format(number=f"{int(number):,}") if word in words and number.isdigit() else unit


def _given(points: Decimal | None) -> str:
    if points is None:
        return _("points not published: ask the office")
    return _n("{points} point", "{points} points", int(points)).format(points=plain(points))


def _worth(value: str, points: Decimal | None) -> str:
    # Translators: a value in a points table, and what it gives.
    return _("{line}: {points}").format(line=value, points="?" if points is None else plain(points))


def _range(kind: FactKind, span: Range) -> str:
    low = in_language(say_amount(kind, span.low)) if span.low is not None else ""
    high = in_language(say_amount(kind, span.high)) if span.high is not None else ""
    if low and low == high:
        return low
    if low and high:
        # Translators: a range of values in a points table.
        return _("{low} to {high}").format(low=low, high=high)
    return _("from {low}").format(low=low) if low else _("up to {high}").format(high=high)


def limit_line(limit: TimeLimit) -> Say:
    """A time limit or a yearly window."""

    def words() -> str:
        what = in_language(both(limit.what))
        parts = []
        if limit.length is not None:
            parts.append(_length(limit.length, limit.unit))
        if limit.window is not None:
            first, last = (_month_day(day) for day in limit.window)
            # Translators: the days of every year between which something is done.
            parts.append(_("every year from {first} to {last}").format(first=first, last=last))
        who = _(WHO[limit.who]) if limit.who in WHO else limit.who
        # Translators: a time limit of a rule: what it is for, how long, and whose it is.
        return _("{what}: {length} ({who})").format(what=what, length=listing(parts) or _("no length given"), who=who)

    return words


def _length(count: int, unit: str) -> str:
    match unit:
        case "calendar_days":
            return _n("{count} day", "{count} days", count).format(count=count)
        case "working_days":
            return _n("{count} working day", "{count} working days", count).format(count=count)
        case "months":
            return _n("{count} month", "{count} months", count).format(count=count)
        case _:
            return _n("{count} year", "{count} years", count).format(count=count)


def _month_day(text: str) -> str:
    from caseapp.letters.days import short

    month, day = (int(part) for part in text.split("-"))
    return in_language(short(date(2024, month, day)))  # a leap year: 29 February is a day
