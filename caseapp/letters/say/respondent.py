"""Whether an office can be respondent, in words: why, by which article, who reviews, which court, and who is if not it."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.i18n import N_
from caseapp.law.deadline import Confidence
from caseapp.law.library import statutes
from caseapp.law.respondents import DutyOrgan, Respondent, Standing
from caseapp.letters.both import Both
from caseapp.letters.numerals import english_article
from caseapp.letters.say.finding import join, say
from caseapp.letters.say.pattern import say_body, say_standing


def say_respondent(found: Respondent) -> tuple[Both, ...]:
    """Sentences in the order in which one asks: can it be, why, who reviews, which court."""
    return tuple(_sentences(found))


def say_refusal_of(found: Respondent) -> Both:
    """What a refusal by such an office is in law, and where that leads: of a court, an arbitration body, an employer."""
    if found.standing is Standing.CANNOT_BE:
        return _why(found)
    stands = say_standing(found.standing, private=False)
    return stands if found.standing is Standing.CAN_BE else join(stands, _why(found))


def _why(found: Respondent) -> Both:
    statute = statutes().get(found.statute)
    why = Both(found.why_zh, found.why_en)
    if statute is None:
        return why
    where = Both(f"《{statute.cited_as}》{found.article}", f"{_english(found.article)} of the {statute.title_en}")
    return join(why, say(N_("({article})"), article=where))


def _sentences(found: Respondent) -> Iterator[Both]:
    private = found.office.private
    if private or found.standing is not Standing.CANNOT_BE:  # where each of the others leads to, its reason says
        yield say_standing(found.standing, private=private)
    yield _why(found)
    if found.confidence is Confidence.LOW:
        yield say(N_("This is not certain: look at the text before relying on it."))
    if found.reviewed_by is not None:
        yield say(N_("Reconsideration: {body}."), body=Both(found.reviewed_by.zh, found.reviewed_by.en))
    if found.court is not None:
        yield say(N_("Court: {court}."), court=Both(found.court.zh, found.court.en))


def say_duty_organ(organ: DutyOrgan) -> Both:
    """Where to go instead: 区教育局 / district education bureau."""
    return say_body(organ.office, organ.level)


def _english(article: str) -> str:
    try:
        return english_article(article)
    except ValueError:  # a section of a document: as the file has it
        return f"“{article}”"
