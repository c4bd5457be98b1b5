"""A deadline in words, in Chinese and English: the one place where derivations become sentences.

Window, letters and command line all say deadlines through here.
"""

from __future__ import annotations

from datetime import date

from caseapp.i18n import N_, catalogue
from caseapp.law.deadline import Actor, Caution, Deadline, Ground, LaterDay, Restart, State, Step, StepRule, Warn
from caseapp.law.library import statutes
from caseapp.letters.both import Both, same
from caseapp.letters.days import full
from caseapp.letters.numerals import english_article

_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

ACTORS = {Actor.CLIENT: N_("the client"), Actor.AUTHORITY: N_("the authority"), Actor.EMPLOYER: N_("the employer")}

STATES = {
    State.RUNNING: N_("Running"),
    State.SAFE_DAY_PASSED: N_("Safe day passed: lawyer today"),
    State.CLOSED: N_("Closed"),
}

RESTARTS = {
    Restart.FRESH_APPLICATION: N_(
        "Hand in a fresh application to perform the duty: its silence starts a new period. Whether that "
        "is allowed is disputed."
    ),
}

GROUNDS = {
    Ground.NOT_TOLD: N_(
        "the paper did not state the remedy, the organ and the period (at most one year, and shorter "
        "from the day they are learnt)"
    ),
    Ground.OBSTACLE: N_("force majeure or another good reason held the client up, the time lost is given back"),
    Ground.RECEIVED_LATER: N_("it was received later than the date on the paper"),
    Ground.LAPSE_MOVED: N_("the authority's own last day moved because of rest days, and the period runs from there"),
    Ground.EXTENDED: N_("the authority's period was lawfully extended"),
    Ground.INTERRUPTED: N_("a demand or complaint interrupted the limit, which then started anew"),
    Ground.WHOLE_CLAIM: N_("double wages count as one claim, due at the end of the first year"),
    Ground.MADE_UP_DAY: N_("a make-up Saturday or Sunday is not counted as a working day"),
    Ground.REST_DAY_INFERRED: N_("a last day that is a rest day moves to the next working day; the text does not say so"),
    Ground.CALENDAR_OPEN: N_("the weekend stays a rest day once the holiday table is published"),
    Ground.DAY_UNCERTAIN: N_("it happened on the later of the days remembered"),
}

STEPS = {
    StepRule.FIRST_DAY_NOT_COUNTED: N_("The day of the event, {start}, is not counted; the first day is {end}."),
    StepRule.REST_DAY_MOVES: N_("{start} is a rest day; the last day moves to {end}."),
    StepRule.REST_DAY_NOT_MOVED: N_("{start} is a rest day and might move to {end}; to be safe it is not moved."),
    StepRule.LATEST_READING: N_("On the latest reading of working days and of the start the last day is {end}."),
    StepRule.WINDOW_BEFORE: N_("It can be done from {start} until {end}."),
    StepRule.LAPSE: N_(
        "The authority's period ends on {start}, and the client's is counted from there. Say that it is "
        "late only after {end}."
    ),
    StepRule.OUTER_LIMIT: N_("The outer limit, counted from the day of the act, ends on {end}."),
}

CAUTIONS = {
    Warn.CALENDAR_NOT_PUBLISHED: N_(
        "The holiday table of {year} is not published yet: provisional. Check again when it is."
    ),
    Warn.CALENDAR_MISSING: N_(
        "There is no holiday table for {year} here: only weekends are known, the day is provisional."
    ),
    Warn.ENDS_ON_REST_DAY: N_("By counting it ends on {day}, a rest day. Go before the days off."),
    Warn.REST_DAY_INFERRED: N_(
        "It ends on {day}, a rest day, and the text does not say that it moves. Go before that day."
    ),
    Warn.MADE_UP_DAY: N_("{day} is a weekend day worked in exchange for a holiday. Count it as a working day."),
    Warn.NEW_TEXT_NOT_READ: N_(
        "New Regulations not yet checked: {title}, in force since {day}. The day shown follows the older text."
    ),
    Warn.OLDER_TEXT_NOT_HELD: N_(
        "The text held here is in force since {day}. Find the version of that time before citing it."
    ),
    Warn.RECEIPT_NOT_KNOWN: N_(
        "The day of receipt is not known. Counted from the date on the paper, {day}; look for the "
        "envelope or delivery record."
    ),
    Warn.ACCEPTANCE_ASSUMED: N_("Counted as if accepted on the day it was received, {day}. Ask for the acceptance slip."),
    Warn.ONLY_IF: N_("Applies only {condition}."),
    Warn.CHAINED: N_(
        "Say that the authority is late only after {day}; the client's period is counted from the earlier day."
    ),
    Warn.INTERRUPTION_NEEDS_PROOF: N_(
        "The demand or complaint starts the limit anew only if it can be proved. Keep ticket and receipt, and act by {day}."
    ),
    Warn.TOLD_BY_ANYONE: N_(
        "The later day holds only if the paper did not name the remedy, and learning of it elsewhere "
        "shortens it. Do not wait."
    ),
    Warn.NEW_LAW_FROM: N_("Since {day} a newer law applies. What is handed in from then on goes to the organ it names."),
    Warn.BACKSTOP_ONLY: N_("A back-stop only: reconsideration has to come first, and its period is much shorter."),
    Warn.SAFE_DAY_PASSED: N_("The safe day, {day}, has passed. See a lawyer today and write down why it is late."),
    Warn.CLOSED: N_("The last day, {day}, has passed. Ask a lawyer whether anything is left."),
    Warn.LOW_CONFIDENCE: N_("This rule is not fully verified. Check the text before a letter leaves."),
}


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
        "follows": found.lapse_of or None,
    }


def _both(key: str, said: Both | None) -> dict[str, object]:
    return {f"{key}_zh": said.zh if said else None, f"{key}_en": said.en if said else None}


def _later(later: LaterDay) -> dict[str, object]:
    until = later.until.isoformat() if later.until else None
    return {"until": until, "ground": later.ground.value, "if_so": later.if_so, **_both("text", say_ground(later))}


def _step(step: Step) -> dict[str, object]:
    days = {"from": step.start.isoformat(), "to": step.end.isoformat()}
    return {"rule": step.rule.value, **days, **_both("text", say_step(step))}
