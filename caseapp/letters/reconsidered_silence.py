"""Reconsideration against ripe silence: what was asked, when it was received, that nothing came."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.domain.cases import Service
from caseapp.letters.blocks import REQUEST, RestsOn
from caseapp.letters.both import ordinal
from caseapp.letters.circumstances import circumstances
from caseapp.letters.cite import Citer, citable_ids, cited
from caseapp.letters.clock import Silence
from caseapp.letters.days import DayTeller, full
from caseapp.letters.material import Material
from caseapp.letters.reconsideration_bodies import jurisdiction
from caseapp.letters.said import Line, Said
from caseapp.letters.visit_words import told_visits, visit_line
from caseapp.letters.wording import phrases

_BENEFITS = frozenset(
    (Service.SOCIAL_ASSISTANCE, Service.PENSION, Service.HEALTH_INSURANCE, Service.UNEMPLOYMENT)
)  # fmt: skip


def requests(material: Material, silence: Silence) -> tuple[Line, ...]:
    """Perform, or deal with it in writing; if that has no purpose any more, declare the delay unlawful (arts 66, 65(2))."""
    words, sent = phrases("admin_reconsideration"), silence.letter
    claim = material.say(material.words.claim)
    perform = words.say("request_perform", claim=claim, day=full(sent.sent_on or silence.received))
    rests_on = RestsOn(documents=(str(sent.id),), request=True)
    return ((Said(perform, rests_on),), (Said(words.say("request_declare"), REQUEST),))


def facts(material: Material, silence: Silence, days: DayTeller) -> Iterator[tuple[str, Line]]:
    """Applied and received; silence; the applicant; what went before."""
    yield "applied", tuple(_applied(material, silence, days))
    yield "silence", tuple(_silence(silence, days))
    words = phrases("admin_reconsideration")
    situation, paragraph = circumstances(material), 3
    if situation:
        yield "situation", (Said(ordinal(paragraph, words.say("situation"))), *situation)
        paragraph += 1
    for number, visit in enumerate(told_visits(material), start=1):
        line = visit_line(material, visit, days)
        yield f"visit_{number}", (Said(ordinal(paragraph, words.say("before"))), *line) if number == 1 else line


def _paragraph_of_basis(material: Material) -> int:
    return 3 + bool(circumstances(material)) + bool(told_visits(material))


def _applied(material: Material, silence: Silence, days: DayTeller) -> Iterator[Said]:
    words, sent = phrases("admin_reconsideration"), silence.letter
    rests_on = RestsOn(documents=(str(sent.id),), provisions=citable_ids(("recon-burden",), material.on))
    by = words.say("by_child", actor=material.parties.actor) if material.parties.minor else words.say("by_adult")
    handed_in, claim = days.say(sent.sent_on or silence.received), material.say(material.words.claim)
    yield Said(ordinal(1, words.say("applied", day=handed_in, by=by, claim=claim)), rests_on)
    yield Said(words.say("received", day=days.say(silence.received)), rests_on)


def _silence(silence: Silence, days: DayTeller) -> Iterator[Said]:
    words, waits = phrases("admin_reconsideration"), silence.waits_for
    rests_on = RestsOn(documents=(str(silence.letter.id),), deadlines=(waits.id,))
    until = days.say(waits.ripe_on)
    key = "silence" if silence.days else "silence_own"
    yield Said(ordinal(2, words.say(key, days=silence.days or 0, until=until)), rests_on)
    yield Said(words.say("to_this_day"), RestsOn(by_hand=True))


def basis(material: Material, silence: Silence, citer: Citer) -> Iterator[Said]:
    """The provisions of the service, then those of the reconsideration itself."""
    yield Said(ordinal(_paragraph_of_basis(material), phrases("admin_reconsideration").say("basis")))
    yield from (citer.sentence(id_) for id_ in cited(material))
    scope = "recon-scope-benefit" if material.file.case.service in _BENEFITS else "recon-scope-duty"
    ids = citable_ids((scope, "recon-first", *_period(silence)), material.on)
    yield from (citer.sentence(id_) for id_ in ids)
    yield _in_time(material, silence)
    yield from (citer.sentence(id_) for id_ in jurisdiction(material))
    orders = citable_ids(("recon-order-perform",), material.on)
    yield from (citer.sentence(id_) for id_ in orders)
    if not orders:
        yield Said(phrases("admin_reconsideration").say("please"), REQUEST)


def _period(silence: Silence) -> tuple[str, ...]:
    return ("recon-inaction-period",) if silence.days else ()


def _in_time(material: Material, silence: Silence) -> Said:
    """That the application is in time; where its safe day has passed the letter does not say so."""
    words = phrases("admin_reconsideration")
    if material.on > silence.apply.safe_last_day:
        return Said(words.say("please_check"), REQUEST)
    return Said(words.say("in_time"), RestsOn(deadlines=(silence.apply.id,)))
