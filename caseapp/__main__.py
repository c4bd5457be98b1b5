"""``caseapp`` opens the window; ``caseapp COMMAND`` does the same work without one."""

from __future__ import annotations

import sys


def main() -> int:
    """The program's exit code."""
    if len(sys.argv) > 1:
        from caseapp.cli.main import main as command
        from caseapp.cli.own_fault import tell

        sys.excepthook = tell
        return command()
    from caseapp.app import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
