"""Which open cases rest on a rule: those it is held against, and those in which an office cited the text it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.domain.cases import Case, Stage
from caseapp.domain.visits import Visit
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.policy.model import Instrument, Programme
from caseapp.policy.packs import load
from caseapp.work.rules_of_case import ruled_by
from caseapp.work.session import Session


class Why(Enum):
    """Why a case rests on a rule."""

    HELD_AGAINST_IT = "held_against_it"
    """Its place and service are the rule's, and the rule was in force on the day that decides the case."""
    OFFICE_CITED_IT = "office_cited_it"


@dataclass(frozen=True, slots=True)
class RestingCase:
    """An open case, with the day whose rules decide it."""

    case: Case
    on: date
    why: tuple[Why, ...]


def cases_resting_on(session: Session, place: str, programme_id: str, on: date) -> tuple[RestingCase, ...]:
    """The open cases that rest on a rule; ``on`` is the day of those that name none. By number.

    A rule of a province or the nation is held against the cases of every city in it. Raises ``BadInput`` for a rule
    no pack holds.
    """
    pack = load(place)
    programme = pack.programme(programme_id)
    if programme is None:
        raise BadInput(N_("There is no rule “{rule}” among those stored for {place}."), rule=programme_id[:60], place=place)
    text = pack.instrument(programme.instrument)
    with session.read() as reader:
        open_cases = [case for case in reader.all(Case) if case.stage is not Stage.CLOSED and place in ruled_by(case.city)]
        cited = _citing(text, reader.all(Visit)) if text else frozenset()
    found = (_resting(case, programme, case.as_of or on, cited) for case in open_cases)
    return tuple(sorted((one for one in found if one.why), key=lambda one: one.case.number))


def _resting(case: Case, programme: Programme, day: date, cited: frozenset[str]) -> RestingCase:
    why = []
    if case.service.value == programme.service and programme.in_force(day):
        why.append(Why.HELD_AGAINST_IT)
    if case.id in cited:
        why.append(Why.OFFICE_CITED_IT)
    return RestingCase(case, day, tuple(why))


def _citing(text: Instrument, visits: tuple[Visit, ...]) -> frozenset[str]:
    """The cases in which an office named a text by its number, or by its whole title."""
    numbers = {_plain(text.document_number)} if text.document_number else set()
    return frozenset(
        visit.case
        for visit in visits
        if (_plain(visit.rule_number) in numbers and visit.rule_number) or _plain(visit.rule_title) == _plain(text.title.zh)
    )


_BRACKETS = str.maketrans(
    {"[": "〔", "]": "〕", "［": "〔", "］": "〕", "(": "〔", ")": "〕", "（": "〔", "）": "〕", "《": "", "》": ""}
)


def _plain(text: str) -> str:
    """A title or number without spaces and title marks, whichever brackets were typed."""
    return "".join(text.split()).translate(_BRACKETS)
