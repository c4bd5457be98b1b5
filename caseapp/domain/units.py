"""Units as types: a count of months is not a sum of money."""

from __future__ import annotations

from decimal import Decimal
from typing import NewType

Months = NewType("Months", int)
Days = NewType("Days", int)
Points = NewType("Points", Decimal)
Yuan = NewType("Yuan", Decimal)
