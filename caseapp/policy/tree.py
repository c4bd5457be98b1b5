"""Answers on the groups of a rule, and which of its criteria still matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from caseapp.policy.model import AllOf, Criterion, Node, criteria
from caseapp.policy.verdict import Verdict, all_of, any_of

Verdicts = Mapping[str, Verdict]
"""The answer on each criterion, by its id."""


def answer(node: Node, verdicts: Verdicts) -> Verdict:
    """The answer on a group."""
    if isinstance(node, Criterion):
        return verdicts[node.id]
    return (all_of if isinstance(node, AllOf) else any_of)([answer(part, verdicts) for part in node.parts])


Ways = tuple[tuple[Criterion, ...], ...]
"""The criteria of each of several ways, of which one is enough."""


def wanting(
    node: Node, verdicts: Verdicts, others: Ways = (), *, by_itself: Callable[[Criterion], bool] = lambda _one: True
) -> Iterator[tuple[Criterion, Ways]]:
    """The criteria that keep ``node`` from being met, in the order of the file, each with the other ways of its group.

    Where one way is still open for want of an answer, first comes the question: of the ways that fail only those are
    named whose criteria all come ``by_itself``, with time or a paper.
    """
    found = answer(node, verdicts)
    if found is Verdict.MET:
        return
    if isinstance(node, Criterion):
        yield node, others
        return
    for part in node.parts:
        if isinstance(node, AllOf):
            yield from wanting(part, verdicts, others, by_itself=by_itself)
            continue
        ways = tuple(tuple(criteria(one)) for one in node.parts if one is not part)
        wanted = tuple(wanting(part, verdicts, ways, by_itself=by_itself))
        fails = found is Verdict.NOT_ASKED and answer(part, verdicts) is Verdict.NOT_MET
        if not fails or all(by_itself(one) for one, _ in wanted):
            yield from wanted


def undecided(node: Node, verdicts: Verdicts) -> Iterator[Criterion]:
    """The criteria not asked whose answer could still decide ``node``; none below a group that is decided."""
    if answer(node, verdicts) is not Verdict.NOT_ASKED:
        return
    if isinstance(node, Criterion):
        yield node
        return
    for part in node.parts:
        yield from undecided(part, verdicts)
