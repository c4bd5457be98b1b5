"""A case as it stood on a day: what happened later is not known yet, and what is adverse is not there at all."""

from __future__ import annotations

import dataclasses
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.standing import Because, Standings


def as_of(file: CaseFile, on: date) -> CaseFile:
    """The part of ``file`` a paper of the day ``on`` may rest on (PRACTICE E3: no adverse fact)."""
    stands = Standings(file, on)
    return dataclasses.replace(
        file,
        facts=tuple(fact for fact in file.facts if not fact.adverse),
        spells=tuple(spell for spell in file.spells if spell.since.earliest <= on),
        documents=tuple(_on_its_day(paper, stands) for paper in file.documents if (paper.state_on or on) <= on),
        handovers=tuple(one for one in file.handovers if (one.day or on) <= on),
        visits=tuple(visit for visit in file.visits if _by(visit.day, on)),
        written_answers=tuple(answer for answer in file.written_answers if (answer.received or on) <= on),
        letters=tuple(letter for letter in file.letters if (letter.sent_on or on) <= on),
    )


def _on_its_day(paper: Document, stands: Standings) -> Document:
    """A paper that is no longer valid cannot be shown, whatever it was when somebody last looked."""
    ended = stands.of(paper.paper, paper).because is Because.VALIDITY
    return dataclasses.replace(paper, state=DocumentState.EXPIRED) if ended else paper


def _by(day: ImpreciseDay | None, on: date) -> bool:
    return day is None or day.earliest <= on
