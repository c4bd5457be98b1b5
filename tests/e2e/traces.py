"""Looking for names where none may be: in the bytes of every file, and in whatever the window still holds."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
HIDDEN_IN_JSON = "ascii with escapes"


def written(folders: Iterable[Path]) -> Iterator[Path]:
    """Every file below the folders."""
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def traces(folders: Iterable[Path], words: Collection[str], but: Collection[Path] = ()) -> list[str]:
    """Each word found in a file or in its name: which file, which word, in which encoding."""
    sought = [(word, encoding, data) for word in words for encoding, data in spelled(word)]
    found = []
    for path in written(folders):
        if path not in but:
            content = path.read_bytes()
            found += [f"{path}: {word} as {encoding}" for word, encoding, data in sought if data in content]
            found += [f"{path}: {word} in its name" for word in words if word in str(path)]
    return found


def spelled(word: str) -> Iterator[tuple[str, bytes]]:
    """The bytes a word has on a disk."""
    for encoding in ENCODINGS:
        yield encoding, word.encode(encoding)
    if not word.isascii():
        yield HIDDEN_IN_JSON, word.encode("utf-16-be").hex("|", 2).replace("|", "\\u").join(("\\u", "")).encode()


def held() -> list[str]:
    """Every text that a widget, a model, a document, an action, a title or the clipboard still holds."""
    texts: list[str] = []
    for widget in QApplication.allWidgets():
        texts += _of_widget(widget)
    for thing in gc.get_objects():
        if isinstance(thing, QAbstractItemModel) and isValid(thing):
            texts += _of_model(thing)
        elif isinstance(thing, QTextDocument) and isValid(thing):
            texts.append(thing.toPlainText())
    for window in QGuiApplication.allWindows():
        texts.append(window.title())
    clipboard = QGuiApplication.clipboard()
    texts += [clipboard.text(mode) for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection)]
    return [text for text in texts if text]


_READ = ("text", "toPlainText", "placeholderText", "currentText", "title")


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    for name in _READ:
        read = getattr(widget, name, None)
        if callable(read):
            yield str(read())
    for action in QWidget.actions(widget):
        yield from (action.text(), action.toolTip())
    model = getattr(widget, "model", None)
    if callable(model) and isinstance(model(), QAbstractItemModel):
        yield from _of_model(model())
    for child in widget.findChildren(QObject):
        if isinstance(child, QAction):
            yield child.text()


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    top = QModelIndex()
    for row in range(model.rowCount(top)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(top)):
            at = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.UserRole):
                yield str(model.data(at, role))
