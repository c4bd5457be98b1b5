"""What a day of Today is of, in both languages: the one place where a derived day gets its name."""

from __future__ import annotations

from caseapp.domain.agenda_records import DayKind
from caseapp.i18n import N_
from caseapp.law.library import periods
from caseapp.letters.both import Both, same
from caseapp.letters.say_finding import both, say
from caseapp.letters.say_pattern import say_paper
from caseapp.policy.model import Programme

_KINDS = {
    DayKind.CLIENT_PERIOD: N_("A period of the client ends"),
    DayKind.LAPSED: N_("The other side has let its period pass"),
    DayKind.THEIR_PERIOD: N_("A period of the other side ends"),
    DayKind.USEFUL_UNTIL: N_("Until this day help is useful"),
    DayKind.FALLBACK: N_("Last day of the fallback"),
    DayKind.WINDOW: N_("A yearly window closes"),
    DayKind.PAPER: N_("A paper expires"),
    DayKind.FOLLOW_UP: N_("Follow-up"),
    DayKind.SILENT: N_("Nothing has happened for two weeks and no next step is set"),
}


def say_day_kind(kind: DayKind, ref: str = "") -> Both:
    """What the day is of; of a period of the law, what must be done within it. Names nobody."""
    period = periods().get(ref) if kind in (DayKind.CLIENT_PERIOD, DayKind.LAPSED, DayKind.THEIR_PERIOD) else None
    if period is None:
        return say(_KINDS[kind])
    what = Both(period.what_zh, period.what_en)
    return say(N_("Period passed: {what}"), what=what) if kind is DayKind.LAPSED else what


def say_window(programme: Programme, number: int) -> Both:
    """The window of a rule: what may be done in it, and under which rule."""
    limit = programme.time_limits[number] if number < len(programme.time_limits) else None
    if limit is None:
        return say(_KINDS[DayKind.WINDOW])
    return say(N_("{what} ({rule})"), what=both(limit.what), rule=both(programme.name))


def say_paper_day(paper: str, title: str = "") -> Both:
    """Which paper expires."""
    return say(N_("Expires: {paper}"), paper=same(title) if title else say_paper(paper))
