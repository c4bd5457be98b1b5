"""A person with everything they are in a case is kept as one entry, and taken back as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.cases import Role
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.people import Person, Relation
from caseapp.errors import BadInput
from caseapp.work.cases import case_file
from caseapp.work.history import history, last_unit, undo
from caseapp.work.people import RoleForm, change_relation, keep_person
from tests.work.conftest import NOW

AGENT = RoleForm(Role.AGENT, "代为递交材料", date(2027, 6, 30))


def roles(session, case, person):
    return {
        party.role: (party.power, party.power_until) for party in case_file(session, case).parties if party.person == person
    }


def test_a_new_person_with_roles_is_one_entry_and_one_undo(session, case):
    before, entries = case_file(session, case), len(history(session, case))
    roles_of = (AGENT, RoleForm(Role.CONTACT, "代为递交材料", date(2027, 6, 30)))
    added = keep_person(session, case, Person("", nickname="外婆"), Relation.GRANDPARENT, roles_of, now=NOW)
    assert roles(session, case, added) == {Role.AGENT: ("代为递交材料", date(2027, 6, 30)), Role.CONTACT: ("", None)}
    assert [one.id for one in case_file(session, case).related(Relation.GRANDPARENT, NOW.date())] == [added]
    assert len(history(session, case)) == entries + 1
    undo(session, last_unit(session, case).id, NOW)
    after = case_file(session, case)
    assert (after.people, after.memberships, after.parties) == (before.people, before.memberships, before.parties)


def test_person_relation_and_roles_are_corrected_and_taken_back_together(session, case):
    added = keep_person(session, case, Person("", nickname="外婆"), Relation.GRANDPARENT, (AGENT,), now=NOW)
    before = case_file(session, case)
    entries = len(history(session, case))
    corrected = replace(before.person(added), name="王秀兰")
    keep_person(session, case, corrected, Relation.OTHER, (RoleForm(Role.CONTACT),), now=NOW)
    assert roles(session, case, added) == {Role.CONTACT: ("", None)}
    assert case_file(session, case).person(added).name == "王秀兰"
    assert len(history(session, case)) == entries + 1
    undo(session, last_unit(session, case).id, NOW)
    after = case_file(session, case)
    assert (after.people, after.memberships, after.parties) == (before.people, before.memberships, before.parties)


def test_what_cannot_be_leaves_everything_as_it_was(session, case):
    before = case_file(session, case)
    client = before.client()
    since = ImpreciseDay.year(2024)
    added = keep_person(session, case, Person("", nickname="小叔"), Relation.SIBLING, (), now=NOW)
    keep_person(session, case, case_file(session, case).person(added), None, (), since, NOW)
    steady = case_file(session, case)
    for person, left in (
        (replace(client, born=ImpreciseDay.year(2030)), None), (Person("unknown", "王五"), None),
        (Person("", "a" * 400), None),
    ):  # fmt: skip
        with pytest.raises(BadInput):
            keep_person(session, case, person, Relation.OTHER, (AGENT,), left, NOW)
    assert case_file(session, case) == steady


def test_who_left_the_household_keeps_the_relation(session, case):
    added = keep_person(session, case, Person("", nickname="小叔"), Relation.SIBLING, (), now=NOW)
    keep_person(session, case, case_file(session, case).person(added), None, (), ImpreciseDay.year(2024), NOW)
    member = next(entry for entry in case_file(session, case).memberships if entry.person == added)
    assert (member.relation, member.until) == (Relation.SIBLING, ImpreciseDay.year(2024))


def test_a_relation_is_corrected_alone(session, case):
    added = keep_person(session, case, Person("", nickname="外婆"), Relation.PARENT, (), now=NOW)
    member = next(entry for entry in case_file(session, case).memberships if entry.person == added)
    change_relation(session, member.id, Relation.GRANDPARENT, NOW)
    assert [one.id for one in case_file(session, case).related(Relation.GRANDPARENT, NOW.date())] == [added]
    with pytest.raises(BadInput):
        change_relation(session, "nobody", Relation.CHILD, NOW)
