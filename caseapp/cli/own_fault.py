"""Our own mistake, told without a traceback: a traceback can hold what a client said."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

from caseapp.i18n import N_, screen

OWN_FAULT = N_("The program made a mistake ({kind}, {place}) and did not finish. What was acknowledged before is safe.")
EXIT_CODE = 3


def tell(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """Say what kind of fault it was and in which line of the program, never with which values; then end."""
    frames = traceback.extract_tb(trace)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    sys.stderr.write(screen().gettext(OWN_FAULT).format(kind=kind.__name__, place=place) + "\n")
    sys.stderr.flush()
    os._exit(EXIT_CODE)
