"""The card's papers: what to bring, what is still missing and whom to ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.letters.blocks import RestsOn
from caseapp.letters.both import Both, listed
from caseapp.letters.card.steps import Step
from caseapp.letters.material import Material
from caseapp.letters.papers_in_hand import at_hand, in_hand, name_of, names_of, not_yet, paper_name, resting_on
from caseapp.letters.said import Line, Said
from caseapp.letters.wording import phrases
from caseapp.policy.documents import IssuerKind, documents

_MOST_NAMED, _FEW_NAMED = 8, 4
_BY_ISSUER = {
    IssuerKind.HOMETOWN: "missing_hometown",
    IssuerKind.OFFICE: "missing_office",
    IssuerKind.LANDLORD: "missing_private",
    IssuerKind.EMPLOYER: "missing_private",
}
_BY_HOLDER = {
    HolderKind.HOMETOWN: "missing_hometown",
    HolderKind.OFFICE: "missing_office",
    HolderKind.LANDLORD: "missing_private",
    HolderKind.EMPLOYER: "missing_private",
    HolderKind.OTHER_PRIVATE: "missing_private",
}


def bring(material: Material, step: Step) -> Line:
    """Papers at hand, and the application in two copies; to court the award first, and what proves when it came."""
    words, held = phrases("prompt_card"), at_hand(material.file)[:_MOST_NAMED]
    text = words.say("bring", papers=names_of(held)) if held else words.say("bring_default")
    line = [Said(text, resting_on(held)) if held else Said(text)]
    if step is Step.AWARD:
        line.insert(0, Said(words.say("bring_award")))
    if step is Step.APPLY and material.words.letter:
        line.append(Said(words.say("two_copies")))
    return tuple(line)


def still_missing(material: Material, *, each: bool) -> tuple[Line, ...]:
    """One line for each way of getting papers; or, where there is no room for that, all of them in one."""
    words = phrases("prompt_card")
    if not each and (wanted := tuple(_wanted(material))):
        few = listed(name for _, name, _ in wanted[:_FEW_NAMED])
        more = words.say("missing_more", papers=few, count=len(wanted))
        text = more if len(wanted) > _FEW_NAMED else words.say("missing", papers=few)
        return ((Said(text, RestsOn(documents=tuple(reason for *_, reason in wanted))),),)
    groups: dict[str, tuple[list[Both], list[str]]] = {}
    for key, name, reason in _wanted(material):
        names, reasons = groups.setdefault(key, ([], []))
        names.append(name)
        reasons.append(reason)
    lines = tuple(
        (Said(words.say(key, papers=listed(names)), RestsOn(documents=tuple(reasons))),)
        for key, (names, reasons) in groups.items()
    )
    if lines:
        return lines
    return ((Said(words.say("missing_none" if in_hand(material.file) else "missing_unknown")),),)


def _wanted(material: Material) -> Iterator[tuple[str, Both, str]]:
    recorded = not_yet(material.file)
    for paper in recorded:
        yield _key(paper), name_of(paper), str(paper.id)
    known = _ids(recorded) | _ids(in_hand(material.file))
    for id_ in material.missing:
        if id_ not in known:
            yield _key_of_kind(id_), paper_name(id_), id_


def _ids(papers: Iterable[Document]) -> set[str]:
    return {paper.paper for paper in papers if paper.paper}


def _key(paper: Document) -> str:
    if paper.state is DocumentState.APPLIED:
        return "missing_applied"
    if paper.state is DocumentState.UNOBTAINABLE:
        return "missing_office"
    if paper.holder in _BY_HOLDER:
        return _BY_HOLDER[paper.holder]
    return _key_of_kind(paper.paper)


def _key_of_kind(paper: str) -> str:
    kind = documents().get(paper)
    return _BY_ISSUER.get(kind.issuer_kind, "missing") if kind else "missing"
