"""One case as lines for a person or as a document for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caseapp.domain.case_file import CaseFile
from caseapp.domain.labels import label
from caseapp.domain.offices import Office
from caseapp.domain.rule_records import LocalCriterion, LocalRule
from caseapp.exchange.record_form import plain
from caseapp.i18n import _, screen_language
from caseapp.letters.papers_in_hand import paper_name
from caseapp.work.timeline import timeline
from caseapp.work.visits import referral_chain


def as_document(file: CaseFile) -> dict[str, object]:
    """Every record of the case by kind, its timeline, and its referrals."""
    chain = referral_chain(file)
    return {
        "id": file.case.id,
        "number": file.case.number,
        "records": plain(file),
        "timeline": [
            {"day": str(entry.day) if entry.day else None, "kind": entry.kind, "record": entry.record}
            for entry in timeline(file)
        ],
        "referrals": [
            {"visit": leg.visit, "from": leg.origin, "to": leg.target, "day": str(leg.day) if leg.day else None}
            for leg in chain.legs
        ],
        "loops": [
            {"offices": loop.offices, "kinds": [chain.offices[office].kind for office in loop.offices],
             "visits": loop.visits, "days": loop.days}
            for loop in chain.loops
        ],
    }  # fmt: skip


def as_lines(file: CaseFile) -> Iterator[str]:
    """The case in plain lines."""
    case, client = file.case, file.client()
    place = " ".join(part for part in (case.city, case.district) if part)
    yield f"{case.number}  {client.called() if client else ''}  {_(label(case.service))}  {place}".rstrip()
    if case.useful_until:
        yield _("Useful until {day}").format(day=case.useful_until)
    for text in (case.request, case.story):
        if text:
            yield text
    yield ""
    for entry in timeline(file):
        visit = next((visit for visit in file.visits if visit.id == entry.record), None)
        words = _(entry.text)
        if visit:
            words = f"{office_name(file.office(visit.office))}: {_(label(visit.answer))}"
            words += f" → {office_name(file.office(visit.referred_to))}" if visit.referred_to else ""
            words += f" “{visit.words}”" if visit.words else ""
        paper = next((paper for paper in file.documents if paper.id == entry.record), None)
        if paper:
            name = paper_name(paper.paper, paper.title)
            words = f"{name.zh if screen_language() == 'zh_CN' else name.en}: {_(label(paper.state))}"
        yield f"{entry.day or '?'}  {words}"
    for rule in file.local_rules:
        yield from rule_lines(rule, file.criteria_of(rule.id))
    for loop in referral_chain(file).loops:
        names = " → ".join(office_name(file.office(office)) for office in (*loop.offices, loop.offices[0]))
        yield _("Sent back and forth: {offices}").format(offices=names)


def rule_lines(rule: LocalRule, criteria: Iterable[LocalCriterion]) -> Iterator[str]:
    """A rule entered by hand: what it is called and says, then what it asks."""
    called = " ".join(part for part in (rule.title, rule.document_number, rule.clause) if part)
    yield f"{_('Local rule by hand')}: {called} ({rule.id})"
    if rule.text:
        yield f"    {rule.text}"
    for criterion in criteria:
        value = f" {criterion.value}" if criterion.value else ""
        yield f"    {criterion.fact} {criterion.op.value}{value}  {criterion.text}".rstrip()


def office_name(office: Office | None) -> str:
    """What an office is called on screen."""
    if office is None:
        return _("an office")
    names = (office.name_zh, office.name_en) if screen_language() == "zh_CN" else (office.name_en, office.name_zh)
    return names[0] or names[1] or _(label(office.kind))
