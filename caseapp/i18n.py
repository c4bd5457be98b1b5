"""Words in two languages.

The screen has one language at a time (:func:`use`); a letter, a finding or an error can be said in another through
:func:`catalogue`. Catalogues are GNU gettext files compiled from ``translations/<language>/*.po``.
English is the language of the source and needs no catalogue.
"""

from __future__ import annotations

import gettext as _gettext
from functools import cache
from typing import Protocol

from caseapp.paths import translations

LANGUAGES = ("zh_CN", "en")


class Catalogue(Protocol):
    """What can be asked of a language."""

    def gettext(self, message: str) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...
    def pgettext(self, context: str, message: str) -> str: ...


@cache
def catalogue(language: str) -> Catalogue:
    """The words of ``language`` (``zh_CN`` or ``en``); English for any other."""
    if language == "en" or language not in LANGUAGES:
        return _gettext.NullTranslations()
    return _gettext.translation("caseapp", str(translations()), [language], fallback=True)


_screen = "zh_CN"


def use(language: str) -> None:
    """Make ``language`` the language of the screen."""
    global _screen
    _screen = language if language in LANGUAGES else "en"


def screen_language() -> str:
    """The language of the screen now."""
    return _screen


def screen() -> Catalogue:
    """The words of the screen's language."""
    return catalogue(_screen)


def N_(message: str) -> str:  # noqa: N802  (the name gettext tools look for)
    """Mark ``message`` for translation where it is only stored; translate it when it is shown."""
    return message


def _(message: str) -> str:
    return catalogue(_screen).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """``one`` or ``many`` by ``count``, in the screen's language."""
    return catalogue(_screen).ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """``message`` as meant in ``context``, in the screen's language."""
    return catalogue(_screen).pgettext(context, message)


gettext = _
