"""Which grade and which term a school place is asked for, as far as the case says."""

from __future__ import annotations

from caseapp.domain.case_file import CaseFile
from caseapp.letters.both import NOTHING, Both

_FIRST = {
    "primary": Both("小学一年级", "grade 1 of primary school"),
    "junior_secondary": Both("初中一年级", "grade 1 of junior secondary school"),
}
_STAGE = {"primary": Both("小学", "primary school"), "junior_secondary": Both("初中", "junior secondary school")}


def grade(file: CaseFile) -> Both:
    """The stage entered, and that it is its first grade where a fact says so; nothing where no fact does."""
    stage = _value(file, "child_school_stage")
    names = _FIRST if _value(file, "child_entry_grade_is_first") == "true" else _STAGE
    return names.get(stage, NOTHING)


def term(file: CaseFile) -> Both:
    """The term that begins on the day until which help is useful; nothing where that day is not known."""
    day = file.case.useful_until
    if day is None:
        return NOTHING
    autumn = 6 <= day.month <= 11
    year = day.year if autumn or day.month < 6 else day.year + 1
    season = Both("秋季学期", "autumn term") if autumn else Both("春季学期", "spring term")
    return Both(f"{year}年{season.zh}", f"the {season.en} of {year}")


def _value(file: CaseFile, key: str) -> str:
    found = [fact for fact in file.facts if fact.key == key]
    return max(found, key=lambda fact: fact.as_of).value if found else ""
