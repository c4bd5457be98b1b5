"""What the program does not reach yet, by aspect and case, each with what is missing.

The marks are strict: once the assertion holds, the mark fails and is taken out here.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.public_samples.expected import EXPECTED

FIRST, DUTY, CLOSED, DERIVED, STANDING = "first", "duty", "closed", "derived", "standing"

PENDING: Mapping[str, Mapping[str, str]] = {}


def each(aspect: str) -> pytest.MarkDecorator:
    """Every case by itself; where the aspect is pending, strictly so and with what is missing."""
    missing = PENDING.get(aspect, {})
    cases = [
        pytest.param(name, marks=pytest.mark.xfail(reason=missing[name], strict=True)) if name in missing else name
        for name in EXPECTED
    ]
    return pytest.mark.parametrize("name", cases)
