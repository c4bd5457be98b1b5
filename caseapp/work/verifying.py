"""Verifying a casebook: everything is recomputed and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.store.verify import Verification


def verify(session: Session) -> Verification:
    """Read the whole casebook again and name what does not agree."""
    from caseapp.store.verify import verify as verify_casebook

    return verify_casebook(session.casebook)
