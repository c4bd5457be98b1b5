"""What a change of rules does, and who can meet a rule, as lines for a person and as documents for a program."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.i18n import _, screen_language
from caseapp.letters.say.finding import VERDICTS
from caseapp.policy.model import Programme, Words
from caseapp.policy.verdict import Verdict
from caseapp.work.impact import CaseImpact, CriterionTurn, Impact, ProgrammeTurn
from caseapp.work.reachability import Reach, Reached


def impact_document(found: Impact) -> dict[str, object]:
    """Every changed rule, and every case it touches."""
    return {
        "changes": [
            {"place": one.place, "service": one.service, "before": _id(one.before), "after": _id(one.after)}
            for one in found.changes
        ],
        "looked_at": found.looked_at,
        "open": [_case(one) for one in found.open_cases],
        "closed": [_case(one) for one in found.closed_cases],
    }


def _case(one: CaseImpact) -> dict[str, object]:
    return {
        "id": one.case, "number": one.number, "service": one.service, "city": one.city, "on": one.on,
        "before": one.before, "after": one.after, "turned": one.turned,
        "programmes": [_programme(turn) for turn in one.programmes],
        "refused_under": [programme.id for programme in one.refused_under],
    }  # fmt: skip


def _programme(turn: ProgrammeTurn) -> dict[str, object]:
    return {
        "rule_before": _id(turn.change.before), "rule_after": _id(turn.change.after),
        "before": turn.before, "after": turn.after, "criteria": [_criterion(one) for one in turn.criteria],
    }  # fmt: skip


def _criterion(turn: CriterionTurn) -> dict[str, object]:
    return {
        "fact": turn.fact, "before": turn.before.verdict if turn.before else None,
        "after": turn.after.verdict if turn.after else None,
        "text_zh": turn.criterion.text.zh, "text_en": turn.criterion.text.en,
    }  # fmt: skip


def impact_lines(found: Impact) -> Iterator[str]:
    """The rules that changed, then the cases: from which answer to which, and by which criterion."""
    for change in found.changes:
        yield f"{change.place}  {_name(change.before)} → {_name(change.after)}"
    for title, cases in (
        (_("Open cases that get another answer"), found.open_cases),
        (_("Closed cases that were refused under a rule now gone"), found.closed_cases),
    ):
        yield f"{title}: {len(cases)}"
        for one in cases:
            yield f"  {one.number}  {_verdict(one.before)} → {_verdict(one.after)}"
            for turn in one.programmes:
                if turn.before is not turn.after:
                    named = _name(turn.change.after or turn.change.before)
                    yield f"    {named}: {_verdict(turn.before)} → {_verdict(turn.after)}"
                    yield from (f"      {_side(criterion.criterion.text)}" for criterion in turn.criteria)


def reach_document(one: Reached) -> dict[str, object]:
    """The exclusive counts of a rule, their sums, and what public sources say of it."""
    return {
        "place": one.place, "programme": one.programme.id, "service": one.programme.service,
        "name_zh": one.programme.name.zh, "name_en": one.programme.name.en, "clients": one.clients,
        **{reach.value: one.of(reach) for reach in Reach}, "sum_within_a_year": one.within_a_year, "sum_ever": one.ever,
        "published_figures": [
            {"year": figure.year, "applied": figure.applied, "met": figure.met, "granted": figure.granted,
             "rate_percent": figure.rate_percent, "source": figure.source}
            for figure in one.figures
        ],
    }  # fmt: skip


def reach_line(one: Reached) -> str:
    """One rule in one line."""
    text = _(
        "{rule} ({place}): clients {clients}; now {now}, within a year {year}, ever {ever}, never {never}, not known {open}"
    )
    return text.format(
        rule=_side(one.programme.name), place=one.place, clients=one.clients, now=one.of(Reach.NOW),
        year=one.within_a_year, ever=one.ever, never=one.of(Reach.NEVER), open=one.of(Reach.NOT_KNOWN),
    )  # fmt: skip


def _verdict(verdict: Verdict | None) -> str:
    return _(VERDICTS[verdict]) if verdict else "–"


def _id(programme: Programme | None) -> str | None:
    return programme.id if programme else None


def _name(programme: Programme | None) -> str:
    return _side(programme.name) if programme else "–"


def _side(words: Words) -> str:
    return words.zh if screen_language() == "zh_CN" else words.en
