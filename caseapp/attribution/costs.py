"""What being turned away costs a client: time, wages and money, each by a stated rule and never by a guess.

Hours are those the client told, the way included; where only arriving and leaving were noted, the time at the desk
stands for it and the way is missing. Wages follow from the monthly income the client told: 21.75 paid days of eight hours
(notice 劳社部发〔2008〕3号, kept in 2025; cited from memory), at most eight hours a day. No income told, or no work: no
wages. Money is what was told as spent or lost, fares, copies and fees together; money only asked for is not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import Enum
from math import ceil

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case
from caseapp.domain.facts import Fact
from caseapp.domain.ids import VisitId
from caseapp.domain.units import Yuan
from caseapp.domain.visits import Visit, minutes_of

HUNDRED, CENT = Decimal(100), Decimal("0.01")
PAID_DAYS, DAY_HOURS = Decimal("21.75"), 8
INCOME = "monthly_income_yuan"
NO_WORK = ("unemployed", "retired")
_HOUR_BANDS = (5, 10, 20, 50, 100)


class HoursBy(Enum):
    """How the hours of a visit are known."""

    TOLD = "told"
    """As the client told them, the way included."""
    AT_DESK = "at_desk"
    """From arriving to leaving; the way is not in them."""


@dataclass(frozen=True, slots=True)
class VisitCost:
    """What one visit cost, as far as it was recorded. None: nothing was."""

    visit: VisitId
    hours: Decimal | None
    by: HoursBy | None
    money: Yuan | None
    wages: Yuan | None


@dataclass(frozen=True, slots=True)
class Costs:
    """The visits of a case up to a day, with what they cost in exact hours and yuan."""

    visits: tuple[VisitCost, ...]
    income: Fact | None
    """The monthly income the wages follow from, of whoever went last; None: no wages are counted."""

    @property
    def hours(self) -> Decimal:
        """All hours that are known."""
        return sum((one.hours for one in self.visits if one.hours is not None), Decimal())

    @property
    def money(self) -> Yuan:
        """Everything told as spent or lost."""
        return Yuan(sum((one.money for one in self.visits if one.money is not None), Decimal()))

    @property
    def wages(self) -> Yuan | None:
        """The wages of the hours that are known; None where no income was told of anybody who went."""
        known = [one.wages for one in self.visits if one.wages is not None]
        return Yuan(sum(known, Decimal())) if known else None

    def known_by(self, by: HoursBy | None) -> int:
        """At how many visits the hours are known in this way; None: not at all."""
        return sum(1 for one in self.visits if one.by is by)

    @property
    def money_told(self) -> int:
        """At how many visits it was told what was spent."""
        return sum(1 for one in self.visits if one.money is not None)


@dataclass(frozen=True, slots=True)
class Band:
    """A range that leaves the house in place of a sum: from ``low`` to under ``high``; None: and more."""

    low: int
    high: int | None


def costs(file: CaseFile, on: date) -> Costs:
    """What the visits of a case up to ``on`` cost."""
    past = [visit for visit in file.visits_in_order() if visit.day is None or visit.day.earliest <= on]
    incomes = [_income(file, visit, on) for visit in past]
    found = tuple(_cost(visit, income) for visit, income in zip(past, incomes, strict=True))
    paid = [income for income, one in zip(incomes, found, strict=True) if income is not None and one.wages is not None]
    return Costs(found, paid[-1] if paid else None)


def hours_band(hours: Decimal) -> Band | None:
    """The range of a number of hours; None for none."""
    return _band(hours, _HOUR_BANDS)


def hourly(income: Fact) -> Yuan | None:
    """The hourly wage that follows from a monthly income."""
    month = _number(income.value)
    return None if month is None or month <= 0 else Yuan(_cents(month / (PAID_DAYS * DAY_HOURS)))


def percent(text: str) -> Decimal | None:
    """A rate from 0 to 100 as it was recorded; None if it is empty or no such rate."""
    number = _number(text)
    return number if number is not None and 0 <= number <= HUNDRED else None


def cost_to_client(case: Case) -> Yuan | None:
    """What is left of the bill for the client at the rate paid here; None unless both are on file."""
    bill, rate = _number(case.bill_yuan), percent(case.rate_here_percent)
    if bill is None or rate is None or bill < 0:
        return None
    return Yuan((bill * (HUNDRED - rate) / HUNDRED).quantize(CENT))


def _cost(visit: Visit, income: Fact | None) -> VisitCost:
    hours, by = _hours(visit)
    spent = _number(visit.money_lost_yuan)
    wages = _wages(hours, income) if hours is not None and income is not None else None
    return VisitCost(visit.id, hours, by, None if spent is None or spent < 0 else Yuan(spent), wages)


def _hours(visit: Visit) -> tuple[Decimal | None, HoursBy | None]:
    told = _number(visit.hours_lost)
    if told is not None and told >= 0:
        return told, HoursBy.TOLD
    begin, end = minutes_of(visit.time_from), minutes_of(visit.time_to)
    if begin is None or end is None or end <= begin:
        return None, None
    return Decimal(end - begin) / 60, HoursBy.AT_DESK


def _wages(hours: Decimal, income: Fact) -> Yuan | None:
    month = _number(income.value)
    if month is None or month <= 0:
        return None
    paid = min(hours, Decimal(DAY_HOURS * max(1, ceil(hours / 24))))
    return Yuan(_cents(month * paid / (PAID_DAYS * DAY_HOURS)))


def _income(file: CaseFile, visit: Visit, on: date) -> Fact | None:
    """What whoever went earns, by the latest word of it; without a note of who went, the one we speak with."""
    client = file.client()
    person = visit.went or (client.id if client else None)
    told = [fact for fact in file.facts if fact.person == person and fact.as_of <= on and not fact.adverse]
    work, income = (_latest(told, key) for key in ("employment_status", INCOME))
    return None if work is not None and work.value in NO_WORK else income


def _latest(told: Iterable[Fact], key: str) -> Fact | None:
    return max((fact for fact in told if fact.key == key), key=lambda fact: fact.as_of, default=None)


def _band(amount: Decimal, edges: tuple[int, ...]) -> Band | None:
    if amount <= 0:
        return None
    low = max((edge for edge in edges if edge <= amount), default=0)
    return Band(low, next((edge for edge in edges if edge > amount), None))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
