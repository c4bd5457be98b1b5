"""材料收据: which papers went from whom to whom on which day, for both sides to sign."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.domain.documents import Document
from caseapp.domain.handovers import Form, Handover, Keeper, in_sequence, together
from caseapp.errors import ProgramFault
from caseapp.i18n import N_
from caseapp.letters.blocks import FORM, RestsOn, Style
from caseapp.letters.both import NOTHING, Both, same
from caseapp.letters.compose import Composer
from caseapp.letters.days import full
from caseapp.letters.kinds.kind import Availability, LetterKind, Written
from caseapp.letters.material import Material
from caseapp.letters.office_words import formal
from caseapp.letters.papers_in_hand import name_of, resting_on
from caseapp.letters.said import Said
from caseapp.letters.wording import phrases

ID = "paper_receipt"
_WIDTHS = (1, 6, 3, 2)


def available(material: Material) -> Availability:
    """Open where a paper changed hands."""
    found = _told(material)
    if found is None:
        return Availability(False, N_("No paper has changed hands yet. Record it under Documents."))
    if found.day is None:
        return Availability(True, N_("The papers that changed hands last, for both sides to sign."))
    return Availability(True, N_("The papers that changed hands on {day}, for both sides to sign."), {"day": found.day})


def _told(material: Material) -> Handover | None:
    """The handover asked for, else the last."""
    found = in_sequence(material.file.handovers)
    asked = next((one for one in found if one.id == material.about), None)
    return asked or (found[-1] if found else None)


def write(material: Material, draft: bool) -> Written:
    """One slip for everything that went the same way on the same day."""
    one = _told(material)
    if one is None:
        raise ProgramFault("A receipt was written for papers that nobody handed over.")
    composer, words = Composer(), phrases(ID)
    composer.key_values("hands", _hands(material, one))
    moved = [(other, _paper(material, other)) for other in together(material.file.handovers, one)]
    header = tuple(words.say(key) for key in ("number", "paper", "form", "pages"))
    composer.table("papers", header, _rows([(other, paper) for other, paper in moved if paper]), _WIDTHS)
    purpose = "handed_in" if one.receiver is Keeper.OFFICE else "back" if one.receiver is Keeper.CLIENT else "lent"
    composer.paragraph("closing", (Said(words.say(key), FORM) for key in (purpose, "copies")))
    composer.signature("signature", (words.say(key) for key in ("sign_giver", "sign_receiver", "sign_day")))
    zh, en = composer.papers(ID, words.say("title"), Style.LETTER, draft=draft)
    return Written(zh, en)


def _paper(material: Material, handover: Handover) -> Document | None:
    return next((paper for paper in material.file.documents if paper.id == handover.document), None)


def _hands(material: Material, one: Handover) -> Iterator[tuple[Both, Said]]:
    words, rests_on = phrases(ID), RestsOn(by_hand=True)

    def in_original(text: str) -> Both:
        return words.say("in_original", place=text.strip()) if text.strip() else NOTHING

    told = (
        ("day", full(one.day) if one.day else NOTHING),
        ("giver", _side(material, one, one.giver)),
        ("receiver", _side(material, one, one.receiver)),
        ("taken_by", words.say("somebody", name=one.taken_by.strip()) if one.taken_by.strip() else NOTHING),
        ("note", in_original(one.note)),
        ("back_by", full(one.back_by) if one.back_by else NOTHING),
        ("receipt", in_original(one.receipt)),
    )
    return ((words.say(f"label_{what}"), Said(text, rests_on)) for what, text in told if text)


def _side(material: Material, one: Handover, keeper: Keeper) -> Both:
    """Whose hands: the client by name in Chinese, an office by its name, anybody else as who they are."""
    words, owner = phrases(ID), material.file.client()
    if keeper is Keeper.CLIENT:
        return words.say("client", name=f"（{owner.name}）" if owner and owner.name.strip() else NOTHING)
    if keeper is Keeper.OFFICE:
        return words.say("office", place=formal(material.file.office(one.office)).zh)
    return words.say(keeper.value)


def _rows(moved: list[tuple[Handover, Document]]) -> Iterator[tuple[Said, ...]]:
    words = phrases(ID)
    for number, (handover, paper) in enumerate(moved, start=1):
        form = words.say("original" if handover.form is Form.ORIGINAL else "copy")
        pages = same("" if paper.pages is None else str(paper.pages))
        yield Said(same(str(number))), Said(name_of(paper), resting_on([paper])), Said(form), Said(pages)


KIND = LetterKind(ID, N_("Receipt for papers"), False, available, write, private=True)
