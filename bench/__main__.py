"""Measure, print one JSON document, and exit 1 if a promise is not held. `python -m bench rules` measures rules alone."""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench import desk_rows, page_rows, rows, rule_rows, search_rows
from bench.measure import Row

PARTS = {
    "casebook": rows.ALL,
    "desk": desk_rows.ALL,
    "page": page_rows.ALL,
    "rules": rule_rows.ALL,
    "search": search_rows.ALL,
}


def main(parts: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)
        wanted = [measure for part in parts or PARTS for measure in PARTS[part]]
        measured = [row for measure in wanted for row in _listed(measure(Path(folder)))]
    document = {
        "machine": {"cpus": os.cpu_count(), "python": platform.python_version(), "system": platform.system()},
        "rows": [row.as_json() for row in measured],
        "held": all(row.held is not False for row in measured),
        "not_measured": [row.name for row in measured if row.held is None],
    }
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    return 0 if document["held"] else 1


def _listed(found: Row | list[Row]) -> list[Row]:
    return found if isinstance(found, list) else [found]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
