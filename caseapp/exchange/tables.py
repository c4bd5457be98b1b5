"""Tables as rows of text: CSV in the encodings and separators people have, and the first visible sheet of an Excel file.

Everything is text: a formula is the text of the formula, never its value, and nothing in a file is ever computed.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from caseapp.errors import PackError
from caseapp.i18n import N_

TABLE_SUFFIXES = (".csv", ".xlsx")
MAX_BYTES = 20 << 20
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_UNPACKED = 200 << 20
MAX_RATIO = 100
MAX_MEMBERS = 1_000
LONGEST_NUMBER = 15
"""Digits an Excel number keeps; a longer one has lost its last digits."""

SEPARATORS = (",", ";", "\t", "，", "|")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\x84\x31\x95\x33", "gb18030"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)  # fmt: skip
TOO_LARGE = N_("The file is larger than this program reads. Divide it.")
MIXED = N_("From this line on the text is in another encoding. Save the file again as UTF-8.")
UNREADABLE = N_("This line cannot be read in any encoding known here. Save the file again as UTF-8.")
NOT_EXCEL = N_("This is no Excel file, or it has a password. Save it as .xlsx without a password.")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number in the file."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file that hold anything; ``sheets_left_out`` are the names of other sheets."""

    rows: tuple[Row, ...]
    sheets_left_out: tuple[str, ...] = ()


def read_table(path: Path, known: Callable[[Sequence[str]], int]) -> Table:
    """The rows of a file. ``known`` counts how many cells of a row are headings, to choose the separator.

    Raises :class:`PackError` naming the row.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError:
        raise PackError(N_("This file cannot be opened. Check that it exists and may be read."), file=path.name) from None
    if len(raw) > MAX_BYTES:
        raise PackError(TOO_LARGE, file=path.name)
    if path.suffix.lower() == ".xlsx":
        return _excel(raw, path.name)
    text = decoded(raw, path.name)
    tables = [_separated(text, separator, path.name) for separator in SEPARATORS]
    return max(tables, key=lambda table: max((known(row.cells) for row in table.rows[:10]), default=0))


def decoded(raw: bytes, file: str) -> str:
    """The text of a CSV file. Raises :class:`PackError` naming the line at which it stops being one encoding."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _in(raw[len(mark) :], encoding, file)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if not raw[: error.start].isascii():
            raise PackError(MIXED, file=file, line=_line(raw, error.start)) from None
    return _in(raw, "gb18030", file)


def _in(raw: bytes, encoding: str, file: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise PackError(UNREADABLE, file=file, line=_line(raw, error.start)) from None


def _line(raw: bytes, position: int) -> int:
    return raw.count(b"\n", 0, position) + 1


def _separated(text: str, separator: str, file: str) -> Table:
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text.replace("\0", "\ufffd"), newline=""), delimiter=separator)
    try:
        for cells in reader:
            _add(rows, reader.line_num, cells, file)
    except csv.Error:
        raise PackError(N_("This row cannot be read. Look for a quotation mark that is not closed."), file=file,
                        line=reader.line_num) from None  # fmt: skip
    return Table(tuple(rows))


def _add(rows: list[Row], line: int, cells: Sequence[str], file: str) -> None:
    plain = tuple(cell.strip() for cell in cells)
    if not any(plain):
        return
    if len(plain) > MAX_COLUMNS or len(rows) >= MAX_ROWS:
        raise PackError(TOO_LARGE, file=file, line=line)
    rows.append(Row(line, plain))


def _excel(raw: bytes, file: str) -> Table:
    _look_inside(raw, file)
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not visible:
            raise PackError(N_("The file has no sheet that can be seen."), file=file)
        rows: list[Row] = []
        for number, cells in enumerate(_cells(visible[0].iter_rows(values_only=True), file), start=1):
            _add(rows, number, cells, file)
        left_out = tuple(sheet.title for sheet in book.worksheets if sheet is not visible[0])
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError, EOFError):
        raise PackError(NOT_EXCEL, file=file) from None
    return Table(tuple(rows), left_out)


def _look_inside(raw: bytes, file: str) -> None:
    """Refuse archives that would unpack to more than they seem, and XML that declares anything of its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(len(raw), 100_000):
                raise PackError(TOO_LARGE, file=file)
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    with archive.open(member) as stream:
                        if re.search(rb"<!(?:DOCTYPE|ENTITY)", stream.read(4096)):
                            raise PackError(NOT_EXCEL, file=file)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError):
        raise PackError(NOT_EXCEL, file=file) from None


def _cells(rows: Iterator[tuple[object, ...]], file: str) -> Iterator[list[str]]:
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS * 2:
            raise PackError(TOO_LARGE, file=file, line=number)
        yield [_text(value, file, number) for value in row[:MAX_COLUMNS]]


def _text(value: object, file: str, line: int) -> str:
    """One cell as text; a number too long to be whole is refused rather than guessed."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.min.time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        text = str(int(value)) if value == int(value) else repr(value)
        if len(text.strip("-")) > LONGEST_NUMBER:
            raise PackError(
                N_("A number here is so long that Excel has dropped its last digits. Format the column as text."),
                file=file, line=line,
            )  # fmt: skip
        return text
    return str(value)
