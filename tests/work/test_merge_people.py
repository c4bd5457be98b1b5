"""Two entries of one person become one, with everything that spoke of either; taken back, all is as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseapp.domain.cases import Party, Role
from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.facts import Fact, Spell, SpellKind
from caseapp.domain.ids import ConsentId, FactId, MembershipId, PartyId, PersonId, SpellId, VisitId, new_id
from caseapp.domain.people import Membership, Person, Relation, Sex
from caseapp.domain.record import kinds, specs
from caseapp.domain.visits import Visit
from caseapp.errors import BadInput, NotReady
from caseapp.work.cases import case_file, case_rows, save, save_all
from caseapp.work.history import MERGED, history, undo
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.merge_people import differences, merge_people, united
from caseapp.work.people import keep_person
from caseapp.work.verifying import verify
from tests.work.conftest import NOW

DAY = date(2026, 3, 1)


def everything(session):
    """Every record that is not deleted, and every one that is."""
    with session.read() as reader:
        return {
            (kind, deleted): {record.id: record for record in reader.all(cls, deleted=deleted)}
            for kind, cls in kinds().items()
            for deleted in (False, True)
        }


def found(session, text):
    return {row.number for row in case_rows(session, text)}


@pytest.fixture
def two(session, case):
    """Somebody entered in two cases, with whatever can speak of a person."""
    other = begin_case(
        session, IntakeForm(city="beijing", client_name="单雄信", client_phone="138", consent_keep=True), NOW
    )
    first = keep_person(session, case, Person("", "单雄新", sex=Sex.MALE), Relation.SPOUSE, (), now=NOW)
    second = case_file(session, other).client().id
    home = case_file(session, case).household.id
    save_all(
        session,
        [
            Fact(FactId(new_id()), second, "education_level", "bachelor", DAY),
            Spell(SpellId(new_id()), second, SpellKind.INSURED, ImpreciseDay.on(DAY)),
            Consent(ConsentId(new_id()), second, Purpose.LAWYER, None, DAY),
            Visit(VisitId(new_id()), case, went=second),
            Membership(MembershipId(new_id()), home, second, Relation.OTHER),
            Party(PartyId(new_id()), case, first, Role.CONTACT),
            Party(PartyId(new_id()), case, second, Role.CONTACT),
            Party(PartyId(new_id()), case, second, Role.AGENT, "代为递交", DAY),
        ],
        "x", NOW,
    )  # fmt: skip
    return case, other, first, second


def test_whatever_speaks_of_the_other_speaks_of_the_kept_and_nothing_twice(session, two):
    case, other, first, second = two
    before = everything(session)
    merged = merge_people(session, first, second, {"name"}, NOW)
    after = everything(session)
    speaking = {
        (kind, identity, spec.attribute)
        for (kind, deleted), records in before.items() if not deleted
        for identity, record in records.items()
        for spec in specs(type(record)) if spec.refers_to == "person" and getattr(record, spec.attribute) == second
    }  # fmt: skip
    assert {kind for kind, _, _ in speaking} == {"fact", "spell", "consent", "visit", "membership", "party"}
    gone = {(kind, identity) for kind, identity, _ in speaking if identity in after[kind, True]}
    assert len(gone) == 2, "the membership and the role both had"
    for kind, identity, attribute in speaking:
        if (kind, identity) not in gone:
            assert getattr(after[kind, False][identity], attribute) == first
    assert merged.moved == len(speaking) - 2
    assert set(after["person", True]) == {second}
    kept = case_file(session, other).client()
    assert (kept.id, kept.name, kept.sex, kept.phone) == (first, "单雄信", Sex.MALE, "138")
    assert [member.person for member in case_file(session, case).memberships].count(first) == 1
    assert found(session, "sxx") == {"2026-A001", "2026-A002"}
    assert verify(session).problems == ()


def test_it_is_one_entry_taken_back_from_either_case(session, two):
    case, other, first, second = two
    before, entries = everything(session), len(history(session))
    merged = merge_people(session, first, second, now=NOW)
    assert len(history(session)) == entries + 1
    for of in (case, other):
        unit = history(session, of)[0]
        assert (unit.id, unit.intention, unit.whole) == (merged.changeset, MERGED, True)
    undo(session, merged.changeset, NOW)
    assert everything(session) == before
    assert found(session, "单雄新") == {"2026-A001"}
    assert verify(session).problems == ()


def test_what_was_written_since_is_not_undone_with_it(session, two):
    case, _, first, second = two
    merged = merge_people(session, first, second, now=NOW)
    save(session, replace(case_file(session, case).person(first), phone="139"), "x", NOW)
    with pytest.raises(NotReady):
        undo(session, merged.changeset, NOW)


def test_what_cannot_be_made_one_is_refused_and_leaves_everything(session, two):
    _, _, first, second = two
    before = everything(session)
    for one, other in ((first, first), (first, "nobody"), ("nobody", second)):
        with pytest.raises(BadInput):
            merge_people(session, one, other, now=NOW)
    assert everything(session) == before


def test_only_what_both_say_differently_is_asked(session):
    one = Person(PersonId("1"), "王伟", phone="138", address="甲路1号", postcode="100000")
    other = Person(PersonId("2"), "王伟", "小王", phone="139", address="乙路2号")
    assert [(found.register, found.fields) for found in differences(one, other)] == [
        ("phone", (("Phone", "138", "139"),)),
        ("address", (("Address", "甲路1号", "乙路2号"), ("Postcode", "100000", ""))),
    ]
    both = united(one, other, {"address"})
    assert (both.id, both.nickname, both.phone, both.address, both.postcode) == ("1", "小王", "138", "乙路2号", "")


texts = st.sampled_from(["", "王伟", "单雄信", "138 0013 8000"])
people = st.builds(
    Person, st.just(PersonId("")), texts, texts, sex=st.sampled_from([None, *Sex]), phone=texts, id_number=texts,
    born=st.sampled_from([None, ImpreciseDay.on(DAY), ImpreciseDay.year(1990)]), address=texts, postcode=texts,
)  # fmt: skip


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(first=people, second=people, data=st.data())
def test_merged_and_taken_back_equals_before(session, case, first, second, data):
    roles = data.draw(st.lists(st.tuples(st.booleans(), st.sampled_from(Role)), max_size=4, unique=True))
    members = data.draw(st.tuples(st.booleans(), st.booleans()))
    file = case_file(session, case)
    pair = [replace(person, id=PersonId(new_id())) for person in (first, second)]
    save_all(session, [
        *pair,
        *(Membership(MembershipId(new_id()), file.household.id, pair[at].id) for at in (0, 1) if members[at]),
        *(Party(PartyId(new_id()), file.case.id, pair[at].id, role) for at, role in roles),
        Fact(FactId(new_id()), pair[1].id, "education_level", "bachelor", DAY),
    ], "x", NOW)  # fmt: skip
    before = everything(session)
    chosen = data.draw(st.sets(st.sampled_from([found.register for found in differences(*pair)] or ["name"])))
    merged = merge_people(session, pair[0].id, pair[1].id, chosen, NOW)
    assert len(everything(session)["person", False]) == len(before["person", False]) - 1
    undo(session, merged.changeset, NOW)
    assert everything(session) == before
