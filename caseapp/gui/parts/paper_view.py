"""A PDF as paper on the screen, page below page; and the same pages sent to a printer.

The pages come as pixels (nothing in the file is run or followed) and are made in the long lane.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from caseapp.gui.desk import Desk
from caseapp.gui.parts.busy import Busy
from caseapp.paper.preview import PageImage, page_images

SCREEN_SCALE = 1.6
"""Pixels a point: sharp at the widths a page has on screen."""
PRINT_SCALE = 300 / 72
MARGIN = 16


class PaperView(QScrollArea):
    """Shows pages as wide as there is room, up to ``width`` device-independent pixels."""

    def __init__(self, desk: Desk, *, name: str, width: int = 620) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk, self._width = desk, width
        self._pdf = b""
        self._images: list[QImage] = []
        self._labels: list[QLabel] = []
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(MARGIN)
        self._busy = Busy()
        self._busy.hide()
        self._column.addWidget(self._busy)
        self._column.addStretch(1)
        self.setWidget(holder)

    @property
    def pdf(self) -> bytes:
        """The file that is shown."""
        return self._pdf

    @property
    def pages(self) -> int:
        """How many pages are painted."""
        return len(self._labels)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF; its pages appear when they are drawn."""
        self._pdf = pdf
        self._desk.long(self, lambda _progress: (pdf, page_images(pdf, SCREEN_SCALE)), lambda drawn: self._show(*drawn))

    def show_images(self, pages: Sequence[PageImage]) -> None:
        """Show pages that were drawn elsewhere; there is no file to print."""
        self._pdf = b""
        self._show(self._pdf, pages)

    def wait(self) -> None:
        """A new file is being made; the old one stays in sight until it is there."""
        self._busy.show()

    def print_it(self) -> None:
        """Ask for a printer, and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("caseapp")
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pdf = self._pdf
        dialog.accepted.connect(
            lambda: self._desk.long(
                self, lambda _progress: page_images(pdf, PRINT_SCALE), lambda pages: paint_pages(printer, pages)
            )
        )
        QDialog.open(dialog)  # a print dialog has an open() of its own, which wants a slot by name

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self, pdf: bytes, pages: Sequence[PageImage]) -> None:
        if pdf is not self._pdf:
            return
        self._busy.hide()
        self._images = [picture(page) for page in pages]
        while self._labels:
            label = self._labels.pop()
            self._column.removeWidget(label)
            label.deleteLater()
        for index, _image in enumerate(self._images):
            label = QLabel()
            label.setObjectName("card")
            self._column.insertWidget(index, label, 0, Qt.AlignmentFlag.AlignHCenter)
            self._labels.append(label)
        self._fit()

    def _fit(self) -> None:
        room = min(self._width, self.viewport().width() - 2 * MARGIN)
        if room < 50:
            return
        ratio = self.devicePixelRatioF()
        for label, image in zip(self._labels, self._images, strict=True):
            scaled = image.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
            scaled.setDevicePixelRatio(ratio)
            label.setPixmap(QPixmap.fromImage(scaled))


def picture(page: PageImage) -> QImage:
    """A page as Qt's picture, with pixels of its own."""
    return QImage(page.rgb, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888).copy()


def paint_pages(printer: QPrinter, pages: Sequence[PageImage]) -> None:
    """Paint pages on a printer, each as large as the paper allows."""
    painter = QPainter(printer)
    try:
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            paper = painter.viewport()
            image = picture(page)
            size = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(QPoint(0, 0), size), image)
    finally:
        painter.end()
