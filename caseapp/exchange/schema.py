"""The case file as a JSON Schema (draft 2020-12), made from the records themselves and the keys of the short form."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from enum import Enum

from caseapp.domain.cases import Case, KeyDayKind, Service
from caseapp.domain.consent import Purpose
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, HolderKind
from caseapp.domain.facts import Fact, Spell
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.patterns import PatternMark
from caseapp.domain.people import Person, Relation
from caseapp.domain.record import FieldSpec, kinds, specs
from caseapp.domain.rule_records import Comparison, LocalCriterion, LocalRule
from caseapp.domain.visits import Answer, Demand, Visit, WrittenAnswer
from caseapp.exchange.case_file import VERSION
from caseapp.exchange.record_form import KINDS
from caseapp.exchange.short_offices import KIND_ALIASES
from caseapp.policy.catalogue import FactKind, FactType, catalogue
from caseapp.policy.documents import documents

Schema = dict[str, object]

DAY: Schema = {"type": "string", "description": "a day: 2024-02-29"}
ROUGH_DAY: Schema = {"type": "string", "description": "a day, a month, a year, or a span 2024-01-01/2024-03-31"}
TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
AMOUNT: Schema = {"type": ["number", "string"], "description": "yuan, exact: 1234.50"}


def case_file_schema() -> Schema:
    """The whole format: one case, or a list of cases with the offices they share."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"caseapp case file, version {VERSION}",
        "anyOf": [{"$ref": "#/$defs/cases"}, {"$ref": "#/$defs/case"}, {"$ref": "#/$defs/exact"}],
        "$defs": {
            "cases": _object({
                "case_file": {"const": VERSION},
                "offices": {"type": "object", "additionalProperties": {"$ref": "#/$defs/office"}},
                "cases": _list({"anyOf": [{"$ref": "#/$defs/case"}, {"$ref": "#/$defs/exact"}]}),
            }, required=("cases",)),
            "case": _case(),
            "exact": _object({
                "case_file": {"const": VERSION}, "id": TEXT,
                "records": _object({kind: _list(_record(kinds()[kind])) for kind in KINDS}, required=("case",)),
            }, required=("records",)),
            "office": _fields(Office, {"kind": _choice((*_values(OfficeKind), *KIND_ALIASES))}, without=("template",)),
            "person": _person({}),
            "visit": _visit(),
            "long_fact": _fields(Fact, {"value": {}}, without=("key",), required=("value",)),
            "paper": {"enum": list(documents())},
        },
    }  # fmt: skip


def _case() -> Schema:
    person: Schema = {"$ref": "#/$defs/person"}
    return _fields(Case, {
        "case_file": {"const": VERSION},
        "offices": {"type": "object", "additionalProperties": {"$ref": "#/$defs/office"}},
        "id": TEXT, "source": TEXT, "affected": {"type": "object"},
        "applicant": _person({"role": TEXT, "through": {"anyOf": [TEXT, person]}}),
        "spouse": person, "child": person,
        "members": _list(_person({"relation": _choice(_values(Relation))})),
        "facts": _facts(),
        "spells": _list(_fields(Spell, {"person": _choice(("applicant", "spouse", "child"))})),
        "documents_held": _list({"$ref": "#/$defs/paper"}),
        "refused_papers": _list(_object({
            "paper": {"$ref": "#/$defs/paper"}, "by": _choice(_values(HolderKind)), "words": TEXT, "day": DAY,
        }, required=("paper",))),
        "documents": _list(_fields(Document, {"paper": {"$ref": "#/$defs/paper"}})),
        "visits": _list({"$ref": "#/$defs/visit"}),
        "key_days": _object(dict.fromkeys(_values(KeyDayKind), ROUGH_DAY)),
        "consents": _object(dict.fromkeys(_values(Purpose), DAY)),
        "marks": _list(_fields(PatternMark, {})),
        "letters": _list(_fields(Letter, {"addressee": TEXT}, without=("basis",))),
        "local_rules": _list(_local_rule()),
        "fee_asked_yuan": AMOUNT,
        "class_sizes_before": _object({"until": DAY, "from": {"type": "integer"}, "to": {"type": "integer"}}),
        "service": _choice(_values(Service)),
    }, without=("number",), required=("service",))  # fmt: skip


