from __future__ import annotations

from caseapp.work.cases import case_rows, save
from caseapp.work.history import history
from caseapp.work.samples import load_samples
from tests.work.conftest import NOW


def test_an_import_of_many_shows_each_case_its_own_lines_and_is_not_taken_back_from_one(session):
    load_samples(session, NOW)
    rows = [row for row in case_rows(session) if "家长" in row.client]
    told = [history(session, row.id)[-1] for row in rows[:3]]
    assert not any(unit.whole for unit in told)
    numbers = [{line.after for line in unit.lines if line.label == "Case number"} for unit in told]
    assert numbers == [{row.number} for row in rows[:3]]


def test_what_touched_this_case_alone_is_whole(session):
    from dataclasses import replace

    from caseapp.work.cases import case_file

    load_samples(session, NOW)
    row = next(row for row in case_rows(session) if "家长" in row.client)
    case = case_file(session, row.id).case
    save(session, replace(case, note="另记"), "Note changed", NOW)
    newest = history(session, row.id)[0]
    assert newest.whole and [line.after for line in newest.lines] == ["另记"]


def test_what_only_the_program_reads_is_not_told(session, case):
    from caseapp.domain.ids import CaseId, LetterId
    from caseapp.domain.letter_records import Letter

    save(session, Letter(LetterId("l"), CaseId(case), "prompt_card", number="1", basis="5f" * 32), "Letter noted", NOW)
    told = [line.after for line in history(session, case)[0].lines]
    assert "1" in told and "5f" * 32 not in told
