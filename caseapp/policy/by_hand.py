"""Rules entered by hand in a case (PRACTICE M5) as a pack of their own, so that the same engine judges them.

Such a rule is always unverified and of low confidence. It decides on a day only if it surely was in force then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from caseapp.domain.offices import Office as KnownOffice
from caseapp.domain.rule_records import Comparison, LocalCriterion, LocalRule
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.i18n import catalogue as words_of
from caseapp.policy.catalogue import FactKind, FactType, catalogue
from caseapp.policy.model import (
    AllOf,
    AnyOf,
    Caution,
    Confidence,
    Criterion,
    Instrument,
    Node,
    Office,
    Op,
    Pack,
    Place,
    Programme,
    Scalar,
    Status,
    Words,
)
from caseapp.policy.projection import value_of

PREFIX = "local:"
"""How the id of a programme begins that was entered by hand."""
NOT_COMPARED = N_("Entered by hand in this case. Nobody has compared it with a source.")
WITHOUT_TITLE = N_("Local rule by hand")

_SEPARATORS = str.maketrans({"，": ",", "、": ",", "；": ",", ";": ","})
_SAYS = {
    Comparison.AT_LEAST: N_("{fact}: at least {value}"),
    Comparison.AT_MOST: N_("{fact}: at most {value}"),
    Comparison.EQUALS: N_("{fact}: {value}"),
    Comparison.ONE_OF: N_("{fact}: one of {value}"),
    Comparison.IS_TRUE: N_("{fact}: this must be so"),
    Comparison.IS_FALSE: N_("{fact}: this must not be so"),
}
_YES_OR_NO = (Comparison.IS_TRUE, Comparison.IS_FALSE)
_ORDERED = (FactType.WHOLE, FactType.NUMBER, FactType.SCALE)


class Standing(Enum):
    """Whether a rule was in force on a day, as far as its days are known."""

    IN_FORCE = "in_force"
    NOT_IN_FORCE = "not_in_force"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class RuleByHand:
    """A rule with what it asks, in its order."""

    rule: LocalRule
    criteria: tuple[LocalCriterion, ...] = ()


def is_by_hand(programme_id: str) -> bool:
    """Whether a programme was entered by hand in a case."""
    return programme_id.startswith(PREFIX)


def standing(rule: LocalRule, on: date) -> Standing:
    """Whether a rule was in force on a day. Where its first day is not known it counts from the day it was shown."""
    first, last = rule.in_force_from, rule.in_force_until
    if (first and on < first.earliest) or (last and last.latest < on):
        return Standing.NOT_IN_FORCE
    known_from = first.latest if first else rule.seen_on
    if known_from is None or on < known_from or (last and last.earliest < on):
        return Standing.NOT_KNOWN
    return Standing.IN_FORCE


def required(fact: str, op: Comparison, text: str) -> Scalar | tuple[Scalar, ...] | None:
    """What a criterion asks for, as a value of its fact; None where no value is known or none is needed.

    Raises :class:`BadInput` for a fact nobody knows, a comparison that does not go with it, or a value that cannot be.
    """
    kind = catalogue().get(fact)
    if kind is None:
        raise BadInput(N_("“{key}” is no fact this program knows. Check its spelling."), key=fact[:40])
    _refuse_comparison(kind, op)
    if op in _YES_OR_NO:
        if text.strip():
            raise BadInput(N_("“{text}” cannot stand here: the rule only asks whether it is so."), text=text[:40])
        return None
    found = tuple(value_of(kind, one.strip()) for one in _parts(op, text) if one.strip())
    if not found:
        return None
    return found if op is Comparison.ONE_OF else found[0]


def readable(criterion: LocalCriterion) -> bool:
    """Whether this version of the program can judge a criterion; one from a newer version may name a fact it lacks."""
    try:
        required(criterion.fact, criterion.op, criterion.value)
    except BadInput:
        return False
    return True


def _parts(op: Comparison, text: str) -> list[str]:
    return text.translate(_SEPARATORS).split(",") if op is Comparison.ONE_OF else [text]


def _refuse_comparison(kind: FactKind, op: Comparison) -> None:
    yes_or_no = kind.type is FactType.YES_NO
    if yes_or_no and op not in _YES_OR_NO:
        raise BadInput(N_("{fact} is a yes-or-no fact: a rule asks that it is so, or that it is not."), fact=kind.key)
    if not yes_or_no and op in _YES_OR_NO:
        raise BadInput(N_("{fact} is not a yes-or-no fact: say what value the rule asks for."), fact=kind.key)
    if op in (Comparison.AT_LEAST, Comparison.AT_MOST) and kind.type not in _ORDERED:
        raise BadInput(N_("{fact} has no order: say the value itself, or several."), fact=kind.key)


@lru_cache(maxsize=256)
def place_of(city: str) -> Place:
    """A city without a pack: known by its name alone. The rules of the nation hold there too."""
    named = city if not city or city[-1] in "市县区州盟旗" or city.isascii() else f"{city}市"
    return Place(
        id=city,
        name=Words(named, city),
        gb2260=None,
        province=None,
        permanent_population_millions=Decimal(0),
        population_year=0,
        size_class=None,
        within=("national",),
    )


@lru_cache(maxsize=32)
def pack_by_hand(
    place: Place, rules: tuple[RuleByHand, ...], offices: tuple[KnownOffice, ...], on: date
) -> Pack:  # fmt: skip
    """The rules of a case that may have been in force on a day, as a pack. ``offices`` are those the case speaks of."""
    known = {str(office.id): _office(office, rules) for office in offices}
    held = [one for one in rules if standing(one.rule, on) is not Standing.NOT_IN_FORCE]
    return Pack(
        place=place,
        version="",
        offices=tuple(known[one.rule.office] for one in held if one.rule.office in known),
        instruments=tuple(_instrument(one.rule) for one in held),
        programmes=tuple(_programme(one, on) for one in held),
    )


def _office(office: KnownOffice, rules: Iterable[RuleByHand]) -> Office:
    zh, en = office.name_zh or office.name_en, office.name_en or office.name_zh
    services = {one.rule.service.value for one in rules if one.rule.office == office.id}
    return Office(str(office.id), Words(zh, en), office.level.value, office.phone or None, tuple(sorted(services)))


def _instrument(rule: LocalRule) -> Instrument:
    return Instrument(
        id=PREFIX + rule.id,
        title=_name(rule),
        document_number=rule.document_number or None,
        issuer=Words(rule.issuer, rule.issuer) if rule.issuer else None,
        published=None,
        effective_from=rule.in_force_from.exact if rule.in_force_from else None,
        effective_to=rule.in_force_until.exact if rule.in_force_until else None,
        source=source_of(rule),
        confidence=Confidence.LOW,
        verified_on=None,
    )


def source_of(rule: LocalRule) -> str:
    """Where a rule is from, in a few words: its number, clause and address."""
    return " ".join(part for part in (rule.title, rule.document_number, rule.clause, rule.url) if part)


def _programme(entered: RuleByHand, on: date) -> Programme:
    rule = entered.rule
    source = source_of(rule)
    return Programme(
        id=PREFIX + rule.id,
        service=rule.service.value,
        name=_name(rule),
        instrument=PREFIX + rule.id,
        effective_from=_first(rule, on),
        effective_to=rule.in_force_until.latest if rule.in_force_until else None,
        responsible_office=str(rule.office or ""),
        eligibility=_eligibility(criterion for criterion in entered.criteria if readable(criterion)),
        points=None,
        quota=None,
        documents=(),
        time_limits=(),
        entitlements=(),
        not_given=(),
        known_obstructions=(),
        published_figures=(),
        warnings=(Caution(_in_both(NOT_COMPARED), source),),
        examples=(),
        sources=(source,),
        confidence=Confidence.LOW,
        verified_on=None,
        seen_in_force=rule.seen_on.isoformat() if rule.seen_on else None,
        status=_status(entered, on),
    )


def _first(rule: LocalRule, on: date) -> date | None:
    """The first day a check may use; none while it is not sure that the rule was in force on the day asked for."""
    if standing(rule, on) is not Standing.IN_FORCE:
        return None
    return rule.in_force_from.latest if rule.in_force_from else rule.seen_on


def _status(entered: RuleByHand, on: date) -> Status:
    if not entered.criteria or not all(map(readable, entered.criteria)):
        return Status.PROSE
    return Status.OK if standing(entered.rule, on) is Standing.IN_FORCE else Status.UNDATED


def _name(rule: LocalRule) -> Words:
    return Words(rule.title, rule.title) if rule.title else _in_both(WITHOUT_TITLE)


def _eligibility(entered: Iterable[LocalCriterion]) -> AllOf | AnyOf:
    """All criteria, but one of each group of alternatives. Of nothing: a group that can never be met."""
    parts: dict[str, list[Criterion]] = {}
    for criterion in entered:
        parts.setdefault(criterion.one_of or f"={criterion.id}", []).append(criterion_of(criterion))
    groups: list[Node] = [group[0] if len(group) == 1 else AnyOf(tuple(group)) for group in parts.values()]
    return AllOf(tuple(groups)) if groups else AnyOf(())


def criterion_of(entered: LocalCriterion) -> Criterion:
    """A criterion entered by hand as one of a pack. Raises :class:`BadInput` as :func:`required`."""
    kind = catalogue().get(entered.fact)
    value = required(entered.fact, entered.op, entered.value)
    assert kind is not None  # a fact nobody knows was refused
    return Criterion(
        id=str(entered.id),
        text=Words(entered.text, entered.text) if entered.text else _says(kind, entered.op, value),
        fact=entered.fact,
        op=Op(entered.op.value),
        value=value,
        unit=kind.unit,
        waivable=False,
        hardness=None,
    )


def _says(kind: FactKind, op: Comparison, value: Scalar | tuple[Scalar, ...] | None) -> Words:
    """A criterion in words where the rule's own were not typed."""
    asked = value if isinstance(value, tuple) else () if value is None else (value,)
    labels = [kind.label_of(one) or Words(str(one), str(one)) for one in asked]
    return Words(
        words_of("zh_CN").gettext(_SAYS[op]).format(fact=kind.label.zh, value="、".join(one.zh for one in labels) or "?"),
        words_of("en").gettext(_SAYS[op]).format(fact=kind.label.en, value=", ".join(one.en for one in labels) or "?"),
    )


def _in_both(text: str) -> Words:
    return Words(words_of("zh_CN").gettext(text), words_of("en").gettext(text))
