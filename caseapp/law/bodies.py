"""Which body decides a case, by the version of the law of the day (PRACTICE L1, L8)."""

from __future__ import annotations

from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.deadline import Deadline
from caseapp.law.duties import reviewer
from caseapp.law.protection import STILL_RUNS
from caseapp.law.respondents import Named, Standing, respondent
from caseapp.law.situation import Contact, Situation


def reviewed_office(situation: Situation) -> OfficeKind | None:
    """The office whose act or silence is reviewed: the one that acted in writing, else the organ with the duty.

    While an application waits for its answer a refusal at a visit counts only if it was in writing and its own sixty days
    may still run; else one whose form nobody noted is read as one in writing.
    """
    acted = [act.office for act in situation.acts if situation.standing(act.office) is Standing.CAN_BE]
    acted += (visit.office for visit in situation.visits if _refused(visit, situation))
    return acted[0] if acted else situation.asked


def _office(situation: Situation, shown: Deadline | None) -> OfficeKind | None:
    return shown.office if shown and shown.office else reviewed_office(situation)


def _refused(visit: Contact, situation: Situation) -> bool:
    if visit.answer is not Answer.REFUSED or visit.review or situation.standing(visit.office) is not Standing.CAN_BE:
        return False
    if situation.unanswered is None:
        return visit.written is not False
    return bool(visit.written and visit.day and situation.on - visit.day <= STILL_RUNS)


def reviewing_kind(situation: Situation, shown: Deadline | None = None) -> OfficeKind:
    """What kind of body that is; where the client may choose, the government."""
    return reviewer(_office(situation, shown), situation.on).office


def reviewer_of(situation: Situation, shown: Deadline | None = None) -> Named | None:
    """Who hears the reconsideration: until 2023 the government or the department above, since 2024 the government.

    Where there are several acts, of the one the period ``shown`` is of.
    """
    office = _office(situation, shown)
    return respondent(office, situation.on).reviewed_by if office else None


def court_of(situation: Situation, shown: Deadline | None = None) -> Named | None:
    """The court of first instance against that office."""
    office = _office(situation, shown)
    return respondent(office, situation.on).court if office else None
