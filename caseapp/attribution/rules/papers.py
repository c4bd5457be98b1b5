"""Patterns of papers: hard to get, in private hands, or contradicting each other."""

from __future__ import annotations

from caseapp.attribution.missing import MissingPaper, missing_papers, records_of
from caseapp.attribution.registry import Circumstances, Finding, Records, derives
from caseapp.domain.patterns import Pattern
from caseapp.domain.reasons import Reason, reason
from caseapp.domain.visits import Grounds, Visit
from caseapp.i18n import N_


@derives(Pattern.HARD_PAPERWORK)
def hard_paperwork(case: Circumstances) -> Finding | None:
    """A paper asked for is missing, its issuer is not the client, and the rule does not exempt it."""
    papers = tuple(paper for paper in missing_papers(case) if paper.from_others)
    return (tuple(_why(paper) for paper in papers), records_of(papers)) if papers else None


def _why(paper: MissingPaper) -> Reason:
    assert paper.holder is not None
    if paper.withheld:
        return reason(N_("{paper}: asked for and not given (by: {holder})."), paper=paper.name, holder=paper.holder)
    return reason(
        N_("{paper} is asked for and missing; it has to come from: {holder}."), paper=paper.name, holder=paper.holder
    )


@derives(Pattern.THIRD_PARTY_HOLDS_KEY)
def third_party_holds_key(case: Circumstances) -> Finding | None:
    """A missing paper can only come from a landlord, an employer or another private party, or one of them asks money."""
    papers = tuple(paper for paper in missing_papers(case) if paper.holder and paper.holder.private)
    asked = tuple(visit for visit in case.visits() if _private_fee(case, visit))
    if not papers and not asked:
        return None
    why = (
        *(_why(paper) for paper in papers),
        *(_asks(case, visit) for visit in asked),
    )
    return why, Records.of(*(record for paper in papers for record in paper.records), *asked)


def _private_fee(case: Circumstances, visit: Visit) -> bool:
    office = case.office(visit)
    return bool(office and office.kind.private and (visit.fee_asked_yuan or visit.grounds is Grounds.FEE))


def _asks(case: Circumstances, visit: Visit) -> Reason:
    office = case.office(visit)
    assert office is not None
    if not visit.fee_asked_yuan:
        return reason(N_("Money is asked for before the paper is given (by: {holder})."), holder=office.kind)
    return reason(
        N_("{amount} yuan are asked for before the paper is given (by: {holder})."),
        holder=office.kind,
        amount=visit.fee_asked_yuan,
    )


@derives(Pattern.RECORD_MISMATCH)
def record_mismatch(case: Circumstances) -> Finding | None:
    """The office says that two records carry different values."""
    found = [visit for visit in case.visits() if visit.grounds is Grounds.RECORD_MISMATCH]
    if not found:
        return None
    return (reason(N_("The office says that two records do not agree.")),), Records.of(*found)
