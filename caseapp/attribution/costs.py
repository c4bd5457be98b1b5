"""What a refusal or a low rate costs the client, in exact yuan."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from caseapp.domain.cases import Case
from caseapp.domain.units import Yuan

HUNDRED = Decimal(100)


def percent(text: str) -> Decimal | None:
    """A rate from 0 to 100 as it was recorded; None if it is empty or no such rate."""
    number = _number(text)
    return number if number is not None and 0 <= number <= HUNDRED else None


def cost_to_client(case: Case) -> Yuan | None:
    """What is left of the bill for the client at the rate paid here; None unless both are on file."""
    bill, rate = _number(case.bill_yuan), percent(case.rate_here_percent)
    if bill is None or rate is None or bill < 0:
        return None
    return Yuan((bill * (HUNDRED - rate) / HUNDRED).quantize(Decimal("0.01")))


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
