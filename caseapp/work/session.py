"""An open casebook and who works in it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from caseapp.domain.ids import PROFILE, CaseworkerId, new_id
from caseapp.domain.office_records import Caseworker, Profile, WorkerRole
from caseapp.errors import BadInput
from caseapp.i18n import LANGUAGES, N_
from caseapp.work.guards import guard
from caseapp.work.passphrase import strength

if TYPE_CHECKING:
    from caseapp.policy.model import Pack
    from caseapp.store.casebook import Casebook, Notice
    from caseapp.store.keys import KdfParameters
    from caseapp.store.reader import Reader
    from caseapp.store.writer import Writer


Clock: TypeAlias = Callable[[], datetime]


def local_now() -> datetime:
    """The moment by this computer's clock, with its offset from UTC."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class NewProfile:
    """What is asked before the first entry of a casebook."""

    handle: str
    organisation: str = ""
    city: str = ""
    district: str = ""
    language: str = "zh_CN"


class Session:
    """An open casebook, the person who opened it, and the rules that are held against its cases.

    ``clock`` gives the moment of a change where a caller names none.
    """

    def __init__(self, casebook: Casebook, handle: str, clock: Clock | None = None) -> None:
        self.casebook = casebook
        self.handle = handle
        self._clock = clock or local_now
        with casebook.read() as reader:
            self.profile = reader.get(Profile, PROFILE) or Profile(PROFILE)
            own = [worker for worker in reader.all(Caseworker) if worker.handle == handle]
        self.worker = own[0] if own else None
        self.language = self.worker.language if self.worker and self.worker.language in LANGUAGES else "zh_CN"

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a person should know about this casebook although it opened."""
        return self.casebook.notices

    def read(self) -> AbstractContextManager[Reader]:
        """A steady view of the casebook."""
        return self.casebook.read()

    def write(self, intention: str, now: datetime | None = None) -> AbstractContextManager[Writer]:
        """One unit of work under this person's handle."""
        return self.casebook.write(intention, self.handle, self.moment(now))

    def moment(self, now: datetime | None = None) -> datetime:
        """``now``, or what the clock says."""
        return now or self._clock()

    def pack(self, city: str) -> Pack | None:
        """The rules of a city; None if there are none for it."""
        from caseapp.policy.packs import load, places

        return load(city) if city in places() else None

    def close(self) -> None:
        """Write everything down and forget the key."""
        self.casebook.close()

    lock = close

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_casebook(
    folder: Path, passphrase: str, profile: NewProfile, now: datetime, *, kdf: KdfParameters | None = None
) -> Session:
    """Make a casebook and open it. Raises :class:`BadInput` for a weak passphrase, ``NotSaved`` where it cannot be."""
    worth = strength(passphrase, (profile.handle, profile.organisation))
    if not worth.enough:
        raise BadInput(worth.advice)
    first = _first_records(profile)
    from caseapp.store.opening import create

    return Session(create(folder, passphrase, profile.handle, now, kdf=kdf, first=first), profile.handle)


def create_with_key(folder: Path, key: bytes, profile: NewProfile, now: datetime) -> Session:
    """Make a casebook that opens with a raw key alone (measurements, tests)."""
    from caseapp.store import opening

    casebook = opening.create_with_key(folder, key, profile.handle, now, first=_first_records(profile))
    return Session(casebook, profile.handle)


def open_casebook(
    folder: Path, passphrase: str, handle: str | None = None, *, now: datetime, clock: Clock | None = None
) -> Session:
    """Open a casebook with a person's passphrase. Raises ``CannotOpen``; the folder is then as it was."""
    from caseapp.store.opening import open_with_passphrase

    casebook = open_with_passphrase(folder, passphrase, now, handle=handle)
    return Session(casebook, casebook.handle, clock)


def open_with_key(folder: Path, key: bytes, now: datetime, handle: str = "") -> Session:
    """Open a casebook with its database key (measurements, tests)."""
    from caseapp.store import opening

    return Session(opening.open_with_key(folder, key, now, handle=handle), handle)


def _first_records(profile: NewProfile) -> tuple[Profile, Caseworker]:
    if not profile.handle.strip():
        raise BadInput(N_("Choose a handle: the short name under which your entries appear."))
    records = (
        Profile(PROFILE, profile.organisation, profile.city, profile.district),
        Caseworker(CaseworkerId(new_id()), profile.handle, WorkerRole.COORDINATOR, profile.language),
    )
    for record in records:
        guard(record)
    return records


def sample_casebook(folder: Path, passphrase: str, now: datetime, *, kdf: KdfParameters | None = None) -> Session:
    """Make a casebook that holds the samples, and open it."""
    from caseapp.work.samples import SAMPLE_PROFILE, load_samples

    session = create_casebook(folder, passphrase, SAMPLE_PROFILE, now, kdf=kdf)
    load_samples(session, now)
    return session
