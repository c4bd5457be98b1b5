"""Check and plan: the rules of a day held against a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Role
from caseapp.domain.ids import PersonId
from caseapp.domain.people import Relation
from caseapp.domain.standing import papers_in_hand
from caseapp.policy.catalogue import catalogue
from caseapp.policy.check import PlaceCheck, ProgrammeCheck, check
from caseapp.policy.known import KnownFacts
from caseapp.policy.model import Pack
from caseapp.policy.packs import load
from caseapp.policy.planning.plan import Plan, ProgrammePlan, plan
from caseapp.policy.projection import OF_A_CHILD, Roles, check_either, project
from caseapp.policy.question import NextQuestion, next_question
from caseapp.policy.verdict import ANY_ORDER
from caseapp.work.rules_of_case import CaseRules, Scope, place_for, rules_of_case

if TYPE_CHECKING:
    from caseapp.work.session import Session
    from caseapp.work.verified import Looks


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CaseCheck(PlaceCheck):
    """The answers for a case: of its city, of rules entered by hand in it, of its province and of the nation.

    ``pack`` holds all of them, so that any office or text is found; its place is the city of the case.
    """

    scopes: Mapping[str, Scope] = field(default_factory=dict)
    of_city: bool = True
    """Whether rules of the city itself are stored; where none are, it may ask more than is said here."""

    def scope(self, programme_id: str) -> Scope:
        """For whom a programme was made, or that it was entered by hand."""
        return self.scopes.get(programme_id, Scope.CITY)

    def local(self, programme_id: str) -> bool:
        """Whether it is a rule entered by hand in this case: nobody has compared it with a source."""
        return self.scope(programme_id) is Scope.BY_HAND


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CasePlan(Plan):
    """The plan of a case, over every rule that is held against it."""

    checked: CaseCheck


def check_case(session: Session, case_id: str, on: date, service: str | None = None) -> CaseCheck:
    """Check a case as of a day, with either parent where the service is a child's.

    Raises ``BadInput`` where no rules hold in its city, not even those of the nation.
    """
    file, rules = _read(session, case_id, on)
    _refuse_without(rules, file)
    return _checked(rules, file, on, service, _looks(session, rules))


def plan_case(session: Session, case_id: str, on: date, service: str | None = None) -> CasePlan | None:
    """What would have to change in a case; None where no rules hold in its city."""
    file, rules = _read(session, case_id, on)
    return _planned(rules, file, on, service, _looks(session, rules)) if rules.packs else None


def planned_case(session: Session, case_id: str, on: date, service: str | None = None) -> CasePlan:
    """As :func:`plan_case`. Raises ``BadInput`` where no rules hold in its city."""
    file, rules = _read(session, case_id, on)
    _refuse_without(rules, file)
    return _planned(rules, file, on, service, _looks(session, rules))


def _read(session: Session, case_id: str, on: date) -> tuple[CaseFile, CaseRules]:
    from caseapp.work.cases import case_file

    file = case_file(session, case_id)
    return file, rules_of_case(file, on)


def _refuse_without(rules: CaseRules, file: CaseFile) -> None:
    if not rules.packs:
        load(file.case.city)  # says for which places there are rules


def check_one(pack: Pack, file: CaseFile, on: date, service: str | None = None) -> PlaceCheck:
    """Hold one pack alone, of the city of a case or of a place it lies in, against a case that was already read."""
    known = [facts(on) for facts in ways(_at_home(pack, file), file, on)]
    return check_either(pack, known, on, service=service or file.case.service.value)


def plan_one(pack: Pack, file: CaseFile, on: date) -> Plan:
    """Plan a case that was already read by one pack alone, of its city or of a place it lies in."""
    return _best_plan(pack, ways(_at_home(pack, file), file, on), on, file.case.service.value, file)


def _at_home(pack: Pack, file: CaseFile) -> Pack:
    """A pack as it reads in the city of a case: what is local there is local, whoever made the rule."""
    return pack if pack.place.id == file.case.city else replace(pack, place=place_for(file.case.city))


def paper_states(session: Session, case_id: str) -> dict[str, str]:
    """Where each paper of the case stands, by its id in the catalogue."""
    from caseapp.work.cases import case_file

    return {paper.paper: paper.state.value for paper in case_file(session, case_id).documents if paper.paper}


def first_question(file: CaseFile, on: date) -> NextQuestion | None:
    """The one question worth asking next in a case: the rules of the city ask first, then those entered by hand.

    Only where these leave nothing open do those of the province and the nation ask.
    """
    rules, service = rules_of_case(file, on), file.case.service.value
    facts = ways(rules.together(), file, on)[0](on)
    for _scope, one in rules.packs:
        every = check(one, facts, on).programmes
        asked_by = [found for found in every if found.programme.service == service]
        if question := next_question(catalogue(), every, asked_by=asked_by):
            return question
    return None


def roles_of(file: CaseFile, on: date) -> Roles | None:
    """Who is the adult who asks, the spouse and the child in the eyes of a rule; None for a case without people."""
    client = file.client()
    if client is None:
        return None
    named = [person for role in (Role.BENEFICIARY, Role.APPLICANT) if (person := file.in_role(role))]
    children = {person.id for person in file.related(Relation.CHILD, on)}
    child = next((person.id for person in named if person.id in children), None) or next(iter(children), None)
    others = (person.id for person in file.related(Relation.SPOUSE, on))
    spouse: PersonId | None = next((person for person in others if person != client.id), None)
    return Roles(client.id, spouse, child if child != client.id else None)


def ways(pack: Pack, file: CaseFile, on: date) -> tuple[Callable[[date], KnownFacts], ...]:
    """What is known on a day with one parent as the applicant, and with the other; of a day it is worked out once."""
    roles = roles_of(file, on)
    if roles is None:
        return (lambda _day: KnownFacts({}),)
    swapped = roles.swapped()

    def known(of: Roles) -> Callable[[date], KnownFacts]:
        return cache(lambda day: project(file.people, file.memberships, file.facts, file.spells, of, pack, day))

    return (known(roles),) if swapped is None else (known(roles), known(swapped))


def _checked(rules: CaseRules, file: CaseFile, on: date, service: str | None, looks: Looks | None = None) -> CaseCheck:
    wanted, together = service or file.case.service.value, rules.together()
    known = [facts(on) for facts in ways(together, file, on)]
    found: list[ProgrammeCheck] = []
    scopes: dict[str, Scope] = {}
    for scope, pack in rules.packs:
        of_pack = check_either(pack, known, on, service=wanted).programmes
        found += of_pack
        scopes |= {one.programme.id: scope for one in of_pack}
    heeded = tuple(looks.heeded(one) if looks else one for one in found)
    return CaseCheck(together, on, heeded, scopes, rules.pack is not None)


def _planned(rules: CaseRules, file: CaseFile, on: date, service: str | None, looks: Looks | None = None) -> CasePlan:
    wanted, together = service or file.case.service.value, rules.together()
    known = ways(together, file, on)
    programmes: list[ProgrammePlan] = []
    question: NextQuestion | None = None
    scopes: dict[str, Scope] = {}
    for scope, pack in rules.packs:
        of_pack = _best_plan(pack, known, on, wanted, file)
        question = question or of_pack.next_question
        programmes += of_pack.programmes
        scopes |= {one.check.programme.id: scope for one in of_pack.programmes}
    if looks:
        programmes = [replace(one, check=looks.heeded(one.check)) for one in programmes]
    checked = CaseCheck(together, on, tuple(one.check for one in programmes), scopes, rules.pack is not None)
    return CasePlan(checked, tuple(programmes), question)


def _looks(session: Session, rules: CaseRules) -> Looks:
    from caseapp.work.verified import looks

    return looks(session, (pack for scope, pack in rules.packs if scope is not Scope.BY_HAND))


def _best_plan(
    pack: Pack, known: Iterable[Callable[[date], KnownFacts]], on: date, service: str, file: CaseFile
) -> Plan:  # fmt: skip
    """The plans of one pack, for each programme of the parent who stands better."""
    held = papers_in_hand(file, on)
    first, *others = (plan(pack, facts(on), on, service=service, known_on=facts, in_hand=held) for facts in known)
    if service not in OF_A_CHILD:
        return first
    best = list(first.programmes)
    for other in others:
        for index, (kept, found) in enumerate(zip(best, other.programmes, strict=True)):
            if ANY_ORDER.index(found.check.verdict) < ANY_ORDER.index(kept.check.verdict):
                best[index] = found
    return Plan(first.checked, tuple(best), first.next_question)
