"""The bundled fonts: which one has a character, how wide it is, and how it is embedded.

A face is read when the first character that needs it is met, and once in a process.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from caseapp.errors import NotReady
from caseapp.i18n import N_
from caseapp.paths import resource

NO_FONT = N_(
    "One character ({code}) is in none of the fonts. To avoid printing a box nothing was printed. "
    "Choose another form of the character, or let the client write it by hand."
)


class NoGlyph(NotReady):
    """A character that no bundled font has. The message names its code point only, never the text around it."""

    def __init__(self, character: str) -> None:
        super().__init__(NO_FONT, code=f"U+{ord(character):04X}")
        self.character = character


class Family(Enum):
    SERIF = "Serif"
    SANS = "Sans"


class Glyph(NamedTuple):
    """Where a character is drawn from, and its width as a share of the type size."""

    face: str
    advance: float
    stroked: bool
    """Bold is imitated by a stroke, the bold face not having it."""


class EmbeddedFace(TTFont):
    """A TrueType face whose text can be copied and searched beyond U+FFFF.

    ReportLab writes the code points above U+FFFF as if they had four hexadecimal digits, so 𠮷 (U+20BB7) reads back as
    ₻. ISO 32000-1, 9.10.3 asks for UTF-16BE."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  (ReportLab's spelling)
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("ascii")
            stream = doc.idToObject["toUnicodeCMap:" + name]
            assert isinstance(stream, PDFStream)
            stream.content = to_unicode(name, subset)


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """The ToUnicode map of a font whose byte ``n`` shows the character ``subset[n]``."""
    rows = [f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset)]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]  # 100 is the most a block may hold
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(row for block in blocks for row in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


@cache
def face(name: str) -> EmbeddedFace:
    """The face in ``resources/fonts/NAME.ttf``, known to ReportLab under the same name."""
    made = EmbeddedFace(name, str(resource("fonts", f"{name}.ttf")), asciiReadable=0)
    pdfmetrics.registerFont(made)
    return made


class Chain(dict[str, Glyph]):
    """Characters and where to draw them from. The first face that has the character serves; each is looked up once."""

    def __init__(self, faces: Sequence[tuple[str, bool]]) -> None:
        super().__init__()
        self._faces = tuple(faces)
        self.first = self._faces[0][0]

    def __missing__(self, character: str) -> Glyph:
        if character == "\n":
            return Glyph(self.first, 0.0, False)
        code = ord(character)
        if unicodedata.category(character) not in UNPRINTABLE:
            for name, stroked in self._faces:
                widths = face(name).face.charWidths
                if code in face(name).face.charToGlyph:
                    found = Glyph(name, widths[code] / 1000, stroked)
                    self[character] = found
                    return found
        raise NoGlyph(character)


UNPRINTABLE = ("Cc", "Cs", "Co", "Cn")
"""Control characters, halves of characters, private and unassigned ones."""
RARE = "RareKai-Regular"


@cache
def chain(family: Family, language: str, *, bold: bool = False) -> Chain:
    """The faces tried for a text, in order. English starts with proportional quotation marks."""
    other = Family.SANS if family is Family.SERIF else Family.SERIF
    own, latin = f"Noto{family.value}SC", f"Noto{family.value}SC-Latin"
    last = [(RARE, bold), (f"Noto{other.value}SC-Regular", bold)]
    faces = [(f"{own}-Regular", bold), *last]
    if bold:
        faces.insert(0, (f"{own}-Bold", False))
    if language == "en":
        faces.insert(0, (f"{latin}-Bold" if bold else f"{latin}-Regular", False))
    return Chain(faces)


_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
_MARKED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")

HALVES = {
    f"Noto{family.value}SC-{weight}": f"Noto{family.value}SC-Half-{weight}"
    for family in Family
    for weight in ("Regular", "Bold")
}
"""The faces that have full-width marks on half their width."""
_OPEN, _CLOSE = "（《〈“‘【〔「『［｛", "，。、；：）》〉”’】〕」』］｝"
_MARKS_MEET = re.compile(f"[{_OPEN}](?=[{_OPEN}])|[{_CLOSE}](?=[{_CLOSE}{_OPEN}])")


def printable(text: str) -> str:
    """``text`` as it is drawn: marks without width left out, accents joined to their letters, one kind of line end.

    Han characters are never exchanged for others (compatibility ideographs stay what they are)."""
    if text.isascii() and text.isprintable():
        return text
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    text = _UNSEEN.sub("", text)
    return _MARKED.sub(lambda found: unicodedata.normalize("NFC", found.group()), text)


def refuse_controls(text: str) -> str:
    """``text``, if every character in it is one that can be written. Raises NoGlyph."""
    for character in text:
        if character not in "\n\t" and unicodedata.category(character) in UNPRINTABLE:
            raise NoGlyph(character)
    return text


class Run(NamedTuple):
    """Characters drawn from one face. ``width`` is a share of the type size."""

    text: str
    face: str
    stroked: bool
    width: float


def close_up(text: str, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """``glyphs`` with a mark of half the width for the first of two full-width marks that meet, as in ”。 and 》（."""
    closed = list(glyphs)
    for found in _MARKS_MEET.finditer(text):
        place = found.start()
        half = HALVES.get(closed[place].face)
        if half and closed[place + 1].advance == 1.0:
            closed[place] = Glyph(face(half).fontName, 0.5, closed[place].stroked)
    return closed


def runs(text: str, glyphs: Sequence[Glyph]) -> Iterator[Run]:
    """``text``, whose characters are drawn as ``glyphs``, cut wherever the face changes."""
    start, width = 0, 0.0
    current: Glyph | None = None
    for place, glyph in enumerate(glyphs):
        if current is not None and (glyph.face != current.face or glyph.stroked != current.stroked):
            yield Run(text[start:place], current.face, current.stroked, width)
            start, width = place, 0.0
        current = glyph
        width += glyph.advance
    if current is not None:
        yield Run(text[start:], current.face, current.stroked, width)
