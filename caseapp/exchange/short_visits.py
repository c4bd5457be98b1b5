"""Visits of a case file in its short form, with what was asked for and any paper that came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caseapp.domain.documents import HolderKind
from caseapp.domain.ids import CaseId, DemandId, OfficeId, VisitId, new_id
from caseapp.domain.record import Scalar
from caseapp.domain.visits import Answer, Demand, Visit, WrittenAnswer, minutes_of
from caseapp.exchange.fields import Fields
from caseapp.exchange.filling import filled
from caseapp.exchange.papers import known_paper
from caseapp.exchange.short_offices import CaseOffices
from caseapp.i18n import N_

SHORT_KEYS = (
    "office", "office_kind", "referred_to", "answer_kind", "written_notice", "rule_cited", "papers_demanded",
    "written_answer", "outcome",
)  # fmt: skip
"""What may be said of a visit beside the fields of the record."""
_RULE = ("rule_title", "rule_number", "rule_clause")


def read_visits(case: Fields, identity: CaseId, offices: CaseOffices) -> tuple[tuple[object, ...], tuple[str, ...]]:
    """Everything below ``visits`` as records, in order, and what each visit came to in words."""
    records: list[object] = []
    outcomes: list[str] = []
    for order, fields in enumerate(case.children("visits"), start=1):
        visit = _visit(fields, identity, order, offices)
        records.append(visit)
        records.extend(_demands(fields, visit.id))
        answer = _written_answer(fields, identity, visit)
        if answer:
            records.append(answer)
        outcomes.append(fields.text("outcome"))
        fields.close()
    return tuple(records), tuple(word for word in outcomes if word)


def _visit(fields: Fields, case: CaseId, order: int, offices: CaseOffices) -> Visit:
    given: dict[str, Scalar] = {"case": case, "order": order}
    key = "office" if "office" in fields else "office_kind"
    office = offices.of(fields, key)
    if key not in fields:
        fields.fault("office_kind", N_("Say which office it was, for example school or education_bureau."))
    _put(given, "office", office)
    fields.raw("office_kind")
    fields.raw("office")
    answer_key = "answer_kind" if "answer_kind" in fields else "answer"
    answer = fields.choice(answer_key, Answer)
    fields.raw("answer")
    fields.raw("answer_kind")
    if answer:
        given["answer"] = answer.value
    elif answer_key not in fields:
        fields.fault("answer_kind", N_("Say what the office answered, for example refused or referred."))
    _put(given, "referred_to", offices.of(fields, "referred_to"))
    written_key = "written_notice" if "written_notice" in fields else "written"
    given["written"] = fields.flag(written_key)
    fields.raw("written_notice")
    fields.raw("written")
    rule = fields.raw("rule_cited")
    if isinstance(rule, dict):
        cited = Fields(rule, (*fields.path, "rule_cited"), fields.faults)
        given |= {f"rule_{key}": cited.text(key) for key in ("title", "number", "clause")}
        cited.close()
    elif rule is not None:
        given["rule_title"] = fields.text("rule_cited")
    visit = filled(Visit, fields, given)
    begin, end = minutes_of(visit.time_from), minutes_of(visit.time_to)
    if begin is not None and end is not None and end < begin:
        fields.fault("time_to", N_("The visit ends before it begins. Look at the hours again."))
    return visit


def _demands(fields: Fields, visit: VisitId) -> Iterator[Demand]:
    """Papers asked for: their ids, or mappings with the office's words."""
    for path, entry in fields.entries("papers_demanded"):
        if isinstance(entry, dict):
            demand = Fields(entry, path, fields.faults)
            holder = demand.choice("holder_kind", HolderKind)
            given: dict[str, Scalar] = {"visit": visit, "holder_kind": holder.value if holder else ""}
            yield filled(Demand, demand, given | {"paper": known_paper(demand, "paper")})
            demand.close()
        else:
            one = Fields({"paper": entry}, path, fields.faults)
            yield Demand(DemandId(new_id()), visit, known_paper(one, "paper"))


def _written_answer(fields: Fields, case: CaseId, visit: Visit) -> WrittenAnswer | None:
    answer = fields.child("written_answer")
    if answer is None:
        return None
    given: dict[str, Scalar] = {"case": case, "visit": visit.id}
    _put(given, "office", visit.office)
    read = filled(WrittenAnswer, answer, given)
    if read.dated and read.received and read.received < read.dated:
        answer.fault("received", N_("It was received before the date on the paper. Look at both days again."))
    answer.close()
    return read


def _put(values: dict[str, Scalar], key: str, office: OfficeId | None) -> None:
    if office:
        values[key] = office


def last_known_day(case: Fields) -> date | None:
    """Not every case says its day; the last visit's stands in for it."""
    days = [rough.latest for fields in case.children("visits") if (rough := fields.rough_day("day"))]
    return max(days) if days else None
