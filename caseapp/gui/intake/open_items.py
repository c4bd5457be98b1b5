"""Which of the optional things of an intake are still open, each in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caseapp.gui.words import Say
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.work.intake import IntakeForm


def open_items(form: IntakeForm, *, visited: bool, visit_due: bool) -> tuple[Say, ...]:
    """What can be asked another day, in the order of the form."""
    unasked = sum(1 for answer in form.five.values() if answer is None)

    def questions() -> str:
        return _("{count} of the five questions").format(count=unasked)

    wanting: tuple[tuple[bool, Say], ...] = (
        (bool(unasked), questions),
        (not form.client_name, N_("The full name, before a letter is issued")),
        (not form.client_phone, N_("A phone number")),
        (not form.client_safe_contact, N_("How to get in touch safely")),
        (form.applicant_is_child and form.child_born is None, N_("The child's day of birth")),
        (not form.story, N_("The story")),
        (not form.request, N_("What is asked for")),
        (form.useful_until is None, N_("The day after which help comes too late")),
        (not form.fallback, N_("A fallback with its own day")),
        (not form.consent_contact, N_("Consent to get in touch")),
        (visit_due and not visited, N_("A first visit")),
        (True, N_("Further consents, when they are needed")),
    )
    return tuple(words for open_, words in wanting if open_)
