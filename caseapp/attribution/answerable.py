"""For each refusal the bodies that may be answerable, ranked, each with what speaks for it and what against.

A body is named by statute, by the rule of the day, by an office it has charged with the matter, by an office's own words,
or because it took such a request on before. Nothing here decides: the list is for a person, who sees the visit, the rule
or the article behind every line. A private party is never on it (see :mod:`caseapp.attribution.private`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from caseapp.attribution.duty import DutyBody, duty_bodies
from caseapp.attribution.missing import SENT_AWAY
from caseapp.attribution.named import Against, Body, Doubt, Ground, Names, Refusal, RuleOffice
from caseapp.attribution.precedents import Precedent, earlier
from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import OfficeId
from caseapp.domain.offices import Level, Office, OfficeKind
from caseapp.domain.visits import Answer, Grounds, Visit
from caseapp.law.deadline import Confidence
from caseapp.law.duties import Matter
from caseapp.law.respondents import Standing, respondent

TURNED_AWAY = (*SENT_AWAY, Answer.NO_ANSWER)

_OF_A_MATTER = {
    Matter.PREMIUMS_COLLECTED: Doubt.COLLECTOR_BY_PROVINCE,
    Matter.LABOUR_INSPECTED: Doubt.DISPUTE_IS_ARBITRATED,
    Matter.NOBODY_KNOWN: Doubt.ACTOR_NOT_KNOWN,
}


def refusals(
    file: CaseFile, on: date, rules: Sequence[RuleOffice] = (), precedents: Sequence[Precedent] = ()
) -> tuple[Refusal, ...]:
    """Every refusal up to ``on`` in order, with the bodies that may be answerable for it, the likeliest first.

    ``rules``: the programmes of the case's service, of every day. ``precedents``: answers of this casebook on the same
    service, of any case.
    """
    judged = file.judged_on(on)
    past = [visit for visit in file.visits_in_order() if visit.day is None or visit.day.earliest <= judged]
    found = []
    for visit in past:
        office = file.office(visit.office)
        if office is None or visit.answer not in TURNED_AWAY:
            continue
        day = visit.on() or judged
        weighing = _Weighing(file, past, office, day, duty_bodies(file, judged, day))
        bodies = weighing.ranked(rules, precedents)
        standing = respondent(office.kind, day, file.case.service).standing
        found.append(Refusal(visit.id, office.id, standing, office.kind.private, bodies))
    return tuple(found)


class _Weighing:
    """Gathers what names a body for one refusal."""

    def __init__(
        self, file: CaseFile, past: Sequence[Visit], refusing: Office, day: date, duty: Sequence[DutyBody]
    ) -> None:  # fmt: skip
        self._file, self._past, self._refusing, self._day, self._duty = file, past, refusing, day, duty
        self._offices: dict[OfficeId, Office] = {}
        self._grounds: dict[OfficeId, list[Ground]] = {}
        self._doubts: dict[OfficeId, list[Against]] = {}

    def ranked(self, rules: Sequence[RuleOffice], precedents: Sequence[Precedent]) -> tuple[Body, ...]:
        self._by_statute()
        self._by_rule(rules)
        self._by_charge()
        self._by_words()
        self._by_acceptance(rules, precedents)
        bodies = [self._body(identity) for identity in self._offices]
        order = {body.office.id: place for place, body in enumerate(bodies)}
        return tuple(sorted(bodies, key=lambda body: (*_rank(body), order[body.office.id])))

    def _name(self, office: Office, ground: Ground, *doubts: Doubt) -> None:
        if office.kind.private:
            return
        self._offices.setdefault(office.id, office)
        self._grounds.setdefault(office.id, []).append(ground)
        self._doubts.setdefault(office.id, []).extend(Against(doubt, next(iter(ground.visits), None)) for doubt in doubts)

    def _by_statute(self) -> None:
        for duty in self._duty:
            office = self._file.office(duty.office) or Office(duty.office, duty.kind, duty.level, duty.city, duty.district)
            ground = Ground(Names.STATUTE, provisions=duty.provisions, confidence=duty.confidence)
            self._name(office, ground, *_doubts(duty))

    def _by_rule(self, rules: Sequence[RuleOffice]) -> None:
        for rule in rules:
            if rule.in_force(self._day):
                doubts = [Doubt.RULE_UNSURE] if rule.confidence is Confidence.LOW else []
                doubts += [Doubt.RULE_DAYS_NOT_KNOWN] if rule.first is None else []
                ground = Ground(Names.PROGRAMME, programme=rule.programme, confidence=rule.confidence)
                self._name(self._concrete(rule.office), ground, *doubts)

    def _concrete(self, named: Office) -> Office:
        """The office on file a rule means: the refusing one or the only one of its kind and place, else as it is named."""
        if known := self._file.office(named.id):
            return known
        alike = [office for office in self._file.offices.values() if _alike(office, named)]
        if self._refusing in alike:
            return self._refusing
        return alike[0] if len(alike) == 1 else named

    def _by_charge(self) -> None:
        charged_by = self._file.office(self._refusing.acts_for)
        if charged_by is not None:
            self._name(charged_by, Ground(Names.ACTS_FOR, by=self._refusing.id))

    def _by_words(self) -> None:
        """Every office the offices of the case named up to then, the words of this one among them."""
        said: dict[tuple[OfficeId, OfficeId], list[Visit]] = {}
        for visit in self._past:
            day, speaker = visit.on(), self._file.office(visit.office)
            if speaker is None or speaker.kind.private or (day is not None and day > self._day):
                continue
            if visit.referred_to and visit.referred_to != speaker.id and visit.answer is not Answer.ACCEPTED:
                said.setdefault((speaker.id, visit.referred_to), []).append(visit)
        for (speaker_id, target), visits in said.items():
            office = self._file.office(target)
            if office is not None:
                spoken = [] if any(visit.written for visit in visits) else [Doubt.ONLY_SPOKEN]
                ground = Ground(Names.OWN_WORDS, visits=tuple(visit.id for visit in visits), by=speaker_id)
                self._name(office, ground, *spoken)

    def _by_acceptance(self, rules: Sequence[RuleOffice], precedents: Sequence[Precedent]) -> None:
        """The refusing office, or one already named, that took such a request on before."""
        for office in (*self._offices.values(), *(() if self._refusing.id in self._offices else (self._refusing,))):
            accepted = [found for found in earlier(precedents, office.id, self._day) if found.answer is Answer.ACCEPTED]
            if accepted:
                same = _in_force(rules, self._day)
                other = [found for found in accepted if found.day and _in_force(rules, found.day.latest) != same]
                ground = Ground(
                    Names.ACCEPTED_BEFORE,
                    visits=tuple(found.visit for found in accepted),
                    cases=tuple(dict.fromkeys(found.case for found in accepted)),
                )
                self._name(office, ground, *([Doubt.OTHER_RULE_THEN] if len(other) == len(accepted) else []))

    def _body(self, identity: OfficeId) -> Body:
        office = self._offices[identity]
        standing = respondent(office.kind, self._day, self._file.case.service).standing
        against = [*self._doubts.get(identity, ()), *self._own_answers(identity)]
        if standing is not Standing.CAN_BE:
            against.append(Against(Doubt.NO_ORGAN if standing is Standing.CANNOT_BE else Doubt.ORGAN_DISPUTED))
        return Body(
            office, standing, tuple(self._grounds[identity]), tuple(dict.fromkeys(against)), identity == self._refusing.id
        )

    def _own_answers(self, identity: OfficeId) -> list[Against]:
        """What the body itself answered, the last time: that it is not competent, or that another is to be asked."""
        found: dict[tuple[Doubt, OfficeId | None], Against] = {}
        for visit in self._past:
            if visit.office != identity or visit.answer is Answer.ACCEPTED:
                continue
            if visit.grounds is Grounds.NOT_COMPETENT:
                found[Doubt.SAYS_NOT_COMPETENT, None] = Against(Doubt.SAYS_NOT_COMPETENT, visit.id)
            elif visit.referred_to and visit.referred_to != identity:
                target = self._file.office(visit.referred_to)
                if target is not None and not target.kind.private:
                    found[Doubt.SENT_ON, target.id] = Against(Doubt.SENT_ON, visit.id, target.id)
        return list(found.values())


def _doubts(duty: DutyBody) -> Iterator[Doubt]:
    if not duty.provisions:
        yield Doubt.NO_ARTICLE
    elif duty.matter in _OF_A_MATTER:
        yield _OF_A_MATTER[duty.matter]
    elif duty.confidence is not Confidence.HIGH:
        yield Doubt.GENERAL_ARTICLE
    if duty.younger:
        yield Doubt.YOUNGER_TEXT
    if not duty.city:
        yield Doubt.PLACE_NOT_KNOWN if duty.kind is OfficeKind.HEALTHCARE_SECURITY else Doubt.CITY_NOT_KNOWN


def _alike(office: Office, named: Office) -> bool:
    placed = (office.city, office.district) == (named.city, named.district) or named.level in (Level.CITY, Level.PROVINCE)
    return office.kind is named.kind and office.level is named.level and placed and office.city == named.city


def _in_force(rules: Sequence[RuleOffice], day: date) -> frozenset[str]:
    return frozenset(rule.programme for rule in rules if rule.in_force(day))


def _strength(ground: Ground) -> int:
    """How much a ground weighs, 0 the most: a statute or rule of low confidence stands below a charge on file."""
    order = {Names.STATUTE: 0, Names.PROGRAMME: 1, Names.ACTS_FOR: 2, Names.OWN_WORDS: 5, Names.ACCEPTED_BEFORE: 6}
    return order[ground.names] + (3 if ground.confidence is Confidence.LOW else 0)


def _rank(body: Body) -> tuple[bool, int, int, int]:
    kinds = {ground.names for ground in body.grounds}
    return (
        body.standing is Standing.CANNOT_BE, min(map(_strength, body.grounds)), -len(kinds), len(body.against)
    )  # fmt: skip
