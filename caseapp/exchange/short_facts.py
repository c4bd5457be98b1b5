"""Facts of a case file: keys of the fact catalogue with their values, as of the day of the case unless they say another."""

from __future__ import annotations

from datetime import date

from caseapp.domain.facts import Fact
from caseapp.domain.ids import FactId, new_id
from caseapp.domain.record import Scalar
from caseapp.exchange.fact_values import read_value
from caseapp.exchange.fields import Fields
from caseapp.exchange.filling import filled
from caseapp.exchange.short_people import People
from caseapp.policy.catalogue import catalogue
from caseapp.strict_yaml import Value


def read_facts(case: Fields, people: People, on: date) -> None:
    """Read ``facts``: ``key: value``, or ``key: {value, as_of, source, adverse}``."""
    fields = case.child("facts")
    if fields is None:
        return
    for key, value in fields.items():
        long = Fields(value, (*fields.path, key), fields.faults) if isinstance(value, dict) else None
        said = _said(fields, key, long.raw("value") if long else value)
        if said is None:
            continue
        given: dict[str, Scalar] = {"person": people.for_key(key).id, "key": key, "value": said}
        if long is None:
            people.facts.append(Fact(FactId(new_id()), people.for_key(key).id, key, said, on))
        else:
            if long.raw("as_of") is None:
                given["as_of"] = on.isoformat()
            people.facts.append(filled(Fact, long, given))
            long.close()


def _said(fields: Fields, key: str, value: Value) -> str | None:
    """A fact's value as it is kept, if the catalogue knows the fact and the value can be."""
    kind = catalogue().get(key)
    if kind is None:
        fields.faults.note_unknown((*fields.path, key), key, tuple(catalogue()))
        return None
    if value is None:
        return None
    return read_value(fields, key, kind, value)
