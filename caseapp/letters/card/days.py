"""The card's last lines: the days to keep, and what to do if it does not work out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from caseapp.domain.cases import KeyDayKind
from caseapp.law.calendar import work_calendar
from caseapp.law.deadline import Deadline
from caseapp.letters.blocks import BY_HAND, RestsOn
from caseapp.letters.both import Both, has_han, same
from caseapp.letters.card.steps import TO_COURT, Step, court_period, review_period
from caseapp.letters.clock import check_again_by, silence_if_received
from caseapp.letters.days import rough, short, with_weekday
from caseapp.letters.guards import quotable
from caseapp.letters.material import Material
from caseapp.letters.parties import SCHOOLING
from caseapp.letters.said import Line, Said
from caseapp.letters.wording import phrases

A_WEEK = timedelta(days=7)


def days_to_keep(material: Material, step: Step, by: date) -> tuple[Line, ...]:
    """Each day on a line of its own. No last day stands without the day to come back before it (PRACTICE L3)."""
    return tuple((said,) for said in (*_handing_in(material, step, by), *_coming(material, step)))


def _handing_in(material: Material, step: Step, by: date) -> Iterator[Said]:
    words = phrases("prompt_card")
    if step is Step.APPLY and material.words.letter:
        yield Said(words.say("day_hand_in", day=with_weekday(by)))
        waits = silence_if_received(material.file, by, material.on)
        if waits and waits.id == "recon-inaction-ripe-no-period":
            yield Said(words.say("day_ripe_if", day=short(waits.ripe_on), days=60), RestsOn(deadlines=(waits.id,)))
    elif material.silence and not material.silence.ripe(material.on) and material.silence.days:
        waits = material.silence.waits_for
        text = words.say("day_ripe", day=short(waits.ripe_on), days=material.silence.days)
        yield Said(text, RestsOn(deadlines=(waits.id,)))


def _coming(material: Material, step: Step) -> Iterator[Said]:
    words, case = phrases("prompt_card"), material.file.case
    closes = material.file.key_day(KeyDayKind.REGISTRATION_CLOSES)
    if closes and closes.day and closes.day.latest >= material.on:
        yield Said(words.say("day_closes", day=_told(closes.day.earliest, rough(closes.day, year=False))), BY_HAND)
    elif case.service in SCHOOLING and (case.useful_until is None or case.useful_until > material.on):
        yield Said(words.say("day_closes_ask"))
    check = _check(material, step)
    if check:
        yield Said(words.say("day_check", day=with_weekday(check[0])), RestsOn(deadlines=(check[1],)))
    if case.useful_until and case.useful_until >= material.on:
        text = words.say("day_useful", day=with_weekday(case.useful_until), ends=_ends(material))
        yield Said(text, RestsOn(facts=("useful_until",)))


def _check(material: Material, step: Step) -> tuple[date, str] | None:
    """The day to come back by, with the deadline behind it: well before a period ends, never its last day."""
    clock = material.act.apply if material.act else court_period(material) if step in TO_COURT else None
    if clock is None and material.silence and material.silence.ripe(material.on):
        clock = material.silence.apply
    if clock is None:
        spoken = check_again_by(material.file, material.on)
        return (spoken.act_by, spoken.id) if spoken else None
    early = work_calendar().on_or_before(clock.act_by - A_WEEK)
    day = early if early > material.on else clock.act_by
    return (day, clock.id) if day > material.on else None


def counted(material: Material, step: Step, by: date) -> Iterator[Deadline]:
    """The periods behind the card's days: what it says of them is checked before it leaves."""
    if step is Step.APPLY and material.words.letter:
        waits = silence_if_received(material.file, by, material.on)
        yield from (waits,) if waits else ()
    if material.silence:
        yield from (material.silence.waits_for, material.silence.apply)
    period = material.act.apply if material.act else court_period(material) if step in TO_COURT else None
    period = period or (review_period(material) if step is Step.REVIEWED else None)
    period = period or check_again_by(material.file, material.on)
    yield from (period,) if period else ()


def _told(day: date, rough_day: Both) -> Both:
    exact = with_weekday(day)
    return exact if rough_day == short(day) else rough_day


def _ends(material: Material) -> Both:
    because = quotable(material.file, material.file.case.useful_because)
    return Both(because or material.words.ends.zh, material.words.ends.en)


def _ended(text: str) -> str:
    return text if text.endswith(("。", ".", "？", "?")) else f"{text}。" if has_han(text) else f"{text}."


def fallback(material: Material) -> Line:
    """The case's own fallback with its day; else what people do in such a matter."""
    words, case = phrases("prompt_card"), material.file.case
    own = quotable(material.file, case.fallback)
    text = same(own) if own else material.words.fallback
    rests_on = BY_HAND if own else RestsOn(form=True)
    ended = Both(_ended(text.zh), _ended(text.en))
    if case.fallback_by and case.fallback_by >= material.on:
        return (Said(words.say("fallback_by", day=with_weekday(case.fallback_by), fallback=ended), rests_on),)
    return (Said(words.say("fallback", fallback=ended), rests_on),)
