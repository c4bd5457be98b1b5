"""What a changed day moved, in words: to be read before the change is kept."""

from __future__ import annotations

from caseapp.i18n import N_, catalogue
from caseapp.law.moved import Move
from caseapp.letters.both import Both
from caseapp.letters.say.deadline import say_day

_NEW = N_("{what}: begins to run, safe until {now}.")
_GONE = N_("{what}: no longer runs; it was safe until {was}.")
_EARLIER = N_("{what}: the safe day is now {now}, earlier than {was}.")
_LATER = N_("{what}: the safe day is now {now}, later than {was}.")
_SAME = N_("{what}: the safe day stays {now}; what can be argued or claimed has changed.")


def say_move(move: Move) -> Both:
    """One deadline that moved, with both days."""
    what = Both(move.deadline.what_zh, move.deadline.what_en)
    was = say_day(move.was.safe_last_day) if move.was else None
    now = say_day(move.now.safe_last_day) if move.now else None
    template = _template(move)
    return Both(
        catalogue("zh_CN").gettext(template).format(what=what.zh, was=was and was.zh, now=now and now.zh),
        catalogue("en").gettext(template).format(what=what.en, was=was and was.en, now=now and now.en),
    )


def _template(move: Move) -> str:
    if move.was is None:
        return _NEW
    if move.now is None:
        return _GONE
    days = move.days or 0
    return _EARLIER if days < 0 else _LATER if days else _SAME
