from __future__ import annotations

import dataclasses
from datetime import date
from enum import Enum

import pytest

from caseapp.domain.cases import Case, Service
from caseapp.domain.ids import CaseId, PersonId
from caseapp.domain.people import Person, Sex
from caseapp.domain.record import from_wire, identity, kind_of, kinds, references, specs, to_wire
from caseapp.errors import BadInput


def test_every_record_is_frozen_and_every_field_says_what_it_is():
    for kind, cls in kinds().items():
        assert dataclasses.is_dataclass(cls) and cls.__dataclass_params__.frozen, kind
        names = [spec.wire for spec in specs(cls)]
        assert len(names) == len(set(names)), kind


def test_a_field_holds_a_plain_value_never_a_list():
    for cls in kinds().values():
        for spec in specs(cls):
            assert not issubclass(spec.base, list | tuple | dict | set), (cls, spec.attribute)


def test_every_reference_names_a_kind_that_exists():
    for cls in kinds().values():
        for spec in specs(cls):
            assert spec.refers_to is None or spec.refers_to in kinds()


def test_a_record_survives_the_wire():
    case = Case(CaseId("c1"), "2026-A001", date(2026, 6, 1), service=Service.LABOUR, useful_until=date(2026, 9, 1))
    assert from_wire("case", identity(case), to_wire(case)) == case
    assert kind_of(case) == "case"


def test_a_rare_name_survives_the_wire():
    person = Person(PersonId("p1"), name="𠮷龘·古丽", sex=Sex.FEMALE)
    assert from_wire("person", "p1", to_wire(person)) == person


def test_a_field_from_a_later_version_is_passed_over_and_a_missing_one_takes_its_default():
    read = from_wire("person", "p1", {"name": "某人", "invented_later": 3})
    assert read == Person(PersonId("p1"), name="某人")


def test_a_value_of_the_wrong_type_names_the_field():
    with pytest.raises(BadInput, match="opened_on"):
        from_wire("case", "c1", {"number": "1", "opened_on": "2026-13-01"})
    with pytest.raises(BadInput, match="none"):
        from_wire("key_day", "k", {"case": "c", "kind": "injured", "none": "yes"})


def test_references_name_what_a_record_points_to():
    wire = {"case": "c1", "person": "p1", "role": "applicant"}
    assert set(references(from_wire("party", "x", wire))) == {("case", "c1"), ("person", "p1")}


def test_wire_values_of_enums_are_their_ids():
    for cls in kinds().values():
        for spec in specs(cls):
            if issubclass(spec.base, Enum):
                assert all(value.value == value.value.lower() for value in spec.base)
