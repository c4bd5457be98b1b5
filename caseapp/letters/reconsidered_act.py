"""Reconsideration against a written act: annul it, deal with it anew, and look at the document it cites."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.domain.visits import Visit
from caseapp.letters.blocks import REQUEST, RestsOn
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.circumstances import circumstances
from caseapp.letters.cite import Citer, citable_ids, cited
from caseapp.letters.clock import WrittenAct
from caseapp.letters.days import DayTeller, full
from caseapp.letters.guards import quotable
from caseapp.letters.material import Material
from caseapp.letters.reconsideration_bodies import jurisdiction
from caseapp.letters.said import Line, Said
from caseapp.letters.visit_words import told_visits, visit_line
from caseapp.letters.wording import phrases


def requests(material: Material, act: WrittenAct) -> tuple[Line, ...]:
    """Annul and deal with it anew (art. 64(1)); review of a normative document only where the paper cites one."""
    words, answer = phrases("admin_reconsideration"), act.answer
    rests_on = RestsOn(documents=(str(answer.id),), request=True)
    day = answer.dated or answer.received
    annul = words.say(
        "request_annul", day=full(day) if day else None, title=same(answer.title.strip()) if answer.title.strip() else None,
        number=_number(answer.number),
    )  # fmt: skip
    lines = [(Said(annul, rests_on),), (Said(words.say("request_again"), REQUEST),)]
    cites = rule_cited(material, act)
    if cites:
        normative = words.say(
            "request_normative", title=_bare(cites.rule_title), number=_number(cites.rule_number),
            clause=same(cites.rule_clause.strip()),
        )  # fmt: skip
        lines.append((Said(normative, RestsOn(visits=(str(cites.id),), documents=(str(answer.id),), request=True)),))
    return tuple(lines)


def rule_cited(material: Material, act: WrittenAct) -> Visit | None:
    """The visit whose written answer cited a numbered document below the rank of a law, if the paper itself names it.

    Review of a document is asked for only together with the act that rests on it, never against statutes or rules of
    government rank (Reconsideration Law art. 13)."""
    visit = next((visit for visit in material.file.visits if visit.id == act.answer.visit), None)
    if visit is None or not quotable(material.file, visit.rule_title) or not visit.rule_number.strip():
        return None
    title = _bare(visit.rule_title)
    named = title in act.answer.content or visit.rule_number.strip() in act.answer.content
    higher = title.endswith(("法", "条例")) or "令第" in visit.rule_number
    return visit if named and not higher else None


def _bare(title: str) -> str:
    return title.strip().strip("《》")


def _number(number: str) -> Both:
    text = number.strip()
    return phrases("admin_reconsideration").say("number", number=text) if text else NOTHING


def facts(material: Material, act: WrittenAct, days: DayTeller) -> Iterator[tuple[str, Line]]:
    """The applicant; the visits; the act with the day it was received and what it says and leaves out."""
    situation = circumstances(material)
    if situation:
        yield "situation", situation
    earlier = (visit for visit in told_visits(material) if visit.id != act.answer.visit)
    for number, visit in enumerate(earlier, start=1):
        yield f"visit_{number}", visit_line(material, visit, days)
    yield "act", tuple(_act(material, act, days))


def _act(material: Material, act: WrittenAct, days: DayTeller) -> Iterator[Said]:
    words, answer = phrases("admin_reconsideration"), act.answer
    rests_on = RestsOn(documents=(str(answer.id),))
    day = answer.received or answer.dated
    received, dated = (days.say(day) if day else None), (days.say(answer.dated) if answer.dated else None)
    yield Said(
        words.say(
            "act" if dated else "act_undated", day=received, dated=dated,
            title=same(answer.title.strip()) if answer.title.strip() else None,
            number=_number(answer.number), exhibits=NOTHING,
        ),
        rests_on,
    )  # fmt: skip
    content = quotable(material.file, answer.content)
    if content:
        yield Said(words.say("act_says", content=content), rests_on)
    if False in (answer.told_right, answer.told_body, answer.told_period):
        yield Said(_not_told(answer.told_right, answer.told_body, answer.told_period), rests_on)


def _not_told(right: bool | None, body: bool | None, period: bool | None) -> Both:
    """Only what the paper really leaves out."""
    words = phrases("admin_reconsideration")
    lacking = [words.say(key) for key, told in (("right", right), ("body", body), ("period", period)) if told is False]
    joined = Both("、".join(part.zh for part in lacking), ", ".join(part.en for part in lacking))
    return words.say("act_not_told", what=joined)


def basis(material: Material, act: WrittenAct, citer: Citer) -> Iterator[Said]:
    """The provisions of the service the refusal does not accord with, then those of the reconsideration itself."""
    ids = cited(material)
    yield from (citer.sentence(id_) for id_ in ids)
    if ids:
        yield Said(phrases("admin_reconsideration").say("no_basis"), RestsOn(provisions=ids, by_hand=True))
    late = material.on > act.apply.safe_last_day
    wanted = () if late else ("recon-sixty-days",)
    in_time = citable_ids(wanted, material.on)
    yield from (citer.sentence(id_) for id_ in in_time)
    if not late and not in_time:
        yield Said(phrases("admin_reconsideration").say("in_time"), RestsOn(deadlines=(act.apply.id,)))
    if late and act.answer.told_right is False:
        yield from (citer.sentence(id_) for id_ in citable_ids(("recon-not-told",), material.on))
    normative = ("recon-normative-doc",) if rule_cited(material, act) else ()
    rest = (*jurisdiction(material), *citable_ids((*normative, "recon-annul"), material.on))
    yield from (citer.sentence(id_) for id_ in rest)
    if "recon-annul" not in rest:
        yield Said(phrases("admin_reconsideration").say("please"), REQUEST)
