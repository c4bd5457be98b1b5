"""Plans as JSON: the shape that the command line promises."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from caseapp.letters.both import Both
from caseapp.letters.check_json import Json, number, pair, scalar, warnings_json
from caseapp.letters.say.finding import both
from caseapp.letters.say.plan import particulars, say_flips, say_gap, say_outlook, say_particulars, say_passed, say_proof
from caseapp.letters.say.points_plan import say_assumed, say_falls, say_line, say_never, say_step, say_unpublished, say_way
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.check import Finding
from caseapp.policy.model import Pack, Programme
from caseapp.policy.planning.gaps import Gap
from caseapp.policy.planning.plan import Plan, ProgrammePlan
from caseapp.policy.planning.ways import LinePlan, PointsPlan, Step, Way
from caseapp.policy.question import NextQuestion


def plan_json(plan: Plan) -> dict[str, Json]:
    """A plan of a place."""
    pack = plan.checked.pack
    return {
        "city": pack.place.id,
        "on": plan.checked.on.isoformat(),
        "pack_version": pack.version,
        "programmes": [_programme(pack, one) for one in plan.programmes],
        "next_question": _question(plan.next_question),
    }


def _programme(pack: Pack, one: ProgrammePlan) -> dict[str, Json]:
    """What gaining it costs and what is doubtful stand before the plan: they are read first."""
    check, programme, passed, flips = one.check, one.check.programme, one.passed, say_flips(one)
    gaps: list[Json] = []
    gaps.extend(_gap(pack, programme, gap) for gap in one.gaps)
    gaps.extend(_proof(pack, programme, finding, check.on) for finding in one.proofs)
    return {
        "id": programme.id,
        "service": programme.service,
        "name_zh": programme.name.zh,
        "name_en": programme.name.en,
        "warnings": warnings_json(check),
        "verdict": check.verdict.value,
        "reachable": one.reachable,
        "earliest": _day(one.earliest),
        "rule_ends_first": one.ends_first,
        **pair("outlook", say_outlook(one)),
        "gaps": gaps,
        "to_ask": _listed(one.to_ask),
        "flips": [_listed(sorted(facts)) for facts in one.flips],
        **(pair("flips", flips) if flips else {}),
        "could_have_passed": _day(one.could_have_passed),
        "could_have_passed_until": _day(passed.last) if passed else None,
        "delay_days": passed.lost(check.on) if passed else None,
        **(pair("passed", say_passed(passed, check.on)) if passed else {}),
        "points_plan": _points(pack, programme, one.points) if one.points else None,
    }


def _gap(pack: Pack, programme: Programme, gap: Gap) -> dict[str, Json]:
    criterion, known = gap.finding.criterion, particulars(gap, pack, programme)
    return {
        "criterion": criterion.id,
        "fact": criterion.fact,
        "kind": gap.kind.value,
        "earliest": _day(gap.earliest),
        "missing": number(gap.missing),
        "paper": gap.finding.paper,
        "waivable": criterion.waivable,
        "instead": _listed(one.id for one in gap.instead),
        "substitutes": _listed(known.papers),
        **pair("what", say_gap(gap, pack, programme)),
        **_pair_or_null("who", known.who),
        **_pair_or_null("time", known.takes),
        **_pair_or_null("cost", known.cost),
        **_pair_or_null("cap", known.cap),
        **_pair_or_null("breaks", known.breaks),
        "particulars": [pair("text", said) for said in say_particulars(gap, pack, programme)],
    }


def _proof(pack: Pack, programme: Programme, finding: Finding, on: date) -> dict[str, Json]:
    """A criterion that is met while its paper is not in hand."""
    gap = Gap(finding, Close.PAPER, None, None, on=on)
    return {**_gap(pack, programme, gap), **pair("what", say_proof(finding, pack, programme)), "met": True}


def _points(pack: Pack, programme: Programme, way: PointsPlan) -> dict[str, Json]:
    """The ways to the line that decides; ``lines`` has those to every line that is not reached."""
    ask, assumed = say_unpublished(way, pack, programme), say_assumed(way)
    lines: list[Json] = []
    lines.extend(_line(one) for one in way.lines)
    return {
        **(_line(way.deciding) if way.deciding else _NO_LINE),
        "lines": lines,
        "numbers_missing": _listed(item.id for item in way.unpublished),
        "not_asked": _listed(item.id for item in way.not_asked),
        "assumed": _listed(item.id for item in way.assumed),
        **(pair("assumed", assumed) if assumed else {}),
        **(pair("ask", ask) if ask else {}),
    }


def _line(one: LinePlan) -> dict[str, Json]:
    never = say_never(one)
    ways: list[Json] = []
    ways.extend(_steps(way) for way in one.ways)
    return {
        "kind": one.kind.value,
        "line": number(one.line),
        "year": one.year,
        "missing": number(one.missing),
        **pair("text", say_line(one)),
        "earliest_day": _day(one.earliest.day) if one.earliest else None,
        "earliest": _steps(one.earliest) if one.earliest else [],
        "earliest_way": _way(one.earliest) if one.earliest else None,
        "cheapest": _steps(one.cheapest) if one.cheapest else [],
        "cheapest_way": _way(one.cheapest) if one.cheapest else None,
        "ways": ways,
        "ceiling": number(one.ceiling.total) if one.ceiling else None,
        "unreachable_because": never.en if never else None,
        "unreachable_because_zh": never.zh if never else None,
    }


_NO_LINE: dict[str, Json] = {
    "line": None, "missing": None, "earliest_day": None, "earliest": [], "earliest_way": None, "cheapest": [],
    "cheapest_way": None, "ways": [], "ceiling": None, "unreachable_because": None, "unreachable_because_zh": None,
}  # fmt: skip


def _way(way: Way) -> dict[str, Json]:
    """What a way costs: things to do, papers to get, and the money where a fact is itself a sum."""
    return {
        "day": _day(way.day),
        "counts_until": _day(way.from_day),
        "firm": way.firm,
        "total": number(way.total),
        "actions": way.cost.actions,
        "papers": way.cost.papers,
        "yuan": number(way.cost.yuan) or None,
        "falls": _listed(step.item.id for step in way.falls),
        **(pair("falls", say_falls(way)) if way.falls else {}),
        **pair("text", say_way(way)),
    }


def _steps(way: Way) -> list[Json]:
    return [_step(step, way) for step in way.steps]


def _step(step: Step, way: Way) -> dict[str, Json]:
    return {
        "item": step.item.id,
        "fact": step.item.fact,
        "kind": step.close.value,
        "value": scalar(step.value),
        "points_now": number(step.now),
        "points": number(step.then),
        "most": number(step.item.most),
        "day": _day(way.from_day) if step.close is Close.TIME else None,
        **pair("text", say_step(step)),
    }


def _question(question: NextQuestion | None) -> dict[str, Json] | None:
    if question is None:
        return None
    kind = catalogue()[question.fact]
    return {
        "fact": question.fact,
        "decides": question.decides,
        **pair("label", both(kind.label)),
        **pair("question", both(kind.question)),
    }


def _pair_or_null(key: str, text: Both) -> dict[str, Json]:
    """Null where nobody has published it."""
    return pair(key, text) if text else {f"{key}_zh": None, f"{key}_en": None}


def _listed(texts: Iterable[str]) -> list[Json]:
    found: list[Json] = []
    found.extend(texts)
    return found


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
