"""Where the program finds its own files, and where it may keep its settings.

In a checkout ``resources/`` and ``translations/`` lie beside the package; in an installed wheel inside it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


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
    from platformdirs import user_data_path

    return user_data_path("caseapp", appauthor=False)
