"""What a fact tells on the day of a check: a value, or the span it lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from caseapp.policy.rule import Scalar


@dataclass(frozen=True, slots=True)
class Span:
    """A number known only to lie between two others; ``high`` None is open."""

    low: Decimal
    high: Decimal | None


Reading: TypeAlias = Scalar | Span
"""What a fact tells on the day of a check: a value, or the span it lies in. An absent key is not asked."""
Readings: TypeAlias = Mapping[str, Reading]


def number(value: Scalar) -> Decimal:
    """A value as an exact number. Raises ``TypeError`` for a text."""
    if isinstance(value, str):
        raise TypeError(value)
    return Decimal(value)


def low_end(reading: Reading) -> Decimal:
    """The least a number can be. Raises ``TypeError`` for what is no number."""
    return reading.low if isinstance(reading, Span) else number(reading)


def high_end(reading: Reading, most: Decimal | None) -> Decimal | None:
    """The most a number can be; ``most`` where it is open."""
    if isinstance(reading, Span):
        return most if reading.high is None else reading.high
    return number(reading)
