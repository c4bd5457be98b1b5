"""Answers on the groups of a rule, and which of its criteria still matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from caseapp.policy.model import AllOf, AnyOf, Criterion, Node, criteria
from caseapp.policy.verdict import Verdict, all_of, any_of

Verdicts = Mapping[str, Verdict]
"""The answer on each criterion, by its id."""


def answer(node: Node, verdicts: Verdicts) -> Verdict:
    """The answer on a group."""
    if isinstance(node, Criterion):
        return verdicts[node.id]
    return (all_of if isinstance(node, AllOf) else any_of)([answer(part, verdicts) for part in node.parts])


def wanting(
    node: Node, verdicts: Verdicts, instead: tuple[Criterion, ...] = ()
) -> Iterator[tuple[Criterion, tuple[Criterion, ...]]]:
    """The criteria that keep ``node`` from being met, in the order of the file.

    With each come the criteria of the other ways of its group: one way is enough.
    """
    if answer(node, verdicts) is Verdict.MET:
        return
    if isinstance(node, Criterion):
        yield node, instead
        return
    for part in node.parts:
        others = instead
        if isinstance(node, AnyOf):
            others = tuple(one for other in node.parts if other is not part for one in criteria(other))
        yield from wanting(part, verdicts, others)


def undecided(node: Node, verdicts: Verdicts) -> Iterator[Criterion]:
    """The criteria not asked whose answer could still decide ``node``; none below a group that is decided."""
    if answer(node, verdicts) is not Verdict.NOT_ASKED:
        return
    if isinstance(node, Criterion):
        yield node
        return
    for part in node.parts:
        yield from undecided(part, verdicts)
