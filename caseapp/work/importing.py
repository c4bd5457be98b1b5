"""Case files into the casebook: shown first, then everything of a file at once, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Service
from caseapp.domain.ids import CaseId
from caseapp.domain.offices import Office
from caseapp.domain.people import Person
from caseapp.domain.record import kind_of, references, specs, to_wire
from caseapp.domain.visits import Visit
from caseapp.errors import BadInput
from caseapp.exchange.case_file import SUFFIXES, ReadFile, read_case_file, write_case_files
from caseapp.exchange.record_form import records_of
from caseapp.exchange.short_form import ReadCase
from caseapp.exchange.table_cases import read_table_file
from caseapp.exchange.tables import TABLE_SUFFIXES
from caseapp.i18n import N_
from caseapp.policy.packs import places
from caseapp.work.cases import case_file
from caseapp.work.guards import guard
from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.store.writer import Writer

CITY_WITHOUT_RULES = N_("No rules are stored for this city yet. The case can be kept; checks will say “ask the office”.")
TAKEN = N_("The case {case} is already in this casebook. Nothing was imported.")
ALREADY_THERE = N_("The same case is already in this casebook and was left out.")


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring, one case a line. ``notices`` are sentences to be translated."""

    file: str
    label: str
    city: str
    service: Service
    people: int
    visits: int
    notices: tuple[str, ...]
    already_there: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """A case as it was taken over."""

    label: str
    id: CaseId
    number: str


def read_files(paths: Sequence[Path], today: date) -> tuple[ReadFile, ...]:
    """Read case files and tables. Raises :class:`BadInput` for a kind of file this program does not read."""
    return tuple(_read(path, today) for path in paths)


def _read(path: Path, today: date) -> ReadFile:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return read_case_file(path, today)
    if suffix in TABLE_SUFFIXES:
        return read_table_file(path, today)
    known = ", ".join((*SUFFIXES, *TABLE_SUFFIXES))
    raise BadInput(N_("Files of this kind are not read: {file}. Known are {known}."), file=path.name, known=known)


def preview(session: Session, files: Iterable[ReadFile]) -> tuple[Preview, ...]:
    """What importing ``files`` would bring."""
    cases = [(file.name, case) for file in files for case in file.cases]
    there = _already_there(session, [case for _name, case in cases])
    return tuple(_preview(name, case, index in there) for index, (name, case) in enumerate(cases))


def _preview(name: str, case: ReadCase, already_there: bool) -> Preview:
    notices = list(case.notices)
    if case.case.city not in places():
        notices.append(CITY_WITHOUT_RULES)
    if already_there:
        notices.append(ALREADY_THERE)
    kinds = Counter(type(record) for record in case.records)
    return Preview(
        name, case.label, case.case.city, case.case.service, kinds[Person], kinds[Visit], tuple(notices), already_there
    )  # fmt: skip


def import_files(session: Session, files: Sequence[ReadFile], now: datetime) -> tuple[Imported, ...]:
    """Take over every case of ``files`` that is not there yet, in one transaction.

    Raises :class:`~caseapp.exchange.faults.FileRefused` if one of them has a fault; then nothing is taken over.
    """
    for file in files:
        file.refuse_faults()
    cases = [case for file in files for case in file.cases]
    there = _already_there(session, cases)
    fresh = [case for index, case in enumerate(cases) if index not in there]
    for case in fresh:
        for record in case.records:
            guard(record)
    if not fresh:
        return ()
    with session.write(N_("Case files imported"), now) as writer:
        return tuple(take_over(writer, case) for case in fresh)


def take_over(writer: Writer, read: ReadCase) -> Imported:
    """Write one case with a number of this casebook. Raises :class:`BadInput` if its id is taken."""
    if writer.get(Case, read.case.id, deleted=True):
        raise BadInput(TAKEN, case=read.label)
    number = writer.next_number("case", read.case.opened_on.year)
    case = replace(read.case, number=number)
    for record in read.records:
        if isinstance(record, Office):
            put_office(writer, record)
        else:
            writer.put(case if isinstance(record, Case) else record)
    return Imported(read.label, case.id, number)


def put_office(writer: Writer, office: Office) -> None:
    """An office that is there already keeps what is known of it; only a mere template may be completed."""
    known = writer.get(Office, office.id)
    if known is None or (known.template and not office.template):
        writer.put(office)


def _already_there(session: Session, cases: Sequence[ReadCase]) -> frozenset[int]:
    """Which of ``cases`` say exactly what a case of the casebook says."""
    wanted = {(case.case.service, case.case.city, case.case.useful_until) for case in cases}
    known: Counter[tuple[object, ...]] = Counter()
    with session.read() as reader:
        for row in reader.case_rows():
            if (row.service, row.city, row.useful_until) in wanted:
                file = reader.case_file(row.id)
                if file:
                    known[_content(tuple(records_of(file)))] += 1
    there = set()
    for index, case in enumerate(cases):
        content = _content(case.records)
        if known[content]:
            known[content] -= 1
            there.add(index)
    return frozenset(there)


def _content(records: Iterable[object]) -> tuple[object, ...]:
    """What records say apart from their ids and numbers; offices belong to the casebook, not to the case."""
    said = []
    for record in records:
        if isinstance(record, Office):
            continue
        left_out = {spec.wire for spec in specs(type(record)) if spec.refers_to} | {"number"}
        values = {key: value for key, value in to_wire(record).items() if key not in left_out}
        said.append((kind_of(record), tuple(sorted((key, str(value)) for key, value in values.items())), _degree(record)))
    return tuple(sorted(said))


def _degree(record: object) -> int:
    return sum(1 for _target in references(record))


def export_case(session: Session, case_id: str) -> str:
    """A case as the text of a case file that reads back as the same records."""
    return write_case_files((case_file(session, case_id),))


def export_cases(files: Iterable[CaseFile]) -> str:
    """Several cases as one case file."""
    return write_case_files(files)
