"""The bundled samples as case files, for tests that judge a case without a casebook."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TypeVar

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, Party
from caseapp.domain.consent import Consent
from caseapp.domain.documents import Attachment, Document
from caseapp.domain.facts import Fact, Spell
from caseapp.domain.letter_records import Letter, ReadOut
from caseapp.domain.offices import Office
from caseapp.domain.patterns import PatternMark
from caseapp.domain.people import Household, Membership, Person
from caseapp.domain.visits import Demand, Visit, WrittenAnswer
from caseapp.exchange.case_file import read_case_file
from caseapp.paths import resource

TODAY = date(2026, 9, 5)
T = TypeVar("T")


@cache
def sample(name: str) -> CaseFile:
    """The one case of a sample."""
    (file,) = samples(name)
    return file


@cache
def samples(name: str) -> tuple[CaseFile, ...]:
    """Every case of a sample file."""
    read = read_case_file(resource("samples", f"{name}.yaml"), TODAY)
    assert not read.faults, [str(fault) for fault in read.faults]
    return tuple(assembled(case.records) for case in read.cases)


def assembled(records: Iterable[object]) -> CaseFile:
    """Records of one case as its file."""
    all_records = tuple(records)

    def of(kind: type[T]) -> tuple[T, ...]:
        return tuple(record for record in all_records if isinstance(record, kind))

    return CaseFile(
        of(Case)[0],
        next(iter(of(Household)), None),
        people=of(Person),
        memberships=of(Membership),
        parties=of(Party),
        key_days=of(KeyDay),
        facts=of(Fact),
        spells=of(Spell),
        documents=of(Document),
        attachments=of(Attachment),
        visits=of(Visit),
        demands=of(Demand),
        written_answers=of(WrittenAnswer),
        letters=of(Letter),
        read_outs=of(ReadOut),
        consents=of(Consent),
        marks=of(PatternMark),
        offices={office.id: office for office in of(Office)},
    )
