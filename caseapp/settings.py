"""What one person of this computer prefers: language, theme, the casebooks opened last. Never anything about a client.

A file that is broken, unreadable or from a newer version is left alone; the defaults hold, and a notice says so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from caseapp.i18n import LANGUAGES, N_
from caseapp.paths import user_config

VERSION = 1
THEMES = ("system", "light", "dark")
REMEMBERED = 8
LARGEST = 100_000

BROKEN = N_("Your settings could not be read, so the usual ones are used. The file was left as it is: {file}")
NEWER = N_("Your settings are from a newer version of the program, so the usual ones are used. They were left as they are.")
NOT_KEPT = N_("Your settings could not be kept: {file} cannot be written. Everything else works as usual.")


@dataclass(frozen=True, slots=True)
class Settings:
    """``language`` empty follows the system; ``casebooks`` are paths, the newest first."""

    language: str = ""
    theme: str = "system"
    casebooks: tuple[str, ...] = ()

    def with_casebook(self, folder: Path) -> Settings:
        """These settings with ``folder`` as the casebook opened last."""
        path = str(folder.absolute())
        others = tuple(other for other in self.casebooks if other != path)
        return replace(self, casebooks=(path, *others)[:REMEMBERED])


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, and a notice (template and values) if they are not those of the file; then the file is not written."""

    settings: Settings
    notice: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def may_be_saved(self) -> bool:
        return not self.notice


def settings_file() -> Path:
    """Where this person's settings lie."""
    return user_config() / "settings.json"


def load(path: Path | None = None) -> Loaded:
    """The settings of this person. Never fails."""
    file = path or settings_file()
    try:
        with file.open("rb") as stream:
            content = json.loads(stream.read(LARGEST))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError, RecursionError):
        return Loaded(Settings(), BROKEN, {"file": str(file)})
    if not isinstance(content, dict) or not isinstance(content.get("version"), int):
        return Loaded(Settings(), BROKEN, {"file": str(file)})
    if content["version"] > VERSION:
        return Loaded(Settings(), NEWER, {})
    return Loaded(_settings(content))


def save(settings: Settings, path: Path | None = None) -> str:
    """Keep the settings; an empty text, or a notice with ``{file}`` if they could not be kept."""
    file = path or settings_file()
    content = {
        "version": VERSION,
        "language": settings.language,
        "theme": settings.theme,
        "casebooks": list(settings.casebooks),
    }
    temporary = file.with_suffix(".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        temporary.replace(file)
    except OSError:
        return NOT_KEPT
    return ""


def language_of(settings: Settings) -> str:
    """The language to speak: the one chosen, else the system's, else Chinese."""
    if settings.language in LANGUAGES:
        return settings.language
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        name = os.environ.get(variable, "").split(".")[0]
        if name and name not in ("C", "POSIX"):
            return "zh_CN" if name.lower().startswith("zh") else "en"
    return "zh_CN"


def _settings(content: Mapping[str, object]) -> Settings:
    """What can be used of a file; anything else takes its default."""
    language, theme, casebooks = content.get("language"), content.get("theme"), content.get("casebooks")
    return Settings(
        language if isinstance(language, str) and language in LANGUAGES else "",
        theme if isinstance(theme, str) and theme in THEMES else "system",
        tuple(path for path in casebooks if isinstance(path, str))[:REMEMBERED] if isinstance(casebooks, list) else (),
    )
