"""What may not slip into a paper through typed words: names of people, of officials, of landlords and employers."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.domain.case_file import CaseFile
from caseapp.letters.both import has_han

_ROLES = frozenset(
    (
        "孩子",
        "孩子甲",
        "孩子乙",
        "家长",
        "母亲",
        "父亲",
        "妈妈",
        "爸爸",
        "配偶",
        "本人",
        "child",
        "parent",
        "mother",
        "father",
        "spouse",
    )
)
"""Words people are called by that name nobody."""


def names_to_keep_out(file: CaseFile) -> frozenset[str]:
    """Every name and number a paper must not carry in quoted words (PRACTICE E7, E8)."""
    return frozenset(name for name in (found.strip() for found in _names(file)) if len(name) > 1 and name not in _ROLES)


def _names(file: CaseFile) -> Iterator[str]:
    for person in file.people:
        yield from (person.name, person.nickname, person.id_number, person.phone, person.work_unit)
    for visit in file.visits:
        yield from (visit.official_name, visit.witness)
    for spell in file.spells:
        yield spell.employer
    for office in file.offices.values():
        if office.kind.private:
            yield from (office.name_zh, office.name_en, office.phone)


def names_nobody(file: CaseFile, words: str) -> bool:
    """Whether typed words hold no name or number a paper must not carry."""
    return not any(name in words for name in names_to_keep_out(file))


def quotable(file: CaseFile, words: str) -> str:
    """Words as they may be printed: in Chinese and without a name; empty otherwise."""
    plain = " ".join(words.split()).strip("“”\"'")
    if not has_han(plain) or not names_nobody(file, plain):
        return ""
    return plain.rstrip("。")
