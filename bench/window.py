"""Our first window, quit after its first paint: what `bench/bare_window.py` is measured against."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from caseapp import app as entry

application = QApplication(sys.argv)
window = entry.build(application, Path(sys.argv[1]))
window.resize(1024, 600)
window.show()
window.grab()
QTimer.singleShot(0, application.quit)
application.exec()
