"""What the checklist says of a paper: who issues it, who asked for it, and the sign of its state."""

from __future__ import annotations

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import DocumentState
from caseapp.domain.labels import label
from caseapp.gui.both import in_language
from caseapp.gui.case.office_names import named
from caseapp.gui.theme.meaning import Meaning
from caseapp.i18n import _
from caseapp.letters.both import NOTHING, Both
from caseapp.letters.say_finding import ISSUERS, both, say, say_issuer
from caseapp.policy.documents import documents
from caseapp.policy.model import NeededDocument, Pack
from caseapp.work.documents import ChecklistRow

STATES = (
    DocumentState.NEEDED, DocumentState.APPLIED, DocumentState.HELD, DocumentState.COPY_ONLY,
    DocumentState.EXPIRED, DocumentState.WITHHELD, DocumentState.UNOBTAINABLE, DocumentState.SUBSTITUTED,
    DocumentState.NOT_APPLICABLE,
)  # fmt: skip
"""Those a person sets, in the order of their keys, 1 to 9; that a paper was handed in follows from its handovers."""

SIGNS = {
    DocumentState.NEEDED: Meaning.NOT_ASKED,
    DocumentState.APPLIED: Meaning.WITH_THEM,
    DocumentState.HELD: Meaning.MET,
    DocumentState.COPY_ONLY: Meaning.MET,
    DocumentState.EXPIRED: Meaning.OVERDUE,
    DocumentState.WITHHELD: Meaning.NOT_MET,
    DocumentState.UNOBTAINABLE: Meaning.NOT_MET,
    DocumentState.SUBSTITUTED: Meaning.MET,
    DocumentState.HANDED_IN: Meaning.WITH_THEM,
    DocumentState.RETURNED: Meaning.MET,
    DocumentState.NOT_APPLICABLE: Meaning.NOT_COVERED,
}


def row_name(row: ChecklistRow) -> str:
    """What the paper is called."""
    return in_language(both(row.label))


def row_key(row: ChecklistRow) -> str:
    """What tells a row from another while the list is read again."""
    return row.paper or (row.document.id if row.document else "")


def state_word(row: ChecklistRow) -> str:
    """Where it stands."""
    return _(label(row.state))


def exhibit_number(row: ChecklistRow) -> str:
    """The number under which letters name it; empty where it has none."""
    return f"{row.document.exhibit}" if row.document and row.document.exhibit is not None else ""


def issuer(row: ChecklistRow, pack: Pack | None) -> str:
    """Who should issue it: as the rule says, else who usually does."""
    return in_language(_issuer(row, pack))


def _issuer(row: ChecklistRow, pack: Pack | None) -> Both:
    if row.document and row.document.issuer:
        return Both(row.document.issuer, row.document.issuer)
    programme = pack.programme(row.programmes[0]) if pack and row.programmes else None
    if pack and programme:
        return say_issuer(row.paper, pack, programme)
    kind = documents().get(row.paper)
    return say(ISSUERS[kind.issuer_kind.value]) if kind else NOTHING


def asked_by(file: CaseFile, row: ChecklistRow) -> str:
    """Who asked for it: the rule, and offices at visits."""
    found = [_("the rule")] if row.programmes else []
    found += dict.fromkeys(named(file, office) for office in row.asked_by)
    # Translators: between two who asked for a paper.
    return _(", ").join(found)


def needed(row: ChecklistRow, pack: Pack | None) -> NeededDocument | None:
    """What the rule says of the paper."""
    programme = pack.programme(row.programmes[0]) if pack and row.programmes else None
    return next((paper for paper in programme.documents if paper.id == row.paper), None) if programme else None
