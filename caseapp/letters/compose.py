"""Writes the Chinese paper and its English reading copy at once, block beside block with the same ids."""

from __future__ import annotations

from collections.abc import Iterable

from caseapp.letters import blocks as b
from caseapp.letters.both import Both
from caseapp.letters.said import Line, Said


class Composer:
    """Collects the blocks of both papers. A block that would be empty is left out of both."""

    def __init__(self) -> None:
        self.zh: list[b.Block] = []
        self.en: list[b.Block] = []

    def add(self, zh: b.Block, en: b.Block) -> None:
        self.zh.append(zh)
        self.en.append(en)

    def heading(self, id_: str, text: Both, *, centred: bool = False) -> None:
        align = b.Align.CENTRE if centred else b.Align.LEFT
        self.add(b.Heading(id_, text.zh, align), b.Heading(id_, text.en, align))

    def paragraph(self, id_: str, said: Iterable[Said], *, indent: bool = True) -> None:
        line = tuple(said)
        if line:
            self.add(b.Paragraph(id_, _zh(line), indent), b.Paragraph(id_, _en(line), indent))

    def items(self, id_: str, lines: Iterable[Line], *, numbered: bool) -> None:
        found = tuple(lines)
        numbering = b.Numbering.CHINESE if numbered else b.Numbering.PLAIN
        if found:
            self.add(
                b.Items(id_, tuple(map(_zh, found)), numbering),
                b.Items(id_, tuple(map(_en, found)), numbering),
            )

    def labelled(self, id_: str, label: Both, lines: Iterable[Line]) -> None:
        found = tuple(line for line in lines if line)
        if found:
            self.add(
                b.Labelled(id_, label.zh, tuple(map(_zh, found))),
                b.Labelled(id_, label.en, tuple(map(_en, found))),
            )

    def addressee(self, id_: str, salutation: Both, organ: Both) -> None:
        self.add(b.Addressee(id_, salutation.zh, organ.zh), b.Addressee(id_, salutation.en, organ.en))

    def signature(self, id_: str, lines: Iterable[Both]) -> None:
        found = tuple(lines)
        self.add(
            b.SignatureBlock(id_, tuple(line.zh for line in found)),
            b.SignatureBlock(id_, tuple(line.en for line in found)),
        )

    def attachments(self, id_: str, heading: Both, lines: Iterable[Line]) -> None:
        found = tuple(lines)
        if found:
            self.add(
                b.Attachments(id_, heading.zh, tuple(map(_zh, found))),
                b.Attachments(id_, heading.en, tuple(map(_en, found))),
            )

    def table(
        self, id_: str, header: Iterable[Both], rows: Iterable[tuple[Said, ...]], widths: tuple[int, ...] = ()
    ) -> None:
        heads, found = tuple(header), tuple(rows)
        for paper, zh in ((self.zh, True), (self.en, False)):
            cells = tuple(tuple(said.zh if zh else said.en for said in row) for row in found)
            paper.append(b.Table(id_, tuple(head.zh if zh else head.en for head in heads), cells, widths))

    def key_values(self, id_: str, rows: Iterable[tuple[Both, Said]]) -> None:
        found = tuple(rows)
        if found:
            self.add(
                b.KeyValueTable(id_, tuple((what.zh, said.zh) for what, said in found)),
                b.KeyValueTable(id_, tuple((what.en, said.en) for what, said in found)),
            )

    def receipt_strip(self, id_: str, title: Both, text: Both, blanks: Iterable[Both]) -> None:
        found = tuple(blanks)
        self.add(
            b.ReceiptStrip(id_, title.zh, text.zh, tuple(blank.zh for blank in found)),
            b.ReceiptStrip(id_, title.en, text.en, tuple(blank.en for blank in found)),
        )

    def papers(self, kind: str, title: Both, style: b.Style, *, draft: bool) -> tuple[b.Paper, b.Paper]:
        """The paper and its reading copy."""
        zh = b.Paper(kind, "zh_CN", title.zh, tuple(self.zh), style, draft, generic_title=title.zh)
        en = b.Paper(
            kind, "en", title.en, tuple(self.en), style, draft, reading_copy=True, generic_title=title.en
        )  # fmt: skip
        return zh, en


def _zh(line: Line) -> b.Line:
    return tuple(said.zh for said in line)


def _en(line: Line) -> b.Line:
    """In English a space stands between sentences."""
    return tuple(
        b.Sentence(said.text.en + ("" if said is line[-1] else " "), said.rests_on) for said in line
    )  # fmt: skip
