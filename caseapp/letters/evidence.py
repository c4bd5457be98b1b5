"""Papers as evidence: in the order of their exhibit numbers, each with what it proves, once somebody has written that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from caseapp.domain.documents import Document
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.compose import Composer
from caseapp.letters.guards import quotable
from caseapp.letters.material import Material
from caseapp.letters.papers_in_hand import exhibits, in_hand, name_of, resting_on
from caseapp.letters.said import Said
from caseapp.letters.wording import phrases

_WIDTHS = (1, 4, 6, 1)


def in_order(material: Material) -> tuple[Document, ...]:
    """The papers in hand: those with an exhibit number first, by number, then the others as they are."""
    return tuple(sorted(in_hand(material.file), key=lambda paper: (paper.exhibit is None, paper.exhibit or 0)))


def as_evidence(material: Material) -> tuple[Document, ...]:
    """The papers that go along as evidence: the numbered ones, or every paper in hand while none has a number."""
    papers = in_order(material)
    return tuple(paper for paper in papers if paper.exhibit is not None) or papers


def annex(material: Material, paper: Document) -> Said:
    """One line of the annexes: name, exhibit number, what it proves."""
    named = name_of(paper)
    number = exhibits([paper])
    shown, proves = Both(named.zh + number.zh, named.en + number.en), quotable(material.file, paper.proves)
    text = phrases("evidence").say("annex_proves", paper=shown, proves=proves) if proves else shown
    return Said(text, replace(resting_on([paper]), by_hand=bool(proves)))


def evidence_index(composer: Composer, material: Material) -> None:
    """证据目录: the numbered papers as a table. Nothing where no paper has a number yet."""
    numbered = as_evidence(material)
    if not numbered or numbered[0].exhibit is None:
        return
    words = phrases("evidence")
    composer.heading("evidence_index_head", words.say("index"), centred=True)
    header = tuple(words.say(key) for key in ("number", "paper", "proves", "pages"))
    composer.table("evidence_index", header, _rows(material, numbered), _WIDTHS)


def _rows(material: Material, papers: Iterable[Document]) -> Iterable[tuple[Said, ...]]:
    for paper in papers:
        proves = quotable(material.file, paper.proves)
        yield (
            Said(same(str(paper.exhibit))),
            Said(name_of(paper), resting_on([paper])),
            Said(Both(proves, f"“{proves}”"), replace(resting_on([paper]), by_hand=True)) if proves else Said(NOTHING),
            Said(same("" if paper.pages is None else str(paper.pages))),
        )
