"""Sizes of a paper, in points (1/72 inch)."""

from __future__ import annotations

from dataclasses import dataclass

from caseapp.letters.blocks import Paper, Style
from caseapp.paper.fonts import Chain, Family, chain

CM = 72 / 2.54
PAGE_WIDTH, PAGE_HEIGHT = 21.0 * CM, 29.7 * CM
MARGIN = 2.5 * CM
TEXT_WIDTH, TEXT_HEIGHT = PAGE_WIDTH - 2 * MARGIN, PAGE_HEIGHT - 2 * MARGIN
GUTTER = 18.0
COLUMN_WIDTH = (TEXT_WIDTH - GUTTER) / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """How one language of a paper is set."""

    language: str
    family: Family
    width: float = TEXT_WIDTH
    body: float = 14.0
    title: float = 20.0
    head: float = 14.0
    table: float = 12.0
    spacing: float = 1.5
    group_gap: float = 0.0
    """Room between labelled groups."""

    @property
    def chinese(self) -> bool:
        return self.language != "en"

    def glyphs(self, *, bold: bool = False) -> Chain:
        return chain(self.family, self.language, bold=bold)

    def leading(self, size: float) -> float:
        """From one baseline to the next."""
        return size * self.spacing


def sheet_for(paper: Paper) -> Sheet:
    """The sizes of a paper on its own."""
    match paper.style:
        case Style.LETTER:
            return Sheet(paper.language, Family.SERIF)
        case Style.CARD:
            return Sheet(paper.language, Family.SANS, body=16, title=20, head=16, group_gap=10)
        case Style.REPORT:
            return Sheet(paper.language, Family.SANS, body=12)


def column_sheet_for(paper: Paper) -> Sheet:
    """The sizes of a paper beside its other language."""
    family = Family.SERIF if paper.style is Style.LETTER else Family.SANS
    return Sheet(paper.language, family, COLUMN_WIDTH, body=10.5, title=14, head=11, table=9.5, group_gap=5)
