"""Rules entered by hand in a case file: text, days and source as a person types them, and what they ask as a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from caseapp import strict_yaml
from caseapp.domain.cases import Case
from caseapp.domain.ids import new_id
from caseapp.domain.record import Scalar, from_wire
from caseapp.domain.rule_records import Comparison, LocalCriterion, LocalRule
from caseapp.errors import BadInput
from caseapp.exchange import strict_json
from caseapp.exchange.fact_values import read_value
from caseapp.exchange.faults import Faults
from caseapp.exchange.fields import Fields
from caseapp.exchange.filling import filled
from caseapp.exchange.short_offices import CaseOffices
from caseapp.i18n import N_
from caseapp.policy.by_hand import required
from caseapp.policy.catalogue import catalogue
from caseapp.strict_yaml import Value

SEVERAL = ", "


def read_local_rules(case: Fields, of: Case, offices: CaseOffices) -> Iterator[LocalRule | LocalCriterion]:
    """Everything below ``local_rules`` as records, each rule before what it asks."""
    for fields in case.children("local_rules"):
        yield from _rule(fields, of, offices)
        fields.close()


def read_rule_file(path: Path, of: Case) -> tuple[object, ...]:
    """The rules of a file (``local_rules`` as in a case file, or one rule alone) for a case, with their offices first.

    Raises :class:`~caseapp.exchange.faults.FileRefused` with every fault of the file.
    """
    source = (strict_json.read if path.suffix.lower() == ".json" else strict_yaml.read)(path)
    faults = Faults(source)
    offices = CaseOffices({}, of.city, of.district, of.id)
    top = Fields(source.value, (), faults)
    records = tuple(read_local_rules(top if "local_rules" in top else top.alone("local_rules"), of, offices))
    if "local_rules" in top:
        top.close()
    faults.refuse()
    return (*offices.records(), *records)


def _rule(fields: Fields, of: Case, offices: CaseOffices) -> Iterator[LocalRule | LocalCriterion]:
    given: dict[str, Scalar] = {"case": of.id}
    if "service" not in fields:
        given["service"] = of.service.value
        fields.raw("service")
    office = offices.of(fields, "office" if "office" in fields else "office_kind")
    fields.raw("office_kind")
    fields.raw("office")
    if office:
        given["office"] = office
    if not fields.text("title") and not fields.text("text"):
        fields.fault("title", N_("Say which rule this is: its title, or what it says."))
    rule = filled(LocalRule, fields, given)
    if rule.in_force_from and rule.in_force_until and rule.in_force_until.surely_before(rule.in_force_from):
        fields.fault("in_force_until", N_("It ends before it begins. Look at both days again."))
    yield rule
    for order, below in enumerate(fields.children("criteria"), start=1):
        criterion = _criterion(below, rule, order)
        below.close()
        if criterion:
            yield criterion


def _criterion(fields: Fields, rule: LocalRule, order: int) -> LocalCriterion | None:
    key, op = fields.text("fact"), _comparison(fields)
    kind, raw = catalogue().get(key), fields.raw("value")
    given: dict[str, Scalar] = {"local_rule": rule.id, "order": order, "fact": key}
    for name in ("text", "one_of"):
        given[name] = fields.text(name)
    if kind is None:
        fields.faults.note_unknown((*fields.path, "fact"), key, tuple(catalogue()))
    if kind is None or op is None:
        return None
    if isinstance(raw, list) and op is not Comparison.ONE_OF:
        fields.fault("value", N_("Here one value is needed; only “in” takes several."))
        return None
    read = (read_value(fields, "value", kind, one) for one in (raw if isinstance(raw, list) else [raw]) if one is not None)
    given |= {"op": op.value, "value": SEVERAL.join(text for text in read if text is not None)}
    try:
        required(key, op, str(given["value"]))
    except BadInput as problem:
        fields.fault("op", problem.template, **problem.values)
    found = from_wire("local_criterion", new_id(), given)
    return found if isinstance(found, LocalCriterion) else None


def _comparison(fields: Fields) -> Comparison | None:
    """The comparison; ``true`` and ``false`` may stand without quotes. One word is needed."""
    raw: Value = fields.raw("op")
    if isinstance(raw, bool):
        return Comparison.IS_TRUE if raw else Comparison.IS_FALSE
    if raw is None:
        fields.fault("op", N_("Say how the fact is compared, for example '>=' or 'true'."))
        return None
    return fields.choice("op", Comparison)
