"""What the checklist says of a paper: who issues it, who asked for it, and the sign of its state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import DocumentState
from caseapp.domain.labels import label
from caseapp.domain.standing import Because
from caseapp.gui.both import in_language
from caseapp.gui.case.office_names import named
from caseapp.gui.day.said import exact
from caseapp.gui.theme.meaning import Meaning
from caseapp.i18n import _
from caseapp.letters.both import NOTHING, Both
from caseapp.letters.say.answerable import say_route
from caseapp.letters.say.finding import ISSUERS, both, say, say_issuer
from caseapp.letters.say.proof import say_shows, say_shows_not
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


def more_about(row: ChecklistRow, today: date) -> Iterator[str]:
    """Why it stands where it stands if nobody set it, what would show the same, what it shows and what it does not."""
    why, day = row.standing.because, exact(row.standing.since, today) if row.standing.since else _("a day not known")
    if why is Because.VALIDITY:
        yield _("Valid until {day}; no longer.").format(day=day)
    elif why is Because.HANDOVER:
        yield _("As it changed hands on {day}.").format(day=day)
    elif why is Because.VISIT:
        who = _(label(row.standing.holder)) if row.standing.holder else ""
        yield _("As answered on {day}: {who}. {words}").format(day=day, who=who, words=row.standing.words).strip()
    if row.route is not None and not row.state.in_hand:
        yield in_language(say_route(row.route))
    shows, not_shown = in_language(say_shows(row.paper)), in_language(say_shows_not(row.paper))
    if shows:
        yield _("It shows: {what}.").format(what=shows)
    if not_shown:
        yield _("It does not show: {what}.").format(what=not_shown)


def needed(row: ChecklistRow, pack: Pack | None) -> NeededDocument | None:
    """What the rule says of the paper."""
    programme = pack.programme(row.programmes[0]) if pack and row.programmes else None
    return next((paper for paper in programme.documents if paper.id == row.paper), None) if programme else None
