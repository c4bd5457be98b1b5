"""The order of remedies in words: the next step, what must be heard with it, and each way with its state.

Window, report and command line all say them through here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.offices import Level, OfficeKind
from caseapp.i18n import N_, catalogue
from caseapp.law.avenues import Avenue, Status, Track, reasons
from caseapp.law.first_step import Because, FirstStep, FirstStepKind
from caseapp.law.ladder import Ladder
from caseapp.law.library import procedures
from caseapp.law.respondents import Named
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.days import with_weekday
from caseapp.letters.say.deadline import say_day
from caseapp.letters.services import service_words
from caseapp.letters.wording import fill, phrases

_STEPS: Mapping[FirstStepKind, str] = {
    FirstStepKind.SERVICE_APPLICATION: N_("Apply to {body} in writing."),
    FirstStepKind.ADMIN_RECONSIDERATION: N_("Apply to {body} for reconsideration."),
    FirstStepKind.ADMIN_LITIGATION: N_("Go to court: {body}."),
    FirstStepKind.LABOUR_ARBITRATION: N_("Apply to {body} for arbitration."),
    FirstStepKind.LABOUR_LITIGATION: N_("Read the award: whoever does not accept it sues in {body}."),
    FirstStepKind.LABOUR_INSPECTION: N_("Complain to {body}: labour inspection."),
    FirstStepKind.AWARD_ENFORCEMENT: N_("Apply to {body} to enforce the award."),
    FirstStepKind.PROMPT_CARD: N_("Ask {body} where the application stands, card in hand."),
}
_CARDS: Mapping[Because, str] = {
    Because.NOT_ASKED_YET: N_("Go to {body} and ask, card in hand."),
    Because.MORE_PAPERS: N_("Go back to {body}, card in hand, with the published rule and what is missing."),
    Because.UNDER_REVIEW: N_("Reconsideration runs: ask where it stands, card in hand ({body})."),
    Because.REVIEW_SENT: N_("Reconsideration was applied for: find out whether and when it arrived ({body})."),
    Because.SIGN_NOTHING: N_("Sign nothing yet: ask {body}, card in hand, to keep the account."),
}
_REVIEWED_BY = N_("Apply for reconsideration: {body}.")
_NOBODY_KNOWN = N_("Ask, card in hand, which office has the duty, and write the answer down.")

_MORE: Mapping[FirstStepKind, str] = {
    FirstStepKind.SERVICE_APPLICATION: N_(
        "It is asked to act, or else to answer in writing with reasons, basis and remedies. The day it receives the "
        "application starts its clock."
    ),
    FirstStepKind.ADMIN_RECONSIDERATION: N_("There is an act or a silence that can be reviewed now. It costs nothing."),
    FirstStepKind.ADMIN_LITIGATION: N_(
        "Reconsideration is over. Fifteen days from the day its decision came, or from the end of its time, and no more: "
        "see a lawyer today."
    ),
    FirstStepKind.LABOUR_ARBITRATION: N_("Arbitration comes before the court, and costs nothing."),
    FirstStepKind.LABOUR_LITIGATION: N_(
        "Fifteen days from the day it came: see a lawyer today. What it grants is enforced once the time to sue is over."
    ),
    FirstStepKind.LABOUR_INSPECTION: N_("It can order the employer to put things right, within two years of the breach."),
    FirstStepKind.AWARD_ENFORCEMENT: N_("The award is in force. Two years, unless the other side was asked in between."),
    FirstStepKind.PROMPT_CARD: N_("Record what was said: it decides what comes next."),
}
_MORE_BECAUSE: Mapping[Because, str] = {
    Because.MORE_PAPERS: N_(
        "Nothing was refused, only papers asked for. Ask for one complete list in writing, and for a slip; record what is "
        "said: a refusal changes the next step."
    ),
    Because.SIGN_NOTHING: N_(
        "A refund ends the insurance record, and the employer's share stays behind. Ask for a printed statement first."
    ),
    Because.UNDER_REVIEW: N_(
        "Ask on which day it was accepted and by which procedure, and to be heard. No suit over the same act meanwhile. "
        "Note the day a decision comes, and the day its time is over."
    ),
    Because.REVIEW_SENT: N_(
        "Trace the parcel, keep the slip, and note the day it was received: their time runs from there, and until then the "
        "period is not surely kept."
    ),
    Because.OTHER_CLAIMS: N_(
        "The award has taken effect: only claims it did not decide go to arbitration. What it grants is enforced within "
        "two years."
    ),
    Because.FORM_UNKNOWN: N_(
        "Nobody noted whether the refusal was in writing. Ask today and record it: if it was only spoken, apply in writing "
        "first."
    ),
    Because.REVIEW_DECLINED: N_(
        "Send it by registered post and keep the slip. Being sent elsewhere by word of mouth stops no period; if days were "
        "lost that way, say so."
    ),
    Because.PREMIUMS: N_(
        "Premiums an employer owes are ordered paid by inspection or by the body that collects them. Whoever is not "
        "competent has to say so in writing and pass it on."
    ),
    Because.URGENT: N_(
        "Ask at once to be let in and to have things kept safe, and to be told in writing who cleared the place. In urgent "
        "need no sixty days are waited for."
    ),
}
"""What a reason says in place of what the step alone would."""

_WAYS: Mapping[FirstStepKind, str] = {
    kind: "service_application" if kind is FirstStepKind.PROMPT_CARD else kind.value for kind in FirstStepKind
}
"""What the id of a step's procedure begins with; that of reconsideration differs by version of the law."""

