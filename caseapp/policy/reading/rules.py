"""Criteria and points tables as a pack file writes them, held against the fact catalogue while they are read."""

from __future__ import annotations

import re
from decimal import Decimal

from caseapp.i18n import N_
from caseapp.policy.catalogue import Catalogue, FactKind, FactType
from caseapp.policy.model import (
    AllOf,
    AnyOf,
    Beyond,
    Confidence,
    Criterion,
    Flat,
    Node,
    Op,
    PerUnit,
    PointItem,
    Points,
    Quota,
    Range,
    Rule,
    Scalar,
    ValueMap,
)
from caseapp.policy.reading.problems import Section
from caseapp.strict_yaml import Value

_ORDERED = (FactType.WHOLE, FactType.NUMBER, FactType.SCALE)
_UNIT = re.compile(r"(?:([1-9][0-9]*) )?([a-z]+)s?\Z")
_RANGE = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)?\.\.(-?[0-9]+(?:\.[0-9]+)?)?\Z")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")


def read_group(section: Section, catalogue: Catalogue) -> AllOf | AnyOf:
    """An ``all`` or ``any`` of criteria and further groups."""
    word = "any" if section.has("any") else "all"
    parts: list[Node] = []
    for one in section.sections(word):
        nested = one.has("all") or one.has("any")
        parts.append(read_group(one, catalogue) if nested else _criterion(one, catalogue))
    if not parts:
        section.problem((word,), N_("At least one criterion is expected here."))
    section.done()
    return AnyOf(tuple(parts)) if word == "any" else AllOf(tuple(parts))


def _criterion(section: Section, catalogue: Catalogue) -> Criterion:
    kind = _fact(section, catalogue)
    op = section.choice("op", Op)
    criterion = Criterion(
        id=section.text("id"),
        text=section.words("text"),
        fact=kind.key if kind else "",
        op=op,
        value=_required(section, op, kind),
        unit=section.text_or_none("unit"),
        waivable=section.flag("waivable", default=False),
        hardness=section.words_or_none("hardness"),
        beyond=_beyond(section.section("beyond")) if section.has("beyond") else None,
        in_total=section.flag("in_total", default=False),
    )
    if kind and kind.unit != criterion.unit:
        section.problem(("unit",), N_("The unit of {fact} is {unit}."), fact=kind.key, unit=kind.unit or "null")
    section.done()
    return criterion


def _fact(section: Section, catalogue: Catalogue) -> FactKind | None:
    key = section.text("fact")
    kind = catalogue.get(key)
    if key and kind is None:
        section.no_fact(("fact",), key)
    return kind


def _required(section: Section, op: Op, kind: FactKind | None) -> Scalar | tuple[Scalar, ...] | None:
    value = section.raw("value")
    if op in (Op.IS_TRUE, Op.IS_FALSE):
        if value is not None:
            section.problem(("value",), N_("The operators true and false take no value."))
        if kind and kind.type is not FactType.YES_NO:
            section.problem(("op",), N_("{fact} is not a yes-or-no fact."), fact=kind.key)
        return None
    if kind and kind.type is FactType.YES_NO:
        section.problem(("op",), N_("{fact} is a yes-or-no fact: use the operator true or false."), fact=kind.key)
    if kind and op in (Op.AT_LEAST, Op.AT_MOST) and kind.type not in _ORDERED:
        section.problem(("op",), N_("{fact} has no order: use == or in."), fact=kind.key)
    if op is Op.ONE_OF and value is not None:
        listed = [_value(section, ("value", index), one, kind) for index, one in enumerate(section.items("value"))]
        return tuple(one for one in listed if one is not None)
    return _value(section, ("value",), value, kind)


def _value(section: Section, below: tuple[str | int, ...], value: Value, kind: FactKind | None) -> Scalar | None:
    if isinstance(value, (list, dict)):
        section.problem(below, N_("A single value is expected here."))
        return None
    if value is not None and kind is not None and not kind.fits(value):
        section.problem(below, N_("{value} cannot be a value of {fact}."), value=value, fact=kind.key)
    return value


def _beyond(section: Section) -> Beyond:
    beyond = Beyond(section.text("provision"), section.choice("confidence", Confidence), section.words("note"))
    section.done()
    return beyond


