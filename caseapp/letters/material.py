"""Everything a letter is written from, gathered once: the case as of a day, who acts, who has the duty, what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.facts import SpellKind
from caseapp.domain.ids import HandoverId, VisitId
from caseapp.domain.offices import Office, OfficeKind
from caseapp.letters.as_of import as_of
from caseapp.letters.both import Both
from caseapp.letters.clock import Silence, WrittenAct, sent_application, silence_after, written_act
from caseapp.letters.office_words import you
from caseapp.letters.parties import Parties, parties_of
from caseapp.letters.services import ServiceWords, words_of
from caseapp.letters.stage import grade, term
from caseapp.letters.wording import Slot, fill


@dataclass(frozen=True, slots=True)
class Material:
    """One case, ready to be written about."""

    file: CaseFile
    on: date
    parties: Parties
    words: ServiceWords
    duty: Office | None
    """The office that has the duty; None where the case knows none of that kind."""
    missing: tuple[str, ...]
    """Papers the rule in force asks for and the case does not hold, found by the check (ids of the document catalogue)."""
    silence: Silence | None
    act: WrittenAct | None
    about: VisitId | HandoverId | None = None
    """The visit or handover a paper is asked for, where it tells of one; None for the last that fits."""

    def say(self, template: Both, **more: Slot) -> Both:
        """A template of the service, with the slots every one of them may use."""
        stage, of_term = grade(self.file), term(self.file)
        values: dict[str, Slot] = {
            "you": Both(you(self.duty.name_zh if self.duty else self.words.duty_name.zh), "the office"),
            "stage": Both(stage.zh, f" in {stage.en}") if stage else stage,
            "term": Both(of_term.zh, f" for {of_term.en}") if of_term else of_term,
        }
        return fill(template, **(values | more))

    @property
    def holds_permit(self) -> bool:
        """Whether a residence permit is on record, by spell or paper."""
        spells = any(spell.kind is SpellKind.PERMIT and not spell.until for spell in self.file.spells)
        return spells or any(paper.paper == "residence_permit" and paper.state.in_hand for paper in self.file.documents)


def gather(file: CaseFile, on: date, missing: tuple[str, ...] = (), about: VisitId | HandoverId | None = None) -> Material:
    """The material for every kind of letter of a case on a day."""
    known = as_of(file, on)
    words = words_of(known, on)
    return Material(
        known, on, parties_of(known, on), words, duty_office(known, words), missing,
        silence_after(known, on), written_act(known, on), about,
    )  # fmt: skip


def duty_office(file: CaseFile, words: ServiceWords) -> Office | None:
    """The office with the duty: the one written to, else one of the kind in the case's district, completed first."""
    sent = sent_application(file)
    written_to = file.office(sent.addressee) if sent else None
    if written_to:
        return written_to
    found = sorted(
        (office for office in file.offices.values() if office.kind is words.duty),
        key=lambda office: (office.district != file.case.district, not office.ready_for_letters(), office.id),
    )
    return _principal(file, found[0]) if found else None


def _principal(file: CaseFile, office: Office) -> Office:
    """A station acts for the organ that set it up (Implementing Regulations art. 14)."""
    above = file.office(office.acts_for)
    return above if above and office.kind in (OfficeKind.POLICE_STATION, OfficeKind.MIGRANT_STATION) else office
