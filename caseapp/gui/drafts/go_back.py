"""Who unlocks the casebook stands where the lock found them: in front of the form they were filling."""

from __future__ import annotations

from caseapp.domain.cases import Enquiry
from caseapp.gui.case.page_keys import CORRECT, RECORD
from caseapp.gui.desk import Desk
from caseapp.i18n import N_
from caseapp.work.drafts import ENQUIRY, INTAKE, VISIT, Draft, left_at
from caseapp.work.enquiries import enquiries

OPEN_AGAIN = N_("What you had typed is still here. Open the same form again to go on.")


def go_back(desk: Desk) -> None:
    """Show the form this person was in last, if something in it is not saved."""
    session = desk.session

    def read() -> tuple[Draft | None, Enquiry | None]:
        draft = left_at(session)
        wanted = draft.records if draft is not None and draft.form in (INTAKE, ENQUIRY) else ()
        return draft, next((enquiry for enquiry in enquiries(session) if enquiry.id in wanted), None) if wanted else None

    desk.read(desk, read, lambda found: _go(desk, *found))


def _go(desk: Desk, draft: Draft | None, enquiry: Enquiry | None) -> None:
    if draft is None:
        return
    if draft.form == INTAKE:
        desk.go("intake", enquiry)
    elif draft.form == ENQUIRY:
        desk.go("enquiries", enquiry)
    elif draft.form == VISIT:
        case, *visit = draft.records
        desk.go("case", (case, "visits", (CORRECT, visit[0]) if visit else RECORD))
    else:
        desk.go("case", draft.records[0])
        desk.say(OPEN_AGAIN)
