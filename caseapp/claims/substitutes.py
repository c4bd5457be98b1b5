"""Whether a paper that shows the same as the one asked for is in hand."""

from __future__ import annotations

from caseapp.domain.case_file import CaseFile
from caseapp.law.same_proof import SAME_PROOF


def holds_substitute(file: CaseFile) -> bool:
    """Whether, for some paper an office asked for, another that shows the same is in hand."""
    held = {document.paper for document in file.documents if document.state.in_hand}
    asked = (SAME_PROOF.get(demand.paper) for demand in file.demands)
    return any(held.intersection(same.papers) for same in asked if same)
