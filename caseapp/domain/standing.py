"""Where a paper stands on a day: as somebody set it, or as it follows from visits, handovers and its validity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.handovers import Handover, Keeper, in_sequence
from caseapp.domain.ids import DocumentId
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer, Visit


class Because(Enum):
    """Why a paper is said to stand where it stands."""

    SET = "set"
    VALIDITY = "validity"
    HANDOVER = "handover"
    VISIT = "visit"
    NOTHING = "nothing"
    """Nobody has said anything: a paper asked for is needed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A state, the day it holds from where that is known, why, and for a paper not to be had who has it and their words."""

    state: DocumentState
    since: date | None = None
    because: Because = Because.NOTHING
    holder: HolderKind | None = None
    words: str = ""


_PRIVATE = {OfficeKind.LANDLORD: HolderKind.LANDLORD, OfficeKind.EMPLOYER: HolderKind.EMPLOYER}
_TOLD = {Answer.REFUSED: DocumentState.WITHHELD, Answer.PROMISED: DocumentState.APPLIED}
_BEFORE = frozenset({DocumentState.NEEDED, DocumentState.APPLIED})
"""States that any later handover shows to be over."""


class Standings:
    """Where the papers of a case stand on the day ``on``; ``valid_on`` is the day that decides the case, if another."""

    def __init__(self, file: CaseFile, on: date, valid_on: date | None = None) -> None:
        self._valid_on = valid_on or on
        self._handed: dict[DocumentId, Standing] = {}
        for one in in_sequence(file.handovers):
            if one.day is None or one.day <= on:
                state = _after(one)
                if state is not None:
                    self._handed[one.document] = Standing(state, one.day, Because.HANDOVER)
        self._told: dict[str, Standing] = {}
        for visit in file.visits_in_order():
            if visit.day is None or visit.day.earliest <= self._valid_on:
                self._told |= _told(file, visit)

    def of(self, paper: str, document: Document | None) -> Standing:
        """A paper of the list. What a person set holds until something later overtakes it."""
        handed = self._handed.get(document.id) if document else None
        if document is None or (document.state is DocumentState.NEEDED and document.state_on is None):
            said = Standing(DocumentState.NEEDED, because=Because.SET if document else Because.NOTHING)
            return handed or self._told.get(paper, said)
        said = Standing(document.state, document.state_on, Because.SET, document.holder, document.words)
        found = handed if handed and _later(handed, said) else said
        ended, there = document.valid_until, found.state.in_hand and found.state is not DocumentState.HANDED_IN
        if ended and ended < self._valid_on and there:
            return Standing(DocumentState.EXPIRED, ended, Because.VALIDITY)
        return found


def documents_in_hand(file: CaseFile, on: date) -> tuple[Document, ...]:
    """The papers that are there and still valid on a day, or lie with an office that has them."""
    standings = Standings(file, on)
    return tuple(one for one in file.documents if standings.of(one.paper, one).state.in_hand)


def papers_in_hand(file: CaseFile, on: date) -> frozenset[str]:
    """What :func:`documents_in_hand` are, by their ids of the catalogue."""
    return frozenset(document.paper for document in documents_in_hand(file, on))


def _after(handover: Handover) -> DocumentState | None:
    """What a handover says of the paper: at an office, or back from one."""
    if handover.receiver is Keeper.OFFICE:
        return DocumentState.HANDED_IN
    return DocumentState.RETURNED if handover.giver is Keeper.OFFICE else None


def _later(handed: Standing, said: Standing) -> bool:
    """Whether a handover came after somebody said where the paper stands."""
    if said.since is None or handed.since is None:
        return said.since is None and (said.state.in_hand or said.state in _BEFORE)
    return handed.since >= said.since if said.state.in_hand or said.state in _BEFORE else handed.since > said.since


def _told(file: CaseFile, visit: Visit) -> dict[str, Standing]:
    """What a landlord or employer answered who was asked for papers at a visit."""
    office, state = file.office(visit.office), _TOLD.get(visit.answer)
    holder = _PRIVATE.get(office.kind) if office else None
    if holder is None or state is None:
        return {}
    found = Standing(state, visit.on(), Because.VISIT, holder, visit.words)
    return {demand.paper: found for demand in file.demands_at(visit.id) if demand.paper}
