"""Reconsideration against ripe silence: what was asked, when it was received, that nothing came."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.domain.cases import Service
from caseapp.letters.blocks import REQUEST, RestsOn
from caseapp.letters.both import Line, Said, ordinal
from caseapp.letters.circumstances import circumstances
from caseapp.letters.cite import Citer, citable_ids, cited
from caseapp.letters.clock import sent_application
from caseapp.letters.days import DayTeller, full
from caseapp.letters.material import Material
from caseapp.letters.reconsideration_bodies import jurisdiction
from caseapp.letters.visit_words import told_visits, visit_line
from caseapp.letters.wording import fill, phrases

_BENEFITS = frozenset(
    (Service.SOCIAL_ASSISTANCE, Service.PENSION, Service.HEALTH_INSURANCE, Service.UNEMPLOYMENT)
)  # fmt: skip


def requests(material: Material) -> tuple[Line, ...]:
    """Perform, or deal with it in writing; if that has no purpose any more, declare the delay unlawful (arts 66, 65(2))."""
    words, sent = phrases("reconsideration"), sent_application(material.file)
    claim = material.say(material.words.claim)
    perform = words.say("request_perform", claim=claim, day=full(sent.sent_on) if sent and sent.sent_on else None)
    rests_on = RestsOn(documents=(str(sent.id),) if sent else (), request=True)
    return ((Said(perform, rests_on),), (Said(words.say("request_declare"), REQUEST),))


def facts(material: Material, days: DayTeller) -> Iterator[tuple[str, Line]]:
    """Applied and received; silence; the applicant; what went before."""
    yield "applied", tuple(_applied(material, days))
    yield "silence", tuple(_silence(material, days))
    words = phrases("reconsideration")
    situation, paragraph = circumstances(material), 3
    if situation:
        yield "situation", (Said(ordinal(paragraph, words.say("situation"))), *situation)
        paragraph += 1
    for number, visit in enumerate(told_visits(material), start=1):
        line = visit_line(material, visit, days)
        yield f"visit_{number}", (Said(ordinal(paragraph, words.say("before"))), *line) if number == 1 else line


def _paragraph_of_basis(material: Material) -> int:
    return 3 + bool(circumstances(material)) + bool(told_visits(material))


def _applied(material: Material, days: DayTeller) -> Iterator[Said]:
    words, sent = phrases("reconsideration"), sent_application(material.file)
    rests_on = RestsOn(documents=(str(sent.id),) if sent else (), provisions=citable_ids(("recon-burden",), material.on))
    by = words.say("by_child", actor=material.parties.actor) if material.parties.minor else words.say("by_adult")
    sent_on = days.say(sent.sent_on) if sent and sent.sent_on else None
    claim = material.say(material.words.claim)
    yield Said(ordinal(1, words.say("applied", day=sent_on, by=by, claim=claim)), rests_on)
    received = days.say(sent.received_on) if sent and sent.received_on else None
    yield Said(words.say("received", day=received), rests_on)


def _silence(material: Material, days: DayTeller) -> Iterator[Said]:
    words, silence = phrases("reconsideration"), material.silence
    if silence is None:
        yield Said(
            ordinal(2, words.say("silence", days=60, until=None)), RestsOn(deadlines=("recon-inaction-ripe-no-period",))
        )
    else:
        waits = silence.waits_for
        rests_on = RestsOn(documents=(str(silence.letter.id),), deadlines=(waits.id,))
        until = days.say(waits.ripe_on)
        if silence.days:
            yield Said(ordinal(2, words.say("silence", days=silence.days, until=until)), rests_on)
        else:
            yield Said(ordinal(2, words.say("silence_own", until=until)), rests_on)
    yield Said(words.say("to_this_day"), RestsOn(by_hand=True))


def basis(material: Material, citer: Citer) -> Iterator[Said]:
    """The provisions of the service, then those of the reconsideration itself."""
    yield Said(ordinal(_paragraph_of_basis(material), phrases("reconsideration").say("basis")))
    yield from (citer.sentence(id_) for id_ in cited(material))
    scope = "recon-scope-benefit" if material.file.case.service in _BENEFITS else "recon-scope-duty"
    ids = citable_ids((scope, "recon-first", *_period(material)), material.on)
    yield from (citer.sentence(id_) for id_ in ids)
    yield in_time(material)
    yield from (citer.sentence(id_) for id_ in jurisdiction(material))
    orders = citable_ids(("recon-order-perform",), material.on)
    yield from (citer.sentence(id_) for id_ in orders)
    if not orders:
        yield Said(phrases("reconsideration").say("please"), REQUEST)


def _period(material: Material) -> tuple[str, ...]:
    return ("recon-inaction-period",) if material.silence and material.silence.days else ()


def in_time(material: Material) -> Said:
    """That the application is in time; where its safe day has passed the letter does not say so."""
    silence, words = material.silence, phrases("reconsideration")
    if silence is None or material.on > silence.apply.safe_last_day:
        return Said(fill(words.templates["please_check"]), REQUEST)
    return Said(words.say("in_time"), RestsOn(deadlines=(silence.apply.id,)))
