"""The kinds of letter there are: one file an entry."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.letters.kinds import (
    admin_reconsideration,
    evidence_index,
    oral_refusal_record,
    paper_receipt,
    prompt_card,
    service_application,
)
from caseapp.letters.kinds.kind import Availability, LetterKind, Written

__all__ = ["KINDS", "Availability", "LetterKind", "Written", "letter_kind"]

KINDS: Mapping[str, LetterKind] = MappingProxyType(
    {
        module.KIND.id: module.KIND
        for module in (
            prompt_card,
            oral_refusal_record,
            service_application,
            admin_reconsideration,
            evidence_index,
            paper_receipt,
        )
    }
)
"""In the order a case comes to need them."""


def letter_kind(name: str) -> LetterKind:
    """The kind called ``name``. Raises :class:`BadInput` naming those there are."""
    try:
        return KINDS[name]
    except KeyError:
        raise BadInput(
            N_("There is no kind of letter called “{kind}”. Use one of: {known}."), kind=name, known=", ".join(KINDS)
        ) from None
