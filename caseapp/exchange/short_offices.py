"""Offices in a case file: defined once under a name of the file, or spoken of by their kind alone.

Two cases mean the same office only if the file says what tells it apart: a name for a school, an employer or a station,
a district for a bureau. Otherwise the office is the case's own, and nothing is counted together that may differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from caseapp.domain.ids import CaseId, OfficeId
from caseapp.domain.offices import Level, Office, OfficeKind, default_level, office_id
from caseapp.domain.record import specs
from caseapp.exchange.faults import Faults
from caseapp.exchange.fields import Fields
from caseapp.exchange.filling import filled
from caseapp.i18n import N_
from caseapp.strict_yaml import Step

KIND_ALIASES: Mapping[str, tuple[OfficeKind, Level]] = {
    "city_government": (OfficeKind.GOVERNMENT, Level.CITY),
    "district_government": (OfficeKind.GOVERNMENT, Level.DISTRICT),
    "town_government": (OfficeKind.GOVERNMENT, Level.STREET),
    "city_education_bureau": (OfficeKind.EDUCATION_BUREAU, Level.CITY),
    "district_education_bureau": (OfficeKind.EDUCATION_BUREAU, Level.DISTRICT),
}
OFFICE_KEYS = tuple(spec.wire for spec in specs(Office) if not spec.refers_to and spec.wire != "template")
_KINDS = {kind.value: (kind, default_level(kind)) for kind in OfficeKind} | dict(KIND_ALIASES)


def defined(fields: Fields | None, faults: Faults) -> Mapping[str, Fields]:
    """The offices a file defines: its own name for each, and what it says of it."""
    if fields is None:
        return {}
    return {name: Fields(value, (*fields.path, name), faults) for name, value in fields.items()}


class CaseOffices:
    """The offices of one case, found or made as visits speak of them."""

    def __init__(self, named: Mapping[str, Fields], city: str, district: str, case: CaseId) -> None:
        self._named, self._city, self._district, self._case = named, city, district, case
        self._found: dict[str, Office] = {}

    def records(self) -> tuple[Office, ...]:
        """Every office spoken of, once each."""
        return tuple({office.id: office for office in self._found.values()}.values())

    def of(self, fields: Fields, key: str) -> OfficeId | None:
        """The office that ``key`` speaks of: a name the file defines, or a kind. Anything else is a fault."""
        word = fields.text(key)
        if not word:
            return None
        if word not in self._found:
            made = self._made(word, fields.faults, (*fields.path, key))
            if made is None:
                return None
            self._found[word] = made
        return self._found[word].id

    def _made(self, word: str, faults: Faults, path: tuple[Step, ...]) -> Office | None:
        if word in self._named:
            return self._described(self._named[word])
        if word in _KINDS:
            kind, level = _KINDS[word]
            return self._office(Office(OfficeId(""), kind, level, self._city, self._district))
        faults.note_unknown(path, word, (*self._named, *_KINDS))
        return None

    def _described(self, fields: Fields) -> Office | None:
        word = fields.text("kind")
        if word not in _KINDS:
            fields.fault("kind", N_("Say what kind of office this is, for example school or education_bureau."))
            return None
        kind, level = _KINDS[word]
        given = {"kind": kind.value, "level": level.value, "city": self._city, "district": self._district}
        for key in ("level", "city", "district"):
            if key in fields:
                del given[key]
        office = filled(Office, fields, given, skip=("template",))
        fields.close()
        return self._office(replace(office, template=not (office.name_zh and office.address)))

    def _office(self, office: Office) -> Office:
        name = office.name_zh if office.level in (Level.UNIT, Level.STREET) else ""
        known = bool(name) or (office.level is Level.DISTRICT and bool(office.district)) or office.level in (
            Level.CITY, Level.PROVINCE, Level.CENTRAL
        )  # fmt: skip
        told_apart_by = name if known else f"?{self._case}"
        identity = office_id(office.city, office.district, office.kind, office.level, told_apart_by)
        return replace(office, id=identity)
