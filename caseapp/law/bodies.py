"""Which body decides a case, by the version of the law of the day (PRACTICE L1, L8)."""

from __future__ import annotations

from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.duties import Matter, reviewer
from caseapp.law.protection import STILL_RUNS
from caseapp.law.respondents import Named, Standing, duty_organs, respondent
from caseapp.law.situation import Contact, Situation


def reviewed_office(situation: Situation) -> OfficeKind | None:
    """The office whose act or silence is reviewed: the one that acted in writing, else the organ with the duty.

    While an application waits for its answer a refusal at a visit counts only if it was in writing and its own sixty days
    may still run; else one whose form nobody noted is read as one in writing.
    """
    acted = [act.office for act in situation.acts if situation.standing(act.office) is Standing.CAN_BE]
    acted += (visit.office for visit in situation.visits if _refused(visit, situation))
    duty = duty_organs().get(situation.service) if situation.matter is Matter.REVIEW else situation.duty
    return acted[0] if acted else duty.office if duty else None


def _refused(visit: Contact, situation: Situation) -> bool:
    if visit.answer is not Answer.REFUSED or visit.review or situation.standing(visit.office) is not Standing.CAN_BE:
        return False
    if situation.unanswered is None:
        return visit.written is not False
    return bool(visit.written and visit.day and situation.on - visit.day <= STILL_RUNS)


def reviewing_kind(situation: Situation) -> OfficeKind:
    """What kind of body that is; where the client may choose, the government."""
    return reviewer(reviewed_office(situation), situation.on).office


def reviewer_of(situation: Situation) -> Named | None:
    """Who hears the reconsideration: until 2023 the government or the department above, since 2024 the government."""
    office = reviewed_office(situation)
    return respondent(office, situation.on).reviewed_by if office else None


def court_of(situation: Situation) -> Named | None:
    """The court of first instance against that office."""
    office = reviewed_office(situation)
    return respondent(office, situation.on).court if office else None
