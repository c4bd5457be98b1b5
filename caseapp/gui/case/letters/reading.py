"""What the letters tab shows, read in one go outside the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from caseapp.domain.case_file import CaseFile
from caseapp.domain.consent import Purpose
from caseapp.domain.letter_records import Letter, LetterState
from caseapp.domain.offices import Office, OfficeKind
from caseapp.errors import CaseAppError
from caseapp.letters.drafting import Draft
from caseapp.letters.material import gather
from caseapp.letters.parties import Parties
from caseapp.letters.reconsideration_bodies import the_respondent
from caseapp.work.letters import LetterChoice, changed_letters, current, kinds_for, letter_file, pdf

if TYPE_CHECKING:
    from caseapp.work.session import Session

LIFE = frozenset(("read_out", "disclosure"))
"""Problems that the letter's own steps settle, one after the other."""


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """One kind of letter of a case as it is today. ``made`` is None where it cannot be written; ``why`` says why."""

    file: CaseFile
    choices: tuple[LetterChoice, ...]
    choice: LetterChoice
    parties: Parties
    office: Office | None
    """Whose full name and address the letter needs: the organ with the duty, or the respondent."""
    office_kind: OfficeKind
    made: Draft | None = None
    pdf: bytes = b""
    why: CaseAppError | None = None
    changed: bool = False
    told: bool = False
    """The client heard what the office will see."""

    @property
    def letter(self) -> Letter | None:
        """The latest letter of the kind."""
        return self.choice.latest

    @property
    def issued(self) -> bool:
        """Whether its wording is fixed."""
        return self.letter is not None and self.letter.state not in (LetterState.DRAFT, LetterState.READ_OUT)

    @property
    def noted(self) -> bool:
        """Whether it was handed in before the case was kept here."""
        return self.letter is not None and self.letter.noted

    @property
    def filing(self) -> bool:
        """Whether it goes to an office, and has a life."""
        return self.made is None or self.made.kind.filing

    @property
    def private(self) -> bool:
        """Whether it is a record the client signs and keeps."""
        return self.made is not None and self.made.kind.private

    @property
    def lacks(self) -> bool:
        """Whether something has to be mended before it can be read out."""
        return self.made is None or any(problem.code not in LIFE for problem in self.made.blocking)


def read_letter(session: Session, case: str, kind: str, layout: str, on: date, about: str = "") -> ShownLetter:
    """The letter ``kind`` of a case, or the first that is ready where ``kind`` is empty; ``about`` is a visit."""
    file = letter_file(session, case)
    choices = kinds_for(session, case, on)
    choice = next((one for one in choices if one.kind == kind), None) or _first(choices)
    material = gather(file, on)
    office = the_respondent(material) if choice.kind == "admin_reconsideration" else material.duty
    frame = (file, choices, choice, material.parties, office, material.words.duty)
    try:
        made = current(session, case, choice.kind, on, about)
        content = pdf(session, case, choice.kind, layout, on, about)
    except CaseAppError as error:
        return ShownLetter(*frame, why=error)
    changed = choice.latest is not None and any(one.id == choice.latest.id for one in changed_letters(session, case))
    told = file.consents_to(Purpose.DISCLOSURE_ACKNOWLEDGED, on)
    return ShownLetter(*frame, made, content, changed=changed, told=told)


def _first(choices: tuple[LetterChoice, ...]) -> LetterChoice:
    """A letter that is under way stands before one that could be begun; the card is always ready."""
    under_way = [one for one in choices if one.latest is not None]
    return under_way[-1] if under_way else choices[0]