def _person(more: dict[str, Schema]) -> Schema:
    return _fields(Person, {
        "age": {"type": "integer", "minimum": 0}, "hukou_province": TEXT, "hukou_type": TEXT, "stage": TEXT, **more,
    })  # fmt: skip


def _visit() -> Schema:
    demand = _fields(Demand, {"paper": {"$ref": "#/$defs/paper"}, "holder_kind": _choice(_values(HolderKind))})
    return _fields(Visit, {
        "office": {"type": "string", "description": "a name from “offices”"},
        "office_kind": _choice((*_values(OfficeKind), *KIND_ALIASES)),
        "referred_to": {"type": "string", "description": "a name from “offices”, or a kind of office"},
        "answer_kind": _choice(_values(Answer)),
        "written_notice": FLAG,
        "rule_cited": {"anyOf": [TEXT, _object({"title": TEXT, "number": TEXT, "clause": TEXT})]},
        "papers_demanded": _list({"anyOf": [{"$ref": "#/$defs/paper"}, demand]}),
        "written_answer": _fields(WrittenAnswer, {}),
        "outcome": TEXT,
    }, without=("order",))  # fmt: skip


def _local_rule() -> Schema:
    value: Schema = {"type": ["boolean", "number", "string"]}
    criterion = _fields(LocalCriterion, {
        "fact": {"enum": list(catalogue())}, "op": {"enum": [*_values(Comparison), True, False]},
        "value": {"anyOf": [value, {"type": "array", "items": value}]},
    }, without=("order",), required=("fact", "op"))  # fmt: skip
    office: Schema = {"type": "string", "description": "a name from “offices”, or a kind of office"}
    return _fields(LocalRule, {"office": office, "office_kind": office, "criteria": _list(criterion)})


def _facts() -> Schema:
    long: Schema = {"$ref": "#/$defs/long_fact"}
    return _object({key: {"anyOf": [_fact(kind), long]} for key, kind in catalogue().items()})


def _fact(kind: FactKind) -> Schema:
    found: Schema = {"description": kind.label.en}
    if kind.type is FactType.YES_NO:
        return found | {"type": "boolean"}
    if kind.numeric:
        return found | {"type": "integer" if kind.type is FactType.WHOLE else "number"}
    if kind.values:
        return found | {"enum": [one.value for one in kind.values]}
    return found | {"type": "string", "pattern": f"^[0-9]{{{kind.digits}}}$"}


def _fields(cls: type, more: dict[str, Schema], without: Collection[str] = (), required: Iterable[str] = ()) -> Schema:
    """The fields of a record that can be typed, and ``more`` beside or in place of them."""
    plain = {
        spec.wire: _typed(spec) for spec in specs(cls)
        if not spec.refers_to and spec.wire not in without and spec.wire not in more
    }  # fmt: skip
    return _object(plain | more, required)


def _typed(spec: FieldSpec) -> Schema:
    """A field as a person may type it."""
    if spec.base is date:
        return DAY
    if spec.base is ImpreciseDay:
        return ROUGH_DAY
    if spec.wire.endswith("_yuan"):
        return AMOUNT
    return {"type": ["string", "number"]} if spec.base is str else _plain(spec)


def _record(cls: type) -> Schema:
    """A record as it is kept: ids, wire names, and nothing that can be read in two ways."""
    fields: dict[str, Schema] = {"id": {"type": "string", "format": "uuid"}}
    for spec in specs(cls):
        kept = _plain(spec)
        fields[spec.wire] = {"anyOf": [kept, {"type": "null"}]} if spec.optional else kept
    return _object(fields, ("id",))


def _plain(spec: FieldSpec) -> Schema:
    if issubclass(spec.base, Enum):
        return _choice(_values(spec.base))
    if spec.base is bool:
        return FLAG
    return {"type": "integer"} if spec.base is int else TEXT


def _object(properties: dict[str, Schema], required: Iterable[str] = ()) -> Schema:
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    needed = list(required)
    return made | {"required": needed} if needed else made


def _list(entry: Schema) -> Schema:
    return {"anyOf": [{"type": "array", "items": entry}, entry]}


def _choice(values: Iterable[str]) -> Schema:
    return {"enum": list(values)}


def _values(kind: type[Enum]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in kind)
