"""Case files: one or many cases as YAML or JSON, versioned, in the short form or the exact one (``docs/case-file.md``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from caseapp import strict_yaml
from caseapp.domain.case_file import CaseFile
from caseapp.errors import PackError
from caseapp.exchange import strict_json
from caseapp.exchange.faults import Faults, FileRefused
from caseapp.exchange.fields import Fields
from caseapp.exchange.record_form import plain, read_records
from caseapp.exchange.short_form import ReadCase, read_short_case
from caseapp.exchange.short_offices import defined
from caseapp.i18n import N_
from caseapp.strict_yaml import Step, Value, Yaml

VERSION = 1
SUFFIXES = (".yaml", ".yml", ".json")

_WORD = re.compile(r"[a-z_]{2,40}\Z")
_READ_OTHERWISE = frozenset(("null", "true", "false", "yes", "no", "on", "off"))


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file holds; with ``faults`` nothing of it may be imported."""

    name: str
    cases: tuple[ReadCase, ...]
    faults: tuple[PackError, ...] = ()
    left_out: tuple[str, ...] = ()
    """Headings of columns and names of sheets that were not taken over."""

    def refuse_faults(self) -> None:
        """Raise :class:`FileRefused` if the file has a fault."""
        if self.faults:
            raise FileRefused(self.faults)


def read_case_file(path: Path, today: date) -> ReadFile:
    """Read a file. ``today`` is the day of cases that name none. Never raises for what the file says: see ``faults``."""
    reader = strict_json.read if path.suffix.lower() == ".json" else strict_yaml.read
    try:
        source = reader(path)
    except PackError as error:
        return ReadFile(path.name, (), (error,))
    return read_source(source, today)


def read_source(source: Yaml, today: date) -> ReadFile:
    """Read what is already parsed."""
    faults = Faults(source)
    cases = tuple(_cases(source.value, faults, today))
    if not cases and not faults.found:
        faults.note((), N_("The file holds no case."))
    return ReadFile(source.file, cases, tuple(faults.found))


def _cases(value: Value, faults: Faults, today: date) -> Iterable[ReadCase]:
    if isinstance(value, list):
        yield from (case for index, entry in enumerate(value) if (case := _case(entry, (index,), faults, {}, today)))
        return
    if value is None:
        faults.note((), N_("The file is empty. Choose another one."))
        return
    top = Fields(value, (), faults)
    version = top.whole("case_file")
    if version is not None and version != VERSION:
        newer = N_("This file was made for version {version}; this program reads version 1. Update the program.")
        top.fault("case_file", newer, version=version)
        return
    if "cases" not in top:
        if case := _case(value, (), faults, {}, today):
            yield case
        return
    named = defined(top.child("offices"), faults)
    entries = list(top.entries("cases"))
    top.close()
    for path, entry in entries:
        if case := _case(entry, path, faults, named, today):
            yield case


def _case(
    value: Value, path: tuple[Step, ...], faults: Faults, named: Mapping[str, Fields], today: date
) -> ReadCase | None:
    fields = Fields(value, path, faults)
    if not isinstance(value, dict):
        return None
    if not path:
        fields.whole("case_file")
        named = defined(fields.child("offices"), faults)
    if "records" in fields:
        return read_records(fields, faults)
    before = len(faults.found)
    case = read_short_case(fields, named, today)
    return case if len(faults.found) == before else None


def write_case_files(files: Iterable[CaseFile]) -> str:
    """Cases as the text of a case file in the exact form. Reading it back gives equal records."""
    cases = [{"id": file.case.number, "records": plain(file)} for file in files]
    return yaml.dump(
        {"case_file": VERSION, "cases": cases}, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1_000
    )  # fmt: skip


class _Plain(yaml.SafeDumper):
    """Writes every text in quotes unless it is a plain word, so that no reader takes it for something else."""


def _text(dumper: _Plain, text: str) -> yaml.ScalarNode:
    plain = _WORD.match(text) and text not in _READ_OTHERWISE
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, None if plain else '"')


_Plain.add_representer(str, _text)
