"""The card's middle: where to go next and what to say there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

from caseapp.domain.cases import KeyDayKind
from caseapp.domain.offices import Office
from caseapp.domain.visits import Answer
from caseapp.law.calendar import DAY, work_calendar
from caseapp.law.deadline import Deadline
from caseapp.law.first_step import Because, FirstStepKind
from caseapp.law.ladder import ladder
from caseapp.law.of_case import situation_of
from caseapp.law.respondents import Standing, respondent
from caseapp.letters.blocks import FORM, RestsOn
from caseapp.letters.both import NOTHING, Both
from caseapp.letters.clock import sent_application
from caseapp.letters.days import short, with_weekday
from caseapp.letters.material import Material
from caseapp.letters.office_words import called, spoken
from caseapp.letters.said import Line, Said
from caseapp.letters.stage import grade
from caseapp.letters.wording import fill, phrases

WORKING_DAYS_TO_HAND_IN = 3


class Step(Enum):
    """What the client does next."""

    APPLY = "apply"
    WAIT = "wait"
    RIPE = "ripe"
    WRITTEN_REFUSAL = "written_refusal"
    BACK = "back"
    """Only papers were asked for: back there with them and the published rule."""
    KEEP = "keep"
    """Nothing is signed that ends an insurance record."""
    COURT = "court"
    """Reconsideration was decided: fifteen days."""
    COURT_SILENT = "court_silent"
    """The time for deciding on it is over: fifteen days too."""
    AWARD = "award"
    """An award came, and its fifteen days to sue run (Arbitration Law arts 48, 50)."""
    REVIEWED = "reviewed"
    """Reconsideration was applied for, and its time runs."""

    @staticmethod
    def of(material: Material) -> Step:
        situation = situation_of(material.file, material.on)
        found = ladder(situation).first_step
        if found.because is Because.REVIEW_SENT:
            return Step.REVIEWED
        if found.kind is FirstStepKind.LABOUR_LITIGATION:
            return Step.AWARD
        if material.act is not None:
            return Step.WRITTEN_REFUSAL
        if material.silence is not None:
            return Step.RIPE if material.silence.ripe(material.on) else Step.WAIT
        if found.kind is FirstStepKind.ADMIN_LITIGATION:
            return Step.COURT if situation.reconsidered else Step.COURT_SILENT
        if found.because in _CARDS:
            return _CARDS[found.because]
        return Step.WAIT if sent_application(material.file) else Step.APPLY


_CARDS = {
    Because.MORE_PAPERS: Step.BACK, Because.SIGN_NOTHING: Step.KEEP, Because.UNDER_REVIEW: Step.REVIEWED,
    Because.REVIEW_SENT: Step.REVIEWED,
}  # fmt: skip
TO_COURT = (Step.COURT, Step.COURT_SILENT, Step.AWARD)
_SUITS = ("admin_litigation", "labour_litigation")


def hand_in_by(material: Material) -> date:
    """Three working days from the card's day, but not after the day that matters, nor after registration closes."""
    calendar, day = work_calendar(), material.on
    for _ in range(WORKING_DAYS_TO_HAND_IN):
        day = calendar.on_or_after(day + DAY)
    closes = material.file.key_day(KeyDayKind.REGISTRATION_CLOSES)
    ends = (material.file.case.useful_until, closes.day.earliest if closes and closes.day else None)
    return min((day, *(end for end in ends if end and end >= material.on)))


def next_steps(material: Material, step: Step, by: date) -> Iterator[tuple[str, Line]]:
    """The id of each block with its line: first and then, or next; and what to do the same day."""
    words = phrases("prompt_card")
    if step is Step.APPLY:
        yield "first", (_first(material, by),)
        other = _second_office(material)
        if other:
            rests_on = RestsOn(visits=tuple(str(v.id) for v in material.file.visits if v.office == other.id))
            yield "then", (Said(words.say("then", office=called(other)), rests_on),)
    elif step is Step.BACK:
        back, rests_on = _asked_for_papers(material)
        office = called(back) if back else _duty(material)
        yield "first", (Said(words.say("back", office=office, by=with_weekday(by)), rests_on),)
        yield "then", (Said(words.say("back_then", office=called(material.duty) if material.duty else _duty(material))),)
    else:
        yield "next", (_next(material, step),)
    useful = material.file.case.useful_until
    if material.words.quick and useful and useful > material.on:
        yield (
            "same_day",
            (Said(fill(material.words.quick, office=spoken(material.duty) if material.duty else _duty(material))),),
        )


def _duty(material: Material) -> Both:
    return phrases("offices").say(f"spoken_{material.words.duty.value}")


def _place(office: Office | None) -> Both:
    """Address and telephone where they are known, else where to ask for them: never a blank."""
    words = phrases("prompt_card")
    if office is None or not office.address.strip():
        return words.say("place_unknown")
    if office.phone.strip():
        return words.say("place", address=office.address, phone=office.phone)
    return words.say("place_only", address=office.address)


def _first(material: Material, by: date) -> Said:
    words, duty = phrases("prompt_card"), material.duty
    name = called(duty) if duty else _duty(material)
    place = _place(duty)
    office = Both(name.zh + place.zh, name.en + place.en)
    rests_on = RestsOn(facts=(f"office:{duty.id}",)) if duty else FORM
    if not material.words.letter:
        return Said(words.say("ask_there", office=office, by=with_weekday(by)), rests_on)
    if by == material.on:
        return Said(words.say("hand_in_today", office=office), rests_on)
    return Said(words.say("hand_in", office=office, by=with_weekday(by)), rests_on)


