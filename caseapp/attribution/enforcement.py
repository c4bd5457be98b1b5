"""A rule that had stood unapplied and is applied from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import VisitId
from caseapp.domain.visits import Answer


@dataclass(frozen=True, slots=True)
class EnforcementShift:
    """What changed: the rule as the office cited it, the first day it was seen applied, and until when it was not."""

    rule: str
    first_enforced_seen: date
    accepted_before_until: date
    visit: VisitId


def enforcement_shift(file: CaseFile, on: date) -> EnforcementShift | None:
    """The shift a case shows: refused under a rule cited, at a class size that had long been exceeded.

    The size before and the day it lasted until are facts of the case (a school's own figures); the rule is what the
    office cited at the visit.
    """
    case = file.case
    if case.class_size_before is None or case.class_size_until is None or case.class_size_today is None:
        return None
    if case.class_size_before <= case.class_size_today:
        return None
    for visit in file.visits_in_order():
        day = visit.on()
        if visit.answer is Answer.REFUSED and visit.rule_title and day is not None and case.class_size_until < day <= on:
            return EnforcementShift(visit.rule_title, day, case.class_size_until, visit.id)
    return None
