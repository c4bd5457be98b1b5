"""The short form of a case file: what a person types about one case (``docs/case-file.md``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from caseapp.domain.cases import Case, KeyDay, KeyDayKind
from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.facts import Spell, SpellKind
from caseapp.domain.ids import CaseId, ConsentId, KeyDayId, new_id
from caseapp.domain.letter_records import Letter
from caseapp.domain.patterns import Pattern, PatternMark
from caseapp.domain.record import Scalar
from caseapp.domain.visits import Answer, Visit
from caseapp.exchange.fields import Fields
from caseapp.exchange.filling import filled
from caseapp.exchange.papers import read_documents
from caseapp.exchange.short_facts import read_facts
from caseapp.exchange.short_offices import CaseOffices
from caseapp.exchange.short_people import People, household, read_people
from caseapp.exchange.short_rules import read_local_rules
from caseapp.exchange.short_visits import read_visits
from caseapp.i18n import N_
from caseapp.policy.cities import city_id

SHORT_KEYS = (
    "id", "source", "applicant", "spouse", "child", "members", "facts", "spells", "documents_held", "refused_papers",
    "documents", "visits", "key_days", "consents", "marks", "letters", "local_rules", "fee_asked_yuan",
    "class_sizes_before", "affected", "expect",
)  # fmt: skip
"""What may be said of a case beside the fields of the record."""
FIRST_DAY = date(1949, 10, 1)
LONG_AGO = N_("This day lies before October 1949. Look at the year again.")


@dataclass(frozen=True, slots=True)
class ReadCase:
    """One case of a file: what the file calls it, its records in an order in which references point back, and notices."""

    label: str
    case: Case
    records: tuple[object, ...]
    notices: tuple[str, ...] = ()
    """Sentences (English templates) about what was left out or changed."""


def read_short_case(fields: Fields, named: Mapping[str, Fields], today: date, identity: CaseId | None = None) -> ReadCase:
    """Read one case. ``today`` stands where the file gives no day; faults go to the collector of ``fields``."""
    label = fields.text("id")
    notices = (N_("“expect” is no part of a case and was left out."),) if fields.raw("expect") is not None else ()
    case = _case(fields, today)
    case = replace(case, id=identity) if identity else case
    on = case.as_of or case.opened_on
    people = read_people(fields, case.service, on)
    read_facts(fields, people, on)
    spells = tuple(_spells(fields, people))
    offices = CaseOffices(named, case.city, case.district, case.id)
    visits, outcomes = read_visits(fields, case.id, offices)
    visits = _with_fee(fields, visits)
    if case.as_of or "as_of" not in fields:
        # With a day of the case that cannot be read, an age says nothing about the year of birth.
        _refuse_visits_before_birth(fields, visits, people)
    _refuse_days_long_ago(fields, case, visits)
    if outcomes and not case.outcome_words:
        case = replace(case, outcome_words="; ".join(outcomes))
    home, members, parties = household(people, case.id)
    case = replace(case, household=home.id)
    persons = tuple(person for _relation, person in people.everyone())
    rest = (
        *read_documents(fields, case.id, on), *_key_days(fields, case.id), *_consents(fields, case.id, people),
        *_marks(fields, case.id), *_letters(fields, case.id, offices), *read_local_rules(fields, case, offices),
    )  # fmt: skip
    fields.close()
    records = (*offices.records(), home, *persons, *members, case, *parties, *people.facts, *spells, *visits, *rest)
    return ReadCase(label or case.number, case, records, notices)


def _case(fields: Fields, today: date) -> Case:
    as_of = fields.day("as_of")
    given: dict[str, Scalar] = {"number": "", "city": city_id(fields.text("city"))}
    if as_of:
        given["as_of"] = as_of.isoformat()
    if fields.raw("opened_on") is None:
        given["opened_on"] = (as_of or today).isoformat()
    if "service" not in fields:
        fields.fault("service", N_("Say which service this is about, for example compulsory_education."))
    before, before_words = _class_sizes(fields)
    notes = [line for line in (fields.text("note"), before_words, _affected(fields)) if line]
    source = fields.text("source")
    if source:
        notes.append(f"[{source}]")
    given["note"] = "\n".join(notes)
    case = filled(Case, fields, given | before)
    if case.outcome_on and case.outcome_on < case.opened_on:
        fields.fault("outcome_on", N_("The outcome lies before the day the case was opened. Look at both days again."))
    return case


def _class_sizes(fields: Fields) -> tuple[dict[str, Scalar], str]:
    """``class_sizes_before: {until, from, to}``: the least number counts, the span stays in the note."""
    sizes = fields.child("class_sizes_before")
    if sizes is None:
        return {}, ""
    least, most, until = sizes.whole("from"), sizes.whole("to"), sizes.day("until")
    sizes.close()
    given: dict[str, Scalar] = {"class_size_before": least}
    if until:
        given["class_size_until"] = until.isoformat()
    return given, f"{least}–{most}" if least is not None and most is not None and most != least else ""


def _affected(fields: Fields) -> str:
    affected = fields.child("affected")
    return ", ".join(f"{key}: {value}" for key, value in affected.items()) if affected else ""


def _with_fee(fields: Fields, visits: tuple[object, ...]) -> tuple[object, ...]:
    """``fee_asked_yuan`` of the case belongs to the one visit at which more was asked for."""
    fee = fields.amount("fee_asked_yuan")
    if not fee:
        return visits
    asked = [visit for visit in visits if isinstance(visit, Visit) and visit.answer is Answer.ASKED_MORE]
    if len(asked) != 1:
        fields.fault("fee_asked_yuan", N_("Write the fee at the visit at which it was asked for."))
        return visits
    return tuple(replace(asked[0], fee_asked_yuan=fee) if visit is asked[0] else visit for visit in visits)


def _refuse_visits_before_birth(fields: Fields, records: tuple[object, ...], people: People) -> None:
    born = (people.child if people.child_applies and people.child else people.adult).born
    for visit in records:
        if born and isinstance(visit, Visit) and visit.day and visit.day.surely_before(born):
            path = (*fields.path, "visits", visit.order - 1, "day")
            fields.faults.note(path, N_("This visit lies before the applicant was born. Look at both days again."))


def _refuse_days_long_ago(fields: Fields, case: Case, records: tuple[object, ...]) -> None:
    """Nobody keeps a case of before 1949; a year was mistyped."""
    for key in ("as_of", "opened_on", "useful_until", "fallback_by"):
        day = getattr(case, key)
        if key in fields and day and day < FIRST_DAY:
            fields.fault(key, LONG_AGO)
    for visit in records:
        if isinstance(visit, Visit) and visit.day and visit.day.latest < FIRST_DAY:
            fields.faults.note((*fields.path, "visits", visit.order - 1, "day"), LONG_AGO)


def _spells(fields: Fields, people: People) -> Iterator[Spell]:
    for entry in fields.children("spells"):
        whose = entry.text("person")
        person = people.for_key(f"{whose}_") if whose in ("child", "spouse") else people.adult
        if entry.choice("kind", SpellKind) is None or entry.rough_day("since") is None:
            entry.fault("since", N_("A spell needs its kind and its first day."))
            continue
        spell = filled(Spell, entry, {"person": person.id})
        if spell.until and spell.until.surely_before(spell.since):
            entry.fault("until", N_("It ends before it begins. Look at both days again."))
        entry.close()
        yield spell


def _key_days(fields: Fields, case: CaseId) -> Iterator[KeyDay]:
    """``key_days: {kind: day}``; ``none`` where the question was asked and it did not happen."""
    days = fields.child("key_days")
    for key, value in days.items() if days else ():
        known = {kind.value: kind for kind in KeyDayKind}
        if key not in known:
            fields.faults.note_unknown((*fields.path, "key_days", key), key, tuple(known))
        elif value == "none":
            yield KeyDay(KeyDayId(new_id()), case, known[key], none=True)
        elif days and (day := days.rough_day(key)):
            yield KeyDay(KeyDayId(new_id()), case, known[key], day)


def _consents(fields: Fields, case: CaseId, people: People) -> Iterator[Consent]:
    given = fields.child("consents")
    known = {purpose.value: purpose for purpose in Purpose}
    for key, value in given.items() if given else ():
        if key not in known:
            fields.faults.note_unknown((*fields.path, "consents", key), key, tuple(known))
        elif given and value is not None and (day := given.day(key)):
            yield Consent(ConsentId(new_id()), people.adult.id, known[key], case, day)


def _marks(fields: Fields, case: CaseId) -> Iterator[PatternMark]:
    known = tuple(pattern.value for pattern in Pattern)
    for entry in fields.children("marks"):
        pattern = entry.text("pattern")
        if pattern not in known and not pattern.startswith("other:"):
            fields.faults.note_unknown((*entry.path, "pattern"), pattern, known)
        yield filled(PatternMark, entry, {"case": case, "pattern": pattern})
        entry.close()


def _letters(fields: Fields, case: CaseId, offices: CaseOffices) -> Iterator[Letter]:
    for entry in fields.children("letters"):
        given: dict[str, Scalar] = {"case": case, "kind": entry.text("kind")}
        addressee = offices.of(entry, "addressee")
        if addressee:
            given["addressee"] = addressee
        letter = filled(Letter, entry, given, skip=("basis",))
        if letter.sent_on and letter.received_on and letter.received_on < letter.sent_on:
            entry.fault("received_on", N_("It was received before it was handed in. Look at both days again."))
        entry.close()
        yield letter
