"""Colours, sizes and spaces: the only place where a colour or a distance is written down.

Ink on warm white, or off-white on graphite; one accent (teal) for the one next step and for what is selected.
Every pair of text and ground that is used keeps a contrast of 4.5 to 1 or more (WCAG 2.2, 1.4.3); a test computes it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

GRID: Final = 8
PAGE_MARGIN: Final = 16
ROW_HEIGHT: Final = 34
FORM_WIDTH: Final = 720
RAIL_WIDTH: Final = 92
RADIUS: Final = 6
BODY_POINTS: Final = 10.5
SMALL_POINTS: Final = 9.5
SECTION_POINTS: Final = 11.5
TITLE_POINTS: Final = 15.0
ICON: Final = 18
SMALLEST_WINDOW: Final = (1024, 600)


class Palette(NamedTuple):
    """The colours of one scheme, by what they are for."""

    dark: bool
    page: str
    surface: str
    """Lists, fields, cards."""
    sunken: str
    """The rail, headers of tables, a pressed button."""
    line: str
    line_strong: str
    ink: str
    soft: str
    """Labels and second lines."""
    accent: str
    on_accent: str
    accent_strong: str
    """The accent under the pointer."""
    wash: str
    """The ground of what is selected."""
    met: str
    not_met: str
    not_asked: str
    not_covered: str
    notice: str
    """The ground of a panel that must be seen first."""
    notice_line: str


LIGHT: Final = Palette(
    dark=False,
    page="#faf8f4",
    surface="#fffefb",
    sunken="#f1ede5",
    line="#e3ddd1",
    line_strong="#8f897d",
    ink="#23262b",
    soft="#5d6167",
    accent="#0b6e69",
    on_accent="#ffffff",
    accent_strong="#095853",
    wash="#dceeeb",
    met="#22693f",
    not_met="#a3352b",
    not_asked="#7c5600",
    not_covered="#5d6167",
    notice="#fbf1d9",
    notice_line="#d9b65c",
)

DARK: Final = Palette(
    dark=True,
    page="#1d2023",
    surface="#25292d",
    sunken="#181b1d",
    line="#393f45",
    line_strong="#7d858d",
    ink="#ebe8e1",
    soft="#aeb3b8",
    accent="#5cc4b8",
    on_accent="#0e2422",
    accent_strong="#7ad6cb",
    wash="#1e403d",
    met="#7fcb98",
    not_met="#f09a8e",
    not_asked="#e3be67",
    not_covered="#aeb3b8",
    notice="#38311e",
    notice_line="#8a7434",
)
