"""The one question worth asking next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from caseapp.policy.catalogue import Catalogue
from caseapp.policy.check import ProgrammeCheck
from caseapp.policy.verdict import Verdict


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """A fact nobody has asked for, and how many open criteria its answer decides."""

    fact: str
    decides: int


def next_question(kinds: Catalogue, checks: Iterable[ProgrammeCheck]) -> NextQuestion | None:
    """The unanswered fact that decides most open criteria of programmes that an answer could still decide.

    Points items count after criteria. A sensitive fact comes only where nothing else is open; one that is never
    asked never comes. Between equals the order of the catalogue decides.
    """
    criteria: dict[str, int] = {}
    items: dict[str, int] = {}
    for check in checks:
        if check.verdict is not Verdict.NOT_ASKED:
            continue
        for finding in check.findings:
            if finding.verdict is Verdict.NOT_ASKED:
                criteria[finding.criterion.fact] = criteria.get(finding.criterion.fact, 0) + 1
        if check.points is not None and check.points.verdict is Verdict.NOT_ASKED:
            for line in check.points.items:
                if line.points is None:
                    items[line.item.fact] = items.get(line.item.fact, 0) + 1
    order = {key: number for number, key in enumerate(kinds)}
    for open_facts in (criteria, items):
        askable = [key for key in open_facts if kinds[key].ask]
        if askable:
            best = min(askable, key=lambda key: (kinds[key].sensitive, -open_facts[key], order[key]))
            return NextQuestion(best, open_facts[best])
    return None
