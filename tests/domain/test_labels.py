"""Every value people see has a word, in both languages."""

from __future__ import annotations

from enum import Enum

import pytest
from babel.messages.pofile import read_po

from caseapp.domain import (
    agenda_records,
    cases,
    consent,
    documents,
    facts,
    handovers,
    letter_records,
    office_records,
    offices,
    patterns,
    people,
)
from caseapp.domain import rule_records as rules
from caseapp.domain import visits as visit_records
from caseapp.domain.labels import label
from caseapp.domain.record import kinds, specs
from caseapp.paths import translations

SHOWN: tuple[type[Enum], ...] = (
    cases.Service, cases.Stage, cases.Outcome, cases.Entitlement, cases.Role, cases.KeyDayKind,
    people.Sex, people.Relation, facts.SpellKind, office_records.WorkerRole, offices.OfficeKind, offices.Level,
    documents.DocumentState, documents.HolderKind, handovers.Keeper, handovers.Form, letter_records.LetterState,
    visit_records.Channel, visit_records.Answer, visit_records.Grounds,
    patterns.Pattern, patterns.Known, patterns.Mark, consent.Purpose, rules.Comparison, rules.LookedUp,
    agenda_records.MarkKind,
)  # fmt: skip


def chinese() -> dict[str, str]:
    with (translations() / "zh_CN" / "domain.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


@pytest.mark.parametrize("values", SHOWN, ids=lambda values: values.__name__)
def test_every_value_has_a_word_of_its_own_in_both_languages(values: type[Enum]) -> None:
    words = chinese()
    english = [label(value) for value in values]
    assert len(set(english)) == len(english)
    assert len({words[name] for name in english}) == len(english)


def test_every_field_label_has_chinese_words() -> None:
    words = chinese()
    missing = {spec.label for cls in kinds().values() for spec in specs(cls) if spec.label and not words.get(spec.label)}
    assert not missing


def test_every_enum_of_a_record_is_among_the_shown() -> None:
    used = {spec.base for cls in kinds().values() for spec in specs(cls) if issubclass(spec.base, Enum)}
    assert used <= set(SHOWN)
