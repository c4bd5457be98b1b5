"""Every record kind, defined by importing the modules that hold them, in the order that references point back."""

from __future__ import annotations

from caseapp.domain import (  # noqa: F401
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
    rule_records,
    visits,
)  # fmt: skip  # isort: skip
