"""A deadline in words, in Chinese and English: the one place where derivations become sentences.

Window, letters and command line all say deadlines through here.
"""

from __future__ import annotations

from datetime import date

from caseapp.i18n import N_, catalogue
from caseapp.law.deadline import Actor, Caution, Deadline, LaterDay, Restart, State, Step, StepRule
from caseapp.law.library import statutes
from caseapp.law.openings import Opening
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.days import full
from caseapp.letters.numerals import english_article
from caseapp.letters.say.deadline_words import ACTORS, CAUTIONS, GROUNDS, RESTARTS, STATES, STEPS

_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _say(template: str, **values: Both | int) -> Both:
    zh = {key: value.zh if isinstance(value, Both) else value for key, value in values.items()}
    en = {key: value.en if isinstance(value, Both) else value for key, value in values.items()}
    return Both(
        catalogue("zh_CN").gettext(template).format(**zh), catalogue("en").gettext(template).format(**en)
    )  # fmt: skip


def _n(one: str, many: str, count: int, **values: Both | int) -> Both:
    zh = {key: value.zh if isinstance(value, Both) else value for key, value in values.items()}
    en = {key: value.en if isinstance(value, Both) else value for key, value in values.items()}
    return Both(
        catalogue("zh_CN").ngettext(one, many, count).format(count=count, **zh),
        catalogue("en").ngettext(one, many, count).format(count=count, **en),
    )


def say_day(day: date) -> Both:
    """A day with its weekday: 2026年8月16日（周日）, Sun 16 August 2026."""
    plain = full(day)
    return Both(
        f"{plain.zh}（周{_WEEKDAYS_ZH[day.weekday()]}）", f"{_WEEKDAYS_EN[day.weekday()]} {plain.en}"
    )  # fmt: skip


def say_step(step: Step) -> Both:
    """One step of a derivation."""
    start, end = say_day(step.start), say_day(step.end)
    match step.rule:
        case StepRule.CALENDAR_DAYS:
            return _n(
                "{count} calendar day from {start} ends on {end}.",
                "{count} calendar days from {start} end on {end}.",
                step.count, start=start, end=end,
            )  # fmt: skip
        case StepRule.WORKING_DAYS:
            return _n(
                "{count} working day from {start} ends on {end}; rest days passed over: {rest}.",
                "{count} working days from {start} end on {end}; rest days passed over: {rest}.",
                step.count, start=start, end=end, rest=len(step.days),
            )  # fmt: skip
        case StepRule.MONTHS:
            return _n(
                "{count} month ends on the corresponding day (or the last day of the month), {end}.",
                "{count} months end on the corresponding day (or the last day of the month), {end}.",
                step.count, end=end,
            )  # fmt: skip
        case StepRule.YEARS:
            return _n(
                "{count} year ends on the corresponding day (or the last day of the month), {end}.",
                "{count} years end on the corresponding day (or the last day of the month), {end}.",
                step.count, end=end,
            )  # fmt: skip
        case _:
            return _say(STEPS[step.rule], start=start, end=end)


def say_caution(caution: Caution) -> Both:
    """One warning."""
    return _say(
        CAUTIONS[caution.kind],
        day=say_day(caution.day) if caution.day else same(""),
        year=caution.year or 0,
        title=Both(caution.zh, caution.en),
        condition=Both(caution.zh, caution.en),
    )


def say_ground(later: LaterDay) -> Both:
    """Why a later day can be argued."""
    ground = _say(GROUNDS[later.ground])
    return _say(N_("if {ground}"), ground=ground) if later.if_so else ground


def say_restart(restart: Restart) -> Both:
    return _say(RESTARTS[restart])


def say_state(state: State) -> Both:
    return _say(STATES[state])


def say_actor(actor: Actor) -> Both:
    return _say(ACTORS[actor])


def say_posting(found: Deadline) -> Both:
    """That what is posted on the last day is in time; empty where no text says so (Civil Procedure Law art. 85)."""
    if not found.posting_counts or found.who_must_act is not Actor.CLIENT:
        return NOTHING
    return _say(N_("What is posted on the last day is in time. Keep the dated slip."))


def cite(statute: str, article: str) -> Both:
    """《行政复议法》第二十条第一款; Administrative Reconsideration Law (2023 revision), art. 20(1)."""
    known = statutes()[statute]
    try:
        english = english_article(article)
    except ValueError:
        english = article
    return Both(f"《{known.cited_as}》{article}", ", ".join(part for part in (known.title_en, english) if part))


def document(found: Deadline, on: date) -> dict[str, object]:
    """A deadline as plain data with its words in both languages: what ``caseapp deadlines --json`` prints."""
    because, where = found.arguable_because, cite(found.statute, found.article)
    return {
        "id": found.id,
        "procedure": found.procedure,
        "who_must_act": found.who_must_act.value,
        "what_zh": found.what_zh,
        "what_en": found.what_en,
        "consequence_zh": found.consequence_zh,
        "consequence_en": found.consequence_en,
        "trigger": found.trigger,
        "trigger_day": found.trigger_day.isoformat(),
        "state": found.state(on).value,
        "safe_last_day": found.safe_last_day.isoformat(),
        "act_by": found.act_by.isoformat(),
        "ripe_on": found.ripe_on.isoformat(),
        "late_after": found.late_after.isoformat(),
        "arguable_until": found.arguable_until.isoformat() if found.arguable_until else None,
        "arguable_because": because.ground.value if because else None,
        **_both("arguable_because", say_ground(because) if because else None),
        "later": [_later(later) for later in found.later],
        "restart": found.restart.value if found.restart else None,
        **_both("restart", say_restart(found.restart) if found.restart else None),
        "provisional": found.provisional,
        "severity": found.severity.value,
        "statute": found.statute,
        "article": found.article,
        **_both("cited", where),
        "confidence": found.confidence.value,
        "steps": [_step(step) for step in found.steps],
        "warnings": [{"kind": c.kind.value, **_both("text", say_caution(c))} for c in found.warnings],
        "follows": found.lapse_of or found.deemed_by or None,
        "opens_on": found.opens_on.isoformat() if found.opens_on else None,
        "note_zh": found.note[0] or None,
        "note_en": found.note[1] or None,
        "posting_counts": found.posting_counts,
        **_both("posting", say_posting(found) or None),
    }


def document_of_opening(found: Opening) -> dict[str, object]:
    """What opens only once time has passed, as plain data: it has a first day and no last one."""
    return {
        "id": found.id,
        "procedure": found.procedure,
        "who_must_act": found.who.value,
        "what_zh": found.what_zh,
        "what_en": found.what_en,
        "trigger": found.trigger,
        "trigger_day": found.trigger_day.isoformat(),
        "opens_on": found.opens_on.isoformat(),
        "safe_last_day": None,
        "arguable_until": None,
        "statute": found.statute,
        "article": found.article,
        **_both("cited", cite(found.statute, found.article)),
        "confidence": found.confidence.value,
        "steps": [_step(step) for step in found.steps],
        "warnings": [],
    }


def _both(key: str, said: Both | None) -> dict[str, object]:
    return {f"{key}_zh": said.zh if said else None, f"{key}_en": said.en if said else None}


def _later(later: LaterDay) -> dict[str, object]:
    until = later.until.isoformat() if later.until else None
    return {"until": until, "ground": later.ground.value, "if_so": later.if_so, **_both("text", say_ground(later))}


def _step(step: Step) -> dict[str, object]:
    days = {"from": step.start.isoformat(), "to": step.end.isoformat()}
    return {"rule": step.rule.value, **days, **_both("text", say_step(step))}
