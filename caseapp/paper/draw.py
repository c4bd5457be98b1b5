"""Pages to a PDF file, on ReportLab's bare canvas.

No markup, no paragraph objects: every text is drawn as it is. The file says nothing about who made it, where or at
what hour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from caseapp.letters.blocks import line
from caseapp.paper.flow import Page
from caseapp.paper.sheet import CM, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TEXT_WIDTH, Sheet
from caseapp.paper.strips import Bar, Rule, Words
from caseapp.paper.typeset import set_lines

EDGE = 1.5 * CM
"""From the edge of the page to the line in its head or foot."""
SMALL = 10.0
DRAFT_SIZE, DRAFT_GREY = 130.0, 0.9
STROKE = 0.5
"""Width of the stroke that imitates bold."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What every page carries beside its text, in the words of the paper's language."""

    title: str
    """Of the file, not drawn."""
    language: str
    head: str = ""
    foot: str = ""
    numbering: str = "{page}/{pages}"
    draft: str = ""


def draw(pages: Sequence[Page], furniture: Furniture, sheet: Sheet, *, day: date) -> bytes:
    """The file. The same input gives the same bytes."""
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=sheet.glyphs()[" "].face,  # type: ignore[arg-type]  # the stub says float; else Helvetica is listed
        lang="en" if furniture.language == "en" else "zh-CN",
    )
    _describe(canvas, furniture.title, day)
    for number, page in enumerate(pages, start=1):
        if furniture.draft:
            _draft_mark(canvas, furniture.draft, sheet)
        _rules(canvas, page)
        canvas.setLineWidth(STROKE)
        pen = Pen(canvas)
        for placed in page:
            top = PAGE_HEIGHT - MARGIN - placed.y
            for mark in placed.strip.marks:
                if isinstance(mark, Words):
                    pen.write(mark, MARGIN, top)
        _head_and_foot(pen, furniture, sheet, number, len(pages))
        pen.lift()
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _describe(canvas: Canvas, title: str, day: date) -> None:
    """Title and day. No author, program, host or hour."""
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("")
    canvas.setProducer("")
    canvas.setDateFormatter(lambda *_: f"D:{day:%Y%m%d}")


class _State(NamedTuple):
    face: str = ""
    size: float = 0.0
    spread: float = 0.0
    stroked: bool = False


class Pen:
    """Writes lines into one text object, changing only what differs from the line before."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._text: PDFTextObject = canvas.beginText()
        self._state = _State()

    def write(self, words: Words, left: float, top: float) -> None:
        x, y = left + words.x, top - words.y
        for run in words.runs:
            self._change(_State(run.face, words.size, words.spread, run.stroked))
            self._text.setTextOrigin(x, y)
            self._text.textOut(run.text)
            x += run.width * words.size + words.spread * len(run.text)

    def _change(self, wanted: _State) -> None:
        text, had = self._text, self._state
        if (wanted.face, wanted.size) != (had.face, had.size):
            text.setFont(wanted.face, wanted.size)
        if wanted.spread != had.spread:
            text.setCharSpace(wanted.spread)
        if wanted.stroked != had.stroked:
            text.setTextRenderMode(2 if wanted.stroked else 0)
        self._state = wanted

    def lift(self) -> None:
        self._canvas.drawText(self._text)


def _rules(canvas: Canvas, page: Page) -> None:
    for placed in page:
        top = PAGE_HEIGHT - MARGIN - placed.y
        for mark in placed.strip.marks:
            if isinstance(mark, Rule):
                canvas.setLineWidth(mark.thick)
                canvas.setDash((6, 4) if mark.dashed else ())
                canvas.line(MARGIN + mark.x, top - mark.y, MARGIN + mark.to_x, top - mark.to_y)
            elif isinstance(mark, Bar):
                canvas.setFillGray(mark.grey)
                canvas.rect(MARGIN + mark.x, top - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
                canvas.setFillGray(0)


def _small(text: str, sheet: Sheet, share: float, baseline: float) -> Words:
    """One small line; ``share`` 0 sets it at the left, 0.5 in the middle, 1 at the right."""
    (first, *_) = set_lines(line(text), sheet, SMALL, TEXT_WIDTH)
    return Words((TEXT_WIDTH - first.width) * share, baseline, SMALL, first.runs)


def _head_and_foot(pen: Pen, furniture: Furniture, sheet: Sheet, page: int, pages: int) -> None:
    if furniture.head:
        pen.write(_small(furniture.head, sheet, 1, EDGE), MARGIN, PAGE_HEIGHT)
    if furniture.foot:
        pen.write(_small(furniture.foot, sheet, 0, PAGE_HEIGHT - EDGE), MARGIN, PAGE_HEIGHT)
    if pages > 1:
        told = furniture.numbering.format(page=page, pages=pages)
        pen.write(_small(told, sheet, 1 if furniture.foot else 0.5, PAGE_HEIGHT - EDGE), MARGIN, PAGE_HEIGHT)


def _draft_mark(canvas: Canvas, word: str, sheet: Sheet) -> None:
    (first, *_) = set_lines(line(word), sheet, DRAFT_SIZE, PAGE_HEIGHT, bold=True)
    canvas.saveState()
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(50)
    canvas.setFillGray(DRAFT_GREY)
    pen = Pen(canvas)
    pen.write(Words(-first.width / 2, 0, DRAFT_SIZE, first.runs), 0, -DRAFT_SIZE / 3)
    pen.lift()
    canvas.restoreState()
