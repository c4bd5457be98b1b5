"""Where the program finds its own files, and where it may keep its settings.

In a checkout ``resources/`` and ``translations/`` lie beside the package; in an installed wheel inside it.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

NAME = "caseapp"


@cache
def _home(folder: str) -> Path:
    package = Path(__file__).resolve().parent
    installed = package / folder
    return installed if installed.is_dir() else package.parent / folder


def resource(*parts: str) -> Path:
    """A bundled file or folder below ``resources/``."""
    return _home("resources").joinpath(*parts)


def translations() -> Path:
    """The folder of compiled catalogues."""
    return _home("translations")


def user_data() -> Path:
    """This computer's folder for what must stay outside the casebook (replica identities, settings). Never client data."""
    found = _xdg("XDG_DATA_HOME", ".local/share")
    if found is None:
        from platformdirs import user_data_path

        found = user_data_path(NAME, appauthor=False)
    return found


def user_config() -> Path:
    """This person's folder for settings on this computer."""
    found = _xdg("XDG_CONFIG_HOME", ".config")
    if found is None:
        from platformdirs import user_config_path

        found = user_config_path(NAME, appauthor=False)
    return found


def _xdg(variable: str, otherwise: str) -> Path | None:
    """The folder on Linux, by the XDG Base Directory Specification; None elsewhere.

    Importing ``platformdirs``, which knows every system, takes longer than everything else the first window needs.
    """
    if sys.platform != "linux":
        return None
    given = Path(os.environ.get(variable, "").strip())
    return (given if given.is_absolute() else Path.home() / otherwise) / NAME
