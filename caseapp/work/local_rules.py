"""Rules entered by hand in a case: the rule an office cited, or a notice, where no pack holds it (PRACTICE M5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case
from caseapp.domain.ids import LocalCriterionId, LocalRuleId, new_id
from caseapp.domain.offices import Office
from caseapp.domain.rule_records import LocalCriterion, LocalRule
from caseapp.errors import BadInput
from caseapp.exchange.short_rules import read_rule_file
from caseapp.i18n import N_
from caseapp.policy.by_hand import RuleByHand, required
from caseapp.work.attachments import Pasted, take_file
from caseapp.work.cases import case_file
from caseapp.work.guards import guard
from caseapp.work.problems import FieldProblem, refuse
from caseapp.work.rules_of_case import rules_by_hand
from caseapp.work.session import Session

MOST_CRITERIA = 60
ADDED, CHANGED = N_("Local rule entered by hand"), N_("Local rule changed")
TAKEN_OUT = N_("Local rule taken out")
NO_RULE = N_("There is no such local rule in this case.")


def local_rules(session: Session, case_id: str) -> tuple[RuleByHand, ...]:
    """The rules entered by hand in a case with what they ask, in the order in which they were entered."""
    return rules_by_hand(case_file(session, case_id))


def new_rule(file: CaseFile, visit_id: str | None = None) -> LocalRule:
    """An empty rule for a case. With a visit: the rule the office cited there, as far as the visit has it."""
    rule = LocalRule(LocalRuleId(""), file.case.id, service=file.case.service)
    visit = next((visit for visit in file.visits if visit.id == visit_id), None)
    if visit is None:
        return rule
    return replace(
        rule, title=visit.rule_title, document_number=visit.rule_number, clause=visit.rule_clause, office=visit.office,
        seen_on=visit.day.exact if visit.day else None, visit=visit.id,
    )  # fmt: skip


def problems(rule: LocalRule, criteria: Iterable[LocalCriterion], today: date) -> tuple[FieldProblem, ...]:
    """What keeps a rule from being kept, by field; of a criterion the field is ``criteria[number].name``, from 0."""
    return (*_of_rule(rule, today), *_of_criteria(tuple(criteria)))


def _of_rule(rule: LocalRule, today: date) -> Iterator[FieldProblem]:
    if not rule.title.strip() and not rule.text.strip():
        yield FieldProblem("title", N_("Say which rule this is: its title, or what it says."))
    first, last = rule.in_force_from, rule.in_force_until
    if first and last and last.surely_before(first):
        yield FieldProblem("in_force_until", N_("It ends before it begins. Look at both days again."))
    if rule.seen_on and rule.seen_on > today:
        yield FieldProblem("seen_on", N_("This day lies in the future. Look at it again."))


def _of_criteria(criteria: tuple[LocalCriterion, ...]) -> Iterator[FieldProblem]:
    if len(criteria) > MOST_CRITERIA:
        yield FieldProblem(
            "criteria", N_("More than {most} conditions are not kept for one rule."), {"most": MOST_CRITERIA}
        )
    for number, criterion in enumerate(criteria):
        try:
            required(criterion.fact, criterion.op, criterion.value)
        except BadInput as problem:
            yield FieldProblem(f"criteria[{number}].value", problem.template, problem.values)


def save_rule(
    session: Session, rule: LocalRule, criteria: Iterable[LocalCriterion] = (), now: datetime | None = None,
    photo: Path | Pasted | None = None,
) -> LocalRuleId:  # fmt: skip
    """Keep a rule with what it asks, in this order; one without an id is new, and criteria left out go with it.

    ``photo`` is a picture of the notice, to be kept with it. Raises :class:`BadInput` for the first of its
    :func:`problems`, and for a picture that cannot be read.
    """
    asked = tuple(criteria)
    refuse(problems(rule, asked, session.moment(now).date()))
    before = {entry.rule.id: entry for entry in local_rules(session, rule.case)}
    if rule.id and rule.id not in before:
        raise BadInput(NO_RULE)
    kept = rule if rule.id else replace(rule, id=LocalRuleId(new_id()))
    if photo is not None:
        kept = replace(kept, photo=take_file(session, rule.case, photo, now))
    numbered = tuple(_of(kept, criterion, order) for order, criterion in enumerate(asked, start=1))
    for record in (kept, *numbered):
        guard(record)
    gone = {one.id for one in before[kept.id].criteria} - {one.id for one in numbered} if kept.id in before else set()
    with session.write(CHANGED if kept.id in before else ADDED, now) as writer:
        for record in (kept, *numbered):
            writer.put(record)
        for identity in sorted(gone):
            writer.delete(LocalCriterion, identity)
    return kept.id


def _of(rule: LocalRule, criterion: LocalCriterion, order: int) -> LocalCriterion:
    identity = criterion.id or LocalCriterionId(new_id())
    return replace(criterion, id=identity, local_rule=rule.id, order=order)


def delete_rule(session: Session, case_id: str, rule_id: str, now: datetime | None = None) -> None:
    """Take a rule out of sight with what it asks; the history can bring it back. Raises :class:`BadInput`."""
    found = next((entry for entry in local_rules(session, case_id) if entry.rule.id == rule_id), None)
    if found is None:
        raise BadInput(NO_RULE)
    with session.write(TAKEN_OUT, now) as writer:
        for criterion in found.criteria:
            writer.delete(LocalCriterion, criterion.id)
        writer.delete(LocalRule, found.rule.id)


def add_rules(session: Session, case_id: str, path: Path, now: datetime | None = None) -> tuple[LocalRuleId, ...]:
    """Take the rules of a file (``docs/case-file.md``) into a case, all of them or none.

    Raises :class:`~caseapp.exchange.faults.FileRefused` with every fault, :class:`BadInput` for what cannot be kept.
    """
    from caseapp.work.importing import put_office

    case: Case = case_file(session, case_id).case
    records = read_rule_file(path, case)
    rules = [record for record in records if isinstance(record, LocalRule)]
    criteria = [record for record in records if isinstance(record, LocalCriterion)]
    for rule in rules:
        asked = [criterion for criterion in criteria if criterion.local_rule == rule.id]
        refuse(problems(rule, asked, session.moment(now).date()))
    for record in records:
        guard(record)
    with session.write(ADDED, now) as writer:
        for record in records:
            if isinstance(record, Office):
                put_office(writer, record)
            else:
                writer.put(record)
    return tuple(rule.id for rule in rules)
