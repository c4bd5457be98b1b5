"""The last resort: a fault of the program is told in a plain sentence, what was typed stays, nothing is sent anywhere.

A report can be saved. It holds the kind of error and the lines of the program it passed, never a message or a value,
because those can hold what belongs to a client.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

import caseapp
from caseapp.errors import CaseAppError
from caseapp.i18n import screen


def report(error: BaseException) -> str:
    """What may leave this computer about a fault: kinds of errors, files of the program and lines."""
    import platform
    import traceback

    lines = [f"caseapp {caseapp.__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"]
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__name__)
        for frame in traceback.extract_tb(current.__traceback__):
            lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines) + "\n"


class LastResort(QObject):
    """Takes what nobody else took: exceptions, and Qt's own warnings."""

    fault = Signal(str)
    """The report of a fault of the program."""
    told = Signal(str)
    """A sentence about what the world did."""

    def install(self) -> None:
        """From now on nothing ends the program without a word."""
        sys.excepthook = self.take
        qInstallMessageHandler(_quiet)

    def take(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """An exception that reached the top."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, _trace)
        elif isinstance(error, CaseAppError):
            self.told.emit(error.say(screen()))
        else:
            self.fault.emit(report(error))


def _quiet(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    """Qt's messages can hold what a widget shows; only their place is written."""
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(f"Qt: {context.category or 'default'} {context.line or 0}\n")
