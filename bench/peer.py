"""OpenFisca-core beside us: in a virtual environment and a process of its own, for the measurement alone.

It is licensed AGPL-3.0-or-later and is no dependency: nothing of the project imports it, no lock file names it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from bench.measure import ROOT

PINNED = "openfisca-core==46.0.1"
FOLDER = ROOT / "bench-out" / "openfisca"
INSTALL_SECONDS = 900


class NoPeer(Exception):
    """The peer cannot be measured here; the message says why."""


class Peer:
    """A running peer. Raises :class:`NoPeer` where it cannot be installed or started."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [_python(), "-m", "bench.openfisca_peer"], cwd=ROOT, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._asked("answers", 1)

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.communicate(timeout=60)

    def digest(self, count: int) -> str:
        """The answers and totals of the first ``count`` persons, as one digest."""
        return str(self._asked("answers", count)["sha256"])

    def all(self, count: int) -> float:
        """Seconds of one vectorised run over ``count`` records."""
        return float(str(self._asked("all", count)["seconds"]))

    def one(self, count: int) -> float:
        """Seconds a case with its trace, over ``count`` of them."""
        return float(str(self._asked("one", count)["seconds"]))

    def _asked(self, what: str, count: int) -> dict[str, object]:
        assert self._process.stdin is not None and self._process.stdout is not None
        with suppress(BrokenPipeError):  # then there is no answer to read either
            self._process.stdin.write(json.dumps({"what": what, "count": count}) + "\n")
            self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise NoPeer("OpenFisca ended before it answered")
        found: dict[str, object] = json.loads(line)
        return found


def _python() -> str:
    """The Python of the peer's own environment, which is made where it is missing."""
    python = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if _has_it(python):
        return str(python)
    sys.stderr.write(f"Installing {PINNED} into {FOLDER.relative_to(ROOT)}, for this measurement only.\n")
    try:
        venv.create(FOLDER, with_pip=True, clear=True)
        command = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", PINNED]
        subprocess.run(command, check=True, capture_output=True, timeout=INSTALL_SECONDS)
    except (OSError, subprocess.SubprocessError):
        raise NoPeer(f"{PINNED} could not be installed") from None
    return str(python)


def _has_it(python: Path) -> bool:
    if not python.exists():
        return False
    return subprocess.run([str(python), "-c", "import openfisca_core"], check=False, capture_output=True).returncode == 0
