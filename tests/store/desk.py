"""What the store's tests share: a day, a key, and a small case."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from caseapp.domain.cases import Case, Party, Role
from caseapp.domain.ids import CaseId, HouseholdId, MembershipId, PartyId, PersonId, new_id
from caseapp.domain.people import Household, Membership, Person, Relation
from caseapp.store.casebook import Casebook

NOW = datetime(2026, 5, 6, 9, 30, tzinfo=timezone(timedelta(hours=8)))
KEY = bytes(range(32))


def begin_case(casebook: Casebook, name: str = "李𠮷四", **fields: object) -> Case:
    with casebook.write("Case begun", "li", NOW) as writer:
        household = Household(HouseholdId(new_id()))
        parent = Person(PersonId(new_id()), name=name, phone="138 0013 8000", id_number="11010519491231002X")
        child = Person(PersonId(new_id()), nickname="孩子甲")
        case = Case(CaseId(new_id()), writer.next_number("case", 2026), date(2026, 5, 6), household.id, **fields)  # type: ignore[arg-type]
        for record in (
            household, parent, child, case,
            Membership(MembershipId(new_id()), household.id, parent.id),
            Membership(MembershipId(new_id()), household.id, child.id, Relation.CHILD),
            Party(PartyId(new_id()), case.id, child.id, Role.APPLICANT),
            Party(PartyId(new_id()), case.id, parent.id, Role.STATUTORY_REPRESENTATIVE),
        ):  # fmt: skip
            writer.put(record)
    return case
