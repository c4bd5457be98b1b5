"""Check and plan: the rules of a day held against a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Role
from caseapp.domain.ids import PersonId
from caseapp.domain.people import Relation
from caseapp.policy.check import PlaceCheck
from caseapp.policy.known import KnownFacts
from caseapp.policy.model import Pack
from caseapp.policy.packs import load
from caseapp.policy.plan import Plan, plan
from caseapp.policy.projection import OF_A_CHILD, Roles, check_either, project
from caseapp.policy.verdict import ANY_ORDER

if TYPE_CHECKING:
    from caseapp.work.session import Session


def check_case(session: Session, case_id: str, on: date, service: str | None = None) -> PlaceCheck:
    """Check a case as of a day, with either parent where the service is a child's.

    Raises ``BadInput`` where its city has no rules here.
    """
    from caseapp.work.cases import case_file

    file = case_file(session, case_id)
    return check_file(load(file.case.city), file, on, service)


def plan_case(session: Session, case_id: str, on: date, service: str | None = None) -> Plan | None:
    """What would have to change in a case; None where its city has no rules here."""
    from caseapp.work.cases import case_file

    file = case_file(session, case_id)
    pack = session.pack(file.case.city)
    return plan_file(pack, file, on, service) if pack else None


def check_file(pack: Pack, file: CaseFile, on: date, service: str | None = None) -> PlaceCheck:
    """Check a case that was already read."""
    ways = [facts(on) for facts in _ways(pack, file, on)]
    return check_either(pack, ways, on, service=service or file.case.service.value)


def plan_file(pack: Pack, file: CaseFile, on: date, service: str | None = None) -> Plan:
    """Plan a case that was already read: for each programme with the parent who stands better."""
    wanted = service or file.case.service.value
    plans = [plan(pack, facts(on), on, service=wanted, known_on=facts) for facts in _ways(pack, file, on)]
    return _better(plans, wanted)


def paper_states(session: Session, case_id: str) -> dict[str, str]:
    """Where each paper of the case stands, by its id in the catalogue."""
    from caseapp.work.cases import case_file

    return {paper.paper: paper.state.value for paper in case_file(session, case_id).documents if paper.paper}


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


def _ways(pack: Pack, file: CaseFile, on: date) -> tuple[Callable[[date], KnownFacts], ...]:
    """What is known on a day with one parent as the applicant, and with the other."""
    roles = roles_of(file, on)
    if roles is None:
        return (lambda _day: KnownFacts({}),)
    swapped = roles.swapped()

    def known(of: Roles) -> Callable[[date], KnownFacts]:
        return lambda day: project(file.people, file.memberships, file.facts, file.spells, of, pack, day)

    return (known(roles),) if swapped is None else (known(roles), known(swapped))


def _better(plans: Iterable[Plan], service: str) -> Plan:
    first, *others = plans
    if service not in OF_A_CHILD:
        return first
    best = list(first.programmes)
    for other in others:
        for index, (kept, found) in enumerate(zip(best, other.programmes, strict=True)):
            if ANY_ORDER.index(found.check.verdict) < ANY_ORDER.index(kept.check.verdict):
                best[index] = found
    return Plan(first.checked, tuple(best), first.next_question)
