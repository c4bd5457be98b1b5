"""The organs with the duty in a case, by what is asked for and by the law of the day.

Most cases ask for the service itself, and :func:`~caseapp.law.respondents.duty_organs` names the organ. Premiums an
employer owes, a complaint about work, a review nobody wants to hear and a place cleared by nobody knows whom have their
own; nothing is cited from a law before it stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Service
from caseapp.domain.offices import Level, OfficeKind
from caseapp.domain.visits import Answer, Grounds, Visit
from caseapp.law.deadline import Confidence
from caseapp.law.library import provisions, statutes
from caseapp.law.respondents import DutyOrgan, duty_organs
from caseapp.law.reviewed import about_review, review_received
from caseapp.law.shelf import Entry, whole
from caseapp.paths import resource

PAYS_ALONE = ("flexible", "self_employed")
"""Work without an employer who would owe premiums: then the insurer itself is asked."""
_FIFTEEN_YEARS, _PAID = 180, ("pension_total_months", "pension_insurance_months", "social_insurance_months")
"""In months, and the facts that count them."""
INSURANCES = (Service.PENSION, Service.HEALTH_INSURANCE, Service.UNEMPLOYMENT)


class Matter(Enum):
    """What is asked for, as far as another organ has the duty for it."""

    SERVICE = "service"
    PREMIUMS_COLLECTED = "premiums_collected"
    PREMIUMS_INSPECTED = "premiums_inspected"
    LABOUR_INSPECTED = "labour_inspected"
    REVIEW = "review"
    """That a body to which a review was applied for hears it and decides."""
    NOBODY_KNOWN = "nobody_known"
    """A place was cleared, and which organ did it is not known."""


@dataclass(frozen=True, slots=True)
class Duty:
    """An organ with a duty on a day; only provisions of laws that stood that day are named."""

    matter: Matter
    organ: DutyOrgan
    younger: bool = False
    """Whether the text held of some law is of a later version than the one of that day."""


@dataclass(frozen=True, slots=True)
class _Dated:
    organ: DutyOrgan
    until: date | None
    service: Service | None
    acted: OfficeKind | None

    def holds(self, on: date) -> bool:
        return self.until is None or on <= self.until


@dataclass(frozen=True, slots=True)
class _Shelf:
    since: Mapping[str, date]
    before: tuple[_Dated, ...]
    matters: Mapping[Matter, DutyOrgan]
    reviews: tuple[_Dated, ...]


@cache
def _shelf() -> _Shelf:
    file = whole(resource("law", "duties-by-matter.yaml"))
    return _Shelf(
        MappingProxyType({entry.text("statute"): entry.known_day("day") for entry in file.parts("since")}),
        tuple(map(_dated, file.parts("before"))),
        MappingProxyType({entry.choice("matter", Matter): _organ(entry) for entry in file.parts("matters")}),
        tuple(map(_dated, file.parts("reviews"))),
    )


def _organ(entry: Entry) -> DutyOrgan:
    return DutyOrgan(
        entry.choice("office", OfficeKind), entry.choice("level", Level), entry.texts("provisions"),
        entry.choice("confidence", Confidence),
    )  # fmt: skip


def _dated(entry: Entry) -> _Dated:
    return _Dated(
        _organ(entry), entry.day("until"), entry.one_of("service", Service), entry.one_of("acted", OfficeKind)
    )  # fmt: skip


def duties(file: CaseFile, on: date, law_of: date | None = None) -> tuple[Duty, ...]:
    """The organs with a duty for what a case asks for by ``on``, the one to apply to first.

    ``law_of``: the day whose law names them, where it is not ``on``: that of an old refusal. Empty: no statute held names
    one.
    """
    law = law_of or on
    return tuple(_on_the_day(matter, organ, law) for matter, organ in _organs(file, on, law))


def _organs(file: CaseFile, on: date, law: date) -> Iterator[tuple[Matter, DutyOrgan]]:
    service, shelf = file.case.service, _shelf()
    if _review_declined(file, on):
        organ = duty_organs().get(service)
        yield Matter.REVIEW, reviewer(organ.office if organ else None, law)
        return
    met = _offices_met(file, on) if service in INSURANCES and not _pays_alone(file, on) else set()
    if {OfficeKind.TAX_BUREAU, OfficeKind.LABOUR_INSPECTION} & met:
        if OfficeKind.TAX_BUREAU in met:
            yield Matter.PREMIUMS_COLLECTED, shelf.matters[Matter.PREMIUMS_COLLECTED]
        yield Matter.PREMIUMS_INSPECTED, shelf.matters[Matter.PREMIUMS_INSPECTED]
    elif service is Service.LABOUR:
        yield Matter.LABOUR_INSPECTED, shelf.matters[Matter.LABOUR_INSPECTED]
    elif service is Service.OTHER:
        if any(visit.grounds is Grounds.FACILITY_CLOSED for visit in _past(file, on)):
            yield Matter.NOBODY_KNOWN, shelf.matters[Matter.NOBODY_KNOWN]
    elif organ := _of_service(service, law):
        yield Matter.SERVICE, replace(organ, provisions=(*paying_up(file, on), *organ.provisions))


def _of_service(service: Service, on: date) -> DutyOrgan | None:
    earlier = (entry.organ for entry in _shelf().before if entry.service is service and entry.holds(on))
    return next(earlier, None) or duty_organs().get(service)


def _past(file: CaseFile, on: date) -> list[Visit]:
    return [visit for visit in file.visits_in_order() if visit.day is None or visit.day.earliest <= on]


def _offices_met(file: CaseFile, on: date) -> set[OfficeKind]:
    """Whom the client went to, was sent to, or a rule on file names. In insurance the tax authority has but one task."""
    named = [office for visit in _past(file, on) for office in (visit.office, visit.referred_to)]
    named += [rule.office for rule in file.local_rules]
    return {office.kind for identity in named if (office := file.office(identity)) is not None}


def _pays_alone(file: CaseFile, on: date) -> bool:
    told = [fact for fact in file.facts if fact.key == "employment_status" and fact.as_of <= on]
    return bool(told) and max(told, key=lambda fact: fact.as_of).value in PAYS_ALONE


def paying_up(file: CaseFile, on: date) -> tuple[str, ...]:
    """The rule that too few years at pension age are paid up, where they may be (Social Insurance Law art. 16(2))."""
    told = {fact.key: fact.value for fact in sorted(file.facts, key=lambda fact: fact.as_of) if fact.as_of <= on}
    enough = any(told.get(key, "").isdecimal() and int(told[key]) >= _FIFTEEN_YEARS for key in _PAID)
    asked = file.case.service is Service.PENSION and told.get("age_reached_pension_age") == "true"
    return ("si-pension-top-up",) if asked and not enough else ()


def _review_declined(file: CaseFile, on: date) -> bool:
    """Whether the last body asked to review named another or said nothing; whoever decided, for or against, has done it."""
    asked = [visit for visit in _past(file, on) if about_review(file, visit)]
    if not asked:
        return False
    last, received = asked[-1], review_received(file, on)
    sent_away_before = received and last.day and last.day.latest < received.earliest
    if received and (last.answer is Answer.NO_ANSWER or sent_away_before):
        return False  # it is with them, and their time runs
    return last.grounds is Grounds.NOT_COMPETENT or last.answer in (Answer.REFERRED, Answer.NO_ANSWER)


def reviewer(acted: OfficeKind | None, on: date) -> DutyOrgan:
    """Who has to decide on an act of an office of a kind (Reconsideration Law of the day)."""
    fitting = [entry for entry in _shelf().reviews if entry.holds(on)]
    own = (entry.organ for entry in fitting if entry.acted is acted and acted is not None)
    return next(own, None) or next(entry.organ for entry in fitting if entry.acted is None)


def _on_the_day(matter: Matter, organ: DutyOrgan, on: date) -> Duty:
    """The organ with those of its provisions whose law stood on the day, in the version held or an earlier one."""
    standing = tuple(one for one in organ.provisions if stood(one, on))
    younger = any(not statutes()[provisions()[one].statute].in_force(on) for one in standing)
    return Duty(matter, replace(organ, provisions=standing), younger)


def stood(provision: str, on: date) -> bool:
    """Whether the law of a provision stood on a day, in the version held or an earlier one."""
    found = provisions()[provision]
    statute = statutes()[found.statute]
    since = _shelf().since.get(statute.id) or statute.effective_from
    ended = min(filter(None, (statute.effective_to, found.effective_to)), default=None)
    return (since is None or since <= on) and (ended is None or on <= ended)
