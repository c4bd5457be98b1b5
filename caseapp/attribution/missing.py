"""Papers asked for and not to be had: which, who could issue each, and what shows it.

A paper counts as asked for if an office asked for it at a visit; if the case records that somebody would not give it or
that nobody issues it; or, where no office has named a paper, if the rule asks for it and the request was turned away
although papers have been gathered. A bare list of what a rule would ask, where nothing has been tried, says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from caseapp.attribution.registry import Circumstances, Records
from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.reasons import PaperName
from caseapp.domain.standing import documents_in_hand, papers_in_hand
from caseapp.domain.visits import Answer, Demand, Visit

SENT_AWAY = (Answer.REFUSED, Answer.REFERRED, Answer.ASKED_MORE)
_NOT_TO_BE_HAD = (DocumentState.WITHHELD, DocumentState.UNOBTAINABLE)


@dataclass(frozen=True, slots=True)
class MissingPaper:
    """A paper asked for that is not in hand. ``holder`` None: who could issue it is not known."""

    name: PaperName
    holder: HolderKind | None
    records: tuple[Visit | Document, ...]
    withheld: bool
    """Its holder would not give it."""

    @property
    def from_others(self) -> bool:
        """Whether somebody other than the client has to issue it, as far as is known."""
        return self.holder is not None and self.holder is not HolderKind.CLIENT


def missing_papers(case: Circumstances) -> tuple[MissingPaper, ...]:
    """Every paper asked for and not in hand, each once."""
    found: dict[str, MissingPaper] = {}
    for paper in (*_withheld(case), *_demanded(case), *_asked_by_rule(case)):
        key = paper.name.paper or paper.name.title
        known = found.get(key)
        found[key] = paper if known is None else _joined(known, paper)
    return tuple(found.values())


def records_of(papers: tuple[MissingPaper, ...]) -> Records:
    """The visits and documents that show the papers are missing."""
    return Records.of(*(record for paper in papers for record in paper.records))


def _joined(known: MissingPaper, more: MissingPaper) -> MissingPaper:
    return MissingPaper(
        known.name, known.holder or more.holder, (*known.records, *more.records), known.withheld or more.withheld
    )


def _in_hand(case: Circumstances, paper: str) -> bool:
    return paper in papers_in_hand(case.file, case.on)


def _withheld(case: Circumstances) -> list[MissingPaper]:
    return [
        MissingPaper(
            PaperName(document.paper, document.title),
            document.holder,
            (document,),
            document.state is DocumentState.WITHHELD,
        )
        for document in case.file.documents
        if document.state in _NOT_TO_BE_HAD and not (document.paper and _in_hand(case, document.paper))
    ]


def _demanded(case: Circumstances) -> list[MissingPaper]:
    found = []
    for visit in case.visits():
        for demand in case.file.demands_at(visit.id):
            if demand.by_rule is False or (demand.paper and _in_hand(case, demand.paper)):
                continue
            if demand.paper or demand.holder_kind:
                found.append(MissingPaper(PaperName(demand.paper, demand.words), _holder(case, demand), (visit,), False))
    return found


def _holder(case: Circumstances, demand: Demand) -> HolderKind | None:
    if demand.holder_kind in {kind.value for kind in HolderKind}:
        return HolderKind(demand.holder_kind)
    by_rule = {entry.paper: entry.issuer for programme in case.checked.programmes for entry in programme.missing}
    return by_rule.get(demand.paper)


def _asked_by_rule(case: Circumstances) -> list[MissingPaper]:
    gathered = documents_in_hand(case.file, case.on)
    sent_away = [visit for visit in case.visits() if visit.answer in SENT_AWAY]
    if not gathered or not sent_away or case.file.demands:
        return []
    return [
        MissingPaper(PaperName(entry.paper), entry.issuer, tuple(sent_away), False)
        for entry in case.checked.missing()
        if not _in_hand(case, entry.paper)
    ]
