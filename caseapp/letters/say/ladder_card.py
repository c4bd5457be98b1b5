"""What stands on the card of one way: who decides, what it needs, closes off, costs, discloses and risks.

Where a caseworker would trip is said here, beside the way itself, and not in a handbook.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caseapp.i18n import N_, catalogue
from caseapp.law.avenues import Avenue, Joint
from caseapp.law.deadline import Caution, Confidence, Deadline, Ground, Warn
from caseapp.law.library import procedures, successor_not_read
from caseapp.law.statutes import Procedure
from caseapp.letters.both import NOTHING, Both
from caseapp.letters.say.deadline import cite, say_caution, say_day
from caseapp.letters.say.ladder import say_organ

Row = tuple[str, Both]
"""A label, to be translated where it is shown, and what it says."""

# Translators: by when the body a way was taken to has to decide.
THEIRS = N_("Their time: {text}")
BODY = N_("Decided by: {text}")
SERVICE = N_("For this service: {text}")
WHO = N_("Who may ask: {text}")
HOLDS = N_("To hand in: {text}")
PROOF = N_("Proof: {text}")
GIVES = N_("What it can give: {text}")
KNOW = N_("Also: {text}")
NEEDS = N_("Needs: {text}")
CLOSES = N_("Closes off: {text}")
FEE = N_("Fee: {text}")
SEEN = N_("Who sees it: {text}")
MIND = N_("Mind: {text}")
SEVERAL = N_("Several households: {text}")
UNSURE = N_("Not fully verified: {text}")

_SEVERAL = {
    Joint.SEPARATE: N_("one application each from one template, with shared exhibits; ask to be heard together."),
    Joint.SAME_ACT: N_("together only against one and the same act; otherwise one application each."),
    Joint.REPRESENTATIVES: N_("one application each; ten or more with one claim may choose representatives."),
    Joint.NEVER: N_("never together: one household, one matter, in its own name."),
}
# Translators: of one of several written applications that wait for an answer.
_PASSED = N_("Application received on {day}: the safe day, {last}, has passed ({article}).")
_FROM = N_("Application received on {day}: if it stays unanswered, reconsideration from {first} to {last} ({article}).")
_LATE = N_("Application received on {day}: not answered in time; reconsideration by {last} ({article}).")
_CHECK = N_("Check the text before a letter leaves.")


def say_avenue_card(avenue: Avenue, on: date) -> tuple[Row, ...]:
    """Every row of a way's card that has something to say on a day, in the order it is read."""
    return tuple((label, said) for label, said in _rows(avenue, procedures()[avenue.procedure], on) if said)


def _rows(avenue: Avenue, known: Procedure, on: date) -> Iterator[Row]:
    for waits in avenue.waits_for:
        yield THEIRS, _theirs(waits)
    own = procedures()[avenue.particular] if avenue.particular else known
    yield BODY, _body(avenue, known)
    yield SERVICE, Both(*own.name) if own is not known else NOTHING
    yield WHO, Both(*own.who_may_file)
    yield NEEDS, Both(*own.prerequisites)
    yield HOLDS, Both(*known.written_requirements)
    yield HOLDS, Both(*own.written_requirements) if own is not known else NOTHING
    yield PROOF, Both(*own.evidence)
    yield GIVES, Both(*own.outcome)
    yield CLOSES, Both(*known.closes_off)
    yield FEE, Both(*own.fee)
    yield SEEN, Both(*known.discloses)
    yield SEVERAL, _several(avenue, known)
    yield MIND, Both(*known.risk)
    yield KNOW, Both(*own.note)
    body = avenue.body.statute if avenue.body else ""
    for name in dict.fromkeys((known.statute, own.statute, known.group.statute, body)):
        yield UNSURE, _replaced(name, on)
    yield UNSURE, _unsure(known if own.confidence is Confidence.HIGH else own)


def _theirs(waits: Deadline) -> Both:
    """By when they have to decide, by which article, and how much longer they may take if they say so."""
    where, last = cite(waits.statute, waits.article), say_day(waits.safe_last_day)
    said = _fill(N_("{what}: by {day} ({article})."), what=Both(waits.what_zh, waits.what_en), day=last, article=where)
    more = max((later.until for later in waits.later if later.until and later.ground is Ground.EXTENDED), default=None)
    if more is None:
        return said
    told = _fill(N_("If they tell that they extend it, by {day}."), day=say_day(more))
    return Both(f"{said.zh}{told.zh}", f"{said.en} {told.en}")


def say_applications(avenue: Avenue, on: date) -> Iterator[Both]:
    """Where several applications wait: from when to when silence on each can be taken to reconsideration."""
    found = [d for d in (avenue.deadline, *avenue.also) if d and d.applied]
    if len({d.applied for d in found}) < 2:
        return
    for waits in sorted(found, key=lambda d: d.applied or on):
        assert waits.applied is not None
        opens, last = waits.opens_on or avenue.opens_on or on, waits.safe_last_day
        words = _PASSED if last < on else _FROM if opens > on else _LATE
        yield _fill(
            words, day=say_day(waits.applied), first=say_day(opens), last=say_day(last),
            article=cite(waits.statute, waits.article),
        )  # fmt: skip


def _body(avenue: Avenue, known: Procedure) -> Both:
    if avenue.body:
        where = cite(avenue.body.statute, avenue.body.article)
        return Both(f"{avenue.body.zh}（{where.zh}）", f"{avenue.body.en} ({where.en})")
    if avenue.organ:
        return say_organ(avenue.organ.office, avenue.organ.level)
    return Both(*known.filed_with)


def _several(avenue: Avenue, known: Procedure) -> Both:
    """How several households go; the rule of the procedure follows where it names representatives."""
    said = _say(_SEVERAL[avenue.joint])
    if avenue.joint in (Joint.NEVER, Joint.SEPARATE) or known.group.threshold is None:
        return said
    return Both(f"{said.zh}{known.group.rule_zh}", f"{said.en} {known.group.rule_en}")


def _replaced(name: str, on: date) -> Both:
    """That the text it rests on was replaced by one nobody here has read."""
    newer = successor_not_read(name, on) if name else None
    if newer is None:
        return NOTHING
    return say_caution(Caution(Warn.NEW_TEXT_NOT_READ, newer.effective_from, zh=newer.title_zh, en=newer.title_en))


def _unsure(known: Procedure) -> Both:
    return NOTHING if known.confidence is Confidence.HIGH else _say(_CHECK)


def _fill(template: str, **values: Both) -> Both:
    return Both(
        catalogue("zh_CN").gettext(template).format(**{key: value.zh for key, value in values.items()}),
        catalogue("en").gettext(template).format(**{key: value.en for key, value in values.items()}),
    )


def _say(template: str) -> Both:
    return Both(catalogue("zh_CN").gettext(template), catalogue("en").gettext(template))
