"""Files come in whole or not at all, are shown first, and twice is once."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from caseapp.domain.offices import Office
from caseapp.errors import BadInput
from caseapp.exchange.case_file import read_case_file
from caseapp.exchange.faults import FileRefused
from caseapp.paths import resource
from caseapp.work.cases import case_file, case_rows, delete_case
from caseapp.work.importing import ALREADY_THERE, CITY_WITHOUT_RULES, export_case, import_files, preview, read_files
from caseapp.work.offices import complete_office
from caseapp.work.samples import load_samples, sample_files

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))
SAMPLE = resource("samples", "shanghai-no-reason.yaml")


def files(*paths):
    return read_files(paths, NOW.date())


def test_all_samples_come_in_as_one_entry(session):
    before = session.casebook.sequence
    assert len(load_samples(session, NOW)) == 43
    assert session.casebook.sequence == before + 1
    assert len(case_rows(session)) == 43


def test_importing_twice_is_importing_once(session):
    load_samples(session, NOW)
    assert load_samples(session, NOW) == ()
    assert all(ALREADY_THERE in line.notices for line in preview(session, sample_files(NOW.date())))


def test_a_city_without_rules_says_so(session, tmp_path):
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(SAMPLE.read_text(encoding="utf-8").replace("city: shanghai", "city: 无锡"), encoding="utf-8")
    (line,) = preview(session, files(elsewhere))
    assert CITY_WITHOUT_RULES in line.notices
    lines = {line.label: line.notices for line in preview(session, sample_files(NOW.date()))}
    assert lines["beijing-class-full"] == lines["chengdu-seven-papers"] == ()


def test_one_faulty_file_keeps_all_others_out(session, tmp_path):
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("service: labour\nas_of: '2024-02-30'\n", encoding="utf-8")
    with pytest.raises(FileRefused, match=r"faulty\.yaml:2"):
        import_files(session, files(SAMPLE, faulty), NOW)
    assert case_rows(session) == ()


def test_a_file_of_another_kind_is_named(tmp_path):
    with pytest.raises(BadInput, match=r"photo\.png"):
        files(tmp_path / "photo.png")


def test_an_exported_case_comes_back_as_it_was_but_not_beside_itself(session, tmp_path):
    case = import_files(session, files(SAMPLE), NOW)[0].id
    path = tmp_path / "export.yaml"
    path.write_text(export_case(session, case), encoding="utf-8")
    read = read_case_file(path, NOW.date())
    assert set(read.cases[0].records) == set(_records(case_file(session, case)))
    assert import_files(session, [read], NOW) == ()
    delete_case(session, case, NOW)
    with pytest.raises(BadInput, match="already"):
        import_files(session, [read], NOW)


def _records(file):
    from caseapp.exchange.record_form import records_of

    return records_of(file)


def test_an_office_completed_by_hand_is_not_undone_by_an_import(session):
    load_samples(session, NOW)
    with session.read() as reader:
        school = next(office for office in reader.all(Office) if office.name_zh == "某区第一小学")
    from dataclasses import replace

    complete_office(session, replace(school, address="某路1号"), NOW)
    two = [file for file in sample_files(NOW.date()) if "two-schools" in file.name]
    for row in case_rows(session):
        if row.district == "某区":
            delete_case(session, row.id, NOW)
    import_files(session, two, NOW)
    with session.read() as reader:
        assert reader.get(Office, school.id).address == "某路1号"
