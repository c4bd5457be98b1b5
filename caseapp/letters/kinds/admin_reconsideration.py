"""行政复议申请书: against a written act, or silence once it is ripe; never against words at a counter (PRACTICE L1)."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.errors import ProgramFault
from caseapp.i18n import N_
from caseapp.law.deadline import Deadline, State
from caseapp.law.happened import still_to_be_reviewed
from caseapp.law.of_case import situation_of
from caseapp.law.reviewed import reconsidered
from caseapp.letters import reconsidered_act, reconsidered_silence
from caseapp.letters.blocks import REQUEST, RestsOn, Style
from caseapp.letters.both import same
from caseapp.letters.cite import Citer
from caseapp.letters.clock import Silence, sent_application
from caseapp.letters.compose import Composer
from caseapp.letters.days import DayTeller, full
from caseapp.letters.evidence import as_evidence, evidence_index
from caseapp.letters.kinds.kind import Availability, LetterKind, Written
from caseapp.letters.material import Material
from caseapp.letters.office_words import addressed
from caseapp.letters.papers_in_hand import in_hand, resting_on
from caseapp.letters.problems import Problem, addressee_incomplete, safe_day_passed
from caseapp.letters.reconsideration_bodies import (
    reviewing_body,
    reviewing_body_problems,
    the_respondent,
)
from caseapp.letters.said import Line, Said
from caseapp.letters.sides import applicant_line, party_problems, receipt, representative_line, sign
from caseapp.letters.unsure import unsure
from caseapp.letters.visit_words import unquoted
from caseapp.letters.wording import BLANK, phrases


def available(material: Material) -> Availability:
    """Open against a written act while its period can be argued, or once silence is ripe."""
    against = the_respondent(material)
    addressee = against.id if against else None
    if reconsidered(material.file, material.on):
        return Availability(False, N_("It has been reconsidered: against that decision one goes to court."))
    situation = situation_of(material.file, material.on)
    if situation.under_review and not still_to_be_reviewed(situation):
        return Availability(False, N_("It is with the body that reviews: against one act there is one application."))
    if material.act:
        return Availability(
            True, N_("A written refusal was received; the safe day is {day}."),
            {"day": material.act.apply.safe_last_day}, addressee,
        )  # fmt: skip
    silence = material.silence
    if silence and silence.ripe(material.on) and silence.apply.state(material.on) is not State.CLOSED:
        return Availability(
            True, N_("The office has not answered in time; the safe day is {day}."),
            {"day": silence.apply.safe_last_day}, addressee,
        )  # fmt: skip
    if silence and not silence.ripe(material.on):
        return Availability(
            False,
            N_("The office still has until {day} to answer."),
            {"day": silence.waits_for.late_after},
            addressee,
        )
    if silence:
        return Availability(
            False, N_("Every day for it has passed. Apply to the office anew and ask a lawyer."), addressee=addressee
        )
    sent = sent_application(material.file)
    if sent and not (sent.received_on and sent.receipt.strip()):
        return Availability(False, N_("The day the office received the application is not proved yet. Enter the receipt."))
    if material.file.written_answers:
        return Availability(False, N_("No written refusal of an office that can be respondent, or its time has passed."))
    return Availability(
        False, N_("There is no written act and no application that could have gone unanswered: apply first.")
    )


def write(material: Material, draft: bool) -> Written:
    """The letter as of the material's day, on which it is open."""
    composer, words, days = Composer(), phrases("admin_reconsideration"), DayTeller()
    _parties(composer, material)
    composer.heading("head_requests", words.say("head_requests"))
    composer.items("requests", _requests(material), numbered=True)
    composer.heading("head_facts", words.say("head_facts"))
    for id_, line in _facts(material, days):
        composer.paragraph(id_, line)
    composer.paragraph("basis", _basis(material))
    composer.paragraph("closing", _closing(material))
    body = reviewing_body(material)
    composer.addressee("addressee", words.say("salutation"), body if body else same(BLANK))
    sign(composer, material)
    _attachments(composer, material)
    receipt(composer, material, "admin_reconsideration", len(in_hand(material.file)))
    zh, en = composer.papers(KIND.id, words.say("title"), Style.LETTER, draft=draft)
    return Written(zh, en, tuple(_problems(material)), words.say("parcel"))


