"""Blocks to strips: how each kind of block is set."""

from __future__ import annotations

from collections.abc import Sequence

from caseapp.letters.blocks import (
    Addressee,
    Align,
    Attachments,
    Block,
    ChartBlock,
    Heading,
    Items,
    KeyValueTable,
    Labelled,
    Line,
    Numbering,
    PageBreak,
    Paper,
    Paragraph,
    ReceiptStrip,
    Sentence,
    SignatureBlock,
    Spacer,
    Table,
    line,
)
from caseapp.paper.chart import chart_strips
from caseapp.paper.sheet import Sheet
from caseapp.paper.strips import Rule, Strip, after, kept, shifted
from caseapp.paper.table import key_value_strips, table_strips
from caseapp.paper.typeset import place, set_lines

BLANK = "＿"
"""The character of a place to fill in by hand."""
DIGITS = "零一二三四五六七八九"
CLOSES_LETTER = (Addressee, SignatureBlock)


def paper_strips(paper: Paper, sheet: Sheet) -> list[Strip]:
    """The title and every block."""
    strips = title_strips(paper.title, sheet)
    for strip_list in block_strip_lists(paper, sheet):
        strips += strip_list
    return strips


def block_strip_lists(paper: Paper, sheet: Sheet) -> list[list[Strip]]:
    """The strips of each block. A signature never stands on a page without the end of the text above it."""
    lists: list[list[Strip]] = []
    for number, block in enumerate(paper.blocks):
        strips = block_strips(block, sheet)
        following = paper.blocks[number + 1] if number + 1 < len(paper.blocks) else None
        if isinstance(following, CLOSES_LETTER) and strips and not strips[-1].new_page:
            strips[-1] = strips[-1]._replace(keep=True)
        lists.append(strips)
    return lists


def title_strips(title: str, sheet: Sheet) -> list[Strip]:
    """The title, bold and centred."""
    if not title:
        return []
    lines = set_lines(line(title), sheet, sheet.title, sheet.width, bold=True)
    strips = place(lines, sheet, sheet.title, width=sheet.width, align=Align.CENTRE, leading=sheet.title * 1.3)
    strips[-1] = strips[-1]._replace(height=strips[-1].height + sheet.body / 2)
    return kept(strips, with_next=True)


def block_strips(block: Block, sheet: Sheet) -> list[Strip]:
    """One block on a sheet."""
    match block:
        case Heading():
            return heading_strips(block, sheet)
        case Paragraph():
            return paragraph_strips(block, sheet)
        case Labelled():
            return labelled_strips(block, sheet)
        case Items():
            return item_strips(block.items, block.numbering, sheet)
        case Table():
            return table_strips(block, sheet)
        case KeyValueTable():
            return key_value_strips(block, sheet)
        case Addressee():
            return addressee_strips(block, sheet)
        case SignatureBlock():
            return signature_strips(block, sheet)
        case Attachments():
            return attachment_strips(block, sheet)
        case ReceiptStrip():
            return receipt_strips(block, sheet)
        case ChartBlock():
            return chart_strips(block, sheet)
        case Spacer():
            return [Strip(0.0), Strip(0.0, gap=float(block.points))]
        case PageBreak():
            return [Strip(0.0, new_page=True)]


def text(
    words: Line, sheet: Sheet, *, indent: float = 0.0, first: float = 0.0, align: Align = Align.LEFT, bold: bool = False
) -> list[Strip]:
    """Body text; ``indent`` moves every line to the right, ``first`` the first line further."""
    width = sheet.width - indent
    lines = set_lines(words, sheet, sheet.body, width, first=first, bold=bold)
    return place(lines, sheet, sheet.body, x=indent, width=width, first=first, align=align)


def heading_strips(block: Heading, sheet: Sheet) -> list[Strip]:
    centred = block.align is Align.CENTRE
    size = sheet.body if centred else sheet.head
    lines = set_lines(line(block.text), sheet, size, sheet.width, bold=not centred)
    strips = place(lines, sheet, size, width=sheet.width, align=block.align)
    return after(0.0 if centred else sheet.body / 2, kept(strips, with_next=True))


def paragraph_strips(block: Paragraph, sheet: Sheet) -> list[Strip]:
    first = 2 * sheet.body if block.indent and sheet.chinese and block.align is Align.LEFT else 0.0
    strips = text(block.sentences, sheet, first=first, align=block.align)
    return strips if sheet.chinese and not sheet.group_gap else after(sheet.group_gap or sheet.body / 3, strips)


