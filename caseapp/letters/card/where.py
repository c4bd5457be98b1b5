"""The card's first lines: what happened so far, in the words of the street, without a name."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer, Visit
from caseapp.letters.blocks import RestsOn
from caseapp.letters.both import same
from caseapp.letters.clock import sent_application
from caseapp.letters.days import DayTeller
from caseapp.letters.guards import quotable
from caseapp.letters.material import Material
from caseapp.letters.office_words import spoken
from caseapp.letters.said import Line, Said
from caseapp.letters.visit_words import demanded, told_visits
from caseapp.letters.wording import phrases

LONGEST_QUOTATION = 22


def where_things_stand(material: Material, told: int) -> Line:
    """The last ``told`` visits, whether anything was written, and what was handed in."""
    return tuple(_sentences(material, told))


def _sentences(material: Material, told: int) -> Iterator[Said]:
    words, visits = phrases("prompt_card"), _visits(material)
    days = DayTeller(material.on.year)
    shown = visits[-told:] if told else ()
    if not visits and sent_application(material.file) is None:
        yield Said(words.say("no_visits" if material.words.letter else "no_visits_no_letter"))
    for visit in shown:
        yield _visit(material, visit, days)
    yield from _written(material, visits, days)
    yield from _application(material, days)


def _visits(material: Material) -> tuple[Visit, ...]:
    """Visits to public offices; in a matter at work, also those to the employer, who stays nameless."""
    return material.file.visits_in_order() if material.file.case.service is Service.LABOUR else told_visits(material)


def _visit(material: Material, visit: Visit, days: DayTeller) -> Said:
    file, words = material.file, phrases("prompt_card")
    told = days.say(visit.day) if visit.day else phrases("visits").say("day_unknown")
    on_day = DayTeller.preposition(visit.day, told) if visit.day else told.en
    slots = {"day": told, "on_day": same(on_day), "office": spoken(file.office(visit.office))}
    quotation = quotable(file, visit.words)
    rests_on = RestsOn(visits=(str(visit.id),))
    if visit.written and (office := file.office(visit.office)) and office.kind is OfficeKind.LABOUR_ARBITRATION:
        return Said(words.say("decided", **slots), rests_on)
    if visit.answer is Answer.REFERRED and visit.referred_to:
        return Said(words.say("referred", target=spoken(file.office(visit.referred_to)), **slots), rests_on)
    if quotation and len(quotation) <= LONGEST_QUOTATION:
        return Said(words.say("words", words=quotation, **slots), rests_on)
    if visit.answer is Answer.ASKED_MORE:
        papers = demanded(file, visit)
        text = words.say("asked_more", papers=papers, **slots) if papers else words.say("asked_more_unnamed", **slots)
        return Said(text, rests_on)
    key = "referred_elsewhere" if visit.answer is Answer.REFERRED else visit.answer.value
    return Said(words.say(key, **slots), rests_on)


def _written(material: Material, visits: tuple[Visit, ...], days: DayTeller) -> Iterator[Said]:
    words, answers = phrases("prompt_card"), material.file.written_answers
    dated = [answer for answer in answers if answer.received]
    if dated:
        latest = max(dated, key=lambda answer: (answer.received or material.on, answer.id))
        day = days.say(latest.received) if latest.received else None
        yield Said(words.say("written", day=day), RestsOn(documents=(str(latest.id),)))
    elif visits and not answers and not any(visit.written for visit in visits):
        offices = len({visit.office for visit in visits})
        key = {1: "nothing_written", 2: "nothing_written_both"}.get(offices, "nothing_written_all")
        rests_on = RestsOn(visits=tuple(str(visit.id) for visit in visits))
        yield Said(words.say(key), rests_on)
        if not any(visit.answer in (Answer.REFUSED, Answer.ACCEPTED) for visit in visits):
            yield Said(words.say("not_refused"), rests_on)


def _application(material: Material, days: DayTeller) -> Iterator[Said]:
    sent = sent_application(material.file)
    if sent is None or sent.sent_on is None:
        return
    words, office = phrases("prompt_card"), spoken(material.duty)
    rests_on = RestsOn(documents=(str(sent.id),))
    if sent.received_on and sent.received_on <= material.on:
        yield Said(words.say("received", day=days.say(sent.received_on), office=office), rests_on)
    else:
        yield Said(words.say("sent", day=days.say(sent.sent_on), office=office), rests_on)
