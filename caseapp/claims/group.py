"""What several cases share: the same paper, rule, office or pattern, in one place and one period.

Shown as sentences, never as a pivot table. A ground that only says again what a more telling one has said of the same
records is left out, so that one instruction to two schools is one pattern and not four.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from caseapp.claims.bases import Basis, Key, Occurrence, occurrences
from caseapp.claims.members import Duty, Member, Moved
from caseapp.claims.strength import strength
from caseapp.domain.ids import CaseId, OfficeId
from caseapp.domain.reasons import OfficeName, PaperName, Quoted, Reason, reason
from caseapp.i18n import N_

AT_LEAST = 2
"""Households that make a pattern of several cases."""
APART = timedelta(183)
"""Half a year without an occurrence ends a period."""


@dataclass(frozen=True, slots=True)
class GroupPattern:
    """A pattern of several cases. For the office only: reports read the protected tables instead."""

    id: str
    key: Key
    households: int
    cases: tuple[CaseId, ...]
    first: date
    last: date
    strength: int
    """From 0 to 100."""
    strength_why: tuple[Reason, ...]
    why: Mapping[CaseId, tuple[Reason, ...]]
    duty: Duty | None
    """The body with the duty, where it is one and the same for every case."""
    answering: tuple[OfficeId, ...]
    """The offices that turned the families away."""
    patterns: tuple[str, ...]
    """Patterns every case of the group shows."""

    @property
    def basis(self) -> Basis:
        """What is shared."""
        return self.key.basis


@dataclass(frozen=True, slots=True)
class _Seen:
    member: Member
    occurrence: Occurrence

    @property
    def day(self) -> date:
        return self.member.told_on(self.occurrence.visit)


def group_patterns(members: Sequence[Member]) -> tuple[GroupPattern, ...]:
    """The shared patterns of all cases, the strongest first; the same whatever order the cases come in."""
    by_key: dict[Key, list[_Seen]] = {}
    for member in sorted(members, key=lambda member: member.file.case.id):
        for occurrence in occurrences(member):
            by_key.setdefault(occurrence.key, []).append(_Seen(member, occurrence))
    candidates = [
        (key, period)
        for key, seen in by_key.items()
        for period in _periods(seen)
        if len({entry.member.household for entry in period}) >= AT_LEAST
    ]
    kept = _without_repetition(candidates)
    found = [_group(key, period) for key, period in kept]
    return tuple(sorted(found, key=lambda group: (-group.strength, -group.households, group.id)))


def _periods(seen: Iterable[_Seen]) -> list[list[_Seen]]:
    periods: list[list[_Seen]] = []
    for entry in sorted(seen, key=lambda entry: (entry.day, entry.member.file.case.id)):
        if periods and entry.day - periods[-1][-1].day <= APART:
            periods[-1].append(entry)
        else:
            periods.append([entry])
    return periods


def _records(period: Iterable[_Seen]) -> dict[CaseId, frozenset[str]]:
    found: dict[CaseId, frozenset[str]] = {}
    for entry in period:
        case = entry.member.file.case.id
        found[case] = found.get(case, frozenset()) | entry.occurrence.records
    return found


def _without_repetition(candidates: list[tuple[Key, list[_Seen]]]) -> list[tuple[Key, list[_Seen]]]:
    order = {basis: place for place, basis in enumerate(Basis)}
    kept: list[tuple[Key, list[_Seen]]] = []
    said: list[tuple[str, dict[CaseId, frozenset[str]]]] = []
    for key, period in sorted(
        candidates, key=lambda entry: (order[entry[0].basis], -len(_records(entry[1])), entry[0].parts())
    ):
        records = _records(period)
        if key.basis is Basis.SHIFT:  # says how an office changed, which no other ground does
            kept.append((key, period))
        elif not any(service == key.service and _says_again(records, earlier) for service, earlier in said):
            kept.append((key, period))
            said.append((key.service, records))
    return kept


def _says_again(records: Mapping[CaseId, frozenset[str]], earlier: Mapping[CaseId, frozenset[str]]) -> bool:
    return all(records[case] and records[case] <= earlier.get(case, frozenset()) for case in records)


def _group(key: Key, period: list[_Seen]) -> GroupPattern:
    members = list({entry.member.file.case.id: entry.member for entry in period}.values())
    value, why = strength(members, [entry.occurrence.visit for entry in period if entry.occurrence.visit])
    by_case: dict[CaseId, tuple[Reason, ...]] = {}
    for entry in period:
        case = entry.member.file.case.id
        by_case[case] = (*by_case.get(case, ()), _because(entry))
    offices = (entry.occurrence.visit.office for entry in period if entry.occurrence.visit)
    shared = set.intersection(*({shown.pattern for shown in member.patterns} for member in members))
    return GroupPattern(
        id=_identity(key, period[0].day),
        key=key,
        households=len({member.household for member in members}),
        cases=tuple(member.file.case.id for member in members),
        first=period[0].day,
        last=period[-1].day,
        strength=value,
        strength_why=why,
        why=MappingProxyType(by_case),
        duty=_shared_duty(members),
        answering=tuple(dict.fromkeys(office for office in offices if office)),
        patterns=tuple(sorted(shared)),
    )


def _shared_duty(members: Sequence[Member]) -> Duty | None:
    """The one body, with the provisions that hold in every case: an older one may have been refused under older law."""
    duties = [member.duty for member in members if member.duty]
    if len(duties) < len(members) or len({duty.office for duty in duties}) > 1:
        return None
    shared = tuple(one for one in duties[0].provisions if all(one in duty.provisions for duty in duties))
    return replace(duties[0], provisions=shared)


def _identity(key: Key, first: date) -> str:
    """The same on every computer, and apart for two periods: no two begin within one half-year."""
    half = f"{first.year}-{1 if first.month < 7 else 2}"
    digest = hashlib.sha256("\x1f".join((*key.parts(), half)).encode()).hexdigest()
    return f"{key.basis.value}-{digest[:10]}"


def _because(entry: _Seen) -> Reason:
    key, visit = entry.occurrence.key, entry.occurrence.visit
    if visit is None or visit.office is None:
        return reason(N_("On record since {day}."), day=entry.day)
    office = OfficeName(visit.office)
    if entry.occurrence.moved:
        return _changed(entry.occurrence.moved, entry.day, office)
    if key.basis is Basis.PAPER:
        return reason(N_("{day}: {office} asked for: {paper}."), day=entry.day, office=office, paper=PaperName(key.paper))
    if key.basis is Basis.RULE:
        rule = Quoted(visit.rule_title or visit.rule_number)
        return reason(N_("{day}: {office} cited “{rule}”."), day=entry.day, office=office, rule=rule)
    return reason(N_("{day}: turned away by {office}."), day=entry.day, office=office)


def _changed(moved: Moved, day: date, office: OfficeName) -> Reason:
    rule, text_day = Quoted(moved.rule), moved.text_day or day
    match moved.shift:
        case "first_used":
            sentence = N_("{day}: {office} used “{rule}”, in force since {since} and first used there on {seen}.")
            return reason(sentence, day=day, office=office, rule=rule, since=text_day, seen=moved.seen_on or day)
        case "repealed_applied":
            return reason(N_("{day}: {office} applied “{rule}”, which ended on {end}."), day=day, office=office, rule=rule,
                          end=text_day)  # fmt: skip
        case "new_not_applied":
            sentence = N_("{day}: {office} did not apply “{rule}”, in force since {since}.")
            return reason(sentence, day=day, office=office, rule=rule, since=text_day)
        case _:
            sentence = N_("{day}: {office} turned away what under the same conditions it had taken on, the last on {last}.")
            return reason(sentence, day=day, office=office, last=moved.last_accepted or day)
