"""Visits as a letter tells them: who went where, what was said, what was given or kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from caseapp.domain.case_file import CaseFile
from caseapp.domain.visits import Answer, Channel, Grounds, Visit
from caseapp.letters.blocks import RestsOn
from caseapp.letters.both import NOTHING, Both, listed, same
from caseapp.letters.days import DayTeller
from caseapp.letters.guards import quotable
from caseapp.letters.material import Material
from caseapp.letters.office_words import formal
from caseapp.letters.papers_in_hand import paper_name
from caseapp.letters.problems import Problem, words_not_chinese
from caseapp.letters.said import Line, Said
from caseapp.letters.wording import Slot, phrases


def told_visits(material: Material) -> tuple[Visit, ...]:
    """The visits a letter tells of: those to public offices. A landlord's or employer's conduct stays out (PRACTICE E5)."""
    return tuple(visit for visit in material.file.visits_in_order() if not _private(material.file, visit))


def _private(file: CaseFile, visit: Visit) -> bool:
    office = file.office(visit.office)
    return office is not None and office.kind.private


def visit_line(material: Material, visit: Visit, days: DayTeller) -> Line:
    """One visit: a sentence on going there, one on each thing answered."""
    visited = RestsOn(visits=(str(visit.id),))
    sentences = (Said(_went(material, visit, days)), *_answered(material, visit), *map(Said, given(visit)))
    return tuple(replace(said, rests_on=replace(visited, account=said.rests_on.account)) for said in sentences if said.text)


def unquoted(material: Material) -> tuple[Problem, ...]:
    """Visits whose words had to be left out because they are not in Chinese."""
    return tuple(
        words_not_chinese(visit.day.exact or str(visit.day) if visit.day else "")
        for visit in told_visits(material)
        if visit.words.strip() and not quotable(material.file, visit.words)
    )


def _went(material: Material, visit: Visit, days: DayTeller) -> Both:
    file, words = material.file, phrases("visits")
    told = days.say(visit.day) if visit.day else words.say("day_unknown")
    on_day = DayTeller.preposition(visit.day, told) if visit.day else told.en
    asked = quotable(file, visit.asked)
    window = words.say("window", window=window_words(visit)) if visit.window.strip() else NOTHING
    sentence = words.say(
        f"went_{visit.channel.value}", day=told, on_day=same(on_day), who=material.parties.names(visit.went),
        office=formal(file.office(visit.office)), window=window,
        asked=Both(asked or material.words.matter.zh, material.words.matter.en),
    )  # fmt: skip
    ticket = words.say("ticket", ticket=visit.ticket) if visit.ticket.strip() else NOTHING
    return Both(sentence.zh + ticket.zh, f"{sentence.en} {ticket.en}".strip())


def window_words(visit: Visit) -> Both:
    """The window as papers name it: 2号窗口, or in the words typed."""
    text = visit.window.strip()
    return Both(f"{text}号窗口", f"window {text}") if text.isascii() and text.isdigit() else Both(text, text)


def _answered(material: Material, visit: Visit) -> Iterator[Said]:
    file, system = material.file, visit.channel is Channel.ONLINE
    say = partial(_said, material, visit)
    spoken, target = quotable(file, visit.words), file.office(visit.referred_to)
    if spoken:
        key = "words_system" if system else "words_oral" if visit.words_literal else "words_oral_rough"
        together = target is not None and not system
        yield say(key + ("_sent_on" if together else ""), words=spoken, target=formal(target))
    if visit.written and visit.answer is Answer.REFUSED:
        yield say("refused_written")
    elif visit.answer is Answer.REFUSED and not spoken:
        yield say("refused_system" if system else "refused")
        if visit.grounds is Grounds.NONE:
            yield say("no_grounds")
    if (visit.answer is Answer.REFERRED or target) and not (spoken and not system):
        yield say("referred", target=formal(target)) if target else say("referred_elsewhere")
    if visit.answer is Answer.ASKED_MORE:
        yield from _asked_more(material, visit)
    if visit.answer in (Answer.NO_ANSWER, Answer.PROMISED) and not (visit.answer is Answer.NO_ANSWER and spoken):
        yield say(visit.answer.value)
    if visit.answer is Answer.ACCEPTED and not visit.papers_kept:
        yield say("accepted")
    yield Said(rule_cited(material, visit))


def _said(material: Material, visit: Visit, key: str, **values: Slot) -> Said:
    """One thing answered; where the sentence gives the client's account of it, that is marked."""
    words = phrases("visits")
    account = phrases("people").say(f"by_{material.parties.words}")
    by = words.say("by_phone" if visit.channel is Channel.PHONE else "by_desk")
    return Said(words.say(key, account=account, by=by, **values), RestsOn(account=words.asks(key, "account")))


def _asked_more(material: Material, visit: Visit) -> Iterator[Said]:
    papers = demanded(material.file, visit)
    if papers:
        yield _said(material, visit, "asked_more", papers=papers)
    elif not visit.fee_asked_yuan.strip():
        yield _said(material, visit, "asked_more_unnamed")
    if visit.fee_asked_yuan.strip():
        yield _said(material, visit, "fee", yuan=visit.fee_asked_yuan.strip())


def demanded(file: CaseFile, visit: Visit) -> Both:
    """The papers asked for at a visit, as a list; empty where none was named."""
    names = (paper_name(demand.paper, quotable(file, demand.words)) for demand in file.demands_at(visit.id))
    return listed(name for name in names if name)


def rule_cited(material: Material, visit: Visit) -> Both:
    """What the office cited, as it cited it (PRACTICE M5)."""
    title = quotable(material.file, visit.rule_title).strip("《》")
    if not title:
        return NOTHING
    words = phrases("visits")
    number = words.say("rule_number", number=visit.rule_number) if visit.rule_number.strip() else NOTHING
    return words.say("rule_cited", title=title, number=number, clause=same(visit.rule_clause.strip()))


def given(visit: Visit) -> Iterator[Both]:
    """What became of the papers, and what was handed out."""
    words = phrases("visits")
    if visit.receipt.strip():
        yield words.say("receipt")
    elif visit.papers_kept:
        yield words.say("kept_no_receipt")
    if visit.papers_kept is False:
        yield words.say("returned")
    if visit.written is False:
        yield words.say("nothing_written")
