"""Which patterns follow from what is recorded of one case."""

from __future__ import annotations

from datetime import date

from caseapp.attribution import rules as _rules  # noqa: F401  (registers them)
from caseapp.attribution.checked import NOTHING_CHECKED, Checked
from caseapp.attribution.registry import Circumstances, DerivedPattern, rules
from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import DocumentState, HolderKind


def derive(file: CaseFile, on: date, checked: Checked = NOTHING_CHECKED) -> tuple[DerivedPattern, ...]:
    """The patterns that follow, in the order of the closed list, each with reasons and the records it rests on.

    ``on`` is the day the case is judged on; visits after it do not count.
    """
    circumstances = Circumstances(file, checked, on)
    found = []
    for pattern, rule in rules().items():
        if (finding := rule(circumstances)) is not None:
            why, records = finding
            found.append(DerivedPattern(pattern, why, records))
    return tuple(found)


def withheld_by(file: CaseFile) -> dict[str, HolderKind]:
    """Who would not give which paper (catalogue id, else its own title)."""
    return {
        document.paper or document.title: document.holder
        for document in file.documents
        if document.state is DocumentState.WITHHELD and document.holder is not None
    }
