"""A file of facts: a YAML or JSON mapping of fact keys to values, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.policy.known import KnownFacts, given
from caseapp.strict_yaml import read


def read_facts(path: Path, on: date) -> KnownFacts:
    """The facts of a file, all counted as of ``on``.

    Raises :class:`PackError` with file, line and key: the file cannot be read, a fact is unknown, a value cannot be.
    """
    file = read(path)
    if not isinstance(file.value, dict):
        raise file.refuse((), N_("Expected here: facts and their values, one a line, such as “age: 38”."))
    try:
        return given(file.value, on, path.name)
    except BadInput as error:
        raise file.refuse((str(error.values["key"]),), error.template, **error.values) from None
