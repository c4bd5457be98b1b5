"""The papers of a case as letters and cards name them."""

from __future__ import annotations

from collections.abc import Iterable

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.handovers import Keeper, original_keeper
from caseapp.letters.blocks import RestsOn
from caseapp.letters.both import Both, listed, same
from caseapp.policy.documents import documents

NOT_YET = frozenset(
    {
        DocumentState.NEEDED, DocumentState.APPLIED, DocumentState.EXPIRED,
        DocumentState.WITHHELD, DocumentState.UNOBTAINABLE,
    }
)  # fmt: skip


def paper_name(paper: str, title: str = "") -> Both:
    """What a paper is called; one outside the catalogue by its own title."""
    known = documents().get(paper)
    if known is None:
        return same(title or paper)
    return Both(known.name.zh, known.name.en[:1].lower() + known.name.en[1:])


def name_of(document: Document) -> Both:
    return paper_name(document.paper, document.title)


def in_hand(file: CaseFile) -> tuple[Document, ...]:
    """Papers that can be shown, the identity papers first."""
    found = [document for document in file.documents if document.state.in_hand]
    return tuple(sorted(found, key=lambda document: document.paper not in ("hukou_booklet", "id_card")))


def at_hand(file: CaseFile) -> tuple[Document, ...]:
    """Papers in hand that the client can take along: the original did not go to an office or elsewhere."""
    near = (Keeper.CLIENT, Keeper.CASEWORKER)
    return tuple(paper for paper in in_hand(file) if original_keeper(file.handovers, paper.id) in near)


def numbered(file: CaseFile) -> tuple[Document, ...]:
    """Papers in hand that have an exhibit number, by number."""
    found = [paper for paper in in_hand(file) if paper.exhibit is not None]
    return tuple(sorted(found, key=lambda paper: paper.exhibit or 0))


def not_yet(file: CaseFile) -> tuple[Document, ...]:
    """Papers asked for and not at hand."""
    return tuple(document for document in file.documents if document.state in NOT_YET)


def names_of(documents: Iterable[Document]) -> Both:
    """Their names as a list, each once."""
    found: dict[str, Both] = {}
    for document in documents:
        name = name_of(document)
        found.setdefault(name.zh, name)
    return listed(found.values())


def resting_on(documents: Iterable[Document]) -> RestsOn:
    return RestsOn(documents=tuple(str(document.id) for document in documents))


def exhibits(documents: Iterable[Document]) -> Both:
    """（证据1、3） where the papers carry exhibit numbers, else nothing."""
    numbers = sorted({document.exhibit for document in documents if document.exhibit is not None})
    if not numbers:
        return Both("", "")
    text = "、".join(map(str, numbers))
    return Both(f"（证据{text}）", f" (exhibit{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))})")
