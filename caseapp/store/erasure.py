"""Erasing: values and their salts go, the chain of commitments stays and still holds.

An erasure is an entry of its own and travels: wherever it arrives the record's values go too, and none that comes
later is kept. It reaches neither old backups nor papers already handed out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, literal_column, select, update

from caseapp.domain.documents import Attachment, Blob
from caseapp.domain.letter_records import Letter
from caseapp.i18n import N_
from caseapp.store import attachments, drafts, faults
from caseapp.store.belonging import records_of_case, records_of_person
from caseapp.store.casebook import Casebook, empty_log
from caseapp.store.changes import Op
from caseapp.store.journal import CHANGES
from caseapp.store.record_rows import shape
from caseapp.store.writer import Writer

_ERASED_PERSON = N_("Person erased")
_ERASED_CASE = N_("Case erased")


def erase_person(casebook: Casebook, person: str, who: str, now: datetime) -> int:
    """Erase a person and what is recorded of them alone; how many records went. Consents stay as proof.

    Texts of their cases may still speak of them: erase the case where that must go too.
    """
    with casebook.read() as reader:
        chosen = records_of_person(reader.connection, person)
    return _erase(casebook, chosen, who, now, _ERASED_PERSON)


def erase_case(casebook: Casebook, case: str, who: str, now: datetime) -> int:
    """Erase a case, everything in it, and its people where they are in no other case. Consents stay as proof."""
    with casebook.read() as reader:
        found = records_of_case(reader.connection, case, shared=False)
    chosen = [(kind, record) for kind, record in found if kind != "consent"]
    return _erase(casebook, chosen, who, now, _ERASED_CASE)


def _erase(casebook: Casebook, chosen: Iterable[tuple[str, str]], who: str, now: datetime, intention: str) -> int:
    records = sorted(chosen)
    with casebook.write(intention, who, now) as writer:
        for kind, record in records:
            writer.erase(kind, record)
        writer.flush()
        wipe_all(writer, records)
        _drop_files(writer)
    empty_pages(casebook)
    return len(records)


def erased_records(connection: Connection) -> set[tuple[str, str]]:
    """Every record that was erased."""
    erasing = CHANGES.c.op == literal_column(f"'{Op.ERASE.value}'")  # spelled out, so that its own index is used
    return {(row[0], row[1]) for row in connection.execute(select(CHANGES.c.kind, CHANGES.c.record).where(erasing))}


def wipe(connection: Connection, kind: str, record: str) -> None:
    """Take every value of a record out of the journal."""
    connection.execute(
        update(CHANGES).where(CHANGES.c.record == record, CHANGES.c.kind == kind).values(salt=None, value=None)
    )


def _drop_files(writer: Writer) -> None:
    """Blobs that no attachment or issued letter speaks of any more go with their keys and files."""
    attached = shape(Attachment).table.c.blob
    frozen = shape(Letter).table.c.frozen
    blobs = shape(Blob).table
    used = select(attached).union(select(frozen).where(frozen.is_not(None)))
    gone = [row[0] for row in writer.connection.execute(select(blobs.c.id).where(blobs.c.id.not_in(used)))]
    for blob in gone:
        writer.erase("blob", blob)
    writer.flush()
    wipe_all(writer, [("blob", blob) for blob in gone])


def wipe_all(writer: Writer, records: Iterable[tuple[str, str]]) -> None:
    """Take the values of erased records out of journal and tables, their files out of the folder, and what was being
    typed about them or about a case of theirs.
    """
    records = tuple(records)
    drafts.forget(writer.connection, records)  # first: the tables still say whose case is whose
    for kind, record in records:
        wipe(writer.connection, kind, record)
        writer.refold([(kind, record)])
        if kind == "blob":
            attachments.forget(writer.connection, record)
            writer.gone_files.append(record)


def empty_pages(casebook: Casebook) -> None:
    """Rewrite the database so that no page or log keeps what was taken out."""
    connection = casebook.opened().writing
    if connection is None:
        return
    with faults.database():
        empty_log(connection)
        connection.connection.cursor().execute("INSERT INTO search (search) VALUES ('optimize')")
        connection.connection.cursor().execute("VACUUM")
        empty_log(connection)
