"""A criterion that arguably asks more than national law allows: both texts, and how sure that reading is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caseapp.i18n import N_
from caseapp.law.library import provisions, statutes
from caseapp.law.statutes import Provision
from caseapp.letters.both import NOTHING, Both, listed, same
from caseapp.letters.days import full
from caseapp.letters.numerals import english_article
from caseapp.letters.say.finding import both, join, say
from caseapp.policy.model import Confidence, Criterion

READINGS = {
    Confidence.HIGH: N_("How sure this reading is: high"),
    Confidence.MEDIUM: N_("How sure this reading is: medium. Let a lawyer look before a letter rests on it."),
    Confidence.LOW: N_("How sure this reading is: low. Let a lawyer look before a letter rests on it."),
}


@dataclass(frozen=True, slots=True)
class BeyondSaid:
    """The two texts and what was noted of them."""

    provision: str
    where: Both
    """The provision as one cites it; empty where its text is not held here."""
    rule: Both
    """What the city's rule asks."""
    law: Both
    """What the provision says."""
    note: Both
    confidence: Confidence
    in_force: bool
    """Whether the version held was in force on the day of the check."""

    def say(self, on: date) -> tuple[Both, ...]:
        """One line each."""
        head = say(N_("This may go beyond {law}: {text}"), law=self.where, text=self.law) if self.where else NOTHING
        if not self.where:
            head = say(N_("This may go beyond national law, whose text is not held here ({id})."), id=same(self.provision))
        elif not self.in_force:
            head = join(head, say(N_("The version held was not in force on {day}."), day=full(on)))
        return head, self.note, say(READINGS[self.confidence])


def beyond_of(criterion: Criterion, on: date) -> BeyondSaid | None:
    """What is said of a criterion on the day of a check; None where nobody noted that it goes beyond national law."""
    noted = criterion.beyond
    if noted is None:
        return None
    found = provisions().get(noted.provision)
    return BeyondSaid(
        provision=noted.provision,
        where=NOTHING if found is None else say_provision(found),
        rule=both(criterion.text),
        law=NOTHING if found is None else say_text(found),
        note=both(noted.note),
        confidence=noted.confidence,
        in_force=found is not None and _in_force(found, on),
    )


def say_text(provision: Provision) -> Both:
    """What a provision says: word for word where its words are held, else, and always in English, what they come to."""
    return Both(f"“{provision.quote_zh}”" if provision.quote_zh else provision.summary_zh, provision.summary_en)


def say_provision(provision: Provision) -> Both:
    """《居住证暂行条例》第十二条 / art. 12 of the Interim Regulations on Residence Permits."""
    statute = statutes()[provision.statute]
    return Both(f"《{statute.cited_as}》{provision.article}", f"{_english(provision.article)} of the {statute.title_en}")


def say_provisions(found: Iterable[Provision]) -> Both:
    """Several, each statute named once: 《义务教育法》第七条第二款、第十三条第一款."""
    by_statute: dict[str, list[Provision]] = {}
    for provision in found:
        by_statute.setdefault(provision.statute, []).append(provision)
    said = []
    for statute, group in by_statute.items():
        articles = listed(Both(one.article, _english(one.article)) for one in group)
        named = statutes()[statute]
        said.append(Both(f"《{named.cited_as}》{articles.zh}", f"{articles.en} of the {named.title_en}"))
    return listed(said)


def _english(article: str) -> str:
    try:
        return english_article(article)
    except ValueError:  # a section of a document, or a number nobody has checked: as the file has it
        return f"“{article}”"


def _in_force(provision: Provision, on: date) -> bool:
    ended = provision.effective_to is not None and on > provision.effective_to
    return statutes()[provision.statute].in_force(on) and not ended