_REVIEW = FirstStepKind.ADMIN_RECONSIDERATION.value

_STATUSES: Mapping[Status, str] = {
    # Translators: state of a way to have a matter decided.
    Status.OPEN: N_("Open now"),
    # Translators: state of a way that was used: the body that decides has it.
    Status.UNDER_WAY: N_("With the body that decides"),
    # Translators: state of a way to have a matter decided.
    Status.NOT_YET: N_("Not yet"),
    # Translators: state of a way to have a matter decided.
    Status.CLOSED: N_("Over"),
    # Translators: state of a way: another one has to come first.
    Status.NEEDS_FIRST: N_("After another step"),
}

_TRACKS: Mapping[Track, str] = {
    Track.QUICK: N_("What can be done today"),
    Track.PROTECTIVE: N_("What keeps the right"),
}

PETITION = N_(
    "A petition stops no period, and its result cannot be taken to court. Where reconsideration, arbitration or a suit "
    "is open, go there first. It is one household's, in the client's own name: this program writes none, and makes no "
    "joint form or list."
)


def say_first_step(step: FirstStep) -> Both:
    """The next step in one sentence."""
    if step.body is None:
        return _say(_NOBODY_KNOWN)
    words = _CARDS.get(step.because, _STEPS[step.kind]) if step.kind is FirstStepKind.PROMPT_CARD else _STEPS[step.kind]
    organ = say_organ(step.body, step.level)
    if step.named is None:
        return _say(words, body=organ)
    by_law = _REVIEWED_BY if step.kind is FirstStepKind.ADMIN_RECONSIDERATION else words
    return _say(by_law, body=_named(step.body, organ, step.named))


def _named(kind: OfficeKind, organ: Both, named: Named) -> Both:
    """The body as the law of the day names it; its own name before, where the law leaves that open."""
    if kind in (OfficeKind.GOVERNMENT, OfficeKind.COURT):
        return Both(named.zh, named.en)
    return Both(f"{organ.zh}（{named.zh}）", f"{organ.en} ({named.en})")


def say_more(step: FirstStep) -> Both:
    """What the step is for."""
    return _say(_MORE_BECAUSE.get(step.because) or _MORE[step.kind])


def say_organ(kind: OfficeKind, level: Level | None = None) -> Both:
    """An organ as people call it: 区教育局, the district education bureau."""
    if kind is OfficeKind.POLICE_STATION and level is Level.CITY:
        return _say(N_("the city public security bureau"))
    organ = phrases("offices").say(f"spoken_{kind.value}")
    above = {Level.CITY: ("市", "the city"), Level.PROVINCE: ("省（市）", "the provincial")}.get(level) if level else None
    if above and organ.zh.startswith("区"):
        return Both(above[0] + organ.zh[1:], organ.en.replace("the district", above[1]))
    return organ


