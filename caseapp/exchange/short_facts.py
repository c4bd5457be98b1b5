"""Facts of a case file: keys of the fact catalogue with their values, as of the day of the case unless they say another."""

from __future__ import annotations

from datetime import date

from caseapp.domain.facts import Fact
from caseapp.domain.ids import FactId, new_id
from caseapp.domain.record import Scalar
from caseapp.exchange.fields import Fields
from caseapp.exchange.filling import filled
from caseapp.exchange.short_people import People
from caseapp.i18n import N_
from caseapp.policy.catalogue import FactKind, FactType, catalogue
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
    if not kind.fits(value):
        _refuse(fields, key, kind, value)
        return None
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


_EXPECTED = {
    FactType.YES_NO: N_("“{value}” cannot stand here. Write true or false."),
    FactType.WHOLE: N_("“{value}” cannot stand here. Write a whole number from {least} to {most}."),
    FactType.NUMBER: N_("“{value}” cannot stand here. Write a number from {least} to {most}."),
    FactType.CHOICE: N_("“{value}” cannot stand here. Write one of {values}."),
    FactType.SCALE: N_("“{value}” cannot stand here. Write one of {values}."),
    FactType.CODE: N_("“{value}” cannot stand here. Write the code with {digits} digits, in quotes."),
}


def _refuse(fields: Fields, key: str, kind: FactKind, value: Value) -> None:
    fields.fault(
        key, _EXPECTED[kind.type], value=str(value)[:40], digits=kind.digits,
        least=kind.least if kind.least is not None else "-", most=kind.most if kind.most is not None else "-",
        values=", ".join(one.value for one in kind.values),
    )  # fmt: skip
