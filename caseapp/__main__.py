"""``caseapp`` opens the window; ``caseapp COMMAND`` does the same work without one."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``argv`` (by default what was typed) and return the exit code."""
    words = sys.argv[1:] if argv is None else list(argv)
    if words:
        from caseapp.cli.main import main as command
        from caseapp.cli.own_fault import tell

        sys.excepthook = tell
        return command(words)
    from caseapp.app import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
