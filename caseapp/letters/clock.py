"""Silence and written acts as letters and cards need them: when a step is open, and until when it is safe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import WrittenAnswer
from caseapp.law.deadline import Actor, Deadline, State
from caseapp.law.derive import derive
from caseapp.law.happened import still_to_be_reviewed
from caseapp.law.of_case import situation_of
from caseapp.law.protection import STILL_RUNS, perhaps_acts
from caseapp.law.respondents import Standing, respondent
from caseapp.law.reviewed import reconsidered, reviews
from caseapp.law.triggers import Event, Trigger, act_known

SERVICE_APPLICATION = "service_application"


@dataclass(frozen=True, slots=True)
class Silence:
    """An application that the organ received and has not answered."""

    letter: Letter
    received: date
    waits_for: Deadline
    """The authority's period."""
    apply: Deadline
    """The client's period that starts when the authority's has passed."""

    @property
    def days(self) -> int | None:
        """Sixty where no period of its own binds the organ; None where one does."""
        return 60 if self.waits_for.id == "recon-inaction-ripe-no-period" else None

    def ripe(self, on: date) -> bool:
        """Whether lateness may be claimed on every reading of the calendar."""
        return on > self.waits_for.late_after


@dataclass(frozen=True, slots=True)
class WrittenAct:
    """A refusal on paper by an organ that can be respondent."""

    answer: WrittenAnswer
    apply: Deadline


def sent_application(file: CaseFile) -> Letter | None:
    """The latest application to perform a duty that was handed in."""
    sent = [letter for letter in file.letters if letter.kind == SERVICE_APPLICATION and letter.sent_on is not None]
    return max(sent, key=lambda letter: letter.sent_on or date.min, default=None)


def silence_after(file: CaseFile, on: date) -> Silence | None:
    """The clock of the last application handed in; or of an earlier one to the same office whose silence is ripe and
    whose days run.
    """
    last = sent_application(file)
    if last is None or _taken_to_review(file, on):
        return None
    ripe = [
        found
        for letter in file.letters
        if letter.kind == SERVICE_APPLICATION and letter.sent_on and letter.addressee == last.addressee
        and (found := _silence_after(letter, file, on)) and found.ripe(on) and found.apply.state(on) is State.RUNNING
    ]  # fmt: skip
    return min(ripe, key=lambda found: found.received, default=None) or _silence_after(last, file, on)


def _silence_after(letter: Letter, file: CaseFile, on: date) -> Silence | None:
    """Of one application, if its receipt can be proved and nothing was answered since."""
    if letter.received_on is None or letter.received_on > on or not letter.receipt.strip():
        return None
    sent = letter.sent_on or letter.received_on
    if any(answer.office == letter.addressee and (answer.received or on) >= sent for answer in file.written_answers):
        return None
    return _silence(letter, letter.received_on, file, on)


def silence_if_received(file: CaseFile, received: date, on: date) -> Deadline | None:
    """The authority's period if an application were received on a day: for the card's "if there is no answer by"."""
    found = derive([Event(Trigger.APPLICATION_RECEIVED, received)], service=file.case.service.value, on=on)
    client = next((entry for entry in found if entry.who_must_act is Actor.CLIENT and entry.lapse_of), None)
    return next((entry for entry in found if client and entry.id == client.lapse_of), None)


def _silence(letter: Letter, received: date, file: CaseFile, on: date) -> Silence | None:
    found = derive([Event(Trigger.APPLICATION_RECEIVED, received)], service=file.case.service.value, on=on)
    client = next((entry for entry in found if entry.who_must_act is Actor.CLIENT and entry.lapse_of), None)
    if client is None:
        return None
    waits = next(entry for entry in found if entry.id == client.lapse_of)
    return Silence(letter, received, waits, client)


def can_be_respondent(kind: OfficeKind, on: date) -> bool:
    """Whether an act of such an office starts a clock (PRACTICE L2)."""
    return respondent(kind, on).standing is Standing.CAN_BE


def written_act(file: CaseFile, on: date) -> WrittenAct | None:
    """The written refusal of an organ that can be respondent which has to be acted on first, with its period.

    That is the one whose safe day comes next; where every safe day has passed, the latest. None once closed or reviewed.
    """
    if reconsidered(file, on) or _taken_to_review(file, on):
        return None
    acts = [act for answer in file.written_answers if (act := _act(file, answer, on))]
    open_ones = [act for act in acts if act.apply.state(on) is not State.CLOSED]
    ahead = [act for act in open_ones if act.apply.safe_last_day >= on]
    if ahead:
        return min(ahead, key=lambda act: act.apply.safe_last_day)
    return max(open_ones, key=lambda act: act.answer.received or act.answer.dated or date.min, default=None)


def _taken_to_review(file: CaseFile, on: date) -> bool:
    """Whether reconsideration is pending, and nothing is left that it could not be about."""
    situation = situation_of(file, on)
    return situation.under_review is not None and not still_to_be_reviewed(situation)


def _act(file: CaseFile, answer: WrittenAnswer, on: date) -> WrittenAct | None:
    office = file.office(answer.office)
    if not answer.refusal or office is None or not can_be_respondent(office.kind, on) or reviews(file, answer):
        return None
    told = None if answer.told_right is None else bool(answer.told_right and answer.told_body and answer.told_period)
    event = act_known(
        dated=answer.dated, received=answer.received, told=told, receipt_proved=answer.envelope_kept or bool(answer.served)
    )
    if event is None:
        return None
    deadline = _reconsideration(event, on)
    return WrittenAct(answer, deadline) if deadline else None


def _reconsideration(event: Event, on: date) -> Deadline | None:
    found = derive([event], procedure="admin_reconsideration", on=on)
    return next((entry for entry in found if entry.who_must_act is Actor.CLIENT), None)


def check_again_by(file: CaseFile, on: date) -> Deadline | None:
    """The earliest day by which words that may be an act after all want another look (PRACTICE L2)."""
    days = {day for day in perhaps_acts(situation_of(file, on)) if on - day <= STILL_RUNS}
    found = (_reconsideration(Event(Trigger.KNEW_OF_ACT, day), on) for day in days)
    ahead = [deadline for deadline in found if deadline and deadline.act_by > on]
    return min(ahead, key=lambda deadline: deadline.act_by, default=None)
