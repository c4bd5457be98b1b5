"""Plans as JSON: the shape that the command line promises."""

from __future__ import annotations

from collections.abc import Iterable

from caseapp.i18n import N_
from caseapp.letters.both import Both, same
from caseapp.letters.check_json import Json, number, pair, scalar
from caseapp.letters.days import full
from caseapp.letters.say_finding import both, plain, say, say_gap, say_office
from caseapp.policy.catalogue import catalogue
from caseapp.policy.model import Pack, Programme
from caseapp.policy.plan import Plan, ProgrammePlan
from caseapp.policy.points_plan import PointsPlan, Step
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
    programme = one.check.programme
    return {
        "id": programme.id,
        "service": programme.service,
        "name_zh": programme.name.zh,
        "name_en": programme.name.en,
        "verdict": one.check.verdict.value,
        "reachable": one.reachable,
        "earliest": one.earliest.isoformat() if one.earliest else None,
        "rule_ends_first": one.ends_first,
        "gaps": [
            {
                "criterion": gap.finding.criterion.id,
                "fact": gap.finding.criterion.fact,
                "kind": gap.kind.value,
                "earliest": gap.earliest.isoformat() if gap.earliest else None,
                "missing": number(gap.missing),
                "paper": gap.finding.paper,
                **pair("what", say_gap(gap, pack, programme)),
            }
            for gap in one.gaps
        ],
        "flips": [_names(facts) for facts in one.flips],
        "could_have_passed": one.could_have_passed.isoformat() if one.could_have_passed else None,
        "points_plan": _points(pack, programme, one.points) if one.points else None,
    }


def _names(facts: Iterable[str]) -> Json:
    names: list[Json] = []
    names.extend(sorted(facts))
    return names


def _points(pack: Pack, programme: Programme, way: PointsPlan) -> dict[str, Json]:
    never = None if way.ceiling is None else say(
        N_("The whole table gives at most {ceiling} points within ten years; {line} are needed."),
        ceiling=same(plain(way.ceiling)), line=same(plain(way.line)),
    )  # fmt: skip
    unknown = None if not way.unpublished else say(
        N_("The numbers of some items are not published. Ask {office} before anybody says never."),
        office=say_office(pack, programme),
    )  # fmt: skip
    return {
        "line": number(way.line),
        "missing": number(way.missing),
        "earliest_day": way.by_time_on.isoformat() if way.by_time_on else None,
        "earliest": [_step(step) for step in way.by_time],
        "cheapest": [_step(step) for step in way.fewest[0]] if way.fewest else [],
        "ways": [[_step(step) for step in steps] for steps in way.fewest],
        "unreachable_because": never.en if never else None,
        "unreachable_because_zh": never.zh if never else None,
        "numbers_missing": [item.id for item in way.unpublished],
        **(pair("ask", unknown) if unknown else {}),
    }


def _step(step: Step) -> dict[str, Json]:
    return {
        "item": step.item.id,
        "fact": step.item.fact,
        "value": scalar(step.value),
        "points_now": number(step.now),
        "points": number(step.then),
        "day": step.day.isoformat() if step.day else None,
        **pair("text", _say_step(step)),
    }


def _say_step(step: Step) -> Both:
    item, points = both(step.item.text), same(plain(step.then))
    if step.day is not None:
        return say(
            N_("{item}: {points} points from {day}, if nothing is broken off"), item=item, points=points, day=full(step.day)
        )
    return say(N_("{item}: {points} points"), item=item, points=points)


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
