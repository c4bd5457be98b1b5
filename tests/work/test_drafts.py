"""What was typed and not saved comes back to the one who typed it, to the form it was typed into."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caseapp.errors import NotSaved
from caseapp.store.erasure import erase_case
from caseapp.work.cases import delete_case
from caseapp.work.drafts import LIMIT_BYTES, Draft, draft_key, draft_of, drafts, drop_draft, keep_draft, left_at
from caseapp.work.session import Session, open_with_key
from tests.work.conftest import NOW


def test_it_comes_back_until_it_is_dropped(session: Session, case: str) -> None:
    visit = Draft(draft_key("visit", case, None), {"visit_asked": "报名"})
    keep_draft(session, visit, NOW)
    keep_draft(session, Draft("intake", {"case_story": "家长说"}), NOW + timedelta(seconds=5))
    assert draft_of(session, f"visit:{case}:new") == visit
    assert (visit.form, visit.records) == ("visit", (case,))
    assert [draft.form for draft in drafts(session)] == ["intake", "visit"]
    drop_draft(session, visit.key)
    drop_draft(session, visit.key)
    assert draft_of(session, visit.key) is None


def test_one_computer_two_people(session: Session) -> None:
    keep_draft(session, Draft("intake", {"case_story": "家长说"}), NOW)
    folder = session.casebook.folder
    session.close()
    with open_with_key(folder, b"k" * 32, NOW, "wang") as other:
        assert drafts(other) == ()
        keep_draft(other, Draft("intake", {"case_story": "别的"}), NOW)
    with open_with_key(folder, b"k" * 32, NOW, "li") as again:
        assert draft_of(again, "intake") == Draft("intake", {"case_story": "家长说"})


def test_a_mebibyte_and_no_more(session: Session) -> None:
    keep_draft(session, Draft("intake", {"s": "好" * (LIMIT_BYTES // 3)}), NOW)
    with pytest.raises(NotSaved, match="too long"):
        keep_draft(session, Draft("intake", {"s": "好" * (LIMIT_BYTES // 3 + 1)}), NOW)
    assert len(drafts(session)[0].content["s"]) == LIMIT_BYTES // 3


def test_who_comes_back_is_led_to_what_was_in_front_last(session: Session, case: str) -> None:
    key = draft_key("visit", case, None)
    keep_draft(session, Draft("enquiry", {"q": "?"}), NOW)
    assert left_at(session) == Draft("enquiry", {"q": "?"})
    keep_draft(session, Draft(key, {"visit_asked": "报名"}), NOW + timedelta(seconds=5))
    keep_draft(session, Draft("intake", {"s": "put aside"}, at_hand=False), NOW + timedelta(seconds=9))
    found = left_at(session)
    assert found is not None
    assert found.key == key
    delete_case(session, case, NOW)
    assert left_at(session) is None
    erase_case(session.casebook, case, "li", NOW)
    assert {draft.key for draft in drafts(session)} == {"enquiry", "intake"}
