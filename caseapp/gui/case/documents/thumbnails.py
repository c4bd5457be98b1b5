"""Small pictures of attached files: drawn elsewhere, one by one, only for what is in sight; kept in memory alone."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from caseapp.domain.documents import Attachment
from caseapp.gui.desk import Desk
from caseapp.gui.parts.paper_view import picture
from caseapp.gui.theme.icons import icon
from caseapp.gui.theme.theme import palette
from caseapp.paper.foreign_pages import SHOWN, ForeignPages

SIDE = 52
DRAWN = 2 * SIDE
MOST = 400
"""Pictures kept; each is a few kilobytes."""


class Thumbnails(QObject):
    """Draws one at a time, so that a file somebody opens never waits for more than one of them."""

    drawn = Signal(str)
    """The picture of a blob is there."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pictures: dict[str, QImage] = {}
        self._waiting: deque[Attachment] = deque()
        self._busy = False

    def picture(self, attachment: Attachment) -> QImage | None:
        """The picture; None while it is not drawn, a null picture where there is none."""
        return self._pictures.get(attachment.blob) if attachment.media_type in SHOWN else QImage()

    def ask(self, attachment: Attachment) -> None:
        """Have it drawn, after what was asked for before."""
        if self.picture(attachment) is None and attachment not in self._waiting:
            self._waiting.append(attachment)
            self._next()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        from caseapp.work.attachments import pages_shown

        self._busy = True
        session, wanted = self._desk.session, self._waiting.popleft()
        self._desk.long(
            self, lambda _progress: pages_shown(session, wanted, width=DRAWN),
            lambda found: self._keep(wanted, _first(found)), failed=lambda _error: self._keep(wanted, QImage()),
        )  # fmt: skip

    def _keep(self, attachment: Attachment, image: QImage) -> None:
        while len(self._pictures) >= MOST:
            del self._pictures[next(iter(self._pictures))]
        self._pictures[attachment.blob] = image
        self._busy = False
        self.drawn.emit(attachment.blob)
        self._next()


def _first(found: ForeignPages) -> QImage:
    return picture(found.pages[0]) if found.pages else QImage()


class Thumbnail(QWidget):
    """One of them. It asks when it is painted for the first time: what is out of sight is never drawn."""

    def __init__(self, thumbnails: Thumbnails, attachment: Attachment) -> None:
        super().__init__()
        self._thumbnails, self._attachment = thumbnails, attachment
        self.setFixedSize(SIDE, SIDE)
        thumbnails.drawn.connect(self._drawn)

    def paintEvent(self, _event: QPaintEvent) -> None:
        found = self._thumbnails.picture(self._attachment)
        painter = QPainter(self)
        if found is None:
            self._thumbnails.ask(self._attachment)
        if found is None or found.isNull():
            side = SIDE // 2
            icon("document", palette().soft).paint(painter, QRect(side // 2, side // 2, side, side))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = found.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect((SIDE - size.width()) // 2, (SIDE - size.height()) // 2, size.width(), size.height())
        painter.drawImage(box, found)
        painter.setPen(QColor(palette().line))
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _drawn(self, blob: str) -> None:
        if blob == self._attachment.blob:
            self.update()
