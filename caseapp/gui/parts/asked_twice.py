"""What is unlikely is asked once; pressing the button again says that it is right. What cannot be is never let through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caseapp.gui.words import Say
from caseapp.i18n import _, screen

if TYPE_CHECKING:
    from caseapp.work.problems import FieldProblem


def in_words(problem: FieldProblem) -> str:
    """What to look at again, in the screen's language; after a question, how to say that it is right."""
    said = problem.say(screen())
    if not problem.asked:
        return said
    # Translators: {question} is a whole sentence that asks about something unlikely in a form.
    return _("{question} If it is right so, press the button once more.").format(question=said)


def spoken_of(problems: Iterable[FieldProblem]) -> dict[str, Say]:
    """What to say below each field, in whatever language the screen speaks then."""
    return {problem.field: lambda problem=problem: in_words(problem) for problem in problems}


class AskedTwice:
    """Remembers what was asked."""

    def __init__(self) -> None:
        self._asked: frozenset[tuple[str, str]] = frozenset()

    def may_go_on(self, problems: Iterable[FieldProblem]) -> bool:
        """Whether nothing stands in the way: no problem, or only questions that were asked already."""
        found = tuple(problems)
        questions = frozenset((problem.field, problem.text) for problem in found if problem.asked)
        known = questions <= self._asked
        self._asked = questions
        return known and all(problem.asked for problem in found)
