"""``caseapp`` (or ``caseapp FOLDER``) opens the window; ``caseapp COMMAND`` does the same work without one."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from caseapp.i18n import N_

NO_DISPLAY = N_("There is no display for a window here. “caseapp help” lists what can be done without one.")

COLLECT_EVERY = 100_000
"""New objects between two looks for garbage: a command makes many, keeps them and ends."""


def no_display() -> bool:
    """Whether Qt would end the process because it finds nowhere to draw (X11 and Wayland; elsewhere there always is)."""
    places = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in places)


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``argv`` (by default what was typed) and return the exit code."""
    words = sys.argv[1:] if argv is None else list(argv)
    if words and not (len(words) == 1 and Path(words[0]).is_dir()):
        from caseapp.cli.main import main as command
        from caseapp.cli.own_fault import tell

        sys.excepthook = tell
        gc.set_threshold(COLLECT_EVERY, 20, 20)
        return command(words)
    if no_display():
        from caseapp.cli.output import complain
        from caseapp.i18n import screen, use
        from caseapp.settings import language_of, load

        use(language_of(load().settings))
        complain(screen().gettext(NO_DISPLAY))
        return 2
    from caseapp.app import run

    return run([sys.argv[0], *words])


if __name__ == "__main__":
    sys.exit(main())
