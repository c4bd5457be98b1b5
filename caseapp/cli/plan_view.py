"""A plan as lines of text: first what gaining a status costs, then by when, then each gap with what, who, when and cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from caseapp.cli.said import entries, said
from caseapp.cli.scopes import grouped
from caseapp.i18n import _, ngettext, screen_language
from caseapp.letters.say.plan import CLOSES
from caseapp.policy.catalogue import Close, catalogue


def plan_lines(found: Mapping[str, object]) -> list[str]:
    """The document of a plan, in the reader's language."""
    text = list(grouped(entries(found["programmes"]), _programme))
    if not text:
        return [_("No rule in force on {day} is stored for this. Ask the office.").format(day=found["on"])]
    question = found["next_question"]
    if isinstance(question, dict):
        decides = int(question["decides"])
        told = ngettext("It decides {number} open criterion.", "It decides {number} open criteria.", decides)
        text.append(
            _("Ask next: {question}").format(question=said(question, "question")) + " " + told.format(number=decides)
        )
    return text


def _programme(programme: Mapping[str, object]) -> Iterator[str]:
    yield f"{said(programme, 'name')} ({programme['id']})"
    for warning in entries(programme["warnings"]):
        yield f"  ! {said(warning, 'text')}"
    yield f"  {said(programme, 'outlook')}"
    if passed := said(programme, "passed"):
        yield f"  {passed}"
    for gap in entries(programme["gaps"]):
        yield f"  [{_(CLOSES[Close(gap['kind'])])}] {said(gap, 'what')}"
        for particular in entries(gap["particulars"]):
            yield f"      {said(particular, 'text')}"
    if flips := said(programme, "flips"):
        yield f"  {flips}"
    if keys := _words(programme["to_ask"]):
        labels = [catalogue()[key].label for key in keys]
        zh = screen_language() == "zh_CN"
        told = "、".join(label.zh for label in labels) if zh else ", ".join(label.en for label in labels)
        yield "  " + _("Still to ask: {facts}.").format(facts=told)
    points = programme["points_plan"]
    if isinstance(points, dict):
        yield from _points(points)


def _points(points: Mapping[str, object]) -> Iterator[str]:
    for one in entries(points["lines"]):
        yield f"  {said(one, 'text')}"
        earliest, cheapest = _way(one, "earliest_way"), _way(one, "cheapest_way")
        if earliest:
            yield "    " + _("Soonest: {way}").format(way=earliest)
        if cheapest and cheapest != earliest:
            yield "    " + _("With the least: {way}").format(way=cheapest)
        if never := said(one, "unreachable_because"):
            yield f"    {never}"
    for key in ("assumed", "ask"):
        if told := said(points, key):
            yield f"  {told}"


def _way(line: Mapping[str, object], key: str) -> str:
    way = line[key]
    if not isinstance(way, dict):
        return ""
    between = "" if screen_language() == "zh_CN" else " "
    return between.join(filter(None, (said(way, "text"), said(way, "falls"))))


def _words(value: object) -> list[str]:
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []
