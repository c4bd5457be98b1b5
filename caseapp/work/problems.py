"""What a form is asked to reconsider: which field, in one sentence."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caseapp.errors import BadInput
from caseapp.i18n import Catalogue


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """``text`` is a sentence to be translated, filled with ``values``. ``asked`` only asks: "it is right" is an answer."""

    field: str
    text: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
    asked: bool = False

    def say(self, words: Catalogue) -> str:
        """The sentence in the language of ``words``."""
        return words.gettext(self.text).format(**self.values)


def refuse(problems: Iterable[FieldProblem]) -> None:
    """Raise :class:`BadInput` with the first problem that is more than a question."""
    for problem in problems:
        if not problem.asked:
            raise BadInput(problem.text, **problem.values)
