"""A paper as blocks: what prints, in order, and what each sentence rests on. Nothing here draws.

Every text is literal: no markup, no escapes. ``<b>`` prints as ``<b>``. A block's ``id`` is stable: the Chinese paper
and its English reading copy use the same ids in the same order, which is how they are laid side by side and how a
reader gets from a sentence to its reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import zip_longest

from caseapp.errors import ProgramFault


@dataclass(frozen=True, slots=True)
class RestsOn:
    """Why a sentence may be said. All empty and no flag set: nobody has said why, and the paper is not ready."""

    facts: tuple[str, ...] = ()
    """Keys of facts or spells."""
    visits: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    """Ids of provisions whose text is held."""
    deadlines: tuple[str, ...] = ()
    """Ids of derived deadlines."""
    by_hand: bool = False
    """Typed by the caseworker and confirmed by the client."""
    request: bool = False
    """What the client wants: rests on her will alone."""
    form: bool = False
    """Fixed wording of this kind of paper."""
    account: bool = field(default=False, repr=False)
    """Said by word of mouth: prints as by the client's account. The words show it; it is no part of a letter's digest."""

    @property
    def stated(self) -> bool:
        """Whether any reason is given."""
        return self not in (RestsOn(), RestsOn(account=True))


FORM = RestsOn(form=True)
REQUEST = RestsOn(request=True)
BY_HAND = RestsOn(by_hand=True)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The smallest piece that has its own reasons."""

    text: str
    rests_on: RestsOn = FORM
    bold: bool = False


Line = tuple[Sentence, ...]
"""Sentences that run on without a break between them."""


def line(text: str, rests_on: RestsOn = FORM, *, bold: bool = False) -> Line:
    """One sentence as a line."""
    return (Sentence(text, rests_on, bold),)


class Align(Enum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Numbering(Enum):
    """How a list counts: not at all, ``1.`` or ``一、``. In English both count ``1.``."""

    PLAIN = "plain"
    ARABIC = "arabic"
    CHINESE = "chinese"


class Style(Enum):
    LETTER = "letter"
    """Serif, 14 pt, first lines indented."""
    CARD = "card"
    """Sans, 16 pt, one page or not at all."""
    REPORT = "report"
    """Sans, 12 pt."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section head, or a subtitle centred under the title."""

    id: str
    text: str
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``indent``: the first line is indented by two characters (in Chinese papers)."""

    id: str
    sentences: Line
    indent: bool = True
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Labelled:
    """A bold label and what belongs to it; the second and later lines stand below the first (prompt card).

    ``close``: set close to the block before, with which it forms one group."""

    id: str
    label: str
    lines: tuple[Line, ...]
    close: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    id: str
    items: tuple[Line, ...]
    numbering: Numbering = Numbering.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table. ``widths`` are shares of the line, one a column (equal when empty); ``header`` repeats on each page.

    ``numeric`` names the columns (from 0) set flush right."""

    id: str
    header: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    widths: tuple[int, ...] = ()
    numeric: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        columns = len(self.header) or (len(self.rows[0]) if self.rows else 0)
        if any(len(row) != columns for row in self.rows) or len(self.widths) not in (0, columns):
            raise ProgramFault("The rows of table {block} differ in length.", block=self.id)


@dataclass(frozen=True, slots=True)
class KeyValueTable:
    """A ruled table of two columns: what, and its value."""

    id: str
    rows: tuple[tuple[str, Sentence], ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """此致 on a line of its own, then the organ's full name flush left. In English the salutation may be empty."""

    id: str
    salutation: str
    organ: str


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Names, room to sign and the day, set at the right. Never parted, and kept with the addressee before it."""

    id: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attachments:
    """The list of annexes under its own line, such as 附件（均为复印件，共12页）：."""

    id: str
    heading: str
    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ReceiptStrip:
    """What the office tears off: a dashed line, 收件回执, one sentence, and places to fill in. Kept on one page."""

    id: str
    title: str
    text: str
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty room, in points (1/72 inch)."""

    id: str
    points: int = 12


@dataclass(frozen=True, slots=True)
class PageBreak:
    id: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. ``shown`` is the protected figure as text; ``value`` the protected number drawn, None where withheld."""

    label: str
    value: int | None
    shown: str


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A bar chart of figures that have already been protected. ``note`` says how, under the chart."""

    id: str
    title: str
    bars: tuple[Bar, ...]
    note: str = ""


Block = (
    Heading
    | Paragraph
    | Labelled
    | Items
    | Table
    | KeyValueTable
    | Addressee
    | SignatureBlock
    | Attachments
    | ReceiptStrip
    | Spacer
    | PageBreak
    | ChartBlock
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, ready to be drawn on A4.

    ``generic_title`` is the only title that goes into the file's properties; it never holds data of a case."""

    kind: str
    language: str
    """``zh_CN`` or ``en``."""
    title: str
    blocks: tuple[Block, ...]
    style: Style = Style.LETTER
    draft: bool = False
    """Marked 草稿 / DRAFT on each page."""
    reading_copy: bool = False
    """A translation, headed as not for submission."""
    footer: str = ""
    """A line at the foot of each page, beside the page number."""
    generic_title: str = ""
    page_size: str = "A4"

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for block in self.blocks:
            if block.id in seen:
                raise ProgramFault("Two blocks of one paper share the id {block}.", block=block.id)
            seen.add(block.id)


def sentences(block: Block) -> Iterator[Sentence]:
    """Every sentence of a block that carries reasons, in reading order."""
    match block:
        case Paragraph():
            yield from block.sentences
        case Labelled():
            for each in block.lines:
                yield from each
        case Items() | Attachments():
            for each in block.items:
                yield from each
        case Table():
            for row in block.rows:
                yield from row
        case KeyValueTable():
            yield from (value for _, value in block.rows)
        case _:
            return


def pair(zh: Paper, en: Paper) -> tuple[tuple[Block, Block], ...]:
    """The blocks of two papers that say the same, side by side.

    Raises ProgramFault where the two do not have the same block ids in the same order."""
    left, right = [block.id for block in zh.blocks], [block.id for block in en.blocks]
    if left != right:
        odd = next(a or b for a, b in zip_longest(left, right, fillvalue="") if a != b)
        raise ProgramFault("The two languages of a paper part at block {block}.", block=odd)
    return tuple(zip(zh.blocks, en.blocks, strict=True))
