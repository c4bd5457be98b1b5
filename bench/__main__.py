"""Measure, print one JSON document, and exit 1 if a promise is not held."""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench import rows
from bench.measure import Row


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)
        measured: list[Row] = [measure(Path(folder)) for measure in rows.ALL]
    document = {
        "machine": {"cpus": os.cpu_count(), "python": platform.python_version(), "system": platform.system()},
        "rows": [row.as_json() for row in measured],
        "held": all(row.held for row in measured),
    }
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    return 0 if document["held"] else 1


if __name__ == "__main__":
    sys.exit(main())
