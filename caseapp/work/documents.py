"""Documents: which papers rules and offices ask for, where each stands, and what else would show the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from caseapp.attribution.private import ProofRoute
from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.handovers import Handover, Keeper, original_keeper
from caseapp.domain.ids import CaseId, DocumentId, OfficeId, new_id
from caseapp.domain.reasons import PaperName
from caseapp.domain.standing import Standing, Standings
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.law.same_proof import SAME_PROOF
from caseapp.policy.documents import IssuerKind, documents
from caseapp.policy.model import NeededDocument, Pack, Words
from caseapp.work.cases import case_file, remove, save
from caseapp.work.guards import guard
from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.store.reader import Reader

_HOLDERS = {
    IssuerKind.CLIENT: HolderKind.CLIENT, IssuerKind.LANDLORD: HolderKind.LANDLORD,
    IssuerKind.EMPLOYER: HolderKind.EMPLOYER, IssuerKind.SCHOOL: HolderKind.SCHOOL,
    IssuerKind.HOSPITAL: HolderKind.HOSPITAL, IssuerKind.HOMETOWN: HolderKind.HOMETOWN,
    IssuerKind.POLICE: HolderKind.OFFICE, IssuerKind.OFFICE: HolderKind.OFFICE,
}  # fmt: skip


MOST_PAGES = 9999
"""Of one paper."""


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One paper of the list. ``programmes`` ask for it by rule, ``asked_by`` are offices that asked for it at a visit."""

    paper: str
    label: Words
    standing: Standing
    issuer: Words | None
    holder: HolderKind | None
    programmes: tuple[str, ...]
    asked_by: tuple[OfficeId, ...]
    document: Document | None
    route: ProofRoute | None = None
    """Papers a provision lets stand in its place; None where none held names any."""

    @property
    def state(self) -> DocumentState:
        """Where it stands today, as set by a person or as it follows from visits, handovers and validity."""
        return self.standing.state

    @property
    def missing(self) -> bool:
        """Whether it is asked for and not in hand."""
        return self.state.asked and bool(self.programmes or self.asked_by)


def checklist(session: Session, case_id: str, on: date) -> tuple[ChecklistRow, ...]:
    """Every paper of a case: missing ones first, in the order in which they are asked for."""
    return checklist_of(session, case_file(session, case_id), on)


def checklist_of(session: Session, file: CaseFile, on: date) -> tuple[ChecklistRow, ...]:
    """The same for a case that was read already."""
    rows = list(_rows(file, session.pack(file.case.city), on))
    return tuple(sorted(rows, key=lambda row: not row.missing))


def _rows(file: CaseFile, pack: Pack | None, on: date) -> Iterator[ChecklistRow]:
    day = file.judged_on(on)
    stands = Standings(file, on, day)
    in_hand = frozenset(one.paper for one in file.documents if stands.of(one.paper, one).state.in_hand)
    ruled: dict[str, list[tuple[str, NeededDocument]]] = {}
    for programme in pack.programmes if pack else ():
        if programme.service == file.case.service.value and programme.in_force(day):
            for needed in programme.documents:
                ruled.setdefault(needed.id, []).append((programme.id, needed))
    asked: dict[str, dict[OfficeId, None]] = {}
    for visit in file.visits_in_order():
        for demand in file.demands_at(visit.id):
            if demand.paper and visit.office:
                asked.setdefault(demand.paper, {})[visit.office] = None
    held: dict[str, Document] = {}
    for document in file.documents:
        if document.paper and not (document.paper in held and held[document.paper].state.in_hand):
            held[document.paper] = document
    for paper in dict.fromkeys((*asked, *ruled, *held)):
        row = _row(file, paper, ruled.get(paper, []), tuple(asked.get(paper, ())), held.get(paper), stands)
        yield _with_substitutes(row, in_hand)
    for document in file.documents:
        if not document.paper:
            own = Words(document.title, document.title)
            found = stands.of("", document)
            yield ChecklistRow("", own, found, None, found.holder or document.holder, (), (), document)


