"""Visits: recorded in one minute, kept in the order in which they happened, read as a chain of referrals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from caseapp.attribution.checked import NOTHING_CHECKED
from caseapp.attribution.registry import Circumstances
from caseapp.attribution.rules.referrals import Trap, trap
from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import CaseId, DemandId, OfficeId, VisitId, new_id
from caseapp.domain.offices import Office
from caseapp.domain.referrals import Leg, Loop, legs, loops, span
from caseapp.domain.visits import Demand, Visit, WrittenAnswer
from caseapp.errors import BadInput
from caseapp.exchange.amounts import read_amount
from caseapp.i18n import N_
from caseapp.work import answers
from caseapp.work.cases import case_file, remove, save
from caseapp.work.guards import guard
from caseapp.work.offices import complete_office, keep_office, new_office, offered, office_choices
from caseapp.work.problems import refuse
from caseapp.work.session import Session
from caseapp.work.visit_form import DemandForm, VisitForm, WrittenAnswerForm, problems, read_hours

if TYPE_CHECKING:
    from caseapp.store.writer import Writer

__all__ = [
    "DemandForm", "ReferralChain", "VisitForm", "WrittenAnswerForm", "bring_visit_back", "complete_office", "delete_visit",
    "edit_visit", "find_visit", "form_of", "in_place", "keep_office", "new_office", "office_choices", "problems",
    "record_visit", "referral_chain",
]  # fmt: skip

_BESIDE = frozenset(("demands", "written_answer", "before"))
_AMOUNTS = ("fee_asked_yuan", "money_lost_yuan", "hours_lost")


@dataclass(frozen=True, slots=True)
class ReferralChain:
    """Who sent the client where, which of it comes back, and the two places between which the client was caught."""

    legs: tuple[Leg, ...]
    loops: tuple[Loop, ...]
    offices: Mapping[OfficeId, Office]
    visits: tuple[Visit, ...]
    """Those to an office of the chain, in order."""
    trap: Trap | None

    @property
    def days(self) -> int | None:
        """From the first visit of the chain to the last; None where a day is not known exactly."""
        return span(self.visits)


def referral_chain(file: CaseFile) -> ReferralChain:
    """The referrals of a case in order, its loops, and whether neither of two places took the request on."""
    found = legs(file.visits)
    met = {office for leg in found for office in (leg.origin, leg.target)}
    visits = tuple(visit for visit in file.visits_in_order() if visit.office in met)
    caught = trap(Circumstances(file, NOTHING_CHECKED, date.max))
    return ReferralChain(found, loops(file.visits), file.offices, visits, caught)


def find_visit(file: CaseFile, text: str) -> VisitId:
    """The visit with this id, or the only one of a day (2026-06-11). Raises :class:`BadInput`."""
    found = [
        visit.id
        for visit in file.visits
        if text in (visit.id, visit.day.exact.isoformat() if visit.day and visit.day.exact else "")
    ]
    if not found:
        raise BadInput(
            N_("There is no visit “{visit}” in this case. Give its day (2026-06-11) or its id."), visit=text[:40]
        )
    if len(found) > 1:
        raise BadInput(N_("There were {count} visits on {visit}. Give the id of one."), count=len(found), visit=text[:40])
    return found[0]


def record_visit(session: Session, case_id: str, form: VisitForm, now: datetime | None = None) -> VisitId:
    """Keep a visit with what was asked for and any paper that came of it. Raises :class:`BadInput`."""
    file = case_file(session, case_id)
    refuse(problems(form, file, session.moment(now).date()))
    visit = _visit(VisitId(new_id()), file.case.id, form)
    offices = offered(session, file, (form.office, form.referred_to))
    with session.write(N_("Visit recorded"), now) as writer:
        for office in offices:
            writer.put(office)
        for kept in in_place(file.visits_in_order(), visit, form.before):
            _put(writer, kept)
        _put_beside(writer, file, visit, form)
    return visit.id


def edit_visit(session: Session, case_id: str, visit_id: str, form: VisitForm, now: datetime | None = None) -> None:
    """Correct a visit. Papers asked for and a written answer that are no longer in the form are taken out."""
    file = case_file(session, case_id)
    before = _known(file, visit_id)
    others = tuple(entry for entry in file.visits_in_order() if entry.id != before.id)
    refuse(problems(form, replace(file, visits=others), session.moment(now).date()))
    visit = replace(_visit(before.id, file.case.id, form), order=before.order)
    offices = offered(session, file, (form.office, form.referred_to))
    with session.write(N_("Visit corrected"), now) as writer:
        for office in offices:
            writer.put(office)
        stays = form.before == _next(file, before) or (form.before is None and _may_stay(visit, before, others))
        for kept in (visit,) if stays else in_place(others, visit, form.before):
            _put(writer, kept)
        _put_beside(writer, file, visit, form)


def delete_visit(session: Session, visit_id: str, now: datetime | None = None) -> None:
    """Take a visit out of sight; the history can bring it back."""
    remove(session, Visit, visit_id, N_("Visit taken out"), now)


def bring_visit_back(session: Session, visit: Visit, now: datetime | None = None) -> None:
    """Put a visit that was taken out back in its place, with what was asked for there."""
    save(session, visit, N_("Visit brought back"), now)


def form_of(file: CaseFile, visit_id: str) -> VisitForm:
    """A recorded visit as a form to correct. Raises :class:`BadInput`."""
    visit = _known(file, visit_id)
    same: dict[str, Any] = {
        entry.name: getattr(visit, entry.name) for entry in fields(VisitForm) if entry.name not in _BESIDE
    }
    demands = tuple(
        DemandForm(demand.paper, demand.words, demand.holder_kind, demand.by_rule, demand.id)
        for demand in file.demands_at(visit.id)
    )
    answer = next((entry for entry in file.written_answers if entry.visit == visit.id), None)
    rough = visit.day is None or visit.day.exact is None
    return VisitForm(
        **same, demands=demands, written_answer=answers.form_of(answer) if answer else None,
        before=_next(file, visit) if rough else None,
    )  # fmt: skip


def _next(file: CaseFile, visit: Visit) -> VisitId | None:
    """The visit that came after another."""
    ordered = [entry.id for entry in file.visits_in_order()]
    after = ordered[ordered.index(visit.id) + 1 :]
    return after[0] if after else None


def _known(file: CaseFile, visit_id: str) -> Visit:
    found = next((visit for visit in file.visits if visit.id == visit_id), None)
    if found is None:
        raise BadInput(N_("This visit is no longer there. Look at the list of visits again."))
    return found


def _visit(identity: VisitId, case: CaseId, form: VisitForm) -> Visit:
    values: dict[str, Any] = {
        entry.name: getattr(form, entry.name) for entry in fields(VisitForm) if entry.name not in _BESIDE
    }
    for name in _AMOUNTS:
        read = read_hours if name == "hours_lost" else read_amount
        amount = read(values[name]) if values[name] else None
        values[name] = "" if amount is None else str(amount)
    if form.written_answer is not None:
        values["written"] = True
    return Visit(identity, case, **values)


def in_place(earlier: tuple[Visit, ...], visit: Visit, before: VisitId | None = None) -> Iterator[Visit]:
    """The visit and every other whose place in the order changes by it.

    It stands before the visit it is told to have come before; else after the last one not later than itself.
    """
    told = [index for index, other in enumerate(earlier) if other.id == before]
    known = [index for index, other in enumerate(earlier) if visit.day and other.day and visit.day.surely_before(other.day)]
    place = (*told, *known, len(earlier))[0]
    for order, kept in enumerate((*earlier[:place], visit, *earlier[place:]), start=1):
        if kept is visit or kept.order != order:
            yield replace(kept, order=order)


def _may_stay(visit: Visit, before: Visit, others: tuple[Visit, ...]) -> bool:
    """Whether a visit with an exact day keeps its place among the others: no day that is known speaks against it."""
    if visit.day is None or visit.day.exact is None:
        return False
    day = visit.day
    return day == before.day or not any(
        other.day and (day.surely_before(other.day) if other.order < before.order else other.day.surely_before(day))
        for other in others
    )


def _put_beside(writer: Writer, file: CaseFile, visit: Visit, form: VisitForm) -> None:
    kept = {demand.id for demand in form.demands if demand.id}
    for old in file.demands_at(visit.id):
        if old.id not in kept:
            writer.delete(Demand, old.id)
    for asked in form.demands:
        identity = asked.id or DemandId(new_id())
        _put(writer, Demand(identity, visit.id, asked.paper, asked.words, asked.holder_kind, asked.by_rule))
    answer = form.written_answer
    for written in file.written_answers:
        if written.visit == visit.id and (answer is None or answer.id != written.id):
            writer.delete(WrittenAnswer, written.id)
    if answer is not None:
        _put(writer, answers.record_of(answer, visit.case, visit.office, visit.id))


def _put(writer: Writer, record: object) -> None:
    guard(record)
    writer.put(record)
