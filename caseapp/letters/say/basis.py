"""What an answer rests on, in words: since when the rule holds, where it is written, how sure we are, who decides."""

from __future__ import annotations

from datetime import date

from caseapp.i18n import N_
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.days import full
from caseapp.letters.say.finding import both, join, say, say_office
from caseapp.policy.model import Confidence, Instrument, Pack, Programme

CONFIDENCE = {
    # Translators: how sure we are of a rule.
    Confidence.HIGH: N_("Confidence: high, read in the source"),
    Confidence.MEDIUM: N_("Confidence: medium, from several indications"),
    Confidence.LOW: N_("Confidence: low, the original was not seen"),
}


_INSIDE = str.maketrans("《》", "〈〉")
"""A title inside a title has single marks (GB/T 15834-2011, 4.15)."""


def say_since(programme: Programme) -> Both:
    """From when to when the rule holds."""
    if programme.effective_from is None:
        return say(N_("The first day of this rule is not known."))
    first = full(programme.effective_from)
    if programme.effective_to is None:
        return say(N_("In force since {day}"), day=first)
    return say(N_("In force from {day} to {end}"), day=first, end=full(programme.effective_to))


def say_written_in(instrument: Instrument | None) -> Both:
    """The text a rule stands in, with its number."""
    if instrument is None:
        return say(N_("The text of the rule is not known."))
    title, number = both(instrument.title), instrument.document_number
    inside = title.zh.translate(_INSIDE)
    return Both(f"《{inside}》{number or ''}", f"{title.en} ({number})" if number else title.en)


def source_of(pack: Pack, programme: Programme) -> str:
    """Where a rule was read: the source of its text, of one without a text those of the rule itself."""
    instrument = pack.instrument(programme.instrument)
    return instrument.source if instrument else "; ".join(programme.sources)


def say_looked_up(programme: Programme, verified_on: date | None) -> Both:
    """When a person last looked at the source, and when the rule was last seen in force."""
    looked = (
        say(N_("Nobody here has held it against its source yet."))
        if verified_on is None
        else say(N_("Source last looked at: {day}."), day=full(verified_on))
    )
    seen = programme.seen_in_force
    return join(looked, say(N_("Last seen in force: {seen}."), seen=same(seen)) if seen else NOTHING)


def say_basis(pack: Pack, programme: Programme, verified_on: date | None) -> tuple[Both, ...]:
    """One line each: since when, where it is written and read, how sure we are, who looked, who decides."""
    return (
        say_since(programme),
        say(N_("Written in: {text}"), text=say_written_in(pack.instrument(programme.instrument))),
        say(N_("Source: {source}"), source=same(source_of(pack, programme))),
        say(CONFIDENCE[programme.confidence]),
        say_looked_up(programme, verified_on),
        say(N_("Who decides: {office}"), office=say_office(pack, programme)),
    )
