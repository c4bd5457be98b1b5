"""A paper as plain text, block by block: what the golden files hold and a lawyer reads."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.letters import blocks as b


def plain_text(paper: b.Paper) -> str:
    marks = [word for word, on in (("draft", paper.draft), ("reading copy", paper.reading_copy)) if on]
    return "\n".join((f"{paper.title}{' [' + ', '.join(marks) + ']' if marks else ''}", *_blocks(paper))) + "\n"


def _blocks(paper: b.Paper) -> Iterator[str]:
    for block in paper.blocks:
        yield f"\n#{block.id}"
        yield from _lines(block)


def _text(line: b.Line) -> str:
    return "".join(sentence.text for sentence in line)


def _lines(block: b.Block) -> Iterator[str]:
    match block:
        case b.KeyValueTable():
            yield from (f"{what}: {value.text}" for what, value in block.rows)
        case b.Heading():
            yield block.text
        case b.Paragraph():
            yield _text(block.sentences)
        case b.Labelled():
            yield from (f"{block.label if n == 0 else '…'}: {_text(line)}" for n, line in enumerate(block.lines))
        case b.Items():
            yield from (f"{n}. {_text(line)}" for n, line in enumerate(block.items, 1))
        case b.Attachments():
            yield block.heading
            yield from (f"{n}. {_text(line)}" for n, line in enumerate(block.items, 1))
        case b.Addressee():
            yield from (block.salutation, block.organ)
        case b.SignatureBlock():
            yield from block.lines
        case b.ReceiptStrip():
            yield from (block.title, block.text, *block.blanks)
        case b.Table():
            yield " | ".join(block.header)
            yield from (" | ".join(cell.text for cell in row) for row in block.rows)
