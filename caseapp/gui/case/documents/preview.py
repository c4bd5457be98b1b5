"""An attached file shown inside the window: PDF, PNG and JPEG as pixels, nothing else, and nothing written outside."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QWidget

from caseapp.domain.documents import Attachment
from caseapp.errors import BadInput, CaseAppError
from caseapp.gui.buttons import Action
from caseapp.gui.desk import Desk
from caseapp.gui.dialog import Dialog
from caseapp.gui.paper_view import PaperView
from caseapp.gui.text import Words
from caseapp.i18n import N_, screen

MOST_PIXELS = 40_000_000
MOST_PAGES = 60
WIDTH, HEIGHT = 720, 480
PICTURES = ("image/png", "image/jpeg")
BROKEN = N_("This file cannot be shown: it is damaged, or not what its name says. It is kept as it is.")


class PreviewDialog(Dialog):
    """Shows one attachment."""

    def __init__(self, desk: Desk, attachment: Attachment, parent: QWidget) -> None:
        super().__init__(lambda: attachment.name, parent, name="preview", width=WIDTH)
        self._desk, self._attachment = desk, attachment
        self.paper = PaperView(desk, name="preview_paper")
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area = QScrollArea()
        area.setObjectName("preview_area")
        area.setWidgetResizable(True)
        area.setWidget(self.picture)
        self.area = area
        self.words = Words(N_("One moment"), "soft")
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(HEIGHT)
        for page in (self.words, self.paper, area):
            self.stack.addWidget(page)
        self.add(self.stack)
        self.foot(Action(N_("Close"), self.accept, name="preview_close"))
        self._read()

    def _read(self) -> None:
        from caseapp.paper.preview import page_count
        from caseapp.work.documents import attachment_bytes

        session, attachment = self._desk.session, self._attachment
        if attachment.media_type == "application/pdf":

            def checked() -> bytes:
                content = attachment_bytes(session, attachment)
                if page_count(content) > MOST_PAGES:
                    raise BadInput(N_("This file has more than {pages} pages and is not shown here."), pages=MOST_PAGES)
                return content

            self._desk.read(self, checked, self._show_paper, self._failed)
        elif attachment.media_type in PICTURES:
            self._desk.read(self, lambda: picture(attachment_bytes(session, attachment)), self._show_picture, self._failed)
        else:
            self.words.say(N_("Files of this kind are kept, but not opened here: PDF, PNG and JPEG are."))

    def _show_paper(self, content: bytes) -> None:
        self.stack.setCurrentWidget(self.paper)
        self.paper.show_pdf(content)

    def _show_picture(self, image: QImage) -> None:
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.stack.setCurrentWidget(self.area)

    def _failed(self, error: Exception) -> None:
        """A file from outside may be anything; that it cannot be read is no fault of the program."""
        if isinstance(error, CaseAppError):
            sentence = error
            self.words.say(lambda: sentence.say(screen()))
        else:
            self.words.say(BROKEN)


def picture(content: bytes) -> QImage:
    """A picture not larger than the window. Raises :class:`BadInput` for one that is too large or cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or reader.format().data() not in (b"png", b"jpeg"):
        raise BadInput(BROKEN)
    if size.width() * size.height() > MOST_PIXELS:
        raise BadInput(
            N_("This picture has more than {number} million pixels and is not shown here."), number=MOST_PIXELS // 1_000_000
        )
    image = reader.read()
    if image.isNull():
        raise BadInput(BROKEN)
    room = WIDTH - 64
    return image if image.width() <= room else image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