def say_protective(found: Ladder, on: date) -> Both:
    """That a spoken refusal, or a school's, starts no clock as a rule, and the day to be safe; empty where none is."""
    day = found.protective_act_by
    if day is None or found.clock_running:
        return NOTHING
    organ = next((way.organ for way in found.avenues if way.procedure == "service_application" and way.organ), None)
    named = say_organ(organ.office, organ.level) if organ else _say(N_("the office with the duty"))
    if day < on:
        return _say(
            N_(
                "To be sent away in words, or by a school alone, does not as a rule start the review period. On the "
                "strictest reading {day} was the last day: ask a lawyer today, and apply to {body}."
            ),
            day=say_day(day), body=named,
        )  # fmt: skip
    if found.first_step.because is Because.FORM_UNKNOWN:
        return _say(
            N_(
                "If the refusal was in writing, {day} is the last day for reconsideration; if it was only spoken, apply to "
                "{body} in writing. Keep to the earlier day until it is known."
            ),
            day=_day(day, on), body=named,
        )  # fmt: skip
    return _say(
        N_(
            "To be sent away in words, or by a school alone, does not as a rule start the review period. Apply to {body} "
            "in writing; to be safe let a lawyer look at it by {day}."
        ),
        day=_day(day, on), body=named,
    )  # fmt: skip


def say_too_late(found: Ladder, service: Service, useful_until: date | None, on: date) -> Both:
    """That the next step answers too late, and what to do beside it today; empty where it can answer in time."""
    if useful_until is None:
        return NOTHING
    quick = _quick(found, service)
    if useful_until < on:
        return _say(
            N_("The day help was needed by, {day}, has passed. Today: {quick}"), day=say_day(useful_until), quick=quick
        )
    way = _way_of(found)
    if way is None or way.answer_expected_by is None or way.answer_in_time is not False:
        return NOTHING
    return _say(
        N_(
            "They have until {answer} to answer; help is needed by {day}. Go this way, but not alone. Today: {quick}"
        ),
        answer=_day(way.answer_expected_by, on), day=_day(useful_until, on), quick=quick,
    )  # fmt: skip


def _way_of(found: Ladder) -> Avenue | None:
    """The way the first step opens, or waits on."""
    reviewed = found.first_step.because in (Because.UNDER_REVIEW, Because.REVIEW_SENT)
    begins = _REVIEW if reviewed else _WAYS[found.first_step.kind]
    return next((way for way in found.avenues if way.procedure.startswith(begins)), None)


def _quick(found: Ladder, service: Service) -> Both:
    words, step = service_words(service), found.first_step
    asked = step.body if step.because not in (Because.UNDER_REVIEW, Because.REVIEW_SENT) else None
    organ = say_organ(asked, step.level) if asked else words.duty_name
    return fill(words.quick, office=organ) if words.quick else words.fallback


def say_avenue(procedure: str) -> Both:
    """The name of a way, without its note."""
    zh, en = procedures()[procedure].name
    return Both(zh.split("（")[0], en.split(" (")[0])


def say_status(status: Status) -> Both:
    """Whether a way is open."""
    return _say(_STATUSES[status])


def say_why(avenue: Avenue) -> Both:
    """Why it stands so."""
    return Both(*reasons()[avenue.why])


def say_track(track: Track) -> Both:
    return _say(_TRACKS[track])


def say_answer(avenue: Avenue, on: date) -> Both:
    """Whether its answer comes before the day help is needed; empty where that cannot be said."""
    expected = avenue.answer_expected_by
    if expected is None:
        return NOTHING
    day = _day(expected, on)
    if avenue.answer_in_time is None:
        return _say(N_("Answer expected by {day}"), day=day)
    sentence = (
        N_("Answer expected by {day}, before the day you need it")
        if avenue.answer_in_time
        else N_("Answer expected by {day}, after the day you need it")
    )
    return _say(sentence, day=day)


def say_petition() -> Both:
    """What a petition is and is not (Petition Work Regulations art. 26)."""
    return _say(PETITION)


def _day(day: date, on: date) -> Both:
    """With the weekday; with the year where it is not this one."""
    return with_weekday(day) if day.year == on.year else say_day(day)


def _say(template: str, **values: Both | str) -> Both:
    pairs = {key: value if isinstance(value, Both) else same(value) for key, value in values.items()}
    return Both(
        catalogue("zh_CN").gettext(template).format(**{key: value.zh for key, value in pairs.items()}),
        catalogue("en").gettext(template).format(**{key: value.en for key, value in pairs.items()}),
    )
