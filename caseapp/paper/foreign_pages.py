"""Files from outside as pixels: decoded in a process of its own (:mod:`caseapp.paper.foreign`), which may fail alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import caseapp
from caseapp.domain.media import DOCX, PDF
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.paper.foreign_reading import AT_ONCE, BOUND_PAGES, MOST_PAGES, PICTURES, seconds_for
from caseapp.paper.preview import PageImage

PAGES_AT_ONCE = AT_ONCE
COPIED = frozenset((PDF, *PICTURES))
"""Media types of which a copy without metadata can be made."""
SHOWN = COPIED | {DOCX}
"""Media types that are shown as pixels; anything else is kept and never opened."""
NOT_CLEANED = N_("Only PDF and pictures can be copied without their metadata. Print another file to PDF and attach that.")
BROKEN = N_("This file cannot be shown: it is damaged, or not what its name says. It is kept as it is.")
_REFUSALS = {
    "too_large": N_("This picture has more than 40 million pixels and is not shown here. It is kept as it is."),
    "memory": N_("This file needs more memory than one file is given here, and is not shown. It is kept as it is."),
    "too_many_pages": N_("This file has more than {pages} pages and is not shown here. It is kept as it is."),
    "too_many_bound": N_("These are more than {bound} pages. Copy fewer at once."),
    "locked": N_("This PDF is locked by a password. Attach a copy that opens without one; this one is kept as it is."),
    "bomb": N_("This file unpacks to far more than it holds and is not shown here. It is kept as it is."),
    "no_heic": N_("HEIC pictures cannot be shown on this computer: their decoder is not installed. It is kept as it is."),
    "broken": BROKEN,
}


@dataclass(frozen=True, slots=True)
class ForeignPages:
    """Some pages of a file, and how many it has."""

    pages: tuple[PageImage, ...]
    total: int
    text_only: bool = False
    """Whether the pages are made of its words alone: its layout is not shown."""
    cut: bool = False
    """Whether it has more words than are shown."""


def foreign_pages(content: bytes, kind: str, *, width: int, first: int = 0, most: int = AT_ONCE) -> ForeignPages:
    """Pages of a PDF, frames of a picture or the words of a DOCX: from ``first`` (from 0) on, at most ``width`` pixels
    wide. Raises :class:`BadInput` saying why not."""
    _look_at(kind)
    head, body = _ask({"task": "pages", "kind": kind, "width": width, "first": first, "pages": most}, content)
    pages, at = [], 0
    for wide, high in head["sizes"]:
        size = wide * high * 3
        pages.append(PageImage(wide, high, body[at : at + size]))
        at += size
    if at != len(body):
        raise BadInput(BROKEN)
    return ForeignPages(tuple(pages), head["total"], kind == DOCX, head["cut"])


class Doubt(Enum):
    """What may be wrong with a photograph: a reason to look at it again, no more."""

    SMALL = "small"
    DARK = "dark"
    BLURRED = "blurred"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Looks:
    """How many pages a file has (0: not known), and what may be doubted of it."""

    pages: int
    doubts: tuple[Doubt, ...] = ()
    refused: BadInput | None = None
    """Why it cannot be shown."""


def looks(content: bytes, kind: str) -> Looks:
    """Look at a file; of a kind that is only kept, nothing is known."""
    if kind not in SHOWN:
        return Looks(0)
    try:
        head, _body = _ask({"task": "looks", "kind": kind}, content)
    except BadInput as why:
        return Looks(0, refused=why)
    return Looks(head["total"], tuple(Doubt(word) for word in head["doubts"]))


def without_metadata(content: bytes, kind: str) -> bytes:
    """A copy that tells neither place, device nor author. Raises :class:`BadInput` for a kind that cannot be cleaned."""
    if kind not in COPIED:
        raise BadInput(NOT_CLEANED)
    _head, body = _ask({"task": "clean", "kind": kind}, content)
    return body


def one_pdf(files: Sequence[tuple[bytes, str]]) -> bytes:
    """Contents with their kinds as one PDF without metadata. Raises :class:`BadInput` for a kind that cannot be cleaned."""
    if any(kind not in COPIED for _content, kind in files):
        raise BadInput(NOT_CLEANED)
    request = {"task": "bind", "kinds": [kind for _content, kind in files], "sizes": [len(one) for one, _kind in files]}
    _head, body = _ask(request, b"".join(content for content, _kind in files))
    return body


def _look_at(kind: str) -> None:
    if kind not in SHOWN:
        raise BadInput(N_("Files of this kind are kept, but not opened here: PDF, pictures and DOCX are."))


_SPARING = {"MALLOC_ARENA_MAX": "1"}
"""The C library sets address space aside for each thread, which counts as memory (mallopt(3)): HEIC is read by several."""


def _ask(request: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
    root = str(Path(caseapp.__file__).resolve().parent.parent)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-s", "-P", "-m", "caseapp.paper.foreign"],
            input=json.dumps(request).encode() + b"\n" + content, capture_output=True, check=False,
            timeout=2 * seconds_for(len(request.get("kinds", ()))), env=kept | {"PYTHONPATH": root} | _SPARING,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise BadInput(BROKEN) from None
    line, _, body = done.stdout.partition(b"\n")
    if done.returncode != 0 or not line:
        raise BadInput(BROKEN)  # killed by its own limits: the file is not what it says
    head: dict[str, Any] = json.loads(line)
    if "refused" in head:
        raise BadInput(_REFUSALS[head["refused"]], pages=MOST_PAGES, bound=BOUND_PAGES)
    return head, body
