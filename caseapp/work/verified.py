"""Looking a stored rule up: who looked at its source, on which day, and what the source said. Kept for the whole casebook.

A look counts for what the rule said on that day: once its pack says something else, it is only remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from caseapp.domain.days import add_months
from caseapp.domain.ids import RuleVerifiedId, new_id
from caseapp.domain.rule_records import LookedUp, RuleVerified
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.policy.check import STALE_AFTER_MONTHS, VERIFIED_FOR_MONTHS, Doubt, ProgrammeCheck
from caseapp.policy.essence import digest
from caseapp.policy.model import Pack
from caseapp.work.cases import remove, save
from caseapp.work.session import Session


@dataclass(frozen=True, slots=True)
class Looks:
    """Every look that counts for the rules as they read now, of one place: oldest first, by programme."""

    by_programme: Mapping[str, tuple[RuleVerified, ...]] = field(default_factory=dict)

    def newest(self, programme_id: str) -> RuleVerified | None:
        """The last look at a programme, whatever it found."""
        found = self.by_programme.get(programme_id)
        return found[-1] if found else None

    def in_force(self) -> Mapping[str, date]:
        """By programme the last day on which somebody found it still in force."""
        return {programme: day for programme in self.by_programme if (day := self._last_seen(programme)) is not None}

    def doubted(self, programme_id: str, on: date) -> bool | None:
        """Whether the last look says that a rule has changed; None where no look within three years says anything."""
        last, seen = self.newest(programme_id), self._last_seen(programme_id)
        if last is not None and last.found is LookedUp.CHANGED:
            return True
        return False if seen is not None and on <= add_months(seen, STALE_AFTER_MONTHS) else None

    def heeded(self, check: ProgrammeCheck) -> ProgrammeCheck:
        """A check that heeds these looks: since when somebody looked, and that a text has changed.

        A rule whose source has changed may have been replaced; of one found in force within three years that is not said.
        """
        key = check.programme.id
        if self.newest(key) is None:
            return check
        days = [day for day in (check.verified_on, self._last_seen(key)) if day is not None]
        verified_on, doubted = max(days, default=None), self.doubted(key, check.on)
        replaced = Doubt.MAY_HAVE_BEEN_REPLACED in check.doubts if doubted is None else doubted
        old = verified_on is not None and add_months(verified_on, VERIFIED_FOR_MONTHS) < check.on
        settled = (Doubt.MAY_HAVE_BEEN_REPLACED, Doubt.VERIFIED_LONG_AGO)
        doubts = (
            *((Doubt.MAY_HAVE_BEEN_REPLACED,) if replaced else ()),
            *(doubt for doubt in check.doubts if doubt not in settled),
            *((Doubt.VERIFIED_LONG_AGO,) if old else ()),
        )
        return replace(check, doubts=doubts, verified_on=verified_on)

    def _last_seen(self, programme_id: str) -> date | None:
        found = self.by_programme.get(programme_id, ())
        return max((look.on for look in found if look.found is LookedUp.STILL_IN_FORCE), default=None)


NOBODY_LOOKED = Looks()


def note_look(
    session: Session, place: str, programme_id: str, found: LookedUp, on: date, note: str = "",
    now: datetime | None = None,
) -> RuleVerifiedId:  # fmt: skip
    """Keep that this person looked at the source of a rule on a day, and what it said.

    Raises :class:`BadInput` for a rule no pack holds, a day that lies ahead, or a change nobody describes.
    """
    pack = session.pack(place)
    programme = pack.programme(programme_id) if pack else None
    if pack is None or programme is None:
        raise BadInput(N_("There is no rule “{rule}” among those stored for {place}."), rule=programme_id[:60], place=place)
    if on > session.moment(now).date():
        raise BadInput(N_("This day lies in the future. Look at it again."))
    if found is LookedUp.CHANGED and not note.strip():
        raise BadInput(N_("Say in a few words what has changed, and where it is written."))
    look = RuleVerified(
        RuleVerifiedId(new_id()), place, programme_id, on, pack.version, digest(programme), found, note.strip(),
        session.handle,
    )  # fmt: skip
    save(session, look, N_("Source of a rule looked up"), now)
    return look.id


def take_back_look(session: Session, look_id: str, now: datetime | None = None) -> None:
    """Take a look back that was noted by mistake."""
    remove(session, RuleVerified, look_id, N_("Look at a source taken back"), now)


def all_looks(session: Session, place: str, programme_id: str | None = None) -> tuple[RuleVerified, ...]:
    """Every look at the rules of a place, or at one of them, newest first; those at an earlier wording too."""
    with session.read() as reader:
        found = [look for look in reader.all(RuleVerified, place=place) if programme_id in (None, look.programme)]
    found.sort(key=lambda look: look.on)
    return tuple(found[::-1])


def looks(session: Session, packs: Iterable[Pack]) -> Looks:
    """The looks that count for the rules of some packs as they read now."""
    held = tuple(packs)
    with session.read() as reader:
        found = reader.all(RuleVerified, place={pack.place.id for pack in held})
    return counting(found, held)


def counting(found: Iterable[RuleVerified], packs: Iterable[Pack]) -> Looks:
    """Of some looks those at what the packs say now."""
    by_place = {pack.place.id: pack for pack in packs}
    kept: dict[str, tuple[RuleVerified, ...]] = {}
    for look in sorted(found, key=lambda look: look.on):
        pack = by_place.get(look.place)
        programme = pack.programme(look.programme) if pack else None
        if programme is not None and look.digest == digest(programme):
            kept[look.programme] = (*kept.get(look.programme, ()), look)
    return Looks(kept)