def labelled_strips(block: Labelled, sheet: Sheet) -> list[Strip]:
    space = "　" if sheet.chinese else "  "
    label = Sentence(block.label + space, bold=True)
    own = block.lines[0] if block.lines else ()
    strips = text((label, *own), sheet)
    inset = sum(run.width for one in set_lines((label,), sheet, sheet.body, sheet.width) for run in one.runs) * sheet.body
    inset = min(inset, sheet.width / 3)
    for words in block.lines[1:]:
        strips += text(words, sheet, indent=inset)
    return after(0.0 if block.close else sheet.group_gap, kept(strips) if len(strips) < 6 else strips)


def numeral(number: int) -> str:
    """A count from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones or not tens else "")


def marker(number: int, numbering: Numbering, sheet: Sheet) -> str:
    if numbering is Numbering.PLAIN:
        return ""
    if numbering is Numbering.CHINESE and sheet.chinese:
        return f"{numeral(number)}、"
    return f"{number}. "


def item_strips(items: Sequence[Line], numbering: Numbering, sheet: Sheet) -> list[Strip]:
    hang = 0.0 if numbering is Numbering.PLAIN else sheet.body * (2.0 if numbering is Numbering.CHINESE else 1.5)
    hang = hang if sheet.chinese or not hang else sheet.body * 1.5
    strips: list[Strip] = []
    for number, words in enumerate(items, start=1):
        mark = marker(number, numbering, sheet)
        own = text(words, sheet, indent=hang)
        if mark:
            (lead,) = set_lines(line(mark.rstrip()), sheet, sheet.body, sheet.width)[:1]
            drawn = place([lead], sheet, sheet.body, width=sheet.width)[0].marks
            own[0] = own[0]._replace(marks=drawn + own[0].marks)
        strips += own if sheet.chinese else after(sheet.body / 4, own)
    return strips


def addressee_strips(block: Addressee, sheet: Sheet) -> list[Strip]:
    strips: list[Strip] = []
    if block.salutation:
        strips += text(line(block.salutation), sheet, indent=2 * sheet.body if sheet.chinese else 0.0)
    strips += text(line(block.organ), sheet)
    return kept(after(0.0 if sheet.chinese else sheet.body, strips), with_next=True)


def signature_strips(block: SignatureBlock, sheet: Sheet) -> list[Strip]:
    """The lines share one left edge; the longest ends at the right margin. A line to sign on gets more room."""
    sets = [set_lines(line(words), sheet, sheet.body, sheet.width) for words in block.lines]
    x = max(0.0, sheet.width - max((one.width for lines in sets for one in lines), default=0.0))
    strips: list[Strip] = []
    for words, lines in zip(block.lines, sets, strict=True):
        leading = sheet.leading(sheet.body) * (1.6 if BLANK in words or "__" in words else 1.0)
        strips += place(lines, sheet, sheet.body, x=x, width=sheet.width - x, leading=leading)
    return after(sheet.body, kept(strips))


def attachment_strips(block: Attachments, sheet: Sheet) -> list[Strip]:
    head = kept(text(line(block.heading), sheet), with_next=True)
    return after(sheet.body, head + item_strips(block.items, Numbering.ARABIC, sheet))


def receipt_strips(block: ReceiptStrip, sheet: Sheet) -> list[Strip]:
    dashes = Strip(sheet.body, (Rule(0, 0, sheet.width, 0, 0.75, dashed=True),))
    head = set_lines(line(block.title), sheet, sheet.head, sheet.width, bold=True)
    strips = [dashes, *place(head, sheet, sheet.head, width=sheet.width, align=Align.CENTRE)]
    strips += text(line(block.text), sheet)
    strips += after(sheet.body / 2, blank_strips(block.blanks, sheet))
    return after(2 * sheet.body, kept(strips))


def blank_strips(blanks: Sequence[str], sheet: Sheet) -> list[Strip]:
    """Places to fill in, as many on a line as fit whole, with room for a seal."""
    leading, space = sheet.leading(sheet.body) * 1.4, 1.5 * sheet.body
    rows: list[Strip] = []
    x = 0.0
    for blank in blanks:
        lines = set_lines(line(blank), sheet, sheet.body, sheet.width)
        strips = place(lines, sheet, sheet.body, width=sheet.width, leading=leading)
        if rows and len(strips) == 1 and x + lines[0].width <= sheet.width:
            rows[-1] = rows[-1]._replace(marks=rows[-1].marks + tuple(shifted(mark, x) for mark in strips[0].marks))
            x += lines[0].width + space
        else:
            rows += strips
            x = lines[-1].width + space
    return rows