def read_points(section: Section, catalogue: Catalogue) -> Points:
    """A points table."""
    items = tuple(_item(one, catalogue) for one in section.sections("items"))
    section.unique("items", [item.id for item in items])
    points = Points(
        section.number_or_none("threshold"),
        section.number_or_none("apply_threshold"),
        section.flag("items_complete"),
        items,
    )
    section.done()
    return points


def _item(section: Section, catalogue: Catalogue) -> PointItem:
    kind = _fact(section, catalogue)
    item = PointItem(
        id=section.text("id"),
        text=section.words("text"),
        fact=kind.key if kind else "",
        rule=_rule(section.section("rule"), kind),
        group=section.text_or_none("group"),
        adds_up=section.has("group_rule") and section.one_of("group_rule", ("best", "sum")) == "sum",
        most=section.number_or_none("max"),
        negative=section.flag("negative", default=False),
    )
    if item.negative and item.group is not None:
        section.problem(("group",), N_("Points taken away cannot be in a group of which the best counts."))
    gives = {points > 0 for points in _given(item.rule) if points}
    if gives and (True in gives) is item.negative:
        section.problem(("negative",), N_("Points below 0 and negative: true belong together."))
    section.done()
    return item


def _given(rule: Rule) -> tuple[Decimal | None, ...]:
    if isinstance(rule, ValueMap):
        return tuple(points for _, points in (*rule.exact, *rule.ranges))
    return (rule.points,)


def _rule(section: Section, kind: FactKind | None) -> Rule:
    rule: Rule
    if section.raw("value_map") is not None:
        rule = _value_map(section, kind)
    elif section.has("unit"):
        rule = _per_unit(section, kind)
    else:
        rule = Flat(section.number_or_none("flat"))
        if kind and not (kind.numeric or kind.type is FactType.YES_NO):
            section.problem(("flat",), N_("{fact} is neither a yes-or-no fact nor a number."), fact=kind.key)
    section.done()
    return rule


def _per_unit(section: Section, kind: FactKind | None) -> PerUnit:
    word = section.text("unit")
    size = Decimal(0)
    if kind and kind.numeric and (match := _UNIT.match(word)):
        many, name = match.groups()
        if name == "year" and kind.unit == "months":
            size = 12 * Decimal(many or 1)
        elif kind.unit and kind.unit.startswith(name.removesuffix("s")):
            size = Decimal(many or 1)
    if not size:
        section.problem(
            ("unit",), N_("The unit {word} does not go with {fact}."), word=word, fact=kind.key if kind else "?"
        )
        size = Decimal(1)
    return PerUnit(section.number_or_none("per_unit"), size, section.number_or_none("cap"), word)


def _value_map(section: Section, kind: FactKind | None) -> ValueMap:
    listed = section.section("value_map")
    exact: list[tuple[Scalar, Decimal | None]] = []
    ranges: list[tuple[Range, Decimal | None]] = []
    raw = section.raw("value_map")
    for word in raw if isinstance(raw, dict) else ():
        points = listed.number_or_none(word)
        if kind is not None and kind.numeric:
            span = _range(word)
            if span is None:
                listed.problem((word,), N_("A number or a range such as '44..55', '60..' or '..43' is expected here."))
            elif any(_overlap(span, other) for other, _ in ranges):
                listed.problem((word,), N_("This range overlaps another one."))
            else:
                ranges.append((span, points))
            continue
        value: Scalar = word == "true" if kind and kind.type is FactType.YES_NO and word in ("true", "false") else word
        if kind is not None and not kind.fits(value):
            listed.problem((word,), N_("{value} cannot be a value of {fact}."), value=word, fact=kind.key)
        exact.append((value, points))
    return ValueMap(tuple(exact), tuple(ranges))


def _range(word: str) -> Range | None:
    if _NUMBER.match(word):
        return Range(Decimal(word), Decimal(word))
    match = _RANGE.match(word)
    if match is None or match.groups() == (None, None):
        return None
    low, high = (Decimal(end) if end is not None else None for end in match.groups())
    return None if low is not None and high is not None and high < low else Range(low, high)


def _overlap(one: Range, other: Range) -> bool:
    return (one.high is None or other.low is None or other.low <= one.high) and (
        other.high is None or one.low is None or one.low <= other.high
    )


def read_quota(section: Section) -> Quota:
    """How many places a year, and who gets them."""
    quota = Quota(section.whole_or_none("per_year"), section.one_of("basis", ("threshold", "ranking")) == "ranking")
    section.done()
    return quota
