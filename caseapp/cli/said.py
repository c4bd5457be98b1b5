"""Reading a document that was made in both languages, in the reader's."""

from __future__ import annotations

from collections.abc import Mapping

from caseapp.i18n import screen_language


def said(entry: Mapping[str, object], key: str) -> str:
    """The text under ``<key>_zh`` or ``<key>_en``; empty where there is none."""
    return str(entry.get(f"{key}_{'zh' if screen_language() == 'zh_CN' else 'en'}") or "")


def entries(value: object) -> list[dict[str, object]]:
    """The mappings of a list; empty for anything else."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
