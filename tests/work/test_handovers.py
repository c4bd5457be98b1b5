"""Papers that change hands: nothing is recorded that cannot be, and who has an original is never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.handovers import Form, Handover, Keeper, original_keeper
from caseapp.errors import BadInput
from caseapp.exchange.case_file import read_case_file
from caseapp.letters.drafting import availability
from caseapp.work.cases import case_file
from caseapp.work.documents import checklist, delete_document, missing_papers, number_exhibit, save_document, set_state
from caseapp.work.handovers import HandoverForm, hand_over, problems, take_handover_out
from caseapp.work.history import history
from caseapp.work.importing import export_case
from caseapp.work.letters import draft, pdf

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))
TODAY = NOW.date()
BEFORE = TODAY - timedelta(3)
LENT = HandoverForm(BEFORE, Keeper.CLIENT, Keeper.CASEWORKER, taken_by="李")


def paper(session, case, **fields):
    given = {"state": DocumentState.HELD, "state_on": BEFORE} | fields
    kept = save_document(session, Document("", case, "hukou_booklet", **given), NOW)
    return next(one for one in case_file(session, case).documents if one.id == kept)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"day": None}, "day"), ({"day": TODAY + timedelta(1)}, "day"), ({"receiver": Keeper.CLIENT}, "receiver"),
        ({"receiver": Keeper.OFFICE, "taken_by": " "}, "taken_by"), ({"back_by": BEFORE - timedelta(1)}, "back_by"),
        ({"giver": Keeper.LAWYER}, "giver"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_its_field_and_not_recorded(session, case, changed, field):
    document, form = paper(session, case), replace(LENT, **changed)
    assert field in {problem.field for problem in problems(form, case_file(session, case), [document.id], TODAY)}
    with pytest.raises(BadInput):
        hand_over(session, case, [document], form, NOW)
    assert case_file(session, case).handovers == ()


def test_each_change_of_hands_is_an_entry_and_the_last_says_who_has_it(session, case):
    document = paper(session, case)
    (first,) = hand_over(session, case, [document], LENT, NOW)
    hand_over(session, case, [document], HandoverForm(TODAY, Keeper.CASEWORKER, Keeper.LAWYER, taken_by="周"), NOW)
    assert original_keeper(case_file(session, case).handovers, document.id) is Keeper.LAWYER
    told = [line for entry in history(session, case) for line in entry.lines if line.kind == "handover"]
    assert [(line.name, line.after) for line in told if line.label == "Taken by"] == [
        ("hukou_booklet", "周"), ("hukou_booklet", "李")
    ]  # fmt: skip
    with pytest.raises(BadInput, match="not back"):
        delete_document(session, document.id, NOW)
    take_handover_out(session, first, NOW)
    assert "Change of hands taken out" in [entry.intention for entry in history(session, case)]
    with pytest.raises(BadInput, match="somebody else"):
        hand_over(session, case, [document], HandoverForm(TODAY, Keeper.CLIENT, Keeper.OTHER, taken_by="赵"), NOW)


def test_what_was_handed_in_was_there_and_is_no_longer_missing(session, case):
    set_state(session, case, "id_card", DocumentState.NEEDED, BEFORE, now=NOW)
    asked = next(one for one in case_file(session, case).documents if one.paper == "id_card")
    hand_over(session, case, [asked], replace(LENT, receiver=Keeper.OFFICE, form=Form.COPY), NOW)
    row = next(row for row in checklist(session, case, TODAY) if row.paper == "id_card")
    assert (row.state, row.document.state) == (DocumentState.HANDED_IN, DocumentState.HELD)
    assert "id_card" not in missing_papers(session, case, TODAY)


def test_a_paper_past_its_validity_is_missing_again_and_one_not_needed_is_not(session, case):
    missing = missing_papers(session, case, TODAY)
    for name, fields in ((missing[0], {"valid_until": BEFORE}), (missing[1], {"state": DocumentState.NOT_APPLICABLE})):
        given = {"state": DocumentState.HELD, "state_on": BEFORE} | fields
        save_document(session, Document("", case, name, **given), NOW)
    assert missing[0] in missing_papers(session, case, TODAY)
    assert missing[1] not in missing_papers(session, case, TODAY)


def test_receipt_and_index_are_written_of_what_is_recorded(session, case):
    document = paper(session, case, pages=2, proves="母女关系")
    for kind in ("paper_receipt", "evidence_index"):
        assert not availability(case_file(session, case), kind, TODAY).ready
    first, _second = (hand_over(session, case, [document], form, NOW)[0] for form in (LENT, BACK))
    number_exhibit(session, document, NOW)
    table = next(block for block in draft(session, case, "evidence_index", TODAY).zh.blocks if block.id == "table")
    assert [cell.text for cell in table.rows[0]] == ["1", "户口簿", "申请人", "母女关系", "复印件，原件备核", "1–2"]
    told = draft(session, case, "paper_receipt", TODAY, first).zh.blocks[0]
    assert [value.text for what, value in told.rows if what == "日期"] == ["2026年11月18日"]
    assert pdf(session, case, "paper_receipt", "both", TODAY, first).startswith(b"%PDF")


BACK = HandoverForm(date(2026, 11, 20), Keeper.CASEWORKER, Keeper.CLIENT)


def test_a_case_file_carries_who_has_what(session, case, tmp_path):
    document = paper(session, case)
    hand_over(session, case, [document], LENT, NOW)
    (tmp_path / "case.yaml").write_text(export_case(session, case), encoding="utf-8")
    (read,) = read_case_file(tmp_path / "case.yaml", TODAY).cases
    assert [one.taken_by for one in read.records if isinstance(one, Handover)] == ["李"]
