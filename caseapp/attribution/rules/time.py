"""The pattern of time: told to wait until it was too late."""

from __future__ import annotations

from datetime import date

from caseapp.attribution.registry import Circumstances, Finding, Records, derives
from caseapp.domain.cases import KeyDayKind
from caseapp.domain.patterns import Pattern
from caseapp.domain.reasons import Reason, reason
from caseapp.domain.visits import Answer, Grounds, Visit
from caseapp.i18n import N_

_PENDING = (Answer.REFERRED, Answer.ASKED_MORE, Answer.NO_ANSWER, Answer.PROMISED)


@derives(Pattern.CLOCK_RUNS_OUT)
def clock_runs_out(case: Circumstances) -> Finding | None:
    """Refused as out of time; or the client's window ended while a request was pending; or the office's own period did."""
    why: list[Reason] = []
    shown: list[Visit] = []
    late = [visit for visit in case.visits() if visit.grounds is Grounds.OUT_OF_TIME]
    if late:
        why.append(reason(N_("The answer was that the time for it had passed.")))
    ended = _window_ended(case)
    pending = _pending_until(case, ended) if ended else []
    if ended and pending:
        why.append(reason(N_("The request was still open when its last useful day, {day}, passed."), day=ended))
    for entry in case.checked.overdue:
        why.append(reason(N_("The office's own period ended on {day} without its act."), day=entry.ended_on))
        shown += [visit for visit in case.visits() if visit.id in entry.visits]
    return (tuple(why), Records.of(*pending, *late, *shown)) if why else None


def _window_ended(case: Circumstances) -> date | None:
    closes = case.file.key_day(KeyDayKind.REGISTRATION_CLOSES)
    days = [case.file.case.useful_until, closes.day.latest if closes and closes.day else None]
    passed = [day for day in days if day is not None and day < case.on]
    return min(passed, default=None)


def _pending_until(case: Circumstances, end: date) -> list[Visit]:
    """The visits up to the end, if the last of them left the request open and none of them settled it."""
    before = [visit for visit in case.visits() if (on := visit.on()) is not None and on <= end]
    if not before or before[-1].answer not in _PENDING:
        return []
    return [] if any(visit.answer is Answer.ACCEPTED for visit in before) else before
