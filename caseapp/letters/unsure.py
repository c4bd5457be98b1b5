"""What is not sure of the days a paper names: said once more before it leaves, not only where the day was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caseapp.law.deadline import Deadline, Warn
from caseapp.letters.problems import Problem, new_text_not_read, rule_unsure
from caseapp.letters.say.deadline import cite


def unsure(named: Iterable[Deadline]) -> Iterator[Problem]:
    """One problem for days by a text replaced but not read, one for rules not fully verified; neither blocks."""
    known = tuple(named)
    replaced = [found for found in known if _warns(found, Warn.NEW_TEXT_NOT_READ)]
    if replaced:
        yield new_text_not_read()
    doubtful = (Warn.LOW_CONFIDENCE, Warn.MAY_BE_REVISED)
    rest = (found for found in known if found not in replaced and any(_warns(found, kind) for kind in doubtful))
    shaky = [cite(found.statute, found.article).zh for found in rest]
    if shaky:
        yield rule_unsure("、".join(dict.fromkeys(shaky)))


def _warns(deadline: Deadline, kind: Warn) -> bool:
    return any(caution.kind is kind for caution in deadline.warnings)
