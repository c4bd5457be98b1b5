"""The papers of a pack: said once for the place, and named by every programme that asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from caseapp.policy.documents import documents
from caseapp.policy.model import NeededDocument, Words
from caseapp.policy.reading.problems import Section
from caseapp.strict_yaml import Step

Papers: TypeAlias = Mapping[str, NeededDocument]


def read_papers(top: Section) -> Papers:
    """The ``papers`` of a pack by id: who issues each one here, how long it is good for, what stands in the way."""
    found: dict[str, NeededDocument] = {}
    for section in top.sections("papers"):
        paper = _read(section, {})
        if paper.id in found:
            section.twice(("id",), paper.id)
        found[paper.id] = paper
    return found


def read_documents(programme: Section, papers: Papers) -> tuple[NeededDocument, ...]:
    """The papers a programme asks for: an id, or an entry with what is different about the paper here."""
    found: list[NeededDocument] = []
    for index, value in enumerate(programme.items("documents")):
        if isinstance(value, str):
            found.append(_known(programme, ("documents", index), value, papers))
        else:
            found.append(_read(programme.below("documents", index), papers))
    programme.unique("documents", [paper.id for paper in found])
    return tuple(found)


def _known(section: Section, at: tuple[Step, ...], paper: str, papers: Papers) -> NeededDocument:
    """What is said of a paper already; of one said nowhere, its name in the catalogue."""
    if paper in papers:
        return papers[paper]
    kind = documents().get(paper)
    if kind is None and paper:
        section.no_paper(at, paper)
    return NeededDocument(paper, kind.name if kind else Words("", ""), None, None, None, None)


def _read(section: Section, papers: Papers) -> NeededDocument:
    known = _known(section, ("id",), section.text("id"), papers)
    issued = section.mentions("issued_by") or section.mentions("issuer_zh") or section.mentions("issuer_en")
    paper = NeededDocument(
        id=known.id,
        name=section.words("name") if section.mentions("name_zh") or section.mentions("name_en") else known.name,
        issued_by=section.text_or_none("issued_by") if issued else known.issued_by,
        issuer=section.words_or_none("issuer") if issued else known.issuer,
        validity=_said(section, "validity", known.validity),
        common_obstacle=_said(section, "common_obstacle", known.common_obstacle),
    )
    section.done()
    return paper


def _said(section: Section, key: str, known: Words | None) -> Words | None:
    """What the entry says, be it that there is nothing to say (null)."""
    return section.words_or_none(key) if section.mentions(f"{key}_zh") or section.mentions(f"{key}_en") else known
