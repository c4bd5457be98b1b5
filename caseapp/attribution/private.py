"""Private parties in the way: a landlord, an employer. There is no administrative act, only a paper that is missing.

What helps is another paper that shows the same and does not come from them (Residence Permit Regulations art. 9 names
such papers), or a request to the body with the duty to accept another proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.attribution.answerable import TURNED_AWAY
from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.ids import DocumentId, VisitId
from caseapp.domain.offices import OfficeKind
from caseapp.domain.reasons import PaperName
from caseapp.domain.standing import papers_in_hand
from caseapp.law.same_proof import SAME_PROOF
from caseapp.policy.documents import IssuerKind, documents

_HOLDERS = {OfficeKind.LANDLORD: HolderKind.LANDLORD, OfficeKind.EMPLOYER: HolderKind.EMPLOYER}
_ISSUES = {HolderKind.LANDLORD: IssuerKind.LANDLORD, HolderKind.EMPLOYER: IssuerKind.EMPLOYER}


@dataclass(frozen=True, slots=True)
class ProofRoute:
    """A paper the party would not give, and the papers that show the same and come from elsewhere.

    ``others`` empty: no provision held names one; the body with the duty is asked to accept another proof.
    """

    paper: PaperName
    others: tuple[str, ...] = ()
    in_hand: tuple[str, ...] = ()
    """Those of ``others`` the client already has."""
    provision: str = ""


@dataclass(frozen=True, slots=True)
class PrivateParty:
    """A private party that turned the client away or would not give papers."""

    holder: HolderKind
    visits: tuple[VisitId, ...]
    documents: tuple[DocumentId, ...]
    routes: tuple[ProofRoute, ...]


def private_parties(file: CaseFile, on: date) -> tuple[PrivateParty, ...]:
    """Every private party in the way up to ``on``, each once, with the substitute proof of each paper."""
    judged = file.judged_on(on)
    visits: dict[HolderKind, list[VisitId]] = {}
    papers: dict[HolderKind, list[PaperName]] = {}
    for visit in file.visits_in_order():
        office = file.office(visit.office)
        past = visit.day is None or visit.day.earliest <= judged
        if office is None or not office.kind.private or visit.answer not in TURNED_AWAY or not past:
            continue
        holder = _HOLDERS[office.kind]
        visits.setdefault(holder, []).append(visit.id)
        asked = [PaperName(demand.paper, demand.words) for demand in file.demands_at(visit.id)]
        papers.setdefault(holder, []).extend(asked)
    withheld = _withheld(file, judged)
    for holder, kept in withheld.items():
        papers.setdefault(holder, []).extend(PaperName(document.paper, document.title) for document in kept)
    held = papers_in_hand(file, judged)
    return tuple(
        PrivateParty(
            holder,
            tuple(visits.get(holder, ())),
            tuple(document.id for document in withheld.get(holder, ())),
            tuple(proof_route(paper, holder, held) for paper in dict.fromkeys(papers.get(holder, ()))),
        )
        for holder in dict.fromkeys((*visits, *withheld))
    )


def _withheld(file: CaseFile, judged: date) -> dict[HolderKind, list[Document]]:
    found: dict[HolderKind, list[Document]] = {}
    for document in file.documents:
        past = document.state_on is None or document.state_on <= judged
        if document.state is DocumentState.WITHHELD and document.holder and document.holder.private and past:
            found.setdefault(document.holder, []).append(document)
    return found


def proof_route(paper: PaperName, holder: HolderKind, held: frozenset[str]) -> ProofRoute:
    """What shows the same as ``paper`` and does not come from ``holder``."""
    for asked, same in SAME_PROOF.items():
        if paper.paper == asked or paper.paper in same.papers:
            others = tuple(other for other in same.papers if other != paper.paper and not _from(other, holder))
            return ProofRoute(paper, others, tuple(other for other in others if other in held), same.provision)
    return ProofRoute(paper)


def _from(paper: str, holder: HolderKind) -> bool:
    kind = documents().get(paper)
    return kind is not None and kind.issuer_kind is _ISSUES.get(holder)
