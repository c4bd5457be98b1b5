"""Words by which one part of the case page asks another for something, and the keys it answers to."""

from __future__ import annotations

from typing import Final

RECORD: Final = "record"
"""To the tab of visits: begin a new one."""
CORRECT: Final = "correct"
"""To the tab of visits, before the id of a visit: go on correcting it."""

RECORD_KEY: Final = "Ctrl+R"
"""Begins a new visit, from whichever tab."""
