"""The words of a DOCX as pages of our own: paragraphs and tables, nothing else. Runs in the decoding process.

Layout, pictures, heads, feet and notes are left out, and so is what a tracked change struck out (ECMA-376, part 1, 17).
Nothing the file refers to is looked for, and XML that declares anything of its own is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from typing import IO
from xml.parsers import expat

from caseapp.letters.blocks import FORM, Block, Paper, Paragraph, Sentence, Spacer, Style, Table, line
from caseapp.paper.foreign_reading import Refused

MOST_MEMBERS = 1_000
MOST_UNPACKED = 200 << 20
MOST_RATIO = 100
SMALL = 100_000
"""Bytes under which an archive may unpack to as much as one of that size."""
MOST_READ = 64 << 20
"""Bytes of XML read."""
MOST_SHOWN = 120_000
"""Characters shown; the file tells how much more there is only by being longer."""
MOST_DEEP = 256
MOST_CELLS = 8
"""Cells of a row set as a table; more stand one after the other."""
LONGEST_CELL = 600
"""Characters of a cell set in a table: a longer row stands one after the other, since no row is parted."""
GAP = 5
"""Points between paragraphs."""
_BODY = "word/document.xml"
_CHUNK = 1 << 16

Row = tuple[str, ...]
Piece = str | tuple[Row, ...]
"""A paragraph, or the rows of a table."""


class _Enough(Exception):
    """As much was read as is shown."""


def text_pdf(content: bytes) -> tuple[bytes, bool]:
    """The words as a PDF, and whether there are more of them than are shown. Raises :class:`Refused`."""
    from caseapp.paper.pdf import render_pdf

    pieces, cut = words_of(content)
    paper = Paper("text", "zh_CN", "", tuple(_blocks(pieces)), style=Style.REPORT, generic_title="text")
    return render_pdf(paper, day=date(2000, 1, 1)), cut


def words_of(content: bytes) -> tuple[tuple[Piece, ...], bool]:
    """Paragraphs and tables in their order, and whether there are more. Raises :class:`Refused`."""
    reading = _Reading()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _look_at(archive.infolist(), len(content))
            with archive.open(_BODY) as body:
                cut = reading.read(body)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, EOFError, OSError, ValueError, expat.ExpatError):
        raise Refused("broken") from None
    return tuple(reading.pieces), cut


def _look_at(members: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(size, SMALL):
        raise Refused("bomb")


class _Reading:
    """Follows the elements of a document by their names; what it does not know it passes through."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._open: list[str] = []
        self._unseen = 0
        self._tables = 0
        self._rows: list[Row] = []
        self._cells: list[str] = []
        self._paragraphs: list[str] = []
        self._said: list[str] = []
        self._shown = 0

    def read(self, body: IO[bytes]) -> bool:
        """Read the XML; whether there is more than is shown."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        read = 0
        try:
            while chunk := body.read(_CHUNK):
                read += len(chunk)
                if read > MOST_READ:
                    raise Refused("bomb")
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except _Enough:
            self._close_all()
            return True
        return False

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        element = name.rpartition(" ")[2]
        self._open.append(element)
        if len(self._open) > MOST_DEEP:
            raise Refused("broken")
        if element in ("moveFrom", "Fallback"):  # said again where it went; said twice for older programs
            self._unseen += 1
        elif element == "tbl":
            self._tables += 1
        elif element == "tab":
            self._said.append(" ")
        elif element in ("br", "cr"):
            self._said.append("\n")

    def _end(self, name: str) -> None:
        element = name.rpartition(" ")[2]
        self._open.pop()
        if element in ("moveFrom", "Fallback"):
            self._unseen -= 1
        elif element == "p":
            self._paragraph()
        elif element == "tc" and self._tables == 1:
            self._cells.append("\n".join(filter(None, self._paragraphs)))
            self._paragraphs.clear()
        elif element == "tr" and self._tables == 1:
            self._rows.append(tuple(self._cells))
            self._cells.clear()
        elif element == "tbl":
            self._tables -= 1
            if not self._tables:
                self._table()

    def _text(self, data: str) -> None:
        if self._unseen or not self._open or self._open[-1] != "t":
            return
        room = MOST_SHOWN - self._shown
        self._said.append(data[:room])
        self._shown += len(data)
        if len(data) > room:
            raise _Enough

    def _paragraph(self) -> None:
        said = "".join(self._said).strip()
        self._said.clear()
        if self._tables:
            self._paragraphs.append(said)
        elif said:
            self.pieces.append(said)

    def _table(self) -> None:
        if self._rows:
            self.pieces.append(tuple(self._rows))
            self._rows = []

    def _close_all(self) -> None:
        self._paragraph()
        if self._tables:
            self._cells.append("\n".join(filter(None, self._paragraphs)))
            self._rows.append(tuple(self._cells))
            self._table()


def _refuse(*_declared: object) -> None:
    raise Refused("broken")


def _blocks(pieces: tuple[Piece, ...]) -> Iterator[Block]:
    for number, piece in enumerate(pieces):
        yield Spacer(f"s{number}", GAP)
        if isinstance(piece, str):
            yield Paragraph(f"p{number}", line(_drawn(piece)), indent=False)
            continue
        wide = max(len(row) for row in piece)
        if 0 < wide <= MOST_CELLS and all(len(cell) <= LONGEST_CELL for row in piece for cell in row):
            rows = tuple((*row, *[""] * (wide - len(row))) for row in piece)
            yield Table(f"t{number}", (), tuple(tuple(Sentence(_drawn(cell), FORM) for cell in row) for row in rows))
        else:
            for at, row in enumerate(piece):
                yield Paragraph(f"t{number}r{at}", line(_drawn(" | ".join(row))), indent=False)


def _drawn(text: str) -> str:
    """What a font has; a character that none has is a box."""
    from caseapp.paper.fonts import Family, NoGlyph, chain, printable

    faces = chain(Family.SANS, "zh_CN")

    def seen(character: str) -> str:
        try:
            _glyph = faces[character]
        except NoGlyph:
            return "\u25a1"
        return character

    return "".join(seen(character) for character in printable(text))
