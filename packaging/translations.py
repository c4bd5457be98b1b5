"""Compile and check the catalogues.

    translations.py compile   every translations/<language>/*.po into one LC_MESSAGES/caseapp.mo
    translations.py check     every marked sentence is translated, with the same placeholders; nothing left over

One ``.po`` a layer keeps the files small enough to review; a sentence stands in one of them.
"""

from __future__ import annotations

import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("zh_CN",)
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "_n": (1, 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "N_p": ((1, "c"), 2),
}

Key = tuple[str | None, str]


def main(arguments: list[str]) -> int:
    problems = []
    for language in LANGUAGES:
        merged, found = merge(language)
        problems += found
        if arguments == ["check"]:
            problems += missing(language, merged)
        elif not found:
            compile_catalogue(language, merged)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def merge(language: str) -> tuple[Catalog, list[str]]:
    """All files of a language as one catalogue, and what is wrong with them."""
    merged = Catalog(locale=language, domain="caseapp")
    problems: list[str] = []
    for path in sorted((ROOT / "translations" / language).glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, abort_invalid=True)
        for message in catalogue:
            if not message.id:
                continue
            where = f"{path.relative_to(ROOT)}: {_first(message.id)!r}"
            if message.fuzzy or not all(_each(message.string)):
                problems.append(f"{where}: not translated")
            known = merged.get(message.id, message.context)
            if known is not None and known.string != message.string:
                problems.append(f"{where}: translated differently elsewhere: {known.string!r} and {message.string!r}")
            problems += [f"{where}: placeholders differ" for _ in (0,) if not _same_placeholders(message)]
            merged.add(message.id, message.string, context=message.context)
    return merged, problems


def compile_catalogue(language: str, merged: Catalog) -> None:
    target = ROOT / "translations" / language / "LC_MESSAGES" / "caseapp.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(".new")
    with temporary.open("wb") as file:
        write_mo(file, merged)
    temporary.replace(target)


def missing(language: str, merged: Catalog) -> list[str]:
    """Sentences of the program without a translation, and translations without a sentence."""
    used = dict(marked())
    known: dict[Key, Message] = {(message.context, _first(message.id)): message for message in merged if message.id}
    lacking = [f"{where}: no {language} for {key[1]!r}" for key, where in used.items() if key not in known]
    unused = [f"translations/{language}: nobody says {key[1]!r}" for key in known if key not in used]
    return lacking + unused


def marked() -> Iterator[tuple[Key, str]]:
    """Every sentence marked for translation, and where."""
    found = extract_from_dir(ROOT / "caseapp", method_map=[("**.py", "python")], keywords=KEYWORDS)
    for name, line, message, _comments, context in found:
        yield (context, _first(message)), f"caseapp/{name}:{line}"


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def _each(message: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def _same_placeholders(message: Message) -> bool:
    asked = set().union(*(_placeholders(text) for text in _each(message.id)))
    return all(_placeholders(text) <= asked for text in _each(message.string)) and (
        len(_each(message.id)) > 1 or _placeholders(_first(message.string)) == asked
    )


def _placeholders(text: str) -> set[str]:
    try:
        return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["compile"]))
