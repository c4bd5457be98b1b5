"""What a person has typed and not saved yet: it outlives a lock, a closed window and a killed program.

A draft is of one form and one person. It lies in the encrypted casebook alone, is no entry of the history, and goes
when the form is saved, when the person does not want it, or when the case it speaks of is erased.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from caseapp.domain.cases import Case
from caseapp.errors import NotSaved
from caseapp.i18n import N_
from caseapp.work.session import Session

INTAKE, ENQUIRY, VISIT = "intake", "enquiry", "visit"
FREE_FORMS = frozenset((INTAKE, ENQUIRY))
"""Forms that speak of no case yet. Their one record, where they have one, is an enquiry."""
LIMIT_BYTES = 2**20
"""Of one form: names of fields and what was typed, in UTF-8."""
TOO_LONG = N_("This text is too long to be kept while it is typed. Save it now, and attach the rest as a file.")
_SEPARATOR = ":"
_NEW = "new"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields of a form, by their names; only those that were changed.

    ``at_hand`` is whether the form was in front when it was kept: a person who comes back wants to be there again.
    """

    key: str
    content: Mapping[str, str]
    at_hand: bool = True

    @property
    def form(self) -> str:
        """Which form it is."""
        return self.key.split(_SEPARATOR)[0]

    @property
    def records(self) -> tuple[str, ...]:
        """The records the form speaks of; the case comes first, where there is one."""
        return tuple(part for part in self.key.split(_SEPARATOR)[1:] if part != _NEW)


def draft_key(form: str, *records: str | None) -> str:
    """The key of a form that speaks of these records; None stands for one that is new."""
    return _SEPARATOR.join((form, *(record or _NEW for record in records)))


def keep_draft(session: Session, draft: Draft, now: datetime | None = None) -> None:
    """Keep what was typed, in the place of what was kept before. Raises :class:`NotSaved`.

    A casebook that cannot be written keeps nothing.
    """
    from caseapp.store.drafts import keep

    size = sum(len(part.encode("utf-8", "replace")) for field in draft.content.items() for part in field)
    if size > LIMIT_BYTES:
        raise NotSaved(TOO_LONG)
    moment = session.moment(now)
    keep(session.casebook, session.handle, draft.key, draft.content, moment, at_hand=draft.at_hand)


def draft_of(session: Session, key: str) -> Draft | None:
    """What this person had typed into a form."""
    from caseapp.store.drafts import read

    kept = read(session.casebook, session.handle, key)
    return Draft(kept.key, kept.content, kept.at_hand) if kept else None


def drop_draft(session: Session, key: str) -> None:
    """Forget what was typed into a form."""
    from caseapp.store.drafts import drop

    drop(session.casebook, session.handle, key)


def drafts(session: Session) -> tuple[Draft, ...]:
    """Everything this person has typed and not saved, the last first."""
    from caseapp.store.drafts import every

    return tuple(Draft(kept.key, kept.content, kept.at_hand) for kept in every(session.casebook, session.handle))


def left_at(session: Session) -> Draft | None:
    """The form this person was in last, if it is still there to go back to."""
    for draft in drafts(session):
        if draft.at_hand:
            return draft if _is_there(session, draft) else None
    return None


def _is_there(session: Session, draft: Draft) -> bool:
    if draft.form in FREE_FORMS or not draft.records:
        return True
    with session.read() as reader:
        return reader.get(Case, draft.records[0]) is not None
