"""Timing that can be trusted on a shared machine: the two things compared take turns, and medians are quoted."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its floor, in seconds. ``limit`` is what the project promises of the ratio or of the seconds.

    ``held`` None: it could not be measured here, ``floor`` says why; it counts neither as held nor as broken.
    """

    name: str
    floor: str
    ours_median_s: float | None
    floor_median_s: float | None
    ratio: float | None
    limit: str
    held: bool | None

    def as_json(self) -> dict[str, object]:
        return asdict(self)


def process(arguments: Sequence[str]) -> float:
    """Wall seconds of one run of a Python process, from start to exit."""
    begun = time.perf_counter()
    _run(arguments)
    return time.perf_counter() - begun


def told(arguments: Sequence[str]) -> float:
    """The seconds that a Python process has measured itself and prints."""
    return float(_run(arguments))


def _run(arguments: Sequence[str]) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what was compiled once stays compiled, as for everybody
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


def call(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def cpu(work: Callable[[], object]) -> float:
    """Processor seconds of one call that neither waits nor sleeps: what else runs on the machine is not counted in."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def in_turn(ours: Callable[[], float], floor: Callable[[], float], runs: int) -> tuple[float, float]:
    """Medians of the two, measured alternately after one warm-up each."""
    ours(), floor()
    pairs = [(ours(), floor()) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def compared(name: str, floor: str, medians: tuple[float, float], *, times: float) -> Row:
    """A row whose promise is a ratio."""
    ours, base = medians
    ratio = ours / base if base else float("inf")
    return Row(name, floor, ours, base, round(ratio, 2), f"ratio <= {times}", ratio <= times)


def bounded(name: str, floor: str, medians: tuple[float, float], *, seconds: float) -> Row:
    """A row whose promise is a time; the floor is shown beside it."""
    ours, base = medians
    return Row(name, floor, ours, base, round(ours / base if base else 0, 2), f"<= {seconds} s", ours <= seconds)


def both(name: str, floor: str, medians: tuple[float, float], *, seconds: float, times: float) -> Row:
    """A row whose promise is a time, and a ratio beside it."""
    ours, base = medians
    ratio = ours / base if base else float("inf")
    held = ours <= seconds and ratio <= times
    return Row(name, floor, ours, base, round(ratio, 2), f"<= {seconds} s, ratio <= {times}", held)


def not_measured(name: str, floor: str, reason: str) -> Row:
    """A row for what could not be measured here."""
    return Row(name, f"{floor}: {reason}", None, None, None, "", None)


def grown(name: str, few: float, many: float, times: int, *, exponent: float) -> Row:
    """A row for how the cost grows when there is ``times`` as much to do; 1 is linear."""
    found = math.log(many / few) / math.log(times)
    return Row(name, "a hundredth of them", many, few, round(found, 3), f"exponent <= {exponent}", found <= exponent)
