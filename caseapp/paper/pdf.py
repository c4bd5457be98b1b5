"""Papers as PDF files, A4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caseapp.errors import NotReady
from caseapp.i18n import N_, catalogue
from caseapp.letters.blocks import Block, KeyValueTable, Paper, Style, Table, pair
from caseapp.paper.draw import Furniture, draw
from caseapp.paper.flow import Page, pages, tightened
from caseapp.paper.layout import block_strip_lists, paper_strips, title_strips
from caseapp.paper.sheet import COLUMN_WIDTH, GUTTER, TEXT_HEIGHT, Sheet, column_sheet_for, sheet_for
from caseapp.paper.strips import Strip, beside
from caseapp.paper.table import key_value_strips, line_counts, table_strips

TOO_LONG = N_(
    "The card is longer than one page by {lines} lines. Nothing was printed. Take out words: "
    "the type is never made smaller."
)


class CardTooLong(NotReady):
    """A prompt card that does not fit on one page."""


def furniture_for(paper: Paper) -> Furniture:
    """The head, foot and draft mark of a paper, in its own language."""
    words = catalogue(paper.language)
    heads = []
    if paper.reading_copy:
        heads.append(words.gettext("Translation, not for submission"))
    if paper.draft:
        heads.append(words.gettext("Draft, not final"))
    return Furniture(
        title=paper.generic_title or paper.title,
        language=paper.language,
        head=" · ".join(heads),
        foot=paper.footer,
        numbering=words.gettext("Page {page} of {pages}"),
        # Translators: the large mark across each page of a paper that is not final
        draft=words.gettext("DRAFT") if paper.draft else "",
    )


def render_pdf(paper: Paper, *, day: date) -> bytes:
    """``paper`` as a PDF; ``day`` is the only date in its properties. The same input gives the same bytes.

    Raises NoGlyph where no font has a character, CardTooLong where a prompt card needs a second page."""
    sheet = sheet_for(paper)
    return draw(_pages(paper, sheet), furniture_for(paper), sheet, day=day)


def _pages(paper: Paper, sheet: Sheet) -> tuple[Page, ...]:
    strips = paper_strips(paper, sheet)
    if paper.style is not Style.CARD:
        return pages(strips, TEXT_HEIGHT)
    made = pages(tightened(strips, TEXT_HEIGHT), TEXT_HEIGHT)
    if len(made) > 1 and not paper.reading_copy:
        raise CardTooLong(TOO_LONG, lines=sum(len(page) for page in made[1:]))
    return made


def render_side_by_side(zh: Paper, en: Paper, *, day: date) -> bytes:
    """Both languages in two columns, block beside block: for reading, never for submission.

    Raises ProgramFault where the two do not have the same blocks, NoGlyph where no font has a character."""
    pairs = pair(zh, en)
    left, right = column_sheet_for(zh), column_sheet_for(en)
    offset = COLUMN_WIDTH + GUTTER
    strips = beside(title_strips(zh.title, left), title_strips(en.title, right), offset)
    lists = zip(block_strip_lists(zh, left), block_strip_lists(en, right), strict=True)
    for (block, translation), (one, other) in zip(pairs, lists, strict=True):
        found = _level(block, translation, left, right)
        strips += beside(*(found or (one, other)), offset)
    return draw(pages(strips, TEXT_HEIGHT), furniture_for(en), right, day=day)


def _level(one: Block, other: Block, left: Sheet, right: Sheet) -> tuple[list[Strip], list[Strip]] | None:
    """Two tables of as many rows with their rows side by side; None for anything else."""
    kinds = (Table, KeyValueTable)
    if not (isinstance(one, kinds) and isinstance(other, kinds)):
        return None
    counts = line_counts(one, left), line_counts(other, right)
    if len(counts[0]) != len(counts[1]):
        return None
    least = [max(pair_of) for pair_of in zip(*counts, strict=True)]
    return _at_least(one, left, least), _at_least(other, right, least)


def _at_least(block: Table | KeyValueTable, sheet: Sheet, least: Sequence[int]) -> list[Strip]:
    return table_strips(block, sheet, least) if isinstance(block, Table) else key_value_strips(block, sheet, least)
