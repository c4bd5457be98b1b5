"""``caseapp`` (or ``caseapp FOLDER``) opens the window; ``caseapp COMMAND`` does the same work without one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``argv`` (by default what was typed) and return the exit code."""
    words = sys.argv[1:] if argv is None else list(argv)
    if words and not (len(words) == 1 and Path(words[0]).is_dir()):
        from caseapp.cli.main import main as command
        from caseapp.cli.own_fault import tell

        sys.excepthook = tell
        return command(words)
    from caseapp.app import run

    return run([sys.argv[0], *words])


if __name__ == "__main__":
    sys.exit(main())
