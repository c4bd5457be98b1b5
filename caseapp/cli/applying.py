"""``caseapp apply``: operations from a file, each acknowledged by one flushed line once it is on the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import IO

from caseapp.cli.output import as_json, complain, line
from caseapp.errors import BadInput, NotReady, PackError
from caseapp.i18n import screen
from caseapp.work.operations import Operation, carry_out
from caseapp.work.session import Session


def apply_lines(session: Session, stream: IO[bytes], folder: Path, now: Callable[[], datetime]) -> int:
    """Carry out each line. One that cannot be used is told and left out; the rest goes on. 1 if any was left out."""
    left_out = False
    for number, raw in enumerate(stream, start=1):
        if not raw.strip():
            continue
        operation: Operation | None = None
        try:
            operation = Operation.read(raw, number)
            done = carry_out(session, operation, folder, now())
        except (BadInput, NotReady) as error:
            left_out = True
            sentence = error.say(screen())
            name = operation.op if operation else None
            line(as_json({"seq": number, "op": name, "id": None, "ok": False, "error": sentence}))
            complain(sentence if isinstance(error, PackError) else f"{number}: {sentence}")
        else:
            line(as_json({"seq": number, "op": operation.op, "id": done.id, "ok": True, "change": done.sequence}))
    return 1 if left_out else 0
