"""Which body decides a case, by the version of the law of the day (PRACTICE L1, L8)."""

from __future__ import annotations

from caseapp.domain.offices import OfficeKind
from caseapp.law.duties import Matter, reviewer
from caseapp.law.respondents import Named, Standing, duty_organs, respondent
from caseapp.law.situation import Situation


def reviewed_office(situation: Situation) -> OfficeKind | None:
    """The office whose act or silence is reviewed: the one that acted in writing, else the organ with the duty."""
    acted = [act.office for act in situation.acts if situation.standing(act.office) is Standing.CAN_BE]
    duty = duty_organs().get(situation.service) if situation.matter is Matter.REVIEW else situation.duty
    return acted[0] if acted else duty.office if duty else None


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
