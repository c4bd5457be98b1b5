"""An open casebook for the tests of work, made with a raw key so that key derivation costs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from caseapp.domain.cases import Service
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.session import NewProfile, Session, create_with_key

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with create_with_key(tmp_path / "test.casebook", b"k" * 32, NewProfile("li", city="beijing"), NOW) as opened:
        yield opened


@pytest.fixture
def case(session: Session) -> str:
    """A child's case about school, begun by intake."""
    form = IntakeForm(
        city="beijing", district="某区", service=Service.COMPULSORY_EDUCATION, client_nickname="家长",
        child_nickname="孩子甲", applicant_is_child=True, consent_keep=True,
    )  # fmt: skip
    return begin_case(session, form, NOW)
