"""Days noted for a case from which periods run, are extended or stand still."""

from __future__ import annotations

from datetime import datetime

from caseapp.domain.cases import KeyDay, KeyDayKind
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, KeyDayId, new_id
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.work.cases import case_file, save
from caseapp.work.session import Session

STILL_COMING = frozenset((KeyDayKind.REGISTRATION_CLOSES, KeyDayKind.EXECUTION_DAY))
"""Days that may lie ahead when they are noted."""


def note_day(
    session: Session, case_id: str, kind: KeyDayKind, day: ImpreciseDay, note: str = "", now: datetime | None = None
) -> KeyDayId:
    """Keep a day of a case; there is one of each kind, and noting it again corrects it.

    Raises :class:`BadInput` for a day in the future, or an end before its beginning.
    """
    file, moment = case_file(session, case_id), session.moment(now)
    if day.earliest > moment.date() and kind not in STILL_COMING:
        raise BadInput(N_("This day lies in the future. Look at it again."))
    began = file.key_day(KeyDayKind.OBSTACLE_BEGAN)
    if kind is KeyDayKind.OBSTACLE_ENDED and began and began.day and day.surely_before(began.day):
        raise BadInput(N_("This day lies before the one from which the client could not act. Look at both again."))
    known = file.key_day(kind)
    kept = KeyDay(known.id if known else KeyDayId(new_id()), CaseId(file.case.id), kind, day, note=note)
    save(session, kept, N_("Day noted"), moment)
    return kept.id
