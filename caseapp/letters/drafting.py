"""A letter drafted: both papers, what still keeps it a draft, and the digest of what it rests on."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.consent import Purpose
from caseapp.domain.ids import HandoverId, VisitId
from caseapp.domain.letter_records import Letter, LetterState, ReadOut
from caseapp.errors import NotReady, ProgramFault
from caseapp.letters.basis import Statement, digest, statements
from caseapp.letters.blocks import Addressee, Heading, Paper, ReceiptStrip, SignatureBlock, sentences
from caseapp.letters.both import Both
from caseapp.letters.kinds import Availability, LetterKind, letter_kind
from caseapp.letters.material import gather
from caseapp.letters.problems import Problem, disclosure_not_heard, not_read_out, read_out_again
from caseapp.letters.wording import BLANK

About = VisitId | HandoverId
"""What a paper tells of, where it tells of one visit or of papers that changed hands."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter as it would be today."""

    kind: LetterKind
    zh: Paper
    en: Paper
    available: Availability
    problems: tuple[Problem, ...]
    """All of them; those that ``blocks`` keep the letter a draft."""
    basis: str
    statements: tuple[Statement, ...]
    parcel: Both
    """What to write on the parcel (内件品名)."""

    @property
    def blocking(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.blocks)


def availability(file: CaseFile, kind: str, on: date, about: About | None = None) -> Availability:
    """Whether a letter can be written on a day, and why. Raises BadInput for a kind there is not."""
    return letter_kind(kind).available(gather(file, on, about=about))


def draft_letter(file: CaseFile, kind: str, on: date, missing: tuple[str, ...] = (), about: About | None = None) -> Draft:
    """The letter ``kind`` as of ``on``, marked as a draft. ``about``: for a paper that tells of one visit or handover.

    Raises BadInput for a kind there is not, NotReady where the letter is not open: even a draft must not say what has not
    happened."""
    return _open_one(file, kind, on, missing, about, draft=True)


def _open_one(file: CaseFile, kind: str, on: date, missing: tuple[str, ...], about: About | None, *, draft: bool) -> Draft:
    found = availability(file, kind, on, about)
    if not found.ready:
        raise NotReady(found.because, **found.values)
    return _drafted(file, letter_kind(kind), on, missing, about, draft=draft)


def final_letter(file: CaseFile, kind: str, on: date, missing: tuple[str, ...] = (), about: About | None = None) -> Draft:
    """The letter without the draft mark. Raises NotReady for the first thing that keeps it a draft."""
    made = _open_one(file, kind, on, missing, about, draft=False)
    for problem in made.blocking:
        raise problem.error()
    if made.kind.filing and has_blank(made.zh):
        raise ProgramFault("A letter without a problem still has a blank: {kind}.", kind=kind)
    return made


def reprinted(file: CaseFile, letter: Letter) -> Draft:
    """An issued letter in both languages as it read on its day, without the draft mark."""
    day = letter.issued_on
    if day is None:
        raise ProgramFault("A letter that was not issued cannot be printed again: {kind}.", kind=letter.kind)
    made = _drafted(unsent(file, letter), letter_kind(letter.kind), day, (), None, draft=False)
    return dataclasses.replace(made, problems=tuple(problem for problem in made.problems if not problem.blocks))


def _drafted(
    file: CaseFile, kind: LetterKind, on: date, missing: tuple[str, ...], about: About | None, *, draft: bool
) -> Draft:
    material = gather(file, on, missing, about)
    written = kind.write(material, draft)
    basis = digest(written.zh, material.file)
    problems = (*written.problems, *(_life_problems(file, kind, basis, on) if kind.filing else ()))
    return Draft(
        kind, written.zh, written.en, kind.available(material), problems, basis, statements(written.zh), written.parcel
    )  # fmt: skip


def _life_problems(file: CaseFile, kind: LetterKind, basis: str, on: date) -> tuple[Problem, ...]:
    """Read out and told what the office will see, before issue (PRACTICE M12, E1)."""
    read = read_out_of(file, kind.id)
    found = [not_read_out()] if read is None else [] if read.basis == basis else [read_out_again()]
    if not file.consents_to(Purpose.DISCLOSURE_ACKNOWLEDGED, on):
        found.append(disclosure_not_heard())
    return tuple(found)


def open_letter(file: CaseFile, kind: str) -> Letter | None:
    """The letter of a kind still being worked on; None once it is issued."""
    states = (LetterState.DRAFT, LetterState.READ_OUT)
    return next((letter for letter in file.letters if letter.kind == kind and letter.state in states), None)


def read_out_of(file: CaseFile, kind: str) -> ReadOut | None:
    """The last time the open letter of a kind was read out."""
    letter = open_letter(file, kind)
    found = [read for read in file.read_outs if letter and read.letter == letter.id]
    return max(found, key=lambda read: read.day, default=None)


def has_blank(paper: Paper) -> bool:
    """Whether a placeholder is left where data belongs. Room to sign and the receipt strip are for the pen."""
    for block in paper.blocks:
        if isinstance(block, SignatureBlock | ReceiptStrip):
            continue
        if any(BLANK in sentence.text for sentence in sentences(block)):
            return True
        if isinstance(block, Addressee) and BLANK in block.organ:
            return True
        if isinstance(block, Heading) and BLANK in block.text:
            return True
    return False


def basis_changed(file: CaseFile, letter: Letter) -> bool:
    """Whether something an issued letter rests on has been edited since (``basis_changed``)."""
    if letter.issued_on is None or not letter.basis:
        return False
    material = gather(unsent(file, letter), letter.issued_on)
    written = letter_kind(letter.kind).write(material, True)
    return digest(written.zh, material.file) != letter.basis


def unsent(file: CaseFile, letter: Letter) -> CaseFile:
    """The case as if the letter had not been handed in: it does not rest on its own sending."""
    plain = dataclasses.replace(letter, sent_on=None, received_on=None, receipt="")
    return dataclasses.replace(file, letters=tuple(plain if entry.id == letter.id else entry for entry in file.letters))
