"""A body that may be answerable: what names it, what speaks against it, and the refusal it is named for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.domain.ids import CaseId, OfficeId, VisitId
from caseapp.domain.offices import Office
from caseapp.law.deadline import Confidence
from caseapp.law.respondents import Standing


class Names(Enum):
    """What names a body, the strongest first."""

    STATUTE = "statute"
    PROGRAMME = "programme"
    ACTS_FOR = "acts_for"
    OWN_WORDS = "own_words"
    ACCEPTED_BEFORE = "accepted_before"


class Doubt(Enum):
    """What speaks against a body."""

    NO_ARTICLE = "no_article"
    """The table of duties names it, but no provision is held for it."""
    GENERAL_ARTICLE = "general_article"
    """The provision does not settle the level by itself (medium or low confidence)."""
    YOUNGER_TEXT = "younger_text"
    """The law stood on the day, but the text held is of a later version."""
    COLLECTOR_BY_PROVINCE = "collector_by_province"
    DISPUTE_IS_ARBITRATED = "dispute_is_arbitrated"
    ACTOR_NOT_KNOWN = "actor_not_known"
    PLACE_NOT_KNOWN = "place_not_known"
    """Of the place of insurance, which is not on record."""
    CITY_NOT_KNOWN = "city_not_known"
    RULE_UNSURE = "rule_unsure"
    RULE_DAYS_NOT_KNOWN = "rule_days_not_known"
    ONLY_SPOKEN = "only_spoken"
    OTHER_RULE_THEN = "other_rule_then"
    SAYS_NOT_COMPETENT = "says_not_competent"
    SENT_ON = "sent_on"
    NO_ORGAN = "no_organ"
    ORGAN_DISPUTED = "organ_disputed"


@dataclass(frozen=True, slots=True)
class RuleOffice:
    """A programme and the office it makes responsible, placed in the case's city and district."""

    programme: str
    office: Office
    first: date | None
    last: date | None
    confidence: Confidence

    def in_force(self, on: date) -> bool:
        """Whether its known days include ``on``."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a body is named, and the visits, the rule or the articles that show it."""

    names: Names
    provisions: tuple[str, ...] = ()
    programme: str = ""
    visits: tuple[VisitId, ...] = ()
    by: OfficeId | None = None
    """The office whose words or whose charge it is."""
    cases: tuple[CaseId, ...] = ()
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class Against:
    """One thing that speaks against a body, and where it is seen."""

    doubt: Doubt
    visit: VisitId | None = None
    office: OfficeId | None = None
    """Where it sent the client on to."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body that may be answerable. ``office`` need not be on file: then it is the template every computer shares."""

    office: Office
    standing: Standing
    grounds: tuple[Ground, ...]
    against: tuple[Against, ...]
    turned_away: bool
    """It is itself the one that turned the client away at this visit."""

    @property
    def has_the_duty(self) -> bool:
        """Whether a statute or the rule of the day names it."""
        return any(ground.names in (Names.STATUTE, Names.PROGRAMME) for ground in self.grounds)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One visit at which the client was turned away, by whom, and apart from that who may be answerable."""

    visit: VisitId
    office: OfficeId
    standing: Standing
    private: bool
    """A landlord or an employer: there is no administrative act."""
    bodies: tuple[Body, ...]
