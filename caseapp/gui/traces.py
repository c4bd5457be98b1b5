"""What Qt would write down about a person by itself, and is kept from writing."""

from __future__ import annotations

import os

from PySide6.QtCore import QSettings


def leave_no_traces() -> None:
    """Qt's file dialog writes the folders it showed to a settings file in HOME; give it a place that cannot be written."""
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, os.devnull)
