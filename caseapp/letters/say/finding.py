"""A finding in words, in Chinese and English: the one place where checks and plans become sentences.

Window, letters and command line all say findings and doubts through here; points through
:mod:`caseapp.letters.say.points`, what an answer rests on through :mod:`caseapp.letters.say.basis`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from string import Formatter
from typing import TypeAlias

from caseapp.i18n import N_, catalogue
from caseapp.letters.both import Both, listed, same
from caseapp.policy.catalogue import FactKind, FactType
from caseapp.policy.catalogue import catalogue as fact_catalogue
from caseapp.policy.check import Doubt, Finding, ProgrammeCheck, Undecided
from caseapp.policy.contradictions import Clash, Contradiction
from caseapp.policy.documents import documents
from caseapp.policy.known import Reading, Span
from caseapp.policy.model import Op, Pack, Programme, Words
from caseapp.policy.points import WhyNot
from caseapp.policy.verdict import Verdict

VERDICTS = {
    Verdict.MET: N_("Met"),
    Verdict.NOT_MET: N_("Not met"),
    Verdict.NOT_ASKED: N_("Not asked"),
    Verdict.NOT_COVERED: N_("Not covered"),
}

UNDECIDED = {
    Undecided.UNDATED: N_(
        "Nobody knows from which day this rule applied, so it decides nothing. Ask the office for the text."
    ),
    Undecided.PROSE: N_("The source only says who is spoken of; there is no test to hold against. Ask the office."),
    Undecided.DRAFT: N_("This was a draft and never in force. It decides nothing."),
    Undecided.NOT_IN_FORCE: N_("This rule was not in force on the day of the check."),
}

DOUBTS = {
    Doubt.MAY_HAVE_BEEN_REPLACED: N_(
        "This rule was last seen in force more than three years before the day of the check; it may have been replaced. "
        "Look at the source before relying on it."
    ),
    Doubt.LOW_CONFIDENCE: N_("This rule rests on a weak source. Check the original and tick it before it enters a letter."),
    Doubt.VERIFIED_LONG_AGO: N_(
        "The source of this rule was last looked at more than a year before the day of the check. Look again and tick it "
        "before it enters a letter."
    ),
    Doubt.TABLE_INCOMPLETE: N_(
        "The points table is not known in full: the total may be higher. Ask the office for the whole table."
    ),
    Doubt.DEDUCTION_NOT_ASKED: N_("A deduction has not been asked about: the total may be lower."),
    Doubt.PLACE_BY_RANK: N_("Meeting the line makes the applicant eligible; the place is decided by rank."),
    Doubt.PLACES_LIMITED: N_("The places of a year are limited: meeting the conditions does not mean that one is left."),
    Doubt.FACTS_CONTRADICT: N_("Some of what is on record cannot all be true, so it is not judged. Ask about it again."),
}

NO_CITY_RULES = N_(
    "No rules of this city are stored. What follows is the nation's and what was entered by hand; the city may ask more."
)

WHY_NOT = {
    WhyNot.NOT_ASKED: N_("not asked yet"),
    WhyNot.ONLY_PARTLY_KNOWN: N_("known only in part"),
    WhyNot.NUMBER_UNPUBLISHED: N_("the number is not published: ask the office"),
    WhyNot.BETTER_IN_GROUP: N_("another item of the same group counts more"),
    WhyNot.CAPPED: N_("counted up to the cap"),
    WhyNot.NONE_EARNED: N_("nothing earned"),
}

CLASHES = {
    Clash.LONGER_THAN_LIFE: N_("it is longer than the person has lived"),
    Clash.PART_EXCEEDS_WHOLE: N_("a part cannot be larger than the whole"),
    Clash.CHILD_OLDER_THAN_PARENT: N_("the child would be older than the parent"),
    Clash.ONE_DENIES_THE_OTHER: N_("one answer denies the other"),
}

_AGES = frozenset(("age", "child_age"))
UNITS = {
    "years of age": (N_("{number} year of age"), N_("{number} years of age")),
    "months": (N_("{number} month"), N_("{number} months")),
    "years": (N_("{number} year"), N_("{number} years")),
    "times": (N_("{number} time"), N_("{number} times")),
    "hours": (N_("{number} hour"), N_("{number} hours")),
    "points": (N_("{number} point"), N_("{number} points")),
    "yuan": (N_("{number} yuan"), N_("{number} yuan")),
    "yuan per year": (N_("{number} yuan a year"), N_("{number} yuan a year")),
    "yuan per month": (N_("{number} yuan a month"), N_("{number} yuan a month")),
    "square metres": (N_("{number} square metre"), N_("{number} square metres")),
    "times the city average wage": (N_("{number} time the city average wage"), N_("{number} times the city average wage")),
    "patents": (N_("{number} patent"), N_("{number} patents")),
    "persons": (N_("{number} person"), N_("{number} persons")),
    "children": (N_("{number} child"), N_("{number} children")),
    "days": (N_("{number} day"), N_("{number} days")),
    "pupils": (N_("{number} pupil"), N_("{number} pupils")),
    "percent": (N_("{number} per cent"), N_("{number} per cent")),
    "million persons": (N_("{number} million persons"), N_("{number} million persons")),
}


@lru_cache(maxsize=16_384)  # a text of a pack is said again at every check
def both(words: Words) -> Both:
    """A text of a pack."""
    return Both(words.zh, words.en)


def say(template: str, **values: Both) -> Both:
    """A marked sentence in both languages."""
    if not values:
        return _constant(template)
    zh, en = _sides(template)
    return Both(
        "".join([literal + values[name].zh if name else literal for literal, name in zh]),
        "".join([literal + values[name].en if name else literal for literal, name in en]),
    )


Piece: TypeAlias = tuple[str, str | None]
"""Literal text, and the name of the value that follows it."""


@cache
def _constant(template: str) -> Both:
    return Both(catalogue("zh_CN").gettext(template), catalogue("en").gettext(template))


@cache
def _sides(template: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """A marked sentence taken apart, in Chinese and in English: it is said far more often than it changes."""
    zh, en = (
        tuple((literal, name) for literal, name, _, _ in Formatter().parse(catalogue(language).gettext(template)))
        for language in ("zh_CN", "en")
    )
    return zh, en


def say_verdict(verdict: Verdict) -> Both:
    return say(VERDICTS[verdict])


def plain(number: Decimal | int) -> str:
    """A number without needless zeros: 14, 0.5."""
    return f"{Decimal(number).normalize():f}"


def say_amount(kind: FactKind, number: Decimal | int) -> Both:
    """A number in the unit of its fact."""
    return _in_unit("years of age" if kind.key in _AGES else kind.unit or "", number)


@lru_cache(maxsize=4096)
def _in_unit(unit: str, number: Decimal | int) -> Both:
    one, many = UNITS.get(unit, ("{number}", "{number}"))
    return say(one if number == 1 else many, number=same(plain(number)))


def say_value(kind: FactKind, reading: Reading) -> Both:
    """What a fact tells: an amount, a label, or whether it is so."""
    if isinstance(reading, Span):
        if reading.high is None or reading.high == kind.most:
            return say(N_("at least {amount}"), amount=say_amount(kind, reading.low))
        low, high = say_amount(kind, reading.low), say_amount(kind, reading.high)
        return say(N_("between {low} and {high}"), low=low, high=high)
    if kind.type is FactType.YES_NO:
        return say(N_("this is so")) if reading else say(N_("this is not so"))
    if isinstance(reading, str):
        label = kind.label_of(reading)
        return both(label) if label else same(reading)
    return say_amount(kind, reading)


def say_finding(finding: Finding, pack: Pack, programme: Programme) -> Both:
    """The answer on one criterion: what is asked, what is known, what is short and whom to ask."""
    kind = fact_catalogue()[finding.criterion.fact]
    rule, label = both(finding.criterion.text), both(kind.label)
    if finding.verdict is Verdict.NOT_COVERED:
        return say(
            N_("{rule}: the number is not published or is set by each district. Ask {office}."),
            rule=rule, office=say_office(pack, programme),
        )  # fmt: skip
    if finding.actual is None and finding.contradiction is not None:
        return say(N_("{rule}: not judged. {why}"), rule=rule, why=say_contradiction(finding.contradiction))
    if finding.actual is None:
        return say(N_("{rule}: not asked yet. {question}"), rule=rule, question=both(kind.question))
    value = say_value(kind, finding.actual)
    if finding.verdict is Verdict.MET:
        return say(N_("{rule}: met. Known: {label}, {value}."), rule=rule, label=label, value=value)
    if finding.verdict is Verdict.NOT_ASKED:
        return say(
            N_("{rule}: what is known does not decide it. Known: {label}, {value}."), rule=rule, label=label, value=value
        )
    gap = say_missing(finding)
    if gap is None:
        sentence = say(N_("{rule}: not met. Known: {label}, {value}."), rule=rule, label=label, value=value)
    else:
        sentence = say(N_("{rule}: not met. Known: {label}, {value}; {gap}."), rule=rule, label=label, value=value, gap=gap)
    if finding.criterion.in_total:
        sentence = join(sentence, say(N_("The rule counts in total: add the months before a break.")))
    return join(sentence, say(N_("The office may waive this."))) if finding.criterion.waivable else sentence


def say_has(finding: Finding) -> Both:
    """What the client has, as it reads on the day of the check."""
    if finding.actual is None:
        return say(N_("Not asked"))
    return say_value(fact_catalogue()[finding.criterion.fact], finding.actual)


def say_missing(finding: Finding) -> Both | None:
    """The gap in its own unit; None where it is no number."""
    missing = finding.missing
    if missing is None:
        return None
    amount = say_amount(fact_catalogue()[finding.criterion.fact], missing)
    short = finding.criterion.op is Op.AT_LEAST
    return say(N_("{amount} short"), amount=amount) if short else say(N_("{amount} too many"), amount=amount)


def say_contradiction(found: Contradiction) -> Both:
    """Which two facts cannot both be true, and why."""
    kinds = fact_catalogue()
    return say(
        N_("“{fact}” and “{other}” cannot both be true: {why}. Check both."),
        fact=both(kinds[found.fact].label), other=both(kinds[found.other].label), why=say(CLASHES[found.clash]),
    )  # fmt: skip


def join(*sentences: Both) -> Both:
    """Sentences in a row: a space between English ones, none between Chinese ones."""
    return Both("".join(one.zh for one in sentences if one), " ".join(one.en for one in sentences if one))


def say_office(pack: Pack, programme: Programme) -> Both:
    """The office responsible for the programme."""
    office = pack.office(programme.responsible_office)
    return both(office.name) if office else say(N_("the office in charge"))


def say_paper(paper: str | None) -> Both:
    """A document by its id."""
    kind = documents().get(paper or "")
    return both(kind.name) if kind else say(N_("a proof the office accepts"))


def say_issuer(paper: str | None, pack: Pack, programme: Programme) -> Both:
    """Who issues it: as the programme says, else who usually does."""
    for document in programme.documents:
        if document.id == paper:
            office = pack.office(document.issued_by) if document.issued_by else None
            if office is not None:
                return both(office.name)
            if document.issuer is not None:
                return both(document.issuer)
    kind = documents().get(paper or "")
    return say(ISSUERS[kind.issuer_kind.value]) if kind else say(ISSUERS["office"])


ISSUERS = {
    "client": N_("the client"),
    "landlord": N_("the landlord"),
    "employer": N_("the employer"),
    "police": N_("the police station"),
    "hometown": N_("the registered place"),
    "school": N_("the school"),
    "hospital": N_("the hospital"),
    "office": N_("the office in charge"),
}


def say_check(check: ProgrammeCheck) -> Both:
    """The answer of a programme in one or two sentences: the answer, and what fails or is open."""
    name = both(check.programme.name)
    if check.undecided is not None:
        return join(say(N_("{name}: not covered."), name=name), say(UNDECIDED[check.undecided]))
    head = say(N_("{name}: {answer}."), name=name, answer=say_verdict(check.verdict))
    if check.verdict is Verdict.NOT_MET and check.failing:
        failing = listed(both(finding.criterion.text) for finding in check.failing)
        return join(head, say(N_("Criteria not met: {criteria}."), criteria=failing))
    if check.verdict is Verdict.NOT_ASKED:
        kinds = fact_catalogue()
        keys = dict.fromkeys(finding.criterion.fact for finding in check.findings if finding.verdict is Verdict.NOT_ASKED)
        if keys:
            return join(head, say(N_("Still to ask: {facts}."), facts=listed(both(kinds[key].label) for key in keys)))
    return head


def say_doubts(check: ProgrammeCheck) -> tuple[Both, ...]:
    """What must be said beside the answer."""
    return tuple(say(DOUBTS[doubt]) for doubt in check.doubts)
