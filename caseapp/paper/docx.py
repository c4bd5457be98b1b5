"""Papers as DOCX files: the same blocks, for those who must change a word before signing.

Text is text: nothing in it becomes a field, a link or a style. The fonts are named, not embedded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as DocxTable
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from caseapp.letters import blocks
from caseapp.letters.blocks import Align, Line, Numbering, Paper, Sentence, line, pair
from caseapp.paper.fonts import Family, printable, refuse_controls
from caseapp.paper.layout import marker
from caseapp.paper.office_file import clean_bytes
from caseapp.paper.pdf import furniture_for
from caseapp.paper.sheet import COLUMN_WIDTH, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Sheet, column_sheet_for, sheet_for

FONTS = {Family.SERIF: ("Times New Roman", "宋体"), Family.SANS: ("Arial", "黑体")}
"""Latin and Chinese face; every office program has them or puts a like one in their place."""
ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.JUSTIFY,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def render_docx(paper: Paper, *, day: date) -> bytes:
    """``paper`` as a DOCX; ``day`` is the only date in its properties. The same input gives the same bytes."""
    sheet = sheet_for(paper)
    document = _blank(paper)
    writer = Writer(document, sheet)
    writer.title(paper.title)
    for block in paper.blocks:
        writer.block(block)
    return _file(document, paper, day)


def render_docx_side_by_side(zh: Paper, en: Paper, *, day: date) -> bytes:
    """Both languages in two columns, block beside block: for reading, never for submission."""
    document = _blank(en)
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    left, right = column_sheet_for(zh), column_sheet_for(en)
    cells = _row(table)
    Writer(cells[0], left).title(zh.title)
    Writer(cells[1], right).title(en.title)
    for one, other in pair(zh, en):
        cells = _row(table)
        Writer(cells[0], left).block(one)
        Writer(cells[1], right).block(other)
    return _file(document, en, day)


def _row(table: DocxTable) -> tuple[Cell, Cell]:
    first, second = table.add_row().cells  # type: ignore[no-untyped-call]
    for cell in (first, second):
        cell.width = Pt(COLUMN_WIDTH)
    return first, second


def _blank(paper: Paper) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Pt(PAGE_WIDTH), Pt(PAGE_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(MARGIN)
    sheet, furniture = sheet_for(paper), furniture_for(paper)
    if furniture.head:
        _write(section.header.paragraphs[0], line(furniture.head), sheet, 10)
        section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if furniture.foot:
        _write(foot, line(furniture.foot + "　"), sheet, 10)
    before, between, last = furniture.numbering.replace("{pages}", "{page}").split("{page}")
    for words, field in ((before, "PAGE"), (between, "NUMPAGES"), (last, "")):
        _write(foot, line(words), sheet, 10)
        if field:
            _field(foot, field)
    return document


def _file(document: Document, paper: Paper, day: date) -> bytes:
    title = paper.generic_title or paper.title
    return clean_bytes(document, title=title, language="en" if paper.language == "en" else "zh-CN", day=day)


def _field(paragraph: DocxParagraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _write(paragraph: DocxParagraph, words: Line, sheet: Sheet, size: float, *, bold: bool = False) -> None:
    latin, chinese = FONTS[sheet.family]
    for sentence in words:
        run = paragraph.add_run(refuse_controls(printable(sentence.text)))
        run.bold = True if bold or sentence.bold else None
        run.font.size, run.font.name = Pt(size), latin
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), chinese)


class Writer:
    """Writes blocks into a document or a cell."""

    def __init__(self, into: Document | Cell, sheet: Sheet) -> None:
        self._into = into
        self._sheet = sheet
        self._fresh = isinstance(into, Cell)

    def title(self, text: str) -> None:
        self._paragraph(
            line(text), size=self._sheet.title, align=Align.CENTRE, bold=True, below=self._sheet.body / 2, keep=True
        )

    def block(self, block: blocks.Block) -> None:
        body = self._sheet.body
        match block:
            case blocks.Heading(text=text, align=align):
                centred = align is Align.CENTRE
                size = body if centred else self._sheet.head
                self._paragraph(line(text), size=size, align=align, bold=not centred, above=body / 2, keep=True)
            case blocks.Paragraph():
                first = 2 * body if block.indent and self._sheet.chinese and block.align is Align.LEFT else 0
                self._paragraph(block.sentences, align=block.align, first=first, below=0 if self._sheet.chinese else 6)
            case blocks.Labelled():
                self._labelled(block)
            case blocks.Items():
                self._items(block.items, block.numbering)
            case blocks.Table():
                self._table(block.header, block.rows, block.widths, block.numeric)
            case blocks.KeyValueTable():
                self._table((), tuple((Sentence(key), value) for key, value in block.rows), (1, 3), frozenset())
            case blocks.Addressee():
                if block.salutation:
                    self._paragraph(line(block.salutation), left=2 * body if self._sheet.chinese else 0, keep=True)
                self._paragraph(line(block.organ), keep=True)
            case blocks.SignatureBlock():
                self._signature(block)
            case blocks.Attachments():
                self._paragraph(line(block.heading), above=body, keep=True)
                self._items(block.items, Numbering.ARABIC)
            case blocks.ReceiptStrip():
                self._receipt(block)
            case blocks.Spacer():
                self._paragraph((), above=block.points, size=1)
            case blocks.PageBreak():
                if not isinstance(self._into, Cell):
                    self._paragraph(()).add_run().add_break(WD_BREAK.PAGE)
            case blocks.ChartBlock():
                self._chart(block)

    def _paragraph(
        self,
        words: Line,
        *,
        size: float = 0.0,
        align: Align = Align.LEFT,
        bold: bool = False,
        left: float = 0.0,
        first: float = 0.0,
        above: float = 0.0,
        below: float = 0.0,
        keep: bool = False,
    ) -> DocxParagraph:
        # A cell is made with one empty paragraph, which the first text takes.
        made = self._into.paragraphs[0] if self._fresh else self._into.add_paragraph()
        self._fresh = False
        setting = made.paragraph_format
        setting.alignment = ALIGNMENTS[align] if self._sheet.chinese or align is not Align.LEFT else WD_ALIGN_PARAGRAPH.LEFT
        setting.left_indent, setting.first_line_indent = Pt(left), Pt(first)
        setting.space_before, setting.space_after = Pt(above), Pt(below)
        own = size or self._sheet.body
        setting.line_spacing_rule, setting.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(self._sheet.leading(own))
        setting.keep_with_next, setting.widow_control = keep, True
        _write(made, words, self._sheet, own, bold=bold)
        return made

    def _labelled(self, block: blocks.Labelled) -> None:
        space = "　" if self._sheet.chinese else "  "
        label, above = Sentence(block.label + space, bold=True), 0 if block.close else self._sheet.group_gap
        self._paragraph((label, *(block.lines[0] if block.lines else ())), above=above)
        for words in block.lines[1:]:
            self._paragraph(words, left=self._sheet.body * (len(block.label) + 1 if self._sheet.chinese else 3))

    def _items(self, items: Sequence[Line], numbering: Numbering) -> None:
        hang = 0.0 if numbering is Numbering.PLAIN else 2 * self._sheet.body
        for number, words in enumerate(items, start=1):
            mark = marker(number, numbering, self._sheet)
            made = self._paragraph((Sentence(mark.rstrip() + "\t"), *words) if mark else words, left=hang, first=-hang)
            if mark:
                made.paragraph_format.tab_stops.add_tab_stop(Pt(hang))

    def _signature(self, block: blocks.SignatureBlock) -> None:
        for number, words in enumerate(block.lines):
            above = self._sheet.body * (1.0 if number == 0 or "＿" in words or "__" in words else 0.0)
            keep = number < len(block.lines) - 1
            made = self._paragraph(line(words), left=self._sheet.width * 0.45, above=above, keep=keep)
            made.alignment = WD_ALIGN_PARAGRAPH.LEFT

    def _receipt(self, block: blocks.ReceiptStrip) -> None:
        head = self._paragraph(line(block.title), align=Align.CENTRE, bold=True, above=2 * self._sheet.body, keep=True)
        border = OxmlElement("w:pBdr")
        top = OxmlElement("w:top")
        for name, value in (("val", "dashed"), ("sz", "6"), ("space", "10"), ("color", "auto")):
            top.set(qn(f"w:{name}"), value)
        border.append(top)
        head._p.get_or_add_pPr().insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
        self._paragraph(line(block.text), keep=True)
        for number, blank in enumerate(block.blanks):
            self._paragraph(line(blank), above=self._sheet.body / 2, keep=number < len(block.blanks) - 1)

    def _table(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[Sentence]],
        widths: Sequence[int],
        numeric: frozenset[int],
    ) -> None:
        columns = len(header) or (len(rows[0]) if rows else 0)
        if not columns:
            return
        made = self._into.add_table(0, columns)
        self._fresh = False
        made.style, made.alignment, made.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        shares = widths or (1,) * columns
        if header:
            self._cells(made, [Sentence(cell, bold=True) for cell in header], shares, frozenset())
            made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in rows:
            self._cells(made, row, shares, numeric)
        self._paragraph((), size=self._sheet.body / 2)

    def _cells(self, table: DocxTable, row: Sequence[Sentence], shares: Sequence[int], numeric: frozenset[int]) -> None:
        made = table.add_row()  # type: ignore[no-untyped-call]
        made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for number, (cell, sentence) in enumerate(zip(made.cells, row, strict=True)):
            cell.width = Pt(self._sheet.width * shares[number] / sum(shares))
            _write(cell.paragraphs[0], (sentence,), self._sheet, self._sheet.table)
            if number in numeric:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _chart(self, block: blocks.ChartBlock) -> None:
        """The figures as a table: an office chart would carry a sheet of numbers with it."""
        self._paragraph(line(block.title), size=self._sheet.table, bold=True, above=self._sheet.body / 2, keep=True)
        rows = tuple((Sentence(bar.label), Sentence(bar.shown)) for bar in block.bars)
        self._table((), rows, (2, 1), frozenset({1}))
        if block.note:
            self._paragraph(line(block.note), size=self._sheet.table)