def _parties(composer: Composer, material: Material) -> None:
    words, against = phrases("admin_reconsideration"), the_respondent(material)
    composer.paragraph("applicant", [applicant_line(material, reconsideration=True)], indent=False)
    representative = representative_line(material, reconsideration=True)
    if representative:
        composer.paragraph("representative", [representative], indent=False)
    rests_on = RestsOn(facts=(f"office:{against.id}" if against else "office",), provisions=())
    organ = same(BLANK)
    if against:
        organ = addressed(against, material.words.duty_name)
    if against and against.address.strip():
        text = words.say("respondent", organ=organ, address=against.address)
    else:
        text = words.say("respondent_plain", organ=organ)
    composer.paragraph("respondent", [Said(text, rests_on)], indent=False)


def _requests(material: Material) -> tuple[Line, ...]:
    if material.act:
        return reconsidered_act.requests(material, material.act)
    return reconsidered_silence.requests(material, _ripe(material))


def _facts(material: Material, days: DayTeller) -> Iterator[tuple[str, Line]]:
    if material.act:
        return reconsidered_act.facts(material, material.act, days)
    return reconsidered_silence.facts(material, _ripe(material), days)


def _basis(material: Material) -> Iterator[Said]:
    citer = Citer(material.file.case.service)
    if material.act:
        return reconsidered_act.basis(material, material.act, citer)
    return reconsidered_silence.basis(material, _ripe(material), citer)


def _ripe(material: Material) -> Silence:
    if material.silence is None:
        raise ProgramFault("A reconsideration was written with nothing to be reconsidered.")
    return material.silence


def _closing(material: Material) -> Iterator[Said]:
    words, useful = phrases("admin_reconsideration"), material.file.case.useful_until
    if useful and useful > material.on:
        text = words.say("hear", useful=full(useful), ends=material.words.ends)
        yield Said(text, RestsOn(facts=("useful_until",), request=True))
    else:
        yield Said(words.say("hear_plain"), REQUEST)
    if material.parties.minor:
        yield Said(words.say("conceal"), REQUEST)


def _attachments(composer: Composer, material: Material) -> None:
    words, held = phrases("admin_reconsideration"), as_evidence(material)
    pages = [paper.pages for paper in held]
    total = sum(page for page in pages if page) if held and all(pages) else None
    identity = words.say("identity_child" if material.parties.minor else "identity")
    evidence = words.say("evidence", pages=total) if total else words.say("evidence_plain")
    lines = ((Said(words.say("copy")),), (Said(identity),), (Said(evidence, resting_on(held)),))
    composer.attachments("attachments", words.say("attachments"), lines)
    evidence_index(composer, material)


def _problems(material: Material) -> Iterator[Problem]:
    against = the_respondent(material)
    if against is None or not against.ready_for_letters():
        yield addressee_incomplete((against.name_zh if against else "") or material.words.duty_name.zh)
    yield from party_problems(material, reconsideration=True)
    yield from reviewing_body_problems(material)
    deadline = _deadline(material)
    if deadline and deadline.state(material.on) is State.SAFE_DAY_PASSED:
        yield safe_day_passed(deadline.safe_last_day)
    silence = () if material.act or material.silence is None else (material.silence.waits_for,)
    yield from unsure((*((deadline,) if deadline else ()), *silence))
    yield from unquoted(material)


def _deadline(material: Material) -> Deadline | None:
    if material.act:
        return material.act.apply
    return material.silence.apply if material.silence else None


KIND = LetterKind("admin_reconsideration", N_("Application for administrative reconsideration"), True, available, write)
