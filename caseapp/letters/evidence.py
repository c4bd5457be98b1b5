"""Papers as evidence: in the order of their exhibit numbers, each with what it proves, once somebody has written that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.handovers import Keeper, last_of_original
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.compose import Composer
from caseapp.letters.guards import quotable
from caseapp.letters.material import Material
from caseapp.letters.office_words import formal
from caseapp.letters.papers_in_hand import exhibits, in_hand, name_of, resting_on
from caseapp.letters.said import Said
from caseapp.letters.wording import phrases
from caseapp.policy.documents import documents

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
        yield (
            Said(same(str(paper.exhibit))),
            Said(name_of(paper), resting_on([paper])),
            shows(material, paper),
            Said(same("" if paper.pages is None else str(paper.pages))),
        )


def shows(material: Material, paper: Document) -> Said:
    """What a paper shows, in the words somebody wrote for it; empty while nobody has, or names stand in them."""
    proves = quotable(material.file, paper.proves)
    return Said(Both(proves, f"“{proves}”"), replace(resting_on([paper]), by_hand=True)) if proves else Said(NOTHING)


def source_of(material: Material, paper: Document) -> Both:
    """Where a paper comes from: its issuer by name where that may be printed, else who issues such papers."""
    words, named, kind = phrases("evidence_index"), quotable(material.file, paper.issuer), documents().get(paper.paper)
    private = paper.holder is not None and paper.holder.private
    if named and not private:
        return words.say("source_named", place=named)
    return words.say(f"source_{kind.issuer_kind.value}") if kind else words.say("source_client")


def form_of(material: Material, paper: Document) -> Both:
    """A copy goes along; whether its original can be shown, and where it lies if an office has it."""
    words, last = phrases("evidence_index"), last_of_original(material.file.handovers, paper.id)
    if last is not None and last.receiver is Keeper.OFFICE:
        return words.say("form_original_elsewhere", place=formal(material.file.office(last.office)).zh)
    return words.say("form_copy" if paper.state is DocumentState.COPY_ONLY else "form_original_at_hand")


def all_seen(material: Material, papers: Iterable[Document]) -> bool:
    """Whether somebody held every copy against its original, and every original can be shown."""
    at_hand = phrases("evidence_index").say("form_original_at_hand")
    return all(paper.original_seen and form_of(material, paper) == at_hand for paper in papers)


def page_numbers(papers: Iterable[Document]) -> tuple[tuple[str, ...], int | None]:
    """The pages of each paper as they run through the whole set, and their sum. Where one has no number of pages yet:
    the numbers known, and no sum."""
    counts = [paper.pages for paper in papers]
    if not all(counts):
        return tuple("" if count is None else str(count) for count in counts), None
    found, at = [], 1
    for count in counts:
        last = at + (count or 0) - 1
        found.append(str(at) if last == at else f"{at}–{last}")
        at = last + 1
    return tuple(found), at - 1
