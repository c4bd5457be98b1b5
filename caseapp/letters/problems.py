"""What keeps a letter from leaving as more than a draft, one sentence each; and what a reader should know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from caseapp.errors import NotReady
from caseapp.i18n import N_, Catalogue, catalogue
from caseapp.letters.both import Both
from caseapp.letters.days import full


def said_values(values: Mapping[str, object], words: Catalogue) -> dict[str, object]:
    """Values as a sentence in the language of ``words`` shows them: days in its way, marked phrases translated."""
    chinese = words is catalogue("zh_CN")

    def said(value: object) -> object:
        told = full(value) if isinstance(value, date) else value
        if isinstance(told, Both):
            return told.zh if chinese else told.en
        return words.gettext(value) if isinstance(value, str) and value else value

    return {key: said(value) for key, value in values.items()}


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence. ``blocks``: the letter cannot be issued before it is settled; otherwise it is only to be known."""

    code: str
    template: str
    values: dict[str, object] = field(default_factory=dict)
    blocks: bool = True

    def say(self, words: Catalogue) -> str:
        return words.gettext(self.template).format(**said_values(self.values, words))

    def error(self) -> NotReady:
        return NotReady(self.template, **self.values)


def addressee_incomplete(name: str) -> Problem:
    return Problem(
        "addressee",
        N_(
            "Not ready to export: the addressee is only “{name}”; full name and address are missing. "
            "Complete it once for every case in the district."
        ),
        {"name": name},
    )


def missing(what: str) -> Problem:
    """``what`` is a marked English noun phrase."""
    return Problem(
        "missing", N_("Still missing for this letter: {what}. Enter it, and the blank is filled."), {"what": what}
    )


def no_representative() -> Problem:
    return Problem(
        "representative",
        N_("The applicant is a child and nobody acts for it. Enter a parent or guardian as statutory representative."),
    )


def power_needed() -> Problem:
    return Problem(
        "power",
        N_(
            "A grandparent or other relative acts only with a power of attorney. "
            "Enter its matters and scope, or let a parent sign."
        ),
    )


def not_read_out() -> Problem:
    return Problem(
        "read_out", N_("Not read out yet: the client hears each statement of fact and confirms it before issue.")
    )


def read_out_again() -> Problem:
    return Problem("read_out", N_("Something changed after the letter was read out. Read it out again."))


def disclosure_not_heard() -> Problem:
    return Problem(
        "disclosure",
        N_(
            "The client has not heard yet what the office will see: name, address and annexes. Tell the client, then go on."
        ),
    )


def law_of_the_day() -> Problem:
    return Problem(
        "law",
        N_(
            "The text of the law in force on that day is not held, so the letter cites fewer articles. "
            "A lawyer checks the legal grounds before it leaves."
        ),
        blocks=False,
    )


def new_text_not_read() -> Problem:
    return Problem(
        "new_text",
        N_(
            "The Implementing Regulations were revised from 1 July 2026 and the new text was not read: "
            "their articles are not cited. A lawyer checks day 60 against the new text."
        ),
        blocks=False,
    )


def rule_unconfirmed(place: str, rule: str, name: Both) -> Problem:
    """``place`` and ``rule`` are ids: where the rule itself can be read."""
    return Problem(
        "rule",
        N_(
            "“{name}” asks for papers on this card, and nobody has confirmed lately that it still holds. "
            "Look at its source and note what it says, or let the client ask first."
        ),
        {"name": name, "place": place, "rule": rule},
        blocks=False,
    )


def rule_unsure(articles: str) -> Problem:
    """``articles``: what the days rest on, as it is cited in Chinese; a lawyer looks it up by that."""
    return Problem(
        "unsure",
        N_("A day named here rests on a rule not fully verified: {articles}. A lawyer checks it before it leaves."),
        {"articles": articles},
        blocks=False,
    )


def words_not_chinese(day: date | str) -> Problem:
    return Problem(
        "words",
        N_("The words heard on {day} are not recorded in Chinese, so they are not quoted. Enter them as they were spoken."),
        {"day": day},
        blocks=False,
    )


def safe_day_passed(day: date) -> Problem:
    return Problem(
        "late",
        N_("The safe day, {day}, has passed. Ask a lawyer today and write the late-filing reasons."),
        {"day": day},
        blocks=False,
    )


def reviewing_body_of_the_old_law() -> Problem:
    return Problem(
        "body",
        N_("Since 2024 a people's government reviews the acts of its departments. Correct the reviewing body."),
    )
