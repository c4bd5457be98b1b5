"""Days kept in case words, or a body of disputed standing, count as an act after all: the earlier reading warns (L2)."""

from __future__ import annotations

from datetime import date, timedelta
from operator import itemgetter

from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.deadline import Deadline
from caseapp.law.derive import derive
from caseapp.law.respondents import Standing
from caseapp.law.situation import Contact, Situation
from caseapp.law.triggers import Event, Trigger

STILL_RUNS = timedelta(days=80)
"""Sixty days, and more than the longest days off move their end by: earlier days need no counting."""
SENDS_AWAY = frozenset((Answer.REFUSED, Answer.REFERRED, Answer.ASKED_MORE))


def protective(situation: Situation) -> Deadline | None:
    """Sixty days from what starts no clock for sure: words, or a body of disputed standing that sends away.

    The first of them that is still to come; if all are over, the earliest. What was said later, or by another office, is
    not lost because the first sixty days are. ``ripe_on`` (the day by counting alone) is the protective day; a caseworker
    names ``act_by``.
    """
    days = perhaps_acts(situation)
    recent = sorted(day for day in days if situation.on - day <= STILL_RUNS)
    counted = (_counted_as_an_act(situation, day) for day in recent)
    ahead = next((found for found in counted if found and situation.on <= found.act_by), None)
    return ahead or (_counted_as_an_act(situation, min(days)) if days else None)


def perhaps_acts(situation: Situation) -> tuple[date, ...]:
    """Each day of which it may be said later that it was the day of an act; not what came before a reconsideration."""
    since = situation.under_review or situation.reconsidered
    days = [visit.day for visit in situation.visits if visit.day and _perhaps_an_act(visit, situation)]
    papers = [act for act in situation.acts if situation.standing(act.office) is Standing.DISPUTED]
    days += [day for act in papers if (day := act.dated or act.received)]
    return tuple(day for day in days if since is None or day > since)


def _perhaps_an_act(visit: Contact, situation: Situation) -> bool:
    """An organ's asking for one more paper decides nothing; a school's may be all that is ever said."""
    can_be = situation.standing(visit.office)
    if visit.review or can_be is Standing.CANNOT_BE:
        return False
    if can_be is Standing.DISPUTED:
        return visit.answer in SENDS_AWAY
    return visit.answer is Answer.REFUSED and not visit.written


def form_unknown(situation: Situation) -> Deadline | None:
    """The sixty days, still running, from a refusal by an office that can be respondent, if it was in writing.

    Nobody noted whether it was. It is offered beside the written application, which is right if it was not.
    """
    unnoted = (
        visit
        for visit in situation.visits
        if visit.written is None and visit.answer is Answer.REFUSED and not visit.review
        and situation.standing(visit.office) is Standing.CAN_BE
    )  # fmt: skip
    days = ((visit.day, visit.office) for visit in unnoted if visit.day and situation.on - visit.day <= STILL_RUNS)
    counted = (_counted_as_an_act(situation, day, of=office) for day, office in sorted(days, key=itemgetter(0)))
    return next((found for found in counted if found and situation.on <= found.safe_last_day), None)


def undated(situation: Situation) -> bool:
    """Whether an office that can be respondent refused on a day nobody noted, and not by word of mouth alone."""
    told = any(
        visit.day is None and visit.written is not False and visit.answer is Answer.REFUSED and not visit.review
        and situation.standing(visit.office) is Standing.CAN_BE
        for visit in situation.visits
    )  # fmt: skip
    papers = (act for act in situation.acts if situation.standing(act.office) is Standing.CAN_BE)
    return told or any(act.dated is None and act.received is None for act in papers)


def suit_if_written(situation: Situation, read: Deadline) -> Deadline | None:
    """The time to sue at once from the refusal ``read`` counts from, on the same reading."""
    return _counted_as_an_act(situation, read.trigger_day, "admin_litigation", read.office)


def _counted_as_an_act(
    situation: Situation, day: date, procedure: str = "admin_reconsideration", of: OfficeKind | None = None
) -> Deadline | None:
    return next(iter(derive([Event(Trigger.KNEW_OF_ACT, day, office=of)], procedure, on=situation.on)), None)
