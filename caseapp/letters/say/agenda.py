"""What a day of Today is of, in both languages: the one place where a derived day gets its name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caseapp.domain.agenda_records import DayKind
from caseapp.domain.handovers import Handover, Keeper
from caseapp.i18n import N_
from caseapp.law.library import periods
from caseapp.letters.both import Both, listed, same
from caseapp.letters.days import short
from caseapp.letters.say.finding import both, say
from caseapp.letters.say.pattern import say_paper
from caseapp.policy.model import Programme

_KINDS = {
    DayKind.CLIENT_PERIOD: N_("A period of the client ends"),
    DayKind.LAPSED: N_("The other side has let its period pass"),
    DayKind.THEIR_PERIOD: N_("A period of the other side ends"),
    DayKind.EXECUTION: N_("An act is to be carried out"),
    DayKind.USEFUL_UNTIL: N_("Until this day help is useful"),
    DayKind.FALLBACK: N_("Last day of the fallback"),
    DayKind.WINDOW: N_("A yearly window closes"),
    DayKind.PAPER: N_("A paper expires"),
    DayKind.LENT: N_("Originals are to be back"),
    DayKind.FOLLOW_UP: N_("Follow-up"),
    DayKind.SILENT: N_("Nothing has happened for two weeks and no next step is set"),
}

_SHORT = {
    "recon-inaction-ripe-no-period": N_("60 days for the office to act, from receipt"),
    "recon-inaction-apply": N_("Apply for reconsideration of the failure to act"),
    "recon-apply-not-told": N_("Apply for reconsideration (remedies were not told)"),
    "recon-old-reply": N_("(Old law) respondent replies with its evidence"),
    "recon-normdoc-handle": N_("Review of the normative document"),
    "service-decision-notice": N_("A judgment is served by public notice"),
    "service-act-notice": N_("An act is served by public notice"),
    "lit-inaction-wait": N_("Organ performs what was applied for"),
    "lit-after-recon-not-told": N_("Sue after reconsideration (time to sue was not told)"),
    "lit-not-told": N_("Sue (time to sue was not told)"),
    "lit-old-after-recon-refusal": N_("(Old law) sue: reconsideration was not accepted"),
    "lit-after-recon-refusal": N_("Sue: reconsideration was refused or rejected"),
    "lit-after-recon-silence": N_("Sue: no reconsideration decision in time"),
    "lab-double-wage-whole": N_("Double wages as one claim: apply for arbitration"),
    "lab-double-wage": N_("Double wages without a contract: arbitration"),
    "pt-accept": N_("New agency consents, or explains its refusal"),
    "hotline-handle": N_("12345 or platform handles the ticket"),
    "wage-payday": N_("Agreed payday"),
    "sc-correction": N_("Say once what the compensation application lacks"),
    "rp-endorse": N_("Yearly endorsement of the permit"),
    "lic-hearing-request-working": N_("Ask for a hearing (five working days)"),
    "sa-total-delegated": N_("Dibao: total time where the township decides"),
}
"""Periods the law names at a length no line holds. Where the period itself is shown, it has its whole name."""

_LEAP = 2024
"""A year that has every day: a window is of any."""
NAMED = 2
"""Papers named on one line; of more, how many."""


def say_day_kind(kind: DayKind, ref: str = "") -> Both:
    """What the day is of; of a period of the law, what must be done within it, in the words of a line. Names nobody."""
    period = periods().get(ref) if kind in (DayKind.CLIENT_PERIOD, DayKind.LAPSED, DayKind.THEIR_PERIOD) else None
    if period is None:
        return say(_KINDS[kind])
    what = say(_SHORT[ref]) if ref in _SHORT else Both(period.what_zh, period.what_en)
    return say(N_("Period passed: {what}"), what=what) if kind is DayKind.LAPSED else what


def say_window(programme: Programme, number: int) -> Both:
    """The window of a rule: what may be done in it, from when to when, and under which rule."""
    limit = programme.time_limits[number] if number < len(programme.time_limits) else None
    if limit is None or limit.window is None:
        return say(_KINDS[DayKind.WINDOW])
    first, last = (short(date.fromisoformat(f"{_LEAP}-{day}")) for day in limit.window)
    if first == last:
        return say(N_("{what}, {day} ({rule})"), what=both(limit.what), day=last, rule=both(programme.name))
    return say(
        N_("{what}, {first} to {last} ({rule})"), what=both(limit.what), first=first, last=last, rule=both(programme.name)
    )


def say_paper_day(paper: str, title: str = "") -> Both:
    """Which paper expires."""
    return say(N_("Expires: {paper}"), paper=same(title) if title else say_paper(paper))


_BACK = {
    Keeper.CASEWORKER: N_("Give back to the client: {papers}"),
    Keeper.LAWYER: N_("To come back from the lawyer: {papers}"),
    Keeper.OFFICE: N_("To come back from the office: {papers}"),
}


def say_lent(group: Sequence[Handover]) -> Both:
    """Which originals are to be back, and from whom; a title of the case's own where the catalogue has no name."""
    if not group:
        return say_day_kind(DayKind.LENT)
    named = [say_paper(one.paper) for one in group[:NAMED]]
    papers = listed(named)
    if len(group) > NAMED:
        papers = Both("、".join(paper.zh for paper in named), ", ".join(paper.en for paper in named))
        papers = say(N_("{papers} and {count} more"), papers=papers, count=same(str(len(group) - NAMED)))
    return say(_BACK.get(group[0].receiver, N_("To come back from others: {papers}")), papers=papers)
