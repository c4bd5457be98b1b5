"""The one question worth asking next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from caseapp.policy.catalogue import About, Catalogue
from caseapp.policy.check import ProgrammeCheck
from caseapp.policy.tree import undecided
from caseapp.policy.verdict import Verdict


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """A fact nobody has asked for, and how many open criteria its answer decides."""

    fact: str
    decides: int


def next_question(
    kinds: Catalogue, checks: Iterable[ProgrammeCheck], *, asked_by: Iterable[ProgrammeCheck] | None = None
) -> NextQuestion | None:
    """The unanswered fact that decides most open criteria of programmes that an answer could still decide.

    ``asked_by`` narrows it to the facts these programmes ask; the criteria of all ``checks`` count. Points items come
    after criteria; only where nothing else is open comes a sensitive fact, or one that no client knows (the size of the
    city); one that is never asked of anyone never. Between equals the order of the catalogue decides.
    """
    every = tuple(checks)
    chosen = every if asked_by is None else tuple(asked_by)
    order = {key: number for number, key in enumerate(kinds)}
    best: tuple[tuple[bool, int, int, int], str] | None = None
    for tier, counted in enumerate((_criteria, _items)):
        open_now = Counter(fact for check in every for fact in counted(check))
        for fact in {fact for check in chosen for fact in counted(check)}:
            last = kinds[fact].sensitive or kinds[fact].about is About.PLACE
            rank = (last, tier, -open_now[fact], order[fact])
            if kinds[fact].ask and (best is None or rank < best[0]):
                best = rank, fact
    return NextQuestion(best[1], -best[0][2]) if best else None


def open_facts(check: ProgrammeCheck) -> Iterable[str]:
    """The facts nobody has asked for whose answer could still decide a programme, each once."""
    return dict.fromkeys((*_criteria(check), *_items(check)))


def _criteria(check: ProgrammeCheck) -> list[str]:
    """The fact of every open criterion that still matters."""
    if check.verdict is not Verdict.NOT_ASKED:
        return []
    verdicts = {finding.criterion.id: finding.verdict for finding in check.findings}
    return [criterion.fact for criterion in undecided(check.programme.eligibility, verdicts)]


def _items(check: ProgrammeCheck) -> list[str]:
    """The fact of every points item that is not known, where the points are still open."""
    if check.verdict is not Verdict.NOT_ASKED or check.points is None or check.points.verdict is not Verdict.NOT_ASKED:
        return []
    return [line.item.fact for line in check.points.items if line.points is None]
