"""What being turned away cost, in words: the sums, and by which rule each was counted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from caseapp.attribution.costs import Costs, HoursBy, hourly
from caseapp.i18n import N_, catalogue
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.say.finding import say


def say_costs(found: Costs) -> Both:
    """The sums in one line: visits, hours, money spent, wages. What is not known is left out."""
    parts = [_n("{count} visit", "{count} visits", len(found.visits))]
    if found.hours:
        parts.append(say(N_("{hours} h"), hours=_plain(found.hours)))
    if found.money:
        parts.append(say(N_("{yuan} yuan spent"), yuan=_plain(found.money)))
    if found.wages:
        parts.append(say(N_("about {yuan} yuan of wages"), yuan=_plain(found.wages)))
    return Both(" · ".join(part.zh for part in parts), " · ".join(part.en for part in parts))


def say_rules(found: Costs) -> tuple[Both, ...]:
    """By which rule each sum was counted, and what it leaves out."""
    return tuple(_rules(found))


def _rules(found: Costs) -> Iterator[Both]:
    told, at_desk = found.known_by(HoursBy.TOLD), found.known_by(HoursBy.AT_DESK)
    if told:
        yield _n(
            "Hours as told, the way included: {count} visit.", "Hours as told, the way included: {count} visits.", told
        )
    if at_desk:
        yield _n(
            "Hours from arriving to leaving, without the way: {count} visit.",
            "Hours from arriving to leaving, without the way: {count} visits.",
            at_desk,
        )
    if found.wages and found.income:
        sentence = N_(
            "Wages: {month} yuan a month as told, by 21.75 days of 8 hours, that is {hour} an hour; at most 8 hours a day."
        )
        hour = hourly(found.income)
        yield say(sentence, month=same(found.income.value), hour=_plain(hour) if hour else NOTHING)
    elif found.hours:
        yield say(N_("Wages are not counted: no monthly income of whoever went is on record."))
    if found.money:
        yield _n(
            "Money as told, fares, copies and fees together: {count} visit.",
            "Money as told, fares, copies and fees together: {count} visits.",
            found.money_told,
        )
    unknown = found.known_by(None)
    if unknown and (found.hours or found.money):
        yield _n(
            "No hours are on record for {count} visit: the sum is the least it cost.",
            "No hours are on record for {count} visits: the sum is the least it cost.",
            unknown,
        )


def _plain(amount: Decimal) -> Both:
    """Two decimals at most, none where they are zero."""
    text = f"{amount.quantize(Decimal('0.01')):f}"
    return same(text.rstrip("0").rstrip("."))


def _n(one: str, many: str, count: int) -> Both:
    return Both(
        catalogue("zh_CN").ngettext(one, many, count).format(count=count),
        catalogue("en").ngettext(one, many, count).format(count=count),
    )