def _row(
    file: CaseFile, paper: str, ruled: list[tuple[str, NeededDocument]], asked: tuple[OfficeId, ...],
    document: Document | None, stands: Standings,
) -> ChecklistRow:  # fmt: skip
    kind = documents().get(paper)
    label = kind.name if kind else ruled[0][1].name if ruled else Words(paper, paper)
    issuer = next((needed.issuer for _programme, needed in ruled if needed.issuer), None)
    found = stands.of(paper, document)
    holder = found.holder or (document.holder if document else None)
    if holder is None:
        words = {demand.holder_kind for demand in file.demands if demand.paper == paper and demand.holder_kind}
        said = next((word for word in sorted(words) if word in {known.value for known in HolderKind}), None)
        holder = HolderKind(said) if said else _HOLDERS[kind.issuer_kind] if kind else None
    return ChecklistRow(paper, label, found, issuer, holder, tuple(name for name, _ in ruled), asked, document)


def _with_substitutes(row: ChecklistRow, in_hand: frozenset[str]) -> ChecklistRow:
    """The row with the papers a provision lets stand in place of its own."""
    same = SAME_PROOF.get(row.paper)
    if same is None:
        return row
    held = tuple(other for other in same.papers if other in in_hand)
    return replace(row, route=ProofRoute(PaperName(row.paper), same.papers, held, same.provision))


def missing_papers(session: Session, case_id: str, on: date) -> tuple[str, ...]:
    """The ids of the papers asked for that are not in hand."""
    return tuple(row.paper for row in checklist(session, case_id, on) if row.missing)


def save_document(session: Session, document: Document, now: datetime | None = None) -> DocumentId:
    """Keep a paper; one without an id is new. Raises :class:`BadInput`."""
    _look_at(session, document, now)
    kept = document if document.id else replace(document, id=DocumentId(new_id()))
    save(session, kept, N_("Document noted"), now)
    return kept.id


def _look_at(session: Session, document: Document, now: datetime | None) -> None:
    if not document.paper and not document.title.strip():
        raise BadInput(N_("Say which document this is: choose one of the list, or write a title."))
    if document.state_on and document.state_on > session.moment(now).date():
        raise BadInput(N_("This day lies in the future. Look at it again."))
    if document.pages is not None and not 0 < document.pages <= MOST_PAGES:
        raise BadInput(N_("Write the number of pages as a whole number from 1 to {most}."), most=MOST_PAGES)


def set_state(
    session: Session, case_id: str, paper: str, state: DocumentState, on: date, *, holder: HolderKind | None = None,
    words: str = "", now: datetime | None = None,
) -> DocumentId:  # fmt: skip
    """Say where a paper of the list stands."""
    file = case_file(session, case_id)
    known = next((document for document in file.documents if document.paper == paper), None)
    before = known or Document(DocumentId(""), CaseId(case_id), paper)
    kept = replace(before, state=state, state_on=on, holder=holder or before.holder, words=words)
    return save_document(session, kept, now)


def number_exhibit(session: Session, document: Document, now: datetime | None = None) -> int:
    """Give a paper the next exhibit number of its case, for good: a paper that has one keeps it.

    A number is never given twice, not even that of a paper that was taken out or whose numbering was taken back: a letter
    may have carried it. Raises :class:`BadInput` for a paper that is not in hand.
    """
    _look_at(session, document, now)
    if not document.state.in_hand:
        raise BadInput(N_("Only a paper in hand can be an exhibit. Say first that it is there."))
    kept = document if document.id else replace(document, id=DocumentId(new_id()))
    with session.write(N_("Exhibit number given"), now) as writer:
        numbered = replace(kept, exhibit=kept.exhibit or _last_exhibit(writer, kept.case) + 1)
        guard(numbered)
        writer.put(numbered)
    assert numbered.exhibit is not None  # it was given just now
    return numbered.exhibit


def _last_exhibit(reader: Reader, case: CaseId) -> int:
    """The highest exhibit number a paper of the case has ever had, as far as the journal tells."""
    papers = (*reader.all(Document, case=case), *reader.all(Document, case=case, deleted=True))
    changes = (change for entry in reader.history(case) for change in entry.changes if change.register == "exhibit")
    told = (change.after.get("exhibit") for change in changes)
    return max(
        (*(paper.exhibit or 0 for paper in papers), *(number for number in told if isinstance(number, int))), default=0
    )


def delete_document(session: Session, document_id: str, now: datetime | None = None) -> None:
    """Take a paper out of sight. Raises :class:`BadInput` while its original lies with somebody else: who has it must
    stay in sight."""
    with session.read() as reader:
        document = reader.get(Document, document_id)
        handovers = reader.all(Handover, document=document_id)
    if document and original_keeper(handovers, document.id) is not Keeper.CLIENT:
        raise BadInput(N_("The original is not back with the client. Record first that it came back."))
    remove(session, Document, document_id, N_("Document taken out"), now)
