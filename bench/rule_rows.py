"""Rules: the same points rule as OpenFisca, one person and all at once; growth; a whole city; reading a pack.

Processor seconds: nothing here waits for a disk or a screen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bench.measure import ROOT, Row, bounded, compared, cpu, grown, in_turn, not_measured
from bench.peer import NoPeer, Peer
from bench.persons import DAY, Record, persons

if TYPE_CHECKING:
    from caseapp.policy.model import Pack

MANY = 100_000
ONES = 200
ON = date.fromisoformat(DAY)
PROGRAMME = "linjiang-points-2024"
CITY_DAY = date(2016, 5, 1)
WITH_TRACE = "OpenFisca-core with trace, the same rule"
VECTORISED = "OpenFisca-core vectorised, from the same records"


@cache
def rule_pack() -> Pack:
    """Our rule; the engine is imported when it is measured, not before."""
    from caseapp.policy.packs import load_file

    return load_file(ROOT / "bench" / "points_rule.yaml")


@cache
def everybody(count: int = MANY) -> list[Record]:
    """The persons both engines judge."""
    return persons(count)


def digest(count: int) -> str:
    """Our answers and totals of the first ``count`` persons, as the peer writes its own."""
    from caseapp.policy.check import check_programme
    from caseapp.policy.known import given
    from caseapp.policy.verdict import Verdict

    said = []
    for record in everybody(count):
        found = check_programme(rule_pack(), PROGRAMME, given(record, ON), ON)
        assert found.points is not None
        said.append(f"{int(found.verdict is Verdict.MET)}{int(found.points.total * 2)};")
    return hashlib.sha256("".join(said).encode()).hexdigest()


@contextmanager
def peer_that_agrees() -> Iterator[Peer]:
    """The peer, once every one of its answers and totals is ours. Raises :class:`NoPeer`."""
    with Peer() as peer:
        if peer.digest(MANY) != digest(MANY):
            raise AssertionError("the two engines do not state the same rule")
        yield peer


def with_the_peer(_folder: Path) -> list[Row]:
    """One case with its reasons, and a hundred thousand, against OpenFisca in the same run."""
    try:
        with peer_that_agrees() as peer:
            return [_one_in_words(peer), _one_explained(peer), *_all_of_them(peer)]
    except NoPeer as reason:
        return [
            not_measured("one explained case, in words of both languages", WITH_TRACE, str(reason)),
            not_measured("one explained case", WITH_TRACE, str(reason)),
            *_all_of_them(None),
        ]


def _one_explained(peer: Peer) -> Row:
    from caseapp.policy.check import check_programme
    from caseapp.policy.known import given

    sample = everybody()[:ONES]

    def ours() -> float:
        return cpu(lambda: [check_programme(rule_pack(), PROGRAMME, given(one, ON), ON) for one in sample]) / ONES

    medians = in_turn(ours, lambda: peer.one(ONES), 9)
    return compared("one explained case", WITH_TRACE, medians, times=0.2)


def _one_in_words(peer: Peer) -> Row:
    from caseapp.letters.check_json import programme_json
    from caseapp.policy.check import check_programme
    from caseapp.policy.known import given

    sample = everybody()[:ONES]

    def said(one: Record) -> object:
        return programme_json(rule_pack(), check_programme(rule_pack(), PROGRAMME, given(one, ON), ON))

    medians = in_turn(lambda: cpu(lambda: [said(one) for one in sample]) / ONES, lambda: peer.one(ONES), 9)
    return compared("one explained case, in words of both languages", WITH_TRACE, medians, times=0.2)


def _all_of_them(peer: Peer | None) -> list[Row]:
    """Everybody at once. Without the peer the promise is held all the same, beside a floor of its own."""
    floor, name = (lambda: peer.all(MANY), VECTORISED) if peer else (_looked_at, "looking every fact of the records up")
    verdicts = in_turn(lambda: _verdicts(MANY), floor, 5)
    explained = in_turn(lambda: _explained(MANY), floor, 3)
    return [
        bounded("100,000 verdicts", name, verdicts, seconds=0.5),
        bounded("100,000 cases fully explained", name, explained, seconds=5),
    ]


def _looked_at() -> float:
    return cpu(lambda: [[record[key] for key in record] for record in everybody(MANY)])


def _verdicts(count: int) -> float:
    """The bare answers, from records of facts that hold on the day: neither engine looks whether they can be."""
    from caseapp.policy.compile import compiled

    answer, records = compiled(rule_pack())[PROGRAMME].answer, everybody(count)

    def run() -> None:
        for record in records:
            answer(record)

    return cpu(run)


def _explained(count: int) -> float:
    """Every criterion and every item with its reason, from facts that are first held against the catalogue."""
    from caseapp.policy.check import check_programme
    from caseapp.policy.known import given

    pack, records = rule_pack(), everybody(count)

    def run() -> None:
        for record in records:
            check_programme(pack, PROGRAMME, given(record, ON), ON)

    return cpu(run)


def growth(_folder: Path) -> list[Row]:
    """How the cost grows from 1,000 to 100,000 cases."""
    return [_growth("100,000 verdicts after 1,000", _verdicts), _growth("100,000 explained cases after 1,000", _explained)]


def _growth(name: str, run: Callable[[int], float]) -> Row:
    many, few = in_turn(lambda: run(MANY), lambda: sum(run(MANY // 100) for _ in range(10)) / 10, 3)
    return grown(name, few, many, 100, exponent=1.1)


def whole_city(_folder: Path) -> Row:
    """All programmes of the slowest place for one case, explained in both languages, against looking its facts up."""
    from bench.rows import FACTS
    from caseapp.letters.check_json import check_json
    from caseapp.policy.check import check
    from caseapp.policy.known import given
    from caseapp.policy.model import criteria
    from caseapp.policy.packs import load, places

    known = given(FACTS, CITY_DAY)

    def explained(place: str) -> object:
        return check_json(check(load(place), known, CITY_DAY))

    slowest = max(places(), key=lambda place: min(cpu(lambda: explained(place)) for _ in range(5)))
    keys = [one.fact for programme in load(slowest).programmes for one in criteria(programme.eligibility)]
    medians = in_turn(
        lambda: cpu(lambda: explained(slowest)), lambda: cpu(lambda: [FACTS.get(key) for key in keys]), 30
    )  # fmt: skip
    return bounded(
        f"all programmes of {slowest} for one case, in words", "looking the same facts up", medians, seconds=0.005
    )


def largest_pack(_folder: Path) -> Row:
    """Reading the pack that takes longest, against the bare YAML reader on the same file."""
    import yaml

    from caseapp.paths import resource
    from caseapp.policy.catalogue import catalogue
    from caseapp.policy.documents import documents
    from caseapp.policy.packs import load_file, places

    catalogue(), documents()
    files = [resource("policies", f"{place}.yaml") for place in places()]
    slowest = max(files, key=lambda file: min(cpu(lambda: load_file(file)) for _ in range(3)))
    text = slowest.read_text(encoding="utf-8")

    def bare() -> None:
        for _event in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass

    medians = in_turn(lambda: cpu(lambda: load_file(slowest)), lambda: cpu(bare), 9)
    return bounded(f"reading the pack of {slowest.stem}", "libyaml alone, same file", medians, seconds=0.06)


ALL: tuple[Callable[[Path], Row | list[Row]], ...] = (with_the_peer, growth, whole_city, largest_pack)
