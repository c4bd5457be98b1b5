"""口头答复情况记录: what was said, signed by the one who heard it. A private record: no addressee, no effect claimed."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.domain.visits import Answer, Channel, Grounds, Visit, minutes_of
from caseapp.errors import ProgramFault
from caseapp.i18n import N_
from caseapp.letters.blocks import FORM, RestsOn, Style
from caseapp.letters.both import Both, clauses, same
from caseapp.letters.compose import Composer
from caseapp.letters.days import full, full_with_weekday, rough
from caseapp.letters.guards import names_nobody, quotable
from caseapp.letters.kinds.kind import Availability, LetterKind, Written
from caseapp.letters.material import Material
from caseapp.letters.office_words import formal
from caseapp.letters.oral_answers import told_visit
from caseapp.letters.problems import words_not_chinese
from caseapp.letters.said import Said
from caseapp.letters.visit_words import demanded, given, rule_cited, window_words
from caseapp.letters.wording import phrases

ID = "oral_refusal_record"
_PICTURES, _SOUND = "image/", "audio/"


def available(material: Material) -> Availability:
    """Open where something was answered by word of mouth alone."""
    visit = told_visit(material)
    if visit is None:
        return Availability(False, N_("No answer by word of mouth is recorded."))
    if visit.day is not None and visit.day.exact:
        return Availability(True, N_("What was said on {day}, for the client to sign."), {"day": visit.day.exact})
    return Availability(True, N_("What was said by word of mouth, for the client to sign."))


def write(material: Material, draft: bool) -> Written:
    """The memo of one visit, to be read out and signed on the material's day."""
    visit = told_visit(material)
    if visit is None:
        raise ProgramFault("A memo was written of nothing that was said.")
    composer, words = Composer(), phrases(ID)
    rests_on = RestsOn(visits=(str(visit.id),))
    composer.key_values("visit", _rows(_particulars(material, visit), rests_on))
    composer.heading("head_account", words.say("head_account"))
    composer.paragraph("account", (Said(text, rests_on) for text in _account(material, visit) if text))
    composer.key_values("outcome", _rows(_outcome(material, visit), rests_on))
    composer.paragraph("closing", _closing(material, visit))
    composer.signature("signature", _signatures(material, visit))
    zh, en = composer.papers(ID, words.say("title"), Style.LETTER, draft=draft)
    unheard = visit.words.strip() and not quotable(material.file, visit.words)
    told = (visit.day.exact or str(visit.day)) if visit.day else ""
    return Written(zh, en, (words_not_chinese(told),) if unheard else ())


def _rows(rows: Iterator[tuple[str, Both]], rests_on: RestsOn) -> Iterator[tuple[Both, Said]]:
    words = phrases(ID)
    return ((words.say(f"label_{what}"), Said(text, rests_on)) for what, text in rows)


def _particulars(material: Material, visit: Visit) -> Iterator[tuple[str, Both]]:
    file, words = material.file, phrases(ID)
    yield "time", _time(visit)
    yield "office", formal(file.office(visit.office))
    yield "channel", words.say(f"channel_{visit.channel.value}")
    desk = clauses(_desk(material, visit))
    if desk:
        yield "desk", desk
    yield "went", words.say("went", who=material.parties.names(visit.went))
    if visit.witness.strip():
        yield "present", words.say("present", name=visit.witness.strip())
    yield "matter", Both(quotable(file, visit.asked) or material.words.matter.zh, material.words.matter.en)
    if visit.ticket.strip():
        yield "ticket", same(visit.ticket.strip())


def _time(visit: Visit) -> Both:
    words = phrases(ID)
    if visit.day is None:
        return words.say("day_unknown")
    day = full_with_weekday(visit.day.exact) if visit.day.exact else rough(visit.day)
    begin, end = minutes_of(visit.time_from), minutes_of(visit.time_to)
    if begin is None:
        return day
    if end is None:
        return words.say("time_from", day=day, begin=_hour(begin))
    return words.say("time_from_to", day=day, begin=_hour(begin), end=_hour(end))


