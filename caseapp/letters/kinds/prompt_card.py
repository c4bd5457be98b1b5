"""办事提示单: one page for the client's bag. No name, no case number, no organisation, no law (PRACTICE M2)."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from caseapp.i18n import N_
from caseapp.letters.blocks import Labelled, Paragraph, Style
from caseapp.letters.both import Both
from caseapp.letters.card.bring import bring, still_missing
from caseapp.letters.card.days import counted, days_to_keep, fallback
from caseapp.letters.card.steps import Step, hand_in_by, next_steps, what_to_say
from caseapp.letters.card.where import where_things_stand
from caseapp.letters.compose import Composer
from caseapp.letters.days import full_with_weekday
from caseapp.letters.kinds.kind import Availability, LetterKind, Written
from caseapp.letters.material import Material
from caseapp.letters.said import Said
from caseapp.letters.stage import grade
from caseapp.letters.unsure import unsure
from caseapp.letters.wording import fill, phrases

LINES, LINE = 28, 28
"""What one page holds at 16 pt: lines, and Han characters in a line."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much a card tells: so many visits, a second office, a call on the same day, for each paper how to get it."""

    visits: int
    same_day: bool = True
    second: bool = True
    each_paper: bool = True


CUTS = (
    Room(3), Room(2), Room(1), Room(1, same_day=False), Room(1, same_day=False, second=False),
    Room(1, same_day=False, second=False, each_paper=False), Room(0, same_day=False, second=False, each_paper=False),
)  # fmt: skip

LONG_RUN = 4
NARROW, FIRST_WIDE = 0.55, 0x250


def available(material: Material) -> Availability:
    """Always: also without a visit, and in a city without rules."""
    return Availability(
        True, N_("One page for the client to take along."), addressee=material.duty.id if material.duty else None
    )


def write(material: Material, draft: bool) -> Written:
    """The card of the day. What does not fit is cut, never shrunk, in the order of :data:`CUTS`."""
    for room in CUTS:
        composer = _card(material, room)
        if _lines(composer) <= LINES:
            break
    zh, en = composer.papers(KIND.id, phrases("prompt_card").say("title"), Style.CARD, draft=draft)
    named = counted(material, Step.of(material), hand_in_by(material))
    return Written(zh, en, tuple(unsure(named)))


def _card(material: Material, room: Room) -> Composer:
    composer, words, step = Composer(), phrases("prompt_card"), Step.of(material)
    heading = words.say("heading", matter=_matter(material), day=full_with_weekday(material.on))
    composer.heading("heading", heading, centred=True)
    by = hand_in_by(material)
    composer.labelled("where", words.say("label_where"), [where_things_stand(material, room.visits)])
    for id_, line in next_steps(material, step, by):
        if (id_ == "then" and not room.second) or (id_ == "same_day" and not room.same_day):
            continue
        composer.labelled(id_, words.say(f"label_{id_}"), [line])
    composer.labelled("bring", words.say("label_bring"), [bring(material, step)])
    composer.labelled("missing", words.say("label_missing"), still_missing(material, each=room.each_paper))
    composer.labelled("say", words.say("label_say"), [what_to_say(material, step)])
    composer.labelled("paper", words.say("label_paper"), [_paper(material, step)])
    composer.labelled("note", words.say("label_note"), [(Said(words.say("note")),)])
    composer.labelled("days", words.say("label_days"), days_to_keep(material, step, by))
    composer.labelled("fallback", words.say("label_fallback"), [fallback(material)])
    composer.paragraph("closing", [Said(words.say("closing"))], indent=False)
    return composer


def _matter(material: Material) -> Both:
    stage = grade(material.file)
    return fill(material.words.card_stage, stage=stage) if stage and material.words.card_stage else material.words.card


def _paper(material: Material, step: Step) -> tuple[Said, ...]:
    words = phrases("prompt_card")
    if step is Step.AWARD:
        return (Said(words.say("paper_award")),)
    if step is not Step.APPLY or not material.words.letter:
        return (Said(words.say("paper_plain")),)
    parcel = words.say("parcel", matter=material.words.parcel)
    return (Said(words.say("paper", parcel=parcel)),)


def _lines(composer: Composer) -> int:
    """Lines the Chinese card takes: title and heading, then each block by its width."""
    total = 2
    for block in composer.zh:
        if isinstance(block, Labelled):
            lead = len(block.label) + 1
            total += sum(_taken(sum(_width(s.text) for s in line) + lead) for line in block.lines)
        elif isinstance(block, Paragraph):
            total += _taken(sum(_width(s.text) for s in block.sentences))
    return total


def _width(text: str) -> float:
    """In Han characters; figures and Latin letters take little more than half of one."""
    return sum(NARROW if ord(character) < FIRST_WIDE else 1 for character in text)


def _taken(width: float) -> int:
    """Lines for so much text; in a long run, numbers and marks that do not break leave room for one more."""
    lines = ceil(width / LINE)
    return lines + (lines > LONG_RUN)


KIND = LetterKind("prompt_card", N_("Prompt card"), False, available, write)
