"""What is written is read again: records, the case list, one case with everything of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caseapp.domain.cases import Case, Stage
from caseapp.domain.ids import HouseholdId, OfficeId, VisitId, new_id
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.people import Household
from caseapp.domain.visits import Answer, Visit
from caseapp.errors import NotReady, ProgramFault
from caseapp.store import opening
from caseapp.store.casebook import Casebook
from tests.store.desk import KEY, NOW, begin_case


def test_a_case_is_read_back_as_it_was_written_after_closing(casebook: Casebook) -> None:
    case = begin_case(casebook, city="beijing", useful_until=date(2026, 9, 1))
    office = Office(OfficeId(new_id()), OfficeKind.SCHOOL, name_zh="某小学")
    visit = Visit(VisitId(new_id()), case.id, office.id, words="名额满了", answer=Answer.REFUSED)
    with casebook.write("Visit recorded", "li", NOW) as writer:
        writer.put(office)
        writer.put(visit)
    casebook.close()

    with opening.open_with_key(casebook.folder, KEY, NOW) as again, again.read() as reader:
        file = reader.case_file(case.id)

    assert file is not None
    assert file.case == case
    assert file.visits == (visit,)
    assert file.offices == {office.id: office}
    client = file.client()
    assert client is not None
    assert client.name == "李𠮷四"


def test_the_list_shows_client_number_and_newest_change(casebook: Casebook) -> None:
    case = begin_case(casebook)
    with casebook.write("Visit recorded", "li", NOW.replace(day=20)) as writer:
        writer.put(Visit(VisitId(new_id()), case.id))

    with casebook.read() as reader:
        (row,) = reader.case_rows()

    assert (row.client, row.number, row.changed_on) == ("李𠮷四", "2026-A001", date(2026, 5, 20))


def test_closed_cases_are_left_out_on_request(casebook: Casebook) -> None:
    begin_case(casebook, stage=Stage.CLOSED)
    with casebook.read() as reader:
        assert reader.case_rows(closed=False) == ()
        assert len(reader.case_rows()) == 1


def test_an_exception_in_the_block_leaves_everything_as_it_was(casebook: Casebook) -> None:
    before = casebook.sequence
    with pytest.raises(LookupError), casebook.write("Half done", "li", NOW) as writer:
        writer.put(Household(HouseholdId(new_id()), "x"))
        raise LookupError
    with casebook.read() as reader:
        assert reader.all(Household) == ()
    assert casebook.sequence == before


def test_saving_what_is_already_there_writes_nothing(casebook: Casebook) -> None:
    case = begin_case(casebook)
    before = casebook.sequence
    with casebook.write("Saved again", "li", NOW) as writer:
        assert not writer.put(case)
    assert casebook.sequence == before


def test_a_deleted_record_is_out_of_sight_and_comes_back_as_it_was(casebook: Casebook) -> None:
    case = begin_case(casebook, story="…")
    with casebook.write("Case taken off the list", "li", NOW) as writer:
        writer.delete(Case, case.id)
    with casebook.read() as reader:
        assert reader.case_rows() == ()
        assert reader.get(Case, case.id) is None
        assert reader.all(Case, deleted=True) == (case,)
    with casebook.write("Case brought back", "li", NOW) as writer:
        writer.restore(Case, case.id)
    with casebook.read() as reader:
        assert reader.get(Case, case.id) == case


def test_numbers_carry_the_letter_and_never_come_twice(casebook: Casebook) -> None:
    first = begin_case(casebook)
    with casebook.write("Renumbered", "li", NOW) as writer:
        writer.put(replace(first, number="2026-A002"))
        assert writer.next_number("case", 2026) == "2026-A003"
        assert writer.next_number("case", 2027) == "2027-A001"
        assert writer.next_number("letter", 2026) == "2026-A001"


def test_a_closed_casebook_says_so(casebook: Casebook) -> None:
    casebook.close()
    with pytest.raises(NotReady, match="closed"), casebook.read():
        pass


def test_the_folder_holds_only_known_files_for_its_owner_alone(casebook: Casebook) -> None:
    begin_case(casebook)
    files = {path.name: path for path in Path(casebook.folder).iterdir()}
    assert files.keys() <= {"casebook.db", "casebook.db-wal", "casebook.db-shm", "keys.json", "head", "attachments", "lock"}
    assert casebook.folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in files.values())


def test_writing_within_writing_is_a_fault_and_not_a_standstill(casebook: Casebook) -> None:
    with pytest.raises(ProgramFault), casebook.write("Outer", "li", NOW), casebook.write("Inner", "li", NOW):
        pass
    begin_case(casebook)
