"""Patterns, their reasons and who is answerable in words, in both languages: the one place where they become sentences.

Window, report and command line all say them through here. Reasons may hold a client's or an office's own words: they
are for the people who work on the case, never for a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from caseapp.attribution.duty import DutyBody
from caseapp.claims.bases import Basis, Key
from caseapp.claims.group import GroupPattern
from caseapp.claims.members import Duty
from caseapp.domain.ids import OfficeId
from caseapp.domain.labels import label
from caseapp.domain.offices import Level, Office, OfficeKind
from caseapp.domain.patterns import Pattern
from caseapp.domain.reasons import CriterionName, OfficeName, PaperName, Quoted, Reason, Value
from caseapp.i18n import N_, catalogue
from caseapp.law.respondents import Standing
from caseapp.letters.both import Both, same
from caseapp.letters.days import full
from caseapp.letters.office_words import formal
from caseapp.policy.documents import documents

OTHER = "other:"
Criteria = Mapping[tuple[str, str], Both]
"""The wording of requirements, by programme and criterion."""

_STANDINGS = {
    Standing.CAN_BE: N_("An administrative organ: its refusal can be reviewed."),
    Standing.DISPUTED: N_("Whether its refusal can be reviewed is disputed: apply in writing to the body with the duty."),
    Standing.CANNOT_BE: N_("Not the body with the duty: apply in writing to that body."),
}
_PRIVATE = N_("A private party: there is no administrative act, only a paper that is missing.")
_LEVELS = {
    Level.CENTRAL: N_("central {body}"),
    Level.PROVINCE: N_("provincial {body}"),
    Level.CITY: N_("city {body}"),
    Level.DISTRICT: N_("district {body}"),
    Level.STREET: N_("{body} of the street"),
    Level.UNIT: N_("{body}"),
}
_CHANGES = {
    "first_used": N_("an old rule newly used at {office}: “{rule}”"),
    "accepted_before": N_("taken on before under the same conditions at {office}"),
    "repealed_applied": N_("a repealed rule still applied at {office}: “{rule}”"),
    "new_not_applied": N_("a new rule not yet applied at {office}: “{rule}”"),
}


@dataclass(frozen=True, slots=True)
class Names:
    """What names the values of a reason: the offices of the case, and how its rules word their requirements."""

    offices: Mapping[OfficeId, Office] = field(default_factory=dict)
    criteria: Criteria = field(default_factory=dict)


NO_NAMES = Names()


def say_pattern(pattern: str) -> Both:
    """The name of a pattern; a free tag as it was typed."""
    if pattern.startswith(OTHER):
        return same(pattern.removeprefix(OTHER))
    return _translated(Pattern(pattern).label)


def say_reason(reason: Reason, names: Names = NO_NAMES) -> Both:
    """One reason."""
    values = {name: _value(value, names) for name, value in reason.values}
    return _filled(reason.text, values)


def say_reasons(reasons: Iterable[Reason], names: Names = NO_NAMES) -> tuple[Both, ...]:
    """Reasons in their order."""
    return tuple(say_reason(reason, names) for reason in reasons)


def say_paper(paper: str, title: str = "") -> Both:
    """A paper of the catalogue by its name there; one of the case's own by its title."""
    kind = documents().get(paper)
    if kind is not None:
        return Both(kind.name.zh, kind.name.en)
    return same(title or paper)


def say_duty(duty: DutyBody | Duty | None) -> Both:
    """The body with the duty by kind and level: 区教育局, district education bureau."""
    if duty is None:
        return _translated(N_("No statute held here names a body with the duty."))
    return say_body(duty.kind, duty.level)


def say_body(kind: OfficeKind, level: Level) -> Both:
    """A body by kind and level."""
    police = kind is OfficeKind.POLICE_STATION and level is not Level.STREET
    body = _inside(_translated(N_("Public security organ") if police else label(kind)))
    template = _LEVELS[level] if level is not Level.STREET or kind is not OfficeKind.STREET_OFFICE else N_("{body}")
    return _filled(template, {"body": body})


def say_standing(standing: Standing, *, private: bool) -> Both:
    """What a refusal by such a body is in law."""
    return _translated(_PRIVATE if private else _STANDINGS[standing])


def say_group(group: GroupPattern, names: Names = NO_NAMES) -> Both:
    """A shared pattern as one sentence. For the office: it holds exact numbers."""
    subject = _subject(group, names)
    sentence = N_("{count} families · {what} · {offices} offices · {first} to {last}")
    if len(group.answering) == 1:
        sentence = N_("{count} families · {what} · one office · {first} to {last}")
    if not group.answering:
        sentence = N_("{count} families · {what} · {first} to {last}")
    return _filled(
        sentence,
        {
            "count": same(str(group.households)),
            "what": subject,
            "offices": same(str(len(group.answering))),
            "first": full(group.first),
            "last": full(group.last),
        },
    )


def _subject(group: GroupPattern, names: Names) -> Both:
    key = group.key
    if key.basis is Basis.PAPER:
        return say_paper(key.paper)
    if key.basis is Basis.SHIFT:
        return _filled(_CHANGES[key.pattern], {"rule": same(key.rule), "office": formal(_office(key, names))})
    if key.basis is Basis.RULE:
        return _filled(N_("the rule “{rule}”"), {"rule": same(key.rule)})
    if key.basis is Basis.OFFICE and key.office:
        return formal(_office(key, names))
    return say_pattern(key.pattern)


def _office(key: Key, names: Names) -> Office | None:
    return names.offices.get(key.office) if key.office else None


def _value(value: Value, names: Names) -> Both:
    match value:
        case PaperName():
            return say_paper(value.paper, value.title)
        case OfficeName():
            return formal(names.offices.get(value.office))
        case CriterionName():
            return names.criteria.get((value.programme, value.criterion), same(value.criterion))
        case Quoted():
            return same(value.words)
        case Enum():
            return _inside(_translated(label(value)))
        case date():
            return full(value)
        case Decimal():
            return same(f"{value.normalize():f}")
        case _:
            return same(str(value))


def _inside(text: Both) -> Both:
    """A label inside a sentence: no capital."""
    return Both(text.zh, text.en[:1].lower() + text.en[1:])


def _translated(message: str) -> Both:
    return Both(catalogue("zh_CN").gettext(message), catalogue("en").gettext(message))


def _filled(template: str, values: Mapping[str, Both]) -> Both:
    both = _translated(template)
    return Both(
        both.zh.format(**{name: value.zh for name, value in values.items()}),
        _capital(both.en.format(**{name: value.en for name, value in values.items()})),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text.endswith(".") else text
