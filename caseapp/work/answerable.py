"""Who may be answerable for each refusal of a case, said in both languages, with what the casebook knows of the offices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from caseapp.attribution.answerable import TURNED_AWAY, refusals
from caseapp.attribution.duty import duty_bodies
from caseapp.attribution.named import Body, Refusal, RuleOffice
from caseapp.attribution.precedents import Precedent, RuleVersion
from caseapp.attribution.private import PrivateParty, private_parties
from caseapp.attribution.shifts import FoundShift, shifts
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import Office
from caseapp.domain.visits import Answer, Visit
from caseapp.law.deadline import Confidence
from caseapp.law.respondents import Standing
from caseapp.letters.both import Both, same
from caseapp.letters.say_answerable import (
    Told,
    say_against,
    say_grounds,
    say_named,
    say_party,
    say_route,
    say_shift,
)
from caseapp.letters.say_basis import say_written_in
from caseapp.letters.say_finding import both
from caseapp.letters.say_office import say_office
from caseapp.letters.say_pattern import say_standing
from caseapp.policy.by_hand import PREFIX
from caseapp.policy.model import Pack, Programme, Status
from caseapp.policy.verdict import Verdict
from caseapp.work.cases import case_file
from caseapp.work.check import check_one
from caseapp.work.offices import office_of_rules
from caseapp.work.rules_of_case import CaseRules, Scope, rules_of_case
from caseapp.work.session import Session

MOST_COMPARED = 12
"""Acceptances, and refusals of the case, whose conditions are worked out, the newest of each: every day costs a check."""


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
        tuple(_refusal(one, moved, told) for one in reversed(found)),
        tuple(_party(party) for party in private_parties(file, on)),
    )


def _with_known(session: Session, file: CaseFile, named: tuple[RuleOffice, ...], day: date) -> CaseFile:
    """The case with what the casebook knows of the offices that statute and rules name: their stamped names."""
    wanted = {entry.office.id for entry in named} | {duty.office for duty in duty_bodies(file, day)}
    with session.read() as reader:
        known = {office.id: office for office in reader.all(Office, id=wanted - set(file.offices))}
    return replace(file, offices={**known, **file.offices})


def _refusal(refusal: Refusal, moved: tuple[FoundShift, ...], told: Told) -> RefusalShown:
    return RefusalShown(
        refusal,
        told.days.get(refusal.visit),
        say_office(told.offices.get(refusal.office)),
        say_standing(refusal.standing, private=refusal.private),
        tuple(_body(body, told) for body in refusal.bodies),
        tuple(say_shift(one, told) for one in moved if one.visit == refusal.visit),
    )


def _body(body: Body, told: Told) -> BodyShown:
    return BodyShown(
        body,
        say_named(body),
        say_grounds(body.grounds, told),
        tuple(dict.fromkeys(say_against(entry, told) for entry in body.against)),
    )


def _party(party: PrivateParty) -> PartyShown:
    standing = say_standing(Standing.CANNOT_BE, private=True)
    return PartyShown(party, say_party(party), standing, tuple(say_route(route) for route in party.routes))


def rule_offices(rules: CaseRules, file: CaseFile) -> Iterator[RuleOffice]:
    """The office each rule of the case's service makes responsible, rules entered by hand among them."""
    case = file.case
    for scope, pack in rules.packs:
        for programme in _of_service(scope, pack, file):
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


def rule_versions(rules: CaseRules, file: CaseFile, day: date) -> Iterator[RuleVersion]:
    """Every dated version of the rules of the case's service; whether the case meets those in force on its day."""
    for scope, pack in rules.packs:
        programmes = list(_of_service(scope, pack, file))
        checked = check_one(pack, _usable(file, day), day) if programmes else None
        for programme in programmes:
            text = pack.instrument(programme.instrument)
            answer = checked.of(programme.id) if checked else None
            decided = {Verdict.MET: True, Verdict.NOT_MET: False}
            yield RuleVersion(
                programme.id,
                programme.series,
                (text.title.zh, text.title.en) if text else (),
                (text.document_number or "") if text else "",
                programme.effective_from,
                programme.effective_to,
                decided.get(answer.verdict) if answer and answer.undecided is None else None,
            )


def precedents(session: Session, file: CaseFile, day: date) -> tuple[Precedent, ...]:
    """What the offices of a case answered on its service up to a day, in any case of the casebook."""
    service = file.case.service
    with session.read() as reader:
        cases = {case.id for case in reader.all(Case, service=service)}
        visits = [visit for visit in reader.all(Visit, office=set(file.offices)) if visit.case in cases]
        past = sorted((visit for visit in visits if (on := visit.on()) and on <= day), key=lambda visit: visit.on() or day)
        compared = _compared(past, file)
        files = {other.case.id: other for other in reader.case_files({visit.case for visit in compared})}
    days = dict.fromkeys((visit.case, visit.on()) for visit in compared)
    known = {(case, on): _conditions(session, files[case], on) for case, on in days if on is not None}
    chosen = {visit.id for visit in compared}
    return tuple(
        Precedent(
            visit.case, visit.id, visit.office, visit.day, visit.answer, visit.rule_title, visit.rule_number,
            known.get((visit.case, on), {}) if visit.id in chosen and (on := visit.on()) else {},
        )
        for visit in past
        if visit.office
    )  # fmt: skip


def _compared(past: list[Visit], file: CaseFile) -> list[Visit]:
    """The newest acceptances, and the newest refusals of this case where one was taken on before."""
    accepted = [visit for visit in past if visit.answer is Answer.ACCEPTED][-MOST_COMPARED:]
    where = {visit.office for visit in accepted}
    own = [visit for visit in past if visit.case == file.case.id and visit.answer in TURNED_AWAY and visit.office in where]
    return accepted + own[-MOST_COMPARED:]


def _conditions(session: Session, file: CaseFile, day: date) -> Mapping[str, bool]:
    """Each requirement of the city's rules that was decided on a day."""
    pack = session.pack(file.case.city)
    if pack is None:
        return {}
    decided = {Verdict.MET: True, Verdict.NOT_MET: False}
    return {
        f"{answer.programme.id}/{finding.criterion.id}": decided[finding.verdict]
        for answer in check_one(pack, _usable(file, day), day).programmes
        if answer.undecided is None
        for finding in answer.findings
        if finding.verdict in decided
    }


def _usable(file: CaseFile, day: date) -> CaseFile:
    """The case with what was known on a day, and nothing marked adverse (PRACTICE E3)."""
    return replace(file, facts=tuple(fact for fact in file.facts if fact.as_of <= day and not fact.adverse))


def _of_service(scope: Scope, pack: Pack, file: CaseFile) -> Iterator[Programme]:
    if scope is not Scope.BY_HAND:
        service = file.case.service.value
        yield from (one for one in pack.programmes if one.service == service and one.status is not Status.DRAFT)


def _rule_names(rules: CaseRules, file: CaseFile) -> dict[str, Both]:
    names = {PREFIX + rule.id: same(rule.title) for rule in file.local_rules}
    for scope, pack in rules.packs:
        for programme in _of_service(scope, pack, file):
            text = pack.instrument(programme.instrument)
            # a document number is Chinese in both languages: it stands in the Chinese text only
            names[programme.id] = Both(say_written_in(text).zh, text.title.en) if text else both(programme.name)
    return names
