"""A check as lines of text: each answer with what it rests on, each criterion with what is known, proves and lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from caseapp.cli.said import entries, said
from caseapp.cli.scopes import grouped
from caseapp.i18n import _, screen_language
from caseapp.letters.say.finding import VERDICTS
from caseapp.policy.verdict import Verdict


def check_lines(found: Mapping[str, object]) -> list[str]:
    """The document of a check, in the reader's language."""
    text = list(grouped(entries(found["programmes"]), _programme))
    return text or [_("No rule in force on {day} is stored for this. Ask the office.").format(day=found["on"])]


def _programme(programme: Mapping[str, object]) -> Iterator[str]:
    yield f"{_verdict(programme['verdict'])}  {said(programme, 'name')} ({programme['id']})"
    yield "  " + " · ".join(said(line, "text").rstrip(".。") for line in entries(programme["basis"]))
    for finding in entries(programme["findings"]):
        yield from _finding(finding)
    points = programme["points"]
    if isinstance(points, dict):
        yield f"  {_verdict(points['verdict'])}  {said(points, 'text')}"
        for item in entries(points["items"]):
            yield f"      {said(item, 'text')}"
    quota = programme["quota"]
    if isinstance(quota, dict):
        yield f"  {said(quota, 'text')}"
    for warning in entries(programme["warnings"]):
        yield f"  ! {said(warning, 'text')}"


def _finding(finding: Mapping[str, object]) -> Iterator[str]:
    text = said(finding, "text")
    paper = said(finding, "paper")
    if paper:
        text += ("" if screen_language() == "zh_CN" else " ") + _("Proved by: {paper}.").format(paper=paper)
    yield f"  {_verdict(finding['verdict'])}  {text}"
    if hardness := said(finding, "hardness"):
        yield f"      {hardness}"
    beyond = finding["beyond"]
    if isinstance(beyond, dict):
        for line in entries(beyond["text"]):
            yield f"      {said(line, 'text')}"


def _verdict(word: object) -> str:
    return _(VERDICTS[Verdict(word)])
