"""履行法定职责申请书: the first letter of almost every case. It starts the authority's clock (PRACTICE L1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from caseapp.domain.cases import Entitlement
from caseapp.i18n import N_
from caseapp.law.calendar import work_calendar
from caseapp.letters.blocks import REQUEST, RestsOn, Style
from caseapp.letters.both import Both
from caseapp.letters.circumstances import circumstances, papers_sentences
from caseapp.letters.cite import Citer, all_citable, cited
from caseapp.letters.clock import SERVICE_APPLICATION
from caseapp.letters.compose import Composer
from caseapp.letters.days import DayTeller
from caseapp.letters.evidence import annex, in_order
from caseapp.letters.kinds.kind import Availability, LetterKind, Written
from caseapp.letters.material import Material
from caseapp.letters.papers_in_hand import in_hand
from caseapp.letters.problems import Problem, law_of_the_day
from caseapp.letters.said import Said
from caseapp.letters.sides import (
    applicant_line,
    organ,
    organ_problems,
    party_problems,
    receipt,
    representative_line,
    sign,
)
from caseapp.letters.visit_words import told_visits, unquoted, visit_line
from caseapp.letters.wording import phrases

BEFORE_USEFUL_DAY = timedelta(days=18)
"""How long before the day that matters the letter asks to be answered: room for the family to get ready."""
TOO_NEAR = timedelta(days=30)


def available(material: Material) -> Availability:
    """Open wherever an organ has the duty and has not been asked by letter yet."""
    addressee = material.duty.id if material.duty else None
    if not material.words.letter:
        return Availability(False, N_("In this matter the first step is another paper; see the remedies."))
    if material.file.case.entitlement is Entitlement.OBTAINED:
        return Availability(False, N_("What was asked for has been obtained."), addressee=addressee)
    if material.silence is not None:
        return Availability(
            False, N_("The application was received on {day}; its clock is running."),
            {"day": material.silence.received}, addressee,
        )  # fmt: skip
    if material.act and material.duty and material.act.answer.office == material.duty.id:
        return Availability(False, N_("There is a written refusal already: go on to reconsideration."), addressee=addressee)
    return Availability(True, N_("First letter: it starts the office's clock."), addressee=addressee)


def write(material: Material, draft: bool) -> Written:
    """The letter as of the material's day, which is the day of signing."""
    composer, words = Composer(), phrases("service_application")
    days = DayTeller()
    _parties(composer, material)
    composer.heading("head_requests", words.say("head_requests"))
    _requests(composer, material)
    composer.heading("head_facts", words.say("head_facts"))
    _facts(composer, material, days)
    composer.heading("head_reasons", words.say("head_reasons"))
    composer.paragraph("reasons", _reasons(material))
    composer.addressee("addressee", words.say("salutation"), organ(material))
    sign(composer, material)
    _attachments(composer, material)
    receipt(composer, material, "service_application", len(in_hand(material.file)))
    zh, en = composer.papers(KIND.id, words.say("title"), Style.LETTER, draft=draft)
    return Written(zh, en, tuple(_problems(material)), words.say("parcel", matter=material.words.parcel))


def _parties(composer: Composer, material: Material) -> None:
    composer.paragraph("applicant", [applicant_line(material, reconsideration=False)], indent=False)
    representative = representative_line(material, reconsideration=False)
    if representative:
        composer.paragraph("representative", [representative], indent=False)
    office = RestsOn(facts=(f"office:{material.duty.id}",) if material.duty else ("office",), provisions=_duty(material))
    text = phrases("service_application").say("addressed", organ=organ(material))
    composer.paragraph("addressed", [Said(text, office)], indent=False)


def _duty(material: Material) -> tuple[str, ...]:
    """The provision that lays the duty on the organ, where one is cited."""
    return tuple(id_ for id_ in cited(material) if id_ == "edu-county-lead")


def _requests(composer: Composer, material: Material) -> None:
    asked = Said(material.say(material.words.request), REQUEST)
    answer = Said(phrases("service_application").say("request_answer"), REQUEST)
    composer.items("requests", [(asked,), (answer,)], numbered=True)


def _facts(composer: Composer, material: Material, days: DayTeller) -> None:
    composer.paragraph("situation", circumstances(material))
    composer.paragraph("papers", papers_sentences(material))
    for number, visit in enumerate(told_visits(material), start=1):
        composer.paragraph(f"visit_{number}", visit_line(material, visit, days))
    composer.paragraph("to_this_day", _to_this_day(material, days))


def _to_this_day(material: Material, days: DayTeller) -> Iterator[Said]:
    words, case, file = phrases("service_application"), material.file.case, material.file
    told = told_visits(material)
    if told and not file.written_answers and not any(visit.written for visit in told):
        rests_on = RestsOn(visits=tuple(str(visit.id) for visit in told))
        yield Said(words.say("answered_nothing", still=material.words.still), rests_on)
    by = wish_by(material)
    if by and case.useful_until:
        text = words.say(
            "wish", useful=days.say(case.useful_until), ends=material.words.ends, you=material.say(YOU), by=days.say(by)
        )
        yield Said(text, RestsOn(facts=("useful_until",), request=True))


YOU = Both("{you}", "{you}")


def wish_by(material: Material) -> date | None:
    """By when the letter asks to be answered: a wish, not a period of the law."""
    wished = next((letter.wish_by for letter in material.file.letters if letter.kind == KIND.id and letter.wish_by), None)
    useful = material.file.case.useful_until
    if wished or useful is None or useful <= material.on:
        return wished if wished and wished > material.on else None
    early = useful - BEFORE_USEFUL_DAY if useful - material.on > TOO_NEAR else useful
    return work_calendar().on_or_before(early)


def _reasons(material: Material) -> Iterator[Said]:
    citer, ids = Citer(material.file.case.service), cited(material)
    yield Said(material.say(material.words.need), RestsOn(by_hand=True))
    yield from (citer.sentence(id_) for id_ in ids)
    if material.words.argument and ids:
        yield Said(material.say(material.words.argument), RestsOn(provisions=ids, by_hand=True))
    yield Said(phrases("service_application").say("apply", you=material.say(YOU)), REQUEST)


def _attachments(composer: Composer, material: Material) -> None:
    held, words = in_order(material), phrases("service_application")
    pages = [paper.pages for paper in held]
    total = sum(page for page in pages if page) if all(pages) else None
    heading = words.say("attachments", pages=total) if total else words.say("attachments_plain")
    composer.attachments("attachments", heading, [(annex(material, paper),) for paper in held])


def _problems(material: Material) -> Iterator[Problem]:
    yield from organ_problems(material)
    yield from party_problems(material, reconsideration=False)
    if not all_citable(material):
        yield law_of_the_day()
    yield from unquoted(material)


KIND = LetterKind(SERVICE_APPLICATION, N_("Application to perform a statutory duty"), True, available, write)
