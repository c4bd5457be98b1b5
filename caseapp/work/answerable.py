"""Who may be answerable for each refusal of a case, said in both languages, with what the casebook knows of the offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from caseapp.attribution.answerable import refusals
from caseapp.attribution.duty import duty_bodies
from caseapp.attribution.named import Body, Refusal, RuleOffice
from caseapp.attribution.private import PrivateParty, private_parties
from caseapp.attribution.shifts import FoundShift, shifts
from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import HolderKind
from caseapp.domain.offices import Office, OfficeKind
from caseapp.i18n import N_
from caseapp.law.deadline import Confidence
from caseapp.law.respondents import Standing, respondent
from caseapp.law.reviewed import reviews
from caseapp.letters.both import Both, same
from caseapp.letters.say.answerable import (
    Told,
    say_against,
    say_grounds,
    say_named,
    say_party,
    say_route,
    say_shift,
)
from caseapp.letters.say.basis import say_written_in
from caseapp.letters.say.finding import both, say
from caseapp.letters.say.office import say_office
from caseapp.letters.say.pattern import say_standing
from caseapp.letters.say.respondent import say_refusal_of
from caseapp.policy.by_hand import PREFIX
from caseapp.work.cases import case_file
from caseapp.work.offices import office_of_rules
from caseapp.work.practice import of_service, precedents, rule_versions
from caseapp.work.rules_of_case import CaseRules, rules_of_case
from caseapp.work.session import Session

_KINDS = {HolderKind.LANDLORD: OfficeKind.LANDLORD, HolderKind.EMPLOYER: OfficeKind.EMPLOYER}
REVIEWED = N_(
    "It spoke here as the body that reviews: its answer cannot be reconsidered again. What it decides is met by a suit, "
    "within 15 days of receiving it (art. 45 of the Administrative Litigation Law)."
)


@dataclass(frozen=True, slots=True)
class BodyShown:
    """A body with its reasons in words."""

    body: Body
    name: Both
    grounds: tuple[Both, ...]
    against: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class RefusalShown:
    """A refusal: who turned the client away and what that is in law, and apart from it the bodies, the likeliest first."""

    refusal: Refusal
    day: ImpreciseDay | None
    who: Both
    standing: Both
    bodies: tuple[BodyShown, ...]
    shifts: tuple[Both, ...]
    """How practice and text part at this visit."""


@dataclass(frozen=True, slots=True)
class PartyShown:
    """A private party in the way, and for each paper what shows the same."""

    party: PrivateParty
    name: Both
    standing: Both
    routes: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who may be answerable in a case: the newest refusal first, then the private parties."""

    refusals: tuple[RefusalShown, ...]
    parties: tuple[PartyShown, ...]


def answerable(session: Session, case_id: str, on: date) -> Answerable:
    """Who may be answerable for each refusal of a case up to its day, and what private parties leave to be done."""
    file = case_file(session, case_id)
    day = file.judged_on(on)
    rules = rules_of_case(file, day)
    offices = tuple(rule_offices(rules, file))
    file = _with_known(session, file, offices, day)
    known = precedents(session, file, day)
    found = refusals(file, on, offices, known)
    moved = shifts(file, on, tuple(rule_versions(rules, file, day)), known)
    told = Told(
        {**{entry.office.id: entry.office for entry in offices}, **file.offices},
        _rule_names(rules, file),
        {**{one.visit: one.day for one in known}, **{visit.id: visit.day for visit in file.visits}},
    )
    return Answerable(
        tuple(_refusal(one, moved, told, file, day) for one in reversed(found)),
        tuple(_party(party, day) for party in private_parties(file, on)),
    )


def _with_known(session: Session, file: CaseFile, named: tuple[RuleOffice, ...], day: date) -> CaseFile:
    """The case with what the casebook knows of the offices that statute and rules name: their stamped names."""
    wanted = {entry.office.id for entry in named} | {duty.office for duty in duty_bodies(file, day)}
    with session.read() as reader:
        known = {office.id: office for office in reader.all(Office, id=wanted - set(file.offices))}
    return replace(file, offices={**known, **file.offices})


def _refusal(refusal: Refusal, moved: tuple[FoundShift, ...], told: Told, file: CaseFile, judged: date) -> RefusalShown:
    day, office = told.days.get(refusal.visit), file.offices[refusal.office]
    return RefusalShown(
        refusal,
        day,
        say_office(office),
        _standing(refusal, office, file, day.latest if day else judged),
        tuple(_body(body, told) for body in refusal.bodies),
        tuple(say_shift(one, told) for one in moved if one.visit == refusal.visit),
    )


def _standing(refusal: Refusal, office: Office, file: CaseFile, law_of: date) -> Both:
    visit = next((one for one in file.visits if one.id == refusal.visit), None)
    if visit is not None and reviews(file, visit):
        return say(REVIEWED)
    return say_refusal_of(respondent(office.kind, law_of, file.case.service))


def _body(body: Body, told: Told) -> BodyShown:
    return BodyShown(
        body,
        say_named(body),
        say_grounds(body.grounds, told),
        tuple(dict.fromkeys(say_against(entry, told) for entry in body.against)),
    )


def _party(party: PrivateParty, day: date) -> PartyShown:
    kind = _KINDS.get(party.holder)
    standing = say_refusal_of(respondent(kind, day)) if kind else say_standing(Standing.CANNOT_BE, private=True)
    return PartyShown(party, say_party(party), standing, tuple(say_route(route) for route in party.routes))


def rule_offices(rules: CaseRules, file: CaseFile) -> Iterator[RuleOffice]:
    """The office each rule of the case's service makes responsible, rules entered by hand among them."""
    case = file.case
    for scope, pack in rules.packs:
        for programme in of_service(scope, pack, file):
            listed = pack.office(programme.responsible_office)
            if listed is not None:
                office = office_of_rules(listed, case.city, case.district, case.id)
                confidence = Confidence(programme.confidence.value)
                yield RuleOffice(programme.id, office, programme.effective_from, programme.effective_to, confidence)
    for rule in file.local_rules:
        decides = file.office(rule.office)
        if decides is not None and rule.service is case.service:
            first = rule.in_force_from.latest if rule.in_force_from else rule.seen_on
            last = rule.in_force_until.earliest if rule.in_force_until else None
            yield RuleOffice(PREFIX + rule.id, decides, first, last, Confidence.LOW)


def _rule_names(rules: CaseRules, file: CaseFile) -> dict[str, Both]:
    names = {PREFIX + rule.id: same(rule.title) for rule in file.local_rules}
    for scope, pack in rules.packs:
        for programme in of_service(scope, pack, file):
            text = pack.instrument(programme.instrument)
            # a document number is Chinese in both languages: it stands in the Chinese text only
            names[programme.id] = Both(say_written_in(text).zh, text.title.en) if text else both(programme.name)
    return names
