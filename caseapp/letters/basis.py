"""What a letter rests on: the statements to read out, a digest that shows a change, and the reasons as JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caseapp.domain.case_file import CaseFile
from caseapp.domain.record import identity, kind_of, to_wire
from caseapp.law.library import provisions
from caseapp.letters.blocks import Paper, ReceiptStrip, RestsOn, Sentence, SignatureBlock, sentences

NOT_ABOUT_THE_MATTER = frozenset(("exhibit", "exhibit_number"))
"""Fields that change while a letter stays true."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of fact, to be read to the client and confirmed (PRACTICE M12)."""

    block: str
    text: str
    rests_on: RestsOn

    @property
    def by_account(self) -> bool:
        """Whether it prints as by the client's account: nobody wrote down what was said."""
        return self.rests_on.account


def statements(paper: Paper) -> tuple[Statement, ...]:
    """The statements of fact of a paper: what rests on facts, visits, papers or typed words, not on law or form."""
    return tuple(Statement(block, said.text, said.rests_on) for block, said in _said(paper) if _is_fact(said.rests_on))


def _is_fact(rests_on: RestsOn) -> bool:
    return bool(rests_on.facts or rests_on.visits or rests_on.documents or rests_on.by_hand)


def _said(paper: Paper) -> Iterator[tuple[str, Sentence]]:
    for block in paper.blocks:
        for sentence in sentences(block):
            yield block.id, sentence


def digest(zh: Paper, file: CaseFile) -> str:
    """SHA-256 over what a letter says, the records it rests on and the provisions it cites, in hexadecimal.

    The day of signing is not part of it: a letter read out yesterday may be issued today."""
    said = [(block, sentence.text, _reasons(sentence.rests_on)) for block, sentence in _said(zh)]
    others = [repr(block) for block in zh.blocks if not isinstance(block, SignatureBlock | ReceiptStrip)]
    named = {reason for _, _, reasons in said for reason in reasons}
    cited = sorted(reason for reason in named if reason in provisions())
    content = {
        "kind": zh.kind,
        "blocks": others,
        "records": sorted(_records(file, named)),
        "provisions": [(id_, provisions()[id_].article, provisions()[id_].quote_zh) for id_ in cited],
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _reasons(rests_on: RestsOn) -> tuple[str, ...]:
    return (*rests_on.facts, *rests_on.visits, *rests_on.documents, *rests_on.provisions, *rests_on.deadlines)


def _records(file: CaseFile, named: Iterable[str]) -> Iterator[str]:
    """The records behind the reasons, as they travel; a spell is named ``spell:employed:<id>``."""
    wanted = {name.rsplit(":", 1)[-1] for name in named}
    shelves: tuple[Iterable[object], ...] = (file.visits, file.documents, file.spells, file.written_answers)
    for shelf in shelves:
        for record in shelf:
            if identity(record) in wanted:
                values = {key: value for key, value in to_wire(record).items() if key not in NOT_ABOUT_THE_MATTER}
                yield json.dumps([kind_of(record), identity(record), values], ensure_ascii=False, sort_keys=True)


def provenance(zh: Paper, en: Paper) -> list[dict[str, object]]:
    """Each sentence of both papers with its reasons, as the command line writes it."""
    return [
        {
            "block": block,
            "language": paper.language,
            "sentence": sentence.text.strip(),
            "facts": list(sentence.rests_on.facts),
            "visits": list(sentence.rests_on.visits),
            "documents": list(sentence.rests_on.documents),
            "provisions": list(sentence.rests_on.provisions),
            "deadlines": list(sentence.rests_on.deadlines),
            "by_hand": sentence.rests_on.by_hand,
            "request": sentence.rests_on.request,
            "form": sentence.rests_on.form,
        }
        for paper in (zh, en)
        for block, sentence in _said(paper)
    ]
