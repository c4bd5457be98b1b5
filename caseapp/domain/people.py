"""People and the households they belong to, with the days they belonged to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.days import ImpreciseDay, years_between
from caseapp.domain.ids import HouseholdId, MembershipId, PersonId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_

PERSONAL, SENSITIVE = Sensitivity.PERSONAL, Sensitivity.SENSITIVE


class Sex(Enum):
    FEMALE = "female"
    MALE = "male"


class Relation(Enum):
    """What a person is in the household, seen from the adult we speak with."""

    SELF = "self"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    OTHER = "other"


@record("person")
@dataclass(frozen=True, slots=True)
class Person:
    """One person. ``name`` may be empty: a case can begin with a nickname or a role alone (PRACTICE M10, U4)."""

    id: PersonId
    name: str = field(default="", metadata=wire("name", N_("Name"), PERSONAL))
    nickname: str = field(default="", metadata=wire("nickname", N_("Called"), PERSONAL))
    sex: Sex | None = field(default=None, metadata=wire("sex", N_("Sex"), PERSONAL))
    born: ImpreciseDay | None = field(default=None, metadata=wire("born", N_("Born"), PERSONAL))
    id_number: str = field(default="", metadata=wire("id_number", N_("ID number"), SENSITIVE))
    phone: str = field(default="", metadata=wire("phone", N_("Phone"), PERSONAL))
    safe_contact: str = field(default="", metadata=wire("safe_contact", N_("Safe contact"), PERSONAL))
    hukou_place: str = field(
        default="", metadata=wire("hukou_place", N_("Registered place"), PERSONAL, register="hukou_place")
    )
    hukou_code: str = field(
        default="",
        metadata=wire("hukou_code", N_("Code of the registered place (GB/T 2260)"), PERSONAL, register="hukou_place"),
    )
    address: str = field(default="", metadata=wire("address", N_("Address"), PERSONAL, register="address"))
    postcode: str = field(default="", metadata=wire("postcode", N_("Postcode"), PERSONAL, register="address"))
    work_unit: str = field(default="", metadata=wire("work_unit", N_("Employer"), PERSONAL))

    def called(self) -> str:
        """What to call the person on screen."""
        return self.nickname or self.name

    def age_on(self, day: date) -> int | None:
        """Full years on ``day``; None if the birthday is not known well enough to tell."""
        if self.born is None:
            return None
        oldest, youngest = years_between(self.born.earliest, day), years_between(self.born.latest, day)
        return oldest if oldest == youngest else None


@record("household")
@dataclass(frozen=True, slots=True)
class Household:
    """Those whose facts count together."""

    id: HouseholdId
    label: str = field(default="", metadata=wire("label", N_("Household"), PERSONAL))


@record("membership")
@dataclass(frozen=True, slots=True)
class Membership:
    """That a person belongs to a household, as what, from when until when."""

    id: MembershipId
    household: HouseholdId = field(metadata=wire("household", refers_to="household"))
    person: PersonId = field(metadata=wire("person", refers_to="person"))
    relation: Relation = field(default=Relation.SELF, metadata=wire("relation", N_("Relation")))
    since: ImpreciseDay | None = field(default=None, metadata=wire("since", N_("From"), register="period"))
    until: ImpreciseDay | None = field(default=None, metadata=wire("until", N_("To"), register="period"))

    def holds_on(self, day: date) -> bool:
        """Whether the person may belong to the household on ``day``."""
        return not (self.since and self.since.earliest > day) and not (self.until and self.until.latest < day)
