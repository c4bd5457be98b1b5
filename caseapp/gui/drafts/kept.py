"""Fields whose content can be written down as plain text and put back, so that a form can be kept half filled."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget


@runtime_checkable
class Keeps(Protocol):
    """A field."""

    def kept(self) -> str:
        """What stands in it, in no language of the screen; nothing, while it is empty."""

    def put_back(self, kept: str) -> object:
        """Show what :meth:`kept` gave; what is no longer to be chosen is left out."""

    def touched(self) -> tuple[SignalInstance, ...]:
        """The signals that tell of a change."""


def fields_of(*parts: QWidget) -> dict[str, Keeps]:
    """Every field in these parts of a form, by its name. A field that is made of others answers for them."""
    return {field.objectName(): field for part in parts for field in _fields(part)}


def _fields(part: QWidget) -> Iterator[QWidget]:
    if isinstance(part, Keeps):
        if part.objectName():
            yield part
        return
    for child in part.children():
        if isinstance(child, QWidget):
            yield from _fields(child)


def plain(value: object) -> str:
    """One value of a list as text that means the same tomorrow."""
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    return str(getattr(value, "id", value))
