"""How a shortfall in a fact is closed in practice: what is done, by whom, what it takes, and what would break it.

General knowledge for every city, in ``resources/policies/closing.yaml``; what a pack says of its own papers goes before.
Costs and terms stand there only where a text states them; otherwise nobody has published them, and that is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from caseapp.errors import PackError
from caseapp.paths import resource
from caseapp.policy.catalogue import Close, FactKind, catalogue
from caseapp.policy.documents import documents
from caseapp.policy.model import Confidence, Scalar, Words
from caseapp.policy.reading.problems import Section
from caseapp.policy.span import Reading, low_end
from caseapp.strict_yaml import Yaml, read


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Closing:
    """What is known of closing a shortfall in one fact. What is None nobody has published."""

    what: Words | None
    """What is done."""
    who: Words | None
    """Who does or issues it."""
    takes: Words | None
    cost: Words | None
    cap: Words | None
    """How far it goes at most."""
    breaks: Words | None
    """What would end a count that is running."""
    counts_while: str | None
    """A yes-or-no fact without which the count does not grow."""
    from_nothing: Close | None
    """How a count that stands at 0 is taken up, where it does not begin by itself: nobody marries by waiting."""
    instead: tuple[str, ...]
    """Papers that are accepted for it (ids of the document catalogue)."""
    months_each: int | None
    """The least months between one unit and the next."""
    since: date | None
    """The day from which the text it rests on has been in force; before that day nothing is said."""
    source: str
    confidence: Confidence


NOTHING_KNOWN = Closing(None, None, None, None, None, None, None, None, (), None, None, "", Confidence.LOW)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Closings:
    """All that is known, by fact."""

    by_fact: Mapping[str, Closing]

    def of(self, fact: str, on: date | None = None) -> Closing:
        """What is known of a fact; on a day before the text it rests on was in force, nothing."""
        found = self.by_fact.get(fact, NOTHING_KNOWN)
        return NOTHING_KNOWN if on is not None and found.since is not None and on < found.since else found

    def months(self, kind: FactKind, now: Reading, value: Scalar) -> int | None:
        """The least months it takes to raise a fact; None where nobody has published that."""
        each = self.of(kind.key).months_each
        if each is None or not kind.numeric or isinstance(value, str):
            return None
        return each * max(int(Decimal(value) - low_end(now)) - 1, 0)


@cache
def closings() -> Closings:
    """What the bundled file says. Raises :class:`PackError` if it is damaged."""
    return closings_from(read(resource("policies", "closing.yaml")))


def closings_from(file: Yaml) -> Closings:
    """What a file says. Raises the first problem found."""
    problems: list[PackError] = []
    top = Section(file, file.value, (), problems)
    found: dict[str, Closing] = {}
    for section in top.sections("closings"):
        facts = section.texts("facts")
        closing = _closing(section)
        for index, fact in enumerate(facts):
            if fact not in catalogue():
                section.no_fact(("facts", index), fact)
            if fact in found:
                section.twice(("facts", index), fact)
            found[fact] = closing
    top.done()
    if problems:
        raise problems[0]
    return Closings(found)


def _closing(section: Section) -> Closing:
    closing = Closing(
        what=section.words_or_none("what"),
        who=section.words_or_none("who"),
        takes=section.words_or_none("takes"),
        cost=section.words_or_none("cost"),
        cap=section.words_or_none("cap"),
        breaks=section.words_or_none("breaks"),
        counts_while=section.text_or_none("counts_while"),
        from_nothing=section.choice("from_nothing", Close) if section.has("from_nothing") else None,
        instead=section.texts("instead"),
        months_each=section.whole_or_none("months_each"),
        since=section.day_or_none("since"),
        source=section.text("source"),
        confidence=section.choice("confidence", Confidence),
    )
    for index, paper in enumerate(closing.instead):
        if paper not in documents():
            section.no_paper(("instead", index), paper)
    if closing.counts_while is not None and closing.counts_while not in catalogue():
        section.no_fact(("counts_while",), closing.counts_while)
    section.done()
    return closing
