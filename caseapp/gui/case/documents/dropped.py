"""Files that come by drag and drop or from the clipboard."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from caseapp.work.attachments import Pasted


def local_files(held: QMimeData) -> list[Path]:
    """The files of this computer among what is dropped or copied; nothing is fetched from elsewhere."""
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]


def dropped(held: QMimeData) -> bool:
    """Whether something can be attached of what is dragged: files of this computer, or a picture out of another window."""
    return bool(local_files(held)) or held.hasImage()


def picture_name(now: datetime) -> str:
    """What a picture without a name goes by: when it came."""
    return f"{now:%Y-%m-%d-%H%M%S}.png"


def pasted(held: QMimeData, name: str) -> list[Path | Pasted]:
    """What lies on the clipboard or is dropped: files that were copied, else a picture under ``name``."""
    files: list[Path | Pasted] = [*local_files(held)]
    image = held.imageData() if not files and held.hasImage() else None
    return [Pasted(name, _png(image))] if isinstance(image, QImage) and not image.isNull() else files


def _png(image: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(kept.data())
