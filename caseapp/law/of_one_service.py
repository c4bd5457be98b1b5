"""Ways that only one kind of matter has: unpaid wages, an injury's grade, insurance in another place, need at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caseapp.domain.cases import Service
from caseapp.law.avenues import Avenue, Joint, Status, Track, Why
from caseapp.law.expectation import expected_answer
from caseapp.law.library import procedures, statutes
from caseapp.law.situation import Situation


def of_one_service(situation: Situation) -> Iterator[Avenue]:
    """None is offered before the rule it rests on stood."""
    for avenue in _WAYS.get(situation.service, ()):
        if avenue.procedure not in _NEW_WITH_THEIR_STATUTE or _stands(avenue.procedure, situation.on):
            yield avenue
    if situation.service is Service.HEALTH_INSURANCE and _stands("medical_transfer", situation.on):
        expected = expected_answer(situation.service.value, situation.on, own_period_only=True)
        yield Avenue("medical_transfer", Status.OPEN, Why.MEDICAL_MOVED, answer_expected_by=expected)


_WAYS = {
    Service.LABOUR: (
        Avenue("wage_arrears_complaint", Status.OPEN, Why.WAGES_OWED, Track.QUICK),
        Avenue("labour_mediation", Status.OPEN, Why.BY_AGREEMENT, Track.QUICK, joint=Joint.REPRESENTATIVES),
        Avenue("payment_order", Status.OPEN, Why.CLEAR_DEBT, Track.QUICK),
    ),
    Service.WORK_INJURY: (
        Avenue(
            "labour_capacity_appraisal", Status.NEEDS_FIRST, Why.AFTER_RECOGNITION, needs="work_injury_recognition"
        ),
    ),
    Service.HEALTH_INSURANCE: (Avenue("off_site_medical", Status.OPEN, Why.TREATED_ELSEWHERE),),
    Service.SOCIAL_ASSISTANCE: (Avenue("temporary_relief", Status.OPEN, Why.IN_NEED, Track.QUICK),),
}  # fmt: skip
_NEW_WITH_THEIR_STATUTE = frozenset(("wage_arrears_complaint", "off_site_medical"))
"""The others stood in earlier versions of their statutes too."""


def _stands(procedure: str, on: date) -> bool:
    since = statutes()[procedures()[procedure].statute].effective_from
    return since is None or since <= on
