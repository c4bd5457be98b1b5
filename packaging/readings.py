"""Makes ``resources/names/readings.txt``. Run by hand when the table shall change, never by a build or a test.

    python packaging/readings.py

The readings are those of pypinyin (MIT), which takes them from pinyin-data (MIT; Unihan and the dictionaries named there).
Tones are left out. A casebook's search index is made from this table: a change of it needs a step in
``caseapp/store/migrate.py`` that makes the index of older casebooks anew (docs/decisions/0015-names-by-sound.md).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "names" / "readings.txt"

HEAD = """\
# How Chinese characters are read, without tones; ü is v. Made by packaging/readings.py from pypinyin 0.55.0
# (MIT licence, Copyright mozillazg and contributors), whose data is pinyin-data (MIT). Do not edit by hand.
# A line: the syllable, the characters whose first reading it is, the characters it is another reading of.
"""


def plain(syllable: str) -> str:
    """``lǚ`` -> ``lv``; an empty text for what is written in other letters than a to z."""
    kept = unicodedata.normalize("NFC", syllable).casefold()
    for toned in "üǖǘǚǜ":
        kept = kept.replace(toned, "v")
    bare = "".join(one for one in unicodedata.normalize("NFD", kept) if not unicodedata.combining(one))
    return bare if bare.isascii() and bare.isalpha() else ""


def readings() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each character with its readings, the usual one first."""
    from pypinyin.pinyin_dict import pinyin_dict

    for code, toned in sorted(pinyin_dict.items()):
        found = tuple(dict.fromkeys(filter(None, map(plain, toned.split(",")))))
        if found:
            yield chr(code), found


def table() -> str:
    """The file."""
    first: dict[str, list[str]] = {}
    other: dict[str, list[str]] = {}
    for character, found in readings():
        for place, syllable in enumerate(found):
            (other if place else first).setdefault(syllable, []).append(character)
    lines = (f"{one}\t{''.join(first.get(one, ()))}\t{''.join(other.get(one, ()))}\n" for one in sorted({*first, *other}))
    return HEAD + "".join(lines)


if __name__ == "__main__":
    OUT.write_text(table(), encoding="utf-8")
