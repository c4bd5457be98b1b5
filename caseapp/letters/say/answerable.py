"""Who may be answerable, in words: what names a body, what speaks against it, what a private party leaves to be done, and
how practice and text part. The one place where these become sentences.

The sentences name other cases by nothing and quote nobody: they are for the people who work on the case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from caseapp.attribution.named import Against, Body, Doubt, Ground, Names
from caseapp.attribution.private import PrivateParty, ProofRoute
from caseapp.attribution.shifts import FoundShift, Shift
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import OfficeId, VisitId
from caseapp.domain.labels import label
from caseapp.domain.offices import Office
from caseapp.i18n import N_, catalogue
from caseapp.law.library import provisions
from caseapp.letters.both import NOTHING, Both, listed, same
from caseapp.letters.days import full, rough
from caseapp.letters.say.beyond import say_provision, say_provisions
from caseapp.letters.say.finding import say
from caseapp.letters.say.office import say_office
from caseapp.letters.say.pattern import say_body, say_paper

_DOUBTS = {
    Doubt.NO_ARTICLE: N_("No provision is held here that gives it this duty."),
    Doubt.GENERAL_ARTICLE: N_("The provision is general: which level has the duty is for local rules to say."),
    Doubt.YOUNGER_TEXT: N_("The text held is of a later version: look up the one in force on that day."),
    Doubt.COLLECTOR_BY_PROVINCE: N_("Which body collects premiums is for the province to say: ask for its document."),
    Doubt.DISPUTE_IS_ARBITRATED: N_("It inspects employers; the dispute with the employer itself goes to arbitration."),
    Doubt.ACTOR_NOT_KNOWN: N_("Who did it is not known: ask this body in writing which office acted, on what decision."),
    Doubt.PLACE_NOT_KNOWN: N_("It is the body of the place where the client is insured, which is not on record."),
    Doubt.CITY_NOT_KNOWN: N_("In which city the case lies is not on record: so is this body known by its kind alone."),
    Doubt.RULE_UNSURE: N_("The text of this rule was not seen: check the original first."),
    Doubt.RULE_DAYS_NOT_KNOWN: N_("From which day this rule applied is not known."),
    Doubt.ONLY_SPOKEN: N_("It was only said, with nothing in writing."),
    Doubt.OTHER_RULE_THEN: N_("Another version of the rules applied then."),
    Doubt.NO_ORGAN: N_("Its answers cannot be reviewed or taken to court."),
    Doubt.ORGAN_DISPUTED: N_("Whether its refusals can be reviewed is disputed."),
}
MOST_DAYS = 3
"""More days than these are not told in one sentence: the newest are."""
_NOT_SAID = N_("on a day that is not recorded")


@dataclass(frozen=True, slots=True)
class Told:
    """What names the values: offices, rules by id (a local rule by its own), and the days of visits, of other cases too."""

    offices: Mapping[OfficeId, Office] = field(default_factory=dict)
    rules: Mapping[str, Both] = field(default_factory=dict)
    days: Mapping[VisitId, ImpreciseDay | None] = field(default_factory=dict)

    def office(self, identity: OfficeId | None) -> Both:
        """What an office is called."""
        return say_office(self.offices.get(identity) if identity else None)

    def when(self, visits: Sequence[VisitId]) -> Both:
        """The newest days of visits, each once: "1 June 2026 and 3 July 2026"."""
        known = list(dict.fromkeys(day for visit in visits[-MOST_DAYS:] if (day := self.days.get(visit))))
        return listed(rough(day) for day in known) if known else say(_NOT_SAID)


def say_named(body: Body) -> Both:
    """A body by its name; one that is not on file by kind and level."""
    office = body.office
    if office.name_zh.strip() or office.name_en.strip():
        return say_office(office)
    kind = say_body(office.kind, office.level)
    return Both(kind.zh, kind.en[:1].upper() + kind.en[1:])


def say_grounds(grounds: Sequence[Ground], told: Told) -> tuple[Both, ...]:
    """What names a body, each once, with the articles, rules and days that show it; all its rules in one sentence."""
    by_rule = [ground for ground in grounds if ground.names is Names.PROGRAMME]
    rules = dict.fromkeys(told.rules.get(ground.programme, same(ground.programme)) for ground in by_rule)
    said = [
        say(N_("By the rules of that day: {rules}."), rules=listed(rules)) if ground in by_rule else _ground(ground, told)
        for ground in grounds
    ]
    return tuple(dict.fromkeys(said))


def _ground(ground: Ground, told: Told) -> Both:
    match ground.names:
        case Names.STATUTE:
            shelf = provisions()
            articles = [shelf[found] for found in ground.provisions if found in shelf]
            if not articles:
                return say(N_("By its duty for this service."))
            return say(N_("By statute: {articles}."), articles=say_provisions(articles))
        case Names.ACTS_FOR:
            return say(N_("{office} acts for it."), office=told.office(ground.by))
        case Names.OWN_WORDS:
            return say(N_("{office} named it ({day})."), office=told.office(ground.by), day=told.when(ground.visits))
        case _:
            last = told.when(ground.visits[-1:])
            sentence = N_("It took such requests on before: {count} in this casebook, the last {day}.")
            return say(sentence, count=same(str(len(ground.visits))), day=last)


def say_against(against: Against, told: Told) -> Both:
    """What speaks against a body."""
    seen = told.when([against.visit] if against.visit else [])
    if against.doubt is Doubt.SAYS_NOT_COMPETENT:
        return say(N_("It says that it is not competent ({day})."), day=seen)
    if against.doubt is Doubt.SENT_ON:
        return say(N_("It sent the client on to {office} ({day})."), office=told.office(against.office), day=seen)
    return say(_DOUBTS[against.doubt])


def say_shift(found: FoundShift, told: Told) -> Both:
    """How practice and text part, in one sentence."""
    rule = told.rules.get(found.rule, same(found.rule))
    count = same(str(len(found.precedents)))
    text_day = full(found.text_day) if found.text_day else NOTHING
    last = full(found.last_accepted) if found.last_accepted else NOTHING
    seen = full(found.seen_on)
    match found.shift:
        case Shift.FIRST_USED:
            sentence = N_(
                "{rule} has applied since {since}; here it was first used on {seen}. Before that {count} such requests of "
                "this casebook were taken on, the last on {last}."
            )
            return say(sentence, rule=rule, since=text_day, seen=seen, count=count, last=last)
        case Shift.ACCEPTED_BEFORE:
            sentence = N_(
                "Under the same rules, with every requirement on record standing alike, this office took {count} such "
                "requests of this casebook on before, the last on {last}."
            )
            return say(sentence, count=count, last=last)
        case Shift.REPEALED_APPLIED:
            sentence = N_("{rule} ended on {end}; on {seen} it was still applied.")
            return say(sentence, rule=rule, end=text_day, seen=seen)
        case Shift.NEW_NOT_APPLIED:
            sentence = N_("{rule} has applied since {since}; on {seen} it was not yet applied.")
            return say(sentence, rule=rule, since=text_day, seen=seen)


def say_party(party: PrivateParty) -> Both:
    """A private party by what it is, never by name (PRACTICE E8)."""
    holder = label(party.holder)
    return Both(catalogue("zh_CN").gettext(holder), catalogue("en").gettext(holder))


def say_route(route: ProofRoute) -> Both:
    """What shows the same as the paper that was not given, and the article that says so."""
    paper = say_paper(route.paper.paper, route.paper.title)
    if not route.others:
        sentence = N_(
            "{paper}: ask the body with the duty in writing to accept another proof, and say who would not give it."
        )
        return say(sentence, paper=paper)
    others = listed(say_paper(other) for other in route.others)
    article = say_provision(provisions()[route.provision])
    if route.in_hand:
        held = listed(say_paper(other) for other in route.in_hand)
        sentence = N_("{paper}: {held} is in hand and shows the same ({article}).")
        return say(sentence, paper=paper, held=held, article=article)
    return say(N_("{paper}: the same is shown by {others} ({article})."), paper=paper, others=others, article=article)
