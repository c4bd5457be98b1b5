"""A case as it stood on a day: what happened later is not known yet, and what is adverse is not there at all."""

from __future__ import annotations

import dataclasses
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import ImpreciseDay


def as_of(file: CaseFile, on: date) -> CaseFile:
    """The part of ``file`` a paper of the day ``on`` may rest on (PRACTICE E3: no adverse fact)."""
    return dataclasses.replace(
        file,
        facts=tuple(fact for fact in file.facts if not fact.adverse),
        spells=tuple(spell for spell in file.spells if spell.since.earliest <= on),
        documents=tuple(paper for paper in file.documents if paper.state_on is None or paper.state_on <= on),
        visits=tuple(visit for visit in file.visits if _by(visit.day, on)),
        written_answers=tuple(answer for answer in file.written_answers if (answer.received or on) <= on),
        letters=tuple(letter for letter in file.letters if (letter.sent_on or on) <= on),
    )


def _by(day: ImpreciseDay | None, on: date) -> bool:
    return day is None or day.earliest <= on
