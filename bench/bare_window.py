"""The floor of a window: PySide6, a title, a field and a button, quit after the first paint."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget

app = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("bare")
body = QWidget()
layout = QVBoxLayout(body)
layout.addWidget(QLineEdit())
layout.addWidget(QPushButton("open"))
window.setCentralWidget(body)
window.resize(1024, 600)
window.show()
window.grab()
QTimer.singleShot(0, app.quit)
app.exec()
