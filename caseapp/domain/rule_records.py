"""Rules a caseworker brings in: one entered by hand in a case (PRACTICE M5), and that a stored one was looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.cases import Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import AttachmentId, CaseId, LocalCriterionId, LocalRuleId, OfficeId, RuleVerifiedId, VisitId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_

PERSONAL = Sensitivity.PERSONAL


@record("local_rule")
@dataclass(frozen=True, slots=True)
class LocalRule:
    """A rule from outside the packs, as an office cited it or a notice says. Nobody has compared it with a source."""

    id: LocalRuleId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    title: str = field(default="", metadata=wire("title", N_("Title"), register="instrument"))
    document_number: str = field(default="", metadata=wire("document_number", N_("Document number"), register="instrument"))
    issuer: str = field(default="", metadata=wire("issuer", N_("Issuing body"), register="instrument"))
    service: Service = field(default=Service.OTHER, metadata=wire("service", N_("Service")))
    in_force_from: ImpreciseDay | None = field(
        default=None, metadata=wire("in_force_from", N_("In force from"), register="in_force")
    )
    in_force_until: ImpreciseDay | None = field(
        default=None, metadata=wire("in_force_until", N_("In force until"), register="in_force")
    )
    clause: str = field(default="", metadata=wire("clause", N_("Clause"), register="text"))
    text: str = field(default="", metadata=wire("text", N_("What it says"), register="text"))
    office: OfficeId | None = field(default=None, metadata=wire("office", N_("Office"), refers_to="office"))
    """The office that decides under it, where that is known."""
    seen_on: date | None = field(default=None, metadata=wire("seen_on", N_("Shown to us on"), register="shown"))
    shown_by: str = field(default="", metadata=wire("shown_by", N_("Shown to us by"), PERSONAL, register="shown"))
    visit: VisitId | None = field(default=None, metadata=wire("visit", N_("Visit"), refers_to="visit"))
    """The visit at which the office cited it."""
    photo: AttachmentId | None = field(default=None, metadata=wire("photo", N_("Photo"), refers_to="attachment"))
    url: str = field(default="", metadata=wire("url", N_("Web address")))
    note: str = field(default="", metadata=wire("note", N_("Note"), PERSONAL))


class Comparison(Enum):
    """How a fact is compared. The wire value never changes; rules in packs use the same words."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUALS = "=="
    ONE_OF = "in"
    IS_TRUE = "true"
    IS_FALSE = "false"


@record("local_criterion")
@dataclass(frozen=True, slots=True)
class LocalCriterion:
    """One requirement of a rule entered by hand, so that it checks like one of a pack.

    ``value`` is text: ``12``, ``6.5``, a word of the fact's list, or several with commas for ``in``. Empty where one is
    needed: the rule sets no number that is known. Criteria with the same ``one_of`` are alternatives.
    """

    id: LocalCriterionId
    local_rule: LocalRuleId = field(metadata=wire("local_rule", refers_to="local_rule"))
    order: int = field(default=0, metadata=wire("order"))
    fact: str = field(default="", metadata=wire("fact", N_("Fact"), register="test"))
    op: Comparison = field(default=Comparison.IS_TRUE, metadata=wire("op", N_("Compared how"), register="test"))
    value: str = field(default="", metadata=wire("value", N_("Value asked for"), register="test"))
    text: str = field(default="", metadata=wire("text", N_("In the words of the rule")))
    one_of: str = field(default="", metadata=wire("one_of", N_("One of these is enough")))


class LookedUp(Enum):
    """What a look at the source of a stored rule found. The wire value never changes."""

    STILL_IN_FORCE = "still_in_force"
    CHANGED = "changed"
    NOT_FOUND = "not_found"


@record("rule_verified")
@dataclass(frozen=True, slots=True)
class RuleVerified:
    """That somebody looked at the source of a programme of a pack, and what the source said. Not part of any case."""

    id: RuleVerifiedId
    place: str = field(metadata=wire("place", N_("City or province"), register="programme"))
    programme: str = field(metadata=wire("programme", N_("Rule"), register="programme"))
    on: date = field(metadata=wire("on", N_("Looked up on"), register="found"))
    pack_version: str = field(default="", metadata=wire("pack_version", N_("Version of the rules"), register="programme"))
    digest: str = field(default="", metadata=wire("digest", register="programme"))
    """Of what the programme said when it was looked up: a look at one wording says nothing of another."""
    found: LookedUp = field(default=LookedUp.STILL_IN_FORCE, metadata=wire("found", N_("What was found"), register="found"))
    note: str = field(default="", metadata=wire("note", N_("Note"), register="found"))
    by: str = field(default="", metadata=wire("by", N_("Looked up by"), register="found"))
    """The handle of the caseworker."""
