"""Every kind of letter in both languages, word for word: the files under ``golden`` are what a lawyer reviews.

After a wording was changed on purpose run it with ``CASEAPP_WRITE_GOLDEN=1`` and read the difference.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Service
from caseapp.i18n import catalogue
from caseapp.letters.drafting import draft_letter
from tests.letters.letter_cases import heard_at_the_counter, running_case, running_case_received, with_exhibits
from tests.letters.letter_text import plain_text
from tests.letters.other_cases import approval_limbo, intake_only, pension_not_moved, permit_refused

GOLDEN = Path(__file__).parent / "golden"

LETTERS: dict[str, tuple[CaseFile, str, date, tuple[str, ...]]] = {
    "running-card": (running_case(), "prompt_card", date(2026, 6, 12), ()),
    "running-application": (running_case(), "service_application", date(2026, 6, 15), ()),
    "running-card-waiting": (running_case_received(), "prompt_card", date(2026, 7, 1), ()),
    "running-reconsideration": (running_case_received(), "admin_reconsideration", date(2026, 8, 18), ()),
    "limbo-2012-card": (approval_limbo(), "prompt_card", date(2012, 6, 5), ("document_review_certificate",)),
    "limbo-2012-application": (approval_limbo(), "service_application", date(2012, 6, 5), ()),
    "permit-card": (permit_refused(), "prompt_card", date(2026, 7, 16), ()),
    "permit-reconsideration": (permit_refused(), "admin_reconsideration", date(2026, 7, 16), ()),
    "pension-application": (pension_not_moved(), "service_application", date(2026, 3, 10), ()),
    "running-memo": (running_case(), "oral_refusal_record", date(2026, 6, 12), ()),
    "counter-memo": (heard_at_the_counter(), "oral_refusal_record", date(2026, 6, 10), ()),
    "running-index": (with_exhibits(), "evidence_index", date(2026, 8, 18), ()),
    "running-receipt": (with_exhibits(), "paper_receipt", date(2026, 6, 12), ()),
    "intake-card": (intake_only(), "prompt_card", date(2026, 6, 12), ()),
    "labour-card": (intake_only(Service.LABOUR), "prompt_card", date(2026, 6, 12), ()),
}


LAST_WORDS = {name.rsplit("-", 1)[-1] for name in LETTERS}


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_reads_word_for_word_as_reviewed(name: str):
    file, kind, on, missing = LETTERS[name]
    made = draft_letter(file, kind, on, missing)
    english = catalogue("en")
    notes = "".join(f"- {problem.code}: {problem.say(english)}\n" for problem in made.problems)
    text = f"{plain_text(made.zh)}\n{'=' * 40}\n\n{plain_text(made.en)}\n{'=' * 40}\n\n{notes}"
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("CASEAPP_WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_no_golden_letter_is_left_over():
    ours = {path.stem for path in GOLDEN.glob("*.txt") if path.stem.rsplit("-", 1)[-1] in LAST_WORDS}
    assert ours == set(LETTERS)
