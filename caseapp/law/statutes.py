"""Statutes, the provisions letters cite, and procedures, as the files state them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.law.deadline import Confidence
from caseapp.law.shelf import Entry


@dataclass(frozen=True, slots=True)
class Statute:
    """One version of a law, regulation, interpretation or document."""

    id: str
    title_zh: str
    title_en: str
    cited_as: str
    """The title inside 《 》 after its first use."""
    number: str
    issuer: str
    level: str
    effective_from: date | None
    effective_to: date | None
    supersedes: str
    text_read: bool
    """Whether its articles were read; if not, none of them is cited unread."""
    source: str
    confidence: Confidence
    note: tuple[str, str]
    """What is shaky about it, in Chinese and English."""
    may_be_revised_since: date | None
    """Since when other law stands that may have revised it; whether it did is not known."""

    def in_force(self, day: date) -> bool:
        after = self.effective_from is None or self.effective_from <= day
        return after and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True)
class Provision:
    """One rule of a statute, quoted."""

    id: str
    statute: str
    article: str
    """Article with paragraph and item, as a letter cites it."""
    quote_zh: str
    summary_zh: str
    summary_en: str
    duty_bearer: str
    services: tuple[str, ...]
    confidence: Confidence
    effective_to: date | None
    note: tuple[str, str]


@dataclass(frozen=True, slots=True)
class GroupRules:
    """How several people use one procedure. ``threshold`` people or more choose representatives."""

    threshold: int | None
    at_least: int | None
    at_most: int | None
    rule_zh: str
    rule_en: str
    confidence: Confidence
    statute: str
    """The statute it stands in; empty where there is no special rule."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure: where it is filed, by whom, at what cost, with what effect. Texts as (Chinese, English)."""

    id: str
    name: tuple[str, str]
    statute: str
    articles: tuple[str, ...]
    services: tuple[str, ...]
    filed_with: tuple[str, str]
    who_may_file: tuple[str, str]
    written_requirements: tuple[str, str]
    evidence: tuple[str, str]
    fee: tuple[str, str]
    prerequisites: tuple[str, str]
    order: tuple[str, str]
    outcome: tuple[str, str]
    discloses: tuple[str, str]
    """What respondent, third parties and the public will see (PRACTICE E1)."""
    closes_off: tuple[str, str]
    """Which other ways it shuts."""
    risk: tuple[str, str]
    """Where people trip, and what it may bring on them."""
    note: tuple[str, str]
    group: GroupRules
    confidence: Confidence


def read_statute(entry: Entry) -> Statute:
    return Statute(
        id=entry.text("id"),
        title_zh=entry.text("title_zh"),
        title_en=entry.text("title_en"),
        cited_as=entry.text("cited_as"),
        number=entry.text("number", ""),
        issuer=entry.text("issuer"),
        level=entry.text("level"),
        effective_from=entry.day("effective_from"),
        effective_to=entry.day("effective_to"),
        supersedes=entry.text("supersedes", ""),
        text_read=entry.flag("text_read"),
        source=entry.text("source"),
        confidence=entry.choice("confidence", Confidence),
        note=_both(entry, "note"),
        may_be_revised_since=entry.day("may_be_revised_since"),
    )


def read_provision(entry: Entry) -> Provision:
    return Provision(
        id=entry.text("id"),
        statute=entry.text("statute"),
        article=entry.text("article") + entry.text("paragraph", ""),
        quote_zh=entry.text("quote_zh", ""),
        summary_zh=entry.text("summary_zh"),
        summary_en=entry.text("summary_en"),
        duty_bearer=entry.text("duty_bearer", ""),
        services=entry.texts("services"),
        confidence=entry.choice("confidence", Confidence),
        effective_to=entry.day("effective_to"),
        note=_both(entry, "note"),
    )


def _both(entry: Entry, key: str) -> tuple[str, str]:
    return entry.text(f"{key}_zh", ""), entry.text(f"{key}_en", "")


def _optional(entry: Entry, key: str) -> int | None:
    return entry.number(key) if key in entry.values else None


def read_procedure(entry: Entry) -> Procedure:
    group = entry.part("group")
    if group is None:
        group = Entry(entry.source, entry.path, {})
    return Procedure(
        id=entry.text("id"),
        name=_both(entry, "name"),
        statute=entry.text("statute"),
        articles=entry.texts("articles"),
        services=entry.texts("services"),
        filed_with=_both(entry, "filed_with"),
        who_may_file=_both(entry, "who_may_file"),
        written_requirements=_both(entry, "written_requirements"),
        evidence=_both(entry, "evidence_rules"),
        fee=_both(entry, "fee"),
        prerequisites=_both(entry, "prerequisites"),
        order=_both(entry, "order"),
        outcome=_both(entry, "outcome"),
        discloses=_both(entry, "discloses"),
        closes_off=_both(entry, "closes_off"),
        risk=_both(entry, "risk"),
        note=_both(entry, "note"),
        group=GroupRules(
            _optional(group, "threshold"),
            _optional(group, "representatives_min"),
            _optional(group, "representatives_max"),
            *_both(group, "rule"),
            group.choice("confidence", Confidence, Confidence.MEDIUM),
            group.text("statute", ""),
        ),
        confidence=entry.choice("confidence", Confidence),
    )
