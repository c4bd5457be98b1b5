"""Asking for a folder or a file. What was looked at is not kept (``traces.py``)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from caseapp.gui.traces import leave_no_traces
from caseapp.gui.words import Say, said


def ask_folder(parent: QWidget, title: Say, chosen: Callable[[Path], object], *, name: str) -> QFileDialog:
    """Ask for a folder that is there; ``chosen`` hears which."""
    dialog = _dialog(parent, title, chosen, name)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def ask_file_to_write(
    parent: QWidget, title: Say, suggested: str, chosen: Callable[[Path], object], *, name: str
) -> QFileDialog:
    """Ask where to write a file. ``suggested`` names no client."""
    dialog = _dialog(parent, title, chosen, name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
    dialog.selectFile(suggested)
    dialog.open()
    return dialog


def ask_files_to_read(
    parent: QWidget, title: Say, chosen: Callable[[Path], object], *, name: str, patterns: str = ""
) -> QFileDialog:
    """Ask for one or more files; ``chosen`` hears each."""
    dialog = _dialog(parent, title, chosen, name)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    if patterns:
        dialog.setNameFilter(patterns)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: Say, chosen: Callable[[Path], object], name: str) -> QFileDialog:
    leave_no_traces()
    dialog = QFileDialog(parent, said(title), str(Path.home()))
    dialog.setObjectName(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: [chosen(Path(file)) for file in dialog.selectedFiles()])
    return dialog