def _second_office(material: Material) -> Office | None:
    """The public office that last sent on, refused or asked for more, if it is not the first one."""
    turned = (Answer.REFERRED, Answer.REFUSED, Answer.ASKED_MORE)
    for visit in reversed(material.file.visits_in_order()):
        office = material.file.office(visit.office)
        if visit.answer in turned and office and not office.kind.private and office.kind is not material.words.duty:
            return office
    return None


def _asked_for_papers(material: Material) -> tuple[Office | None, RestsOn]:
    """The office last gone to that could say yes, and the visits there."""
    able = [
        visit
        for visit in material.file.visits_in_order()
        if (office := material.file.office(visit.office))
        and respondent(office.kind, material.on).standing is not Standing.CANNOT_BE
    ]
    last = able[-1].office
    return material.file.office(last), RestsOn(visits=tuple(str(visit.id) for visit in able if visit.office == last))


def court_period(material: Material) -> Deadline | None:
    """The time to go to court after reconsideration or an award."""
    ways = ladder(situation_of(material.file, material.on)).avenues
    return next((way.deadline for way in ways if way.procedure in _SUITS), None)


def review_period(material: Material) -> Deadline | None:
    """The time of the body that reviews, while it runs."""
    ways = ladder(situation_of(material.file, material.on)).avenues
    return next((way.waits_for[0] for way in ways if way.waits_for), None)


def _reviewed(material: Material) -> Said:
    words, waits = phrases("prompt_card"), review_period(material)
    body = ladder(situation_of(material.file, material.on)).first_step.body
    who = phrases("offices").say(f"spoken_{body.value}") if body else _duty(material)
    if waits is None:
        return Said(words.say("reviewed_sent", body=who))
    return Said(words.say("reviewed", body=who, day=with_weekday(waits.safe_last_day)), RestsOn(deadlines=(waits.id,)))


def _next(material: Material, step: Step) -> Said:
    words, office = phrases("prompt_card"), spoken(material.duty) if material.duty else _duty(material)
    silence, act = material.silence, material.act
    court = court_period(material) if step in TO_COURT else None
    if court:
        last = court.act_by if court.act_by >= material.on else court.safe_last_day
        return Said(words.say(step.value, day=with_weekday(last)), RestsOn(deadlines=(court.id,)))
    if step is Step.REVIEWED:
        return _reviewed(material)
    if step is Step.KEEP:
        return Said(words.say("keep", office=office))
    if step is Step.WRITTEN_REFUSAL and act:
        rests_on = RestsOn(documents=(str(act.answer.id),), deadlines=(act.apply.id,))
        return Said(words.say("refused_in_writing"), rests_on)
    if step is Step.RIPE and silence:
        body = phrases("offices").say("spoken_government")
        rests_on = RestsOn(documents=(str(silence.letter.id),), deadlines=(silence.apply.id,))
        return Said(words.say("ripe", office=office, body=body), rests_on)
    sent = sent_application(material.file)
    letters = (str(sent.id),) if sent else ()
    if silence:
        day = short(silence.waits_for.late_after)
        return Said(
            words.say("wait", office=office, day=day), RestsOn(documents=letters, deadlines=(silence.waits_for.id,))
        )
    return Said(words.say("wait_receipt", office=office), RestsOn(documents=letters))


def what_to_say(material: Material, step: Step) -> Line:
    """What to say at the window, word for word."""
    words, sent = phrases("prompt_card"), sent_application(material.file)
    if step in (Step.WAIT, Step.RIPE) and sent and sent.sent_on:
        return (Said(words.say("say_wait", day=short(sent.sent_on)), RestsOn(documents=(str(sent.id),))),)
    if step is Step.WRITTEN_REFUSAL and material.act:
        return (Said(words.say("say_written"), RestsOn(documents=(str(material.act.answer.id),))),)
    if step in (Step.BACK, Step.KEEP, Step.REVIEWED, *TO_COURT):
        return (Said(words.say(f"say_{step.value}"), RestsOn(form=True)),)
    chain, visits = _chain(material)
    key = "say" if material.words.letter else "say_labour"
    text = words.say(key, opening=_opening(material), chain=chain)
    return (Said(text, RestsOn(visits=visits, form=True)),)


def _opening(material: Material) -> Both:
    stage = grade(material.file)
    words = material.words
    return fill(words.opening_stage, stage=stage) if stage and words.opening_stage else words.opening


def _chain(material: Material) -> tuple[Both, tuple[str, ...]]:
    """Who sent the client to whom: back and forth where it came back, else the last referral."""
    words, file = phrases("prompt_card"), material.file
    sent_on = [visit for visit in file.visits_in_order() if visit.answer is Answer.REFERRED and visit.referred_to]
    if not sent_on:
        return NOTHING, ()
    last = sent_on[-1]
    one, other = spoken(file.office(last.office)), spoken(file.office(last.referred_to))
    back = next((v for v in sent_on if v.office == last.referred_to and v.referred_to == last.office), None)
    if back:
        text = words.say("chain_loop", one=other, other=one)
        return text, (str(back.id), str(last.id))
    return words.say("chain_once", one=one, other=other), (str(last.id),)
