"""The sentences papers are made of: files under ``resources/letters``, Chinese and English side by side.

A template has named slots, ``{day}``. They are filled literally: what a value holds is never read as a template again.
A slot without a value prints as a blank to fill in by hand, and the paper stays a draft.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from caseapp.law.shelf import Entry, whole
from caseapp.letters.both import Both, same
from caseapp.paths import resource

BLANK = "＿＿＿＿＿＿"
_SLOT = re.compile(r"\{([a-z_0-9]+)\}")

Slot = Both | str | int | None


def slots(template: str) -> tuple[str, ...]:
    """The names of a template's slots, in order."""
    return tuple(_SLOT.findall(template))


def fill(template: Both, **values: Slot) -> Both:
    """A template with its slots filled. Raises ``KeyError`` for a slot nobody has thought of."""
    pairs = {name: _both(value) for name, value in values.items()}
    return Both(
        _SLOT.sub(lambda found: pairs[found[1]].zh, template.zh),
        _sentence_case(_SLOT.sub(lambda found: pairs[found[1]].en, template.en)),
    )


def _both(value: Slot) -> Both:
    if value is None or value == "":
        return same(BLANK)
    return value if isinstance(value, Both) else same(str(value))


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:] if text.endswith((".", "?", ":")) else text


class Phrases:
    """One file of templates."""

    def __init__(self, templates: Mapping[str, Both]) -> None:
        self.templates = MappingProxyType(dict(templates))

    def __contains__(self, key: str) -> bool:
        return key in self.templates

    def asks(self, key: str, slot: str) -> bool:
        """Whether the template ``key`` has this slot."""
        return slot in slots(self.templates[key].zh)

    def say(self, key: str, **values: Slot) -> Both:
        """The template ``key``, filled."""
        return fill(self.templates[key], **values)


@cache
def phrases(name: str) -> Phrases:
    """The templates of ``resources/letters/<name>.yaml``. Raises PackError naming file, line and key."""
    shelf = whole(resource("letters", f"{name}.yaml"))
    return Phrases({key: read_both(shelf, key) for key in shelf.values})


def read_both(entry: Entry, key: str) -> Both:
    """The mapping ``{zh: …, en: …}`` under ``key``; empty where the file has none."""
    part = entry.part(key)
    return Both(part.text("zh"), part.text("en")) if part else Both("", "")