def _hour(minutes: int) -> Both:
    hour, minute = divmod(minutes, 60)
    return Both(f"{hour}时{minute:02}分", f"{hour}:{minute:02}")


def _desk(material: Material, visit: Visit) -> Iterator[Both]:
    """Window, and badge or post; a name typed there stays out (PRACTICE E7)."""
    window, badge = visit.window.strip(), visit.badge.strip()
    if window and names_nobody(material.file, window):
        yield window_words(visit)
    if badge and names_nobody(material.file, badge):
        yield phrases(ID).say("badge", badge=badge) if badge.isascii() else same(badge)


def _account(material: Material, visit: Visit) -> Iterator[Both]:
    """What was said, and asked for, in the order of the form; the words first."""
    file, words = material.file, phrases(ID)
    by = phrases("visits").say("by_desk" if visit.channel is Channel.COUNTER else "by_phone")
    spoken, target = quotable(file, visit.words), file.office(visit.referred_to)
    if spoken:
        yield words.say("words_literal" if visit.words_literal else "words_rough", by=by, words=spoken)
    elif visit.answer in (Answer.REFUSED, Answer.PROMISED):
        yield words.say(visit.answer.value, by=by)
    if visit.answer is Answer.REFUSED and visit.grounds is Grounds.NONE:
        yield words.say("no_grounds", by=by)
    yield rule_cited(material, visit)
    papers = demanded(file, visit)
    if papers or (visit.answer is Answer.ASKED_MORE and not spoken):
        yield words.say("asked_more" if papers else "asked_more_unnamed", by=by, papers=papers)
    if visit.fee_asked_yuan.strip():
        yield words.say("fee", by=by, yuan=visit.fee_asked_yuan.strip())
    if target is not None or (visit.answer is Answer.REFERRED and not spoken):
        yield words.say("referred" if target else "referred_elsewhere", by=by, target=formal(target))
    if visit.asked_written:
        yield words.say("asked_written")
    yield from given(visit)


def _outcome(material: Material, visit: Visit) -> Iterator[tuple[str, Both]]:
    words = phrases(ID)
    yield "result", words.say(f"result_{visit.answer.value}")
    hours, yuan = visit.hours_lost.strip(), visit.money_lost_yuan.strip()
    cost = clauses(words.say(key, count=value) for key, value in (("hours", hours), ("money", yuan)) if value)
    if cost:
        yield "cost", cost
    proof = clauses(_proof(material, visit))
    if proof:
        yield "proof", proof


def _proof(material: Material, visit: Visit) -> Iterator[Both]:
    """Photos, recordings and other files kept with the visit."""
    kept = [
        one.media_type
        for one in material.file.attachments
        if one.visit == visit.id and (one.added_on is None or one.added_on <= material.on)
    ]
    pictures = sum(kind.startswith(_PICTURES) for kind in kept)
    sound = sum(kind.startswith(_SOUND) for kind in kept)
    for key, count in (("photos", pictures), ("recordings", sound), ("files", len(kept) - pictures - sound)):
        if count:
            yield phrases(ID).say(key if count > 1 else f"{key}_one", count=count)


def _closing(material: Material, visit: Visit) -> Iterator[Said]:
    marks = "mark_literal" if visit.words_literal else "mark_rough"
    for key in ("lived", "read_out", *((marks,) if quotable(material.file, visit.words) else ()), "kept"):
        yield Said(phrases(ID).say(key), FORM)


def _signatures(material: Material, visit: Visit) -> Iterator[Both]:
    words = phrases(ID)
    yield words.say("sign_teller")
    if visit.witness.strip():
        yield words.say("sign_present")
    yield words.say("sign_reader")
    yield words.say("sign_place")
    yield full(material.on)


KIND = LetterKind(ID, N_("Record of an oral answer"), False, available, write, private=True)
