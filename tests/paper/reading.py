"""Papers read back with poppler, as any other program would read them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def _run(tool: str, pdf: bytes, folder: Path, *options: str) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    target = ["-"] if tool == "pdftotext" else []
    done = subprocess.run([tool, *options, str(path), *target], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def text(pdf: bytes, folder: Path, *options: str) -> str:
    return _run("pdftotext", pdf, folder, *(options or ("-layout",)))


def fonts(pdf: bytes, folder: Path) -> list[dict[str, str]]:
    """One row a font: its name, whether it is embedded, subset, and mapped to Unicode."""
    rows = _run("pdffonts", pdf, folder).splitlines()[2:]
    return [dict(zip(("name", "emb", "sub", "uni"), (row.split()[0], *row.split()[-5:-2]), strict=True)) for row in rows]


def properties(pdf: bytes, folder: Path) -> dict[str, str]:
    pairs = (row.split(":", 1) for row in _run("pdfinfo", pdf, folder, "-rawdates").splitlines())
    return {name: value.strip() for name, value in pairs}


def joined(told: str) -> str:
    """The text without the breaks and room that layout put in."""
    return "".join(told.split())
