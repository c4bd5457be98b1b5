"""The list of a day on paper: what is due, case by case, with room to write. Paper lies about: it names nobody unasked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from caseapp.i18n import N_
from caseapp.letters import blocks as b
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.compose import Composer
from caseapp.letters.days import full_with_weekday, with_weekday
from caseapp.letters.said import Said
from caseapp.letters.say.finding import join, say

KIND = "day_list"
HEADS = {
    "overdue": N_("Overdue"),
    "today": N_("Due today"),
    "soon": N_("Due this week"),
    "theirs": N_("Periods of the other side"),
    "later": N_("Coming later"),
    "silent": N_("No next step is set"),
}
"""By how near a day is, the nearest first."""
WIDTHS = (24, 42, 16, 18)


@dataclass(frozen=True, slots=True)
class DueLine:
    """One line. ``nearness`` is a key of :data:`HEADS`; ``called`` is empty where nobody is to be named."""

    nearness: str
    day: date
    provisional: bool
    what: Both
    number: str
    service: Both
    called: str = ""


def day_list(on: date, lines: Iterable[DueLine], more: int, *, names: bool) -> tuple[b.Paper, b.Paper]:
    """The list of ``on`` in Chinese and in English. ``more``: how many lines are not on it."""
    composer, found = Composer(), tuple(lines)
    composer.paragraph("about", [Said(_about(more, names=names))], indent=False)
    for nearness, head in HEADS.items():
        group = [line for line in found if line.nearness == nearness]
        if group:
            composer.heading(nearness, say(head))
            heads = (say(N_("Day")), say(N_("What is due")), say(N_("Case")), say(N_("Note")))
            composer.table(f"{nearness}-lines", heads, (_row(line, on) for line in group), WIDTHS)
    if not found:
        composer.paragraph("nothing", [Said(say(N_("Nothing is due on this day.")))], indent=False)
    title = say(N_("What is due, {day}"), day=full_with_weekday(on))
    zh, en = composer.papers(KIND, title, b.Style.REPORT, draft=False)
    return zh, replace(en, reading_copy=False)


def _about(more: int, *, names: bool) -> Both:
    told = say(_NAMES if names else _NO_NAMES)
    return join(told, say(N_("{count} more lines are not printed."), count=same(str(more)))) if more else told


_NAMES = N_("This list says what clients are called. Keep it with you, and destroy it at the end of the day.")
_NO_NAMES = N_("This list names nobody: the numbers are those of the cases.")


def _row(line: DueLine, on: date) -> tuple[Said, ...]:
    day = with_weekday(line.day) if line.day.year == on.year else full_with_weekday(line.day)
    if line.provisional:
        day = say(N_("{day} (provisional)"), day=day)
    case = join(same(line.number), same(f" {line.called}") if line.called else NOTHING)
    what = say(N_("{what} · {service}"), what=line.what, service=line.service)
    return Said(day), Said(what), Said(case), Said(NOTHING)
