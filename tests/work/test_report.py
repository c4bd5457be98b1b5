"""The report leaves the office only with figures that identify no one, and only once enough has changed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from caseapp.domain.cases import Case
from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.ids import CaseId, HouseholdId, MembershipId, VisitId, new_id
from caseapp.domain.office_records import Release, ReleasedCell
from caseapp.domain.people import Household
from caseapp.errors import NotReady, NotSaved
from caseapp.work import report
from caseapp.work.cases import case_file, save_all
from caseapp.work.samples import SAMPLE_PROFILE, load_samples
from caseapp.work.session import Session, create_with_key, open_with_key

NOW = datetime(2026, 9, 5, 10, 0)
KEY = b"k" * 32


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook of the samples, closed."""
    folder = tmp_path_factory.mktemp("report") / "samples.casebook"
    with create_with_key(folder, KEY, SAMPLE_PROFILE, NOW) as session:
        load_samples(session, NOW)
    return folder


@pytest.fixture
def samples(filled: Path, tmp_path: Path) -> Iterator[Session]:
    """A copy of it, open."""
    folder = tmp_path / "samples.casebook"
    shutil.copytree(filled, folder)
    with open_with_key(folder, KEY, NOW, "sample") as session:
        yield session


def families(session: Session) -> list[Case]:
    with session.read() as reader:
        return [case for case in reader.all(Case) if case.district]


def one_more(session: Session, count: int = 1) -> None:
    """Families with the same story, who agreed to be counted."""
    first = case_file(session, families(session)[0].id)
    for _ in range(count):
        home = Household(HouseholdId(new_id()))
        living = [replace(entry, id=MembershipId(new_id()), household=home.id) for entry in first.memberships]
        case = replace(first.case, id=CaseId(new_id()), number="", household=home.id)
        visit = replace(first.visits[0], id=VisitId(new_id()), case=case.id)
        demand = replace(first.demands[0], id=type(first.demands[0].id)(new_id()), visit=visit.id)
        agreed = next(entry for entry in first.consents if entry.purpose is Purpose.REPORTS)
        consent = replace(agreed, id=type(agreed.id)(new_id()), case=case.id)
        save_all(session, (home, *living, case, visit, demand, consent), "One more family")


def test_the_report_rests_on_thirty_one_families_and_says_thirty(samples: Session) -> None:
    made = report.build(samples, NOW.date())
    assert len(made.families) == 31
    assert made.figures.total == 30
    table = report.tables_csv(made.figures)
    assert not re.search(r"\b(31|27|4)\b", table.replace("-Q4", ""))


def test_export_writes_two_papers_and_the_tables_and_enters_the_ledger(samples: Session, tmp_path: Path) -> None:
    out = tmp_path / "out"
    paths = report.export(samples, out, NOW)
    assert [path.name for path in paths] == ["report-zh.pdf", "report-en.pdf", "tables.csv"]
    assert paths[0].read_bytes().startswith(b"%PDF")
    with samples.read() as reader:
        (release,) = reader.all(Release)
        shown = reader.all(ReleasedCell, release=release.id)
    assert (release.day, release.until, release.exact) == (NOW.date(), NOW.date(), False)
    assert ("total", "30") in {(cell.table, cell.shown) for cell in shown}
    assert len([cell for cell in shown if cell.table == "members"]) == 31


def test_the_same_report_may_be_written_again_and_is_one_release(samples: Session, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in report.export(samples, tmp_path / "a", NOW)]
    again = [path.read_bytes() for path in report.export(samples, tmp_path / "b", NOW)]
    assert first == again
    with samples.read() as reader:
        assert len(reader.all(Release)) == 1


def test_a_second_report_with_one_more_family_is_held_back(samples: Session, tmp_path: Path) -> None:
    report.export(samples, tmp_path / "first", NOW)
    one_more(samples)
    with pytest.raises(NotReady) as refused:
        report.export(samples, tmp_path / "second", NOW + timedelta(1))
    assert "2026-09-05" in str(refused.value) and not (tmp_path / "second").exists()
    one_more(samples, 9)
    assert report.build(samples, NOW.date() + timedelta(1)).figures.total == 40


def test_who_has_not_agreed_or_has_withdrawn_is_not_counted(samples: Session) -> None:
    case = case_file(samples, families(samples)[0].id)
    agreed = next(consent for consent in case.consents if consent.purpose is Purpose.REPORTS)
    save_all(samples, (replace(agreed, withdrawn_on=NOW.date()),), "Consent withdrawn")
    assert len(report.build(samples, NOW.date()).families) == 30


def test_too_few_families_give_no_report_and_a_reason(samples: Session) -> None:
    with samples.read() as reader:
        consents = [consent for consent in reader.all(Consent) if consent.purpose is Purpose.REPORTS]
    kept = {case.id for case in families(samples)[:9]}
    gone = [replace(entry, withdrawn_on=NOW.date()) for entry in consents if entry.case not in kept]
    save_all(samples, gone, "Consent withdrawn")
    with pytest.raises(NotReady):
        report.build(samples, NOW.date())


def test_an_empty_casebook_says_what_to_do(session: Session) -> None:
    with pytest.raises(NotReady) as refused:
        report.build(session, NOW.date())
    assert "Record more visits" in str(refused.value)


def test_nothing_typed_into_a_case_reaches_a_file(samples: Session, tmp_path: Path) -> None:
    canary = "机密canary"
    for case in families(samples):
        file = case_file(samples, case.id)
        changed: list[object] = [replace(file.case, story=canary, request=canary, useful_because=canary)]
        changed += [replace(visit, words=canary, official_name=canary) for visit in file.visits]
        changed += [replace(person, name=canary, nickname=canary, address=canary) for person in file.people]
        changed += [replace(demand, words=canary) for demand in file.demands]
        save_all(samples, changed, "Canary")
    made = report.build(samples, NOW.date())
    assert canary not in repr((made.zh, made.en, made.figures))
    for path in report.export(samples, tmp_path / "out", NOW):
        assert canary.encode() not in path.read_bytes()


def test_a_folder_that_cannot_be_written_is_said_plainly(samples: Session, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(NotSaved):
        report.export(samples, blocked, NOW)
