"""The first case somebody opens after unlocking: prints the seconds until its page is painted."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.casebooks import opened
from bench.page_window import Window
from caseapp.domain.ids import CaseId

with opened(Path(sys.argv[1])) as session:
    window = Window(session)
    window.wait_until_ready()
    sys.stdout.write(f"{window.opened(CaseId(sys.argv[2]))}\n")
    window.close()
