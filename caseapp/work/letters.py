"""Letters of a case: which can be written, how they read today, and as files for whom (PRACTICE E4).

The life of a letter (read out, issued, handed in, received) is in :mod:`caseapp.work.letter_life`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from caseapp.domain.case_file import CaseFile
from caseapp.domain.consent import Purpose
from caseapp.domain.ids import OfficeId, VisitId
from caseapp.domain.letter_records import Letter, LetterState
from caseapp.domain.offices import Office
from caseapp.errors import BadInput, NotReady, NotSaved
from caseapp.i18n import N_
from caseapp.letters import basis as reasons
from caseapp.letters.blocks import Paper
from caseapp.letters.drafting import Draft, basis_changed, draft_letter, final_letter, reprinted
from caseapp.letters.kinds import KINDS, Availability, letter_kind
from caseapp.letters.material import gather
from caseapp.work.cases import case_file
from caseapp.work.documents import missing_papers
from caseapp.work.session import Session
from caseapp.work.unconfirmed import unconfirmed_rules

PROMPT_CARD = "prompt_card"
LAYOUTS = ("zh", "en", "both")
FORMATS = (".pdf", ".docx")
NOT_WRITTEN = N_("The file was not written. Check the folder and the room on the disk, then try again.")


class Recipient(Enum):
    """For whom a file is made: asked at every export."""

    CLIENT = "client"
    LAWYER = "lawyer"
    AUTHORITY = "authority"
    PUBLIC = "public"
    ABROAD = "abroad"


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """One kind of letter as the list offers it, and the latest letter of the kind."""

    kind: str
    name: str
    """Its English name, to be translated."""
    available: Availability
    addressee: Office | None
    latest: Letter | None

    @property
    def ready(self) -> bool:
        return self.available.ready


def letter_file(session: Session, case_id: str) -> CaseFile:
    """The case with the offices its letters may go to: those of its district with the duty, and its government."""
    file = case_file(session, case_id)
    with session.read() as reader:
        same_district = reader.all(Office, city=file.case.city, district=file.case.district) if file.case.city else ()
        known = {office.id: office for office in reader.all(Office, template=False)}
    wanted = {office.id: office for office in same_district if not office.kind.private}
    offices: dict[OfficeId, Office] = {**wanted, **file.offices}
    for office in tuple(offices.values()):
        if office.acts_for and office.acts_for in known:
            offices.setdefault(office.acts_for, known[office.acts_for])
    return replace(file, offices=offices)


def kinds_for(session: Session, case_id: str, on: date) -> tuple[LetterChoice, ...]:
    """Every kind of letter, whether it can be written on a day, and why."""
    file = letter_file(session, case_id)
    material = gather(file, on)
    choices = []
    for kind in KINDS.values():
        available = kind.available(material)
        latest = latest_letter(file, kind.id)
        choices.append(LetterChoice(kind.id, kind.name, available, file.office(available.addressee), latest))
    return tuple(choices)


def latest_letter(file: CaseFile, kind: str) -> Letter | None:
    """The letter of a kind last begun: letters come in the order in which they were made."""
    return next((letter for letter in reversed(file.letters) if letter.kind == kind), None)


def draft(session: Session, case_id: str, kind: str, on: date, about: str = "") -> Draft:
    """How a letter reads on a day: both languages, what keeps it a draft, and what to read out.

    ``on`` is the day of signing; it is never in the future. ``about`` is a visit, for a paper that tells of one.
    Raises :class:`BadInput`."""
    letter_kind(kind)
    if on > session.moment().date():
        raise BadInput(N_("The day of a letter is the day it is signed: it cannot lie in the future."))
    file, missing = letter_file(session, case_id), _missing(session, case_id, on)
    return _confirmed(session, file, draft_letter(file, kind, on, missing, _visit(about)), on)


def _confirmed(session: Session, file: CaseFile, made: Draft, on: date) -> Draft:
    """The paper with the rules that somebody has to confirm before the card rests on them."""
    if made.kind.id != PROMPT_CARD:
        return made
    return replace(made, problems=(*made.problems, *unconfirmed_rules(session, file, on)))


def _visit(about: str) -> VisitId | None:
    return VisitId(about) if about else None


def _missing(session: Session, case_id: str, on: date) -> tuple[str, ...]:
    return missing_papers(session, case_id, on)


def provenance(session: Session, case_id: str, kind: str, on: date, about: str = "") -> list[dict[str, object]]:
    """Each sentence of both languages with what it rests on."""
    made = current(session, case_id, kind, on, about)
    return reasons.provenance(made.zh, made.en)


def pdf(session: Session, case_id: str, kind: str, layout: str, on: date, about: str = "") -> bytes:
    """The letter as a PDF; marked as a draft while anything keeps it one."""
    return _drawn(current(session, case_id, kind, on, about), layout, ".pdf", on)


def docx(session: Session, case_id: str, kind: str, layout: str, on: date, about: str = "") -> bytes:
    """The letter as a DOCX; marked as a draft while anything keeps it one."""
    return _drawn(current(session, case_id, kind, on, about), layout, ".docx", on)


def current(session: Session, case_id: str, kind: str, on: date, about: str = "") -> Draft:
    """What would be printed: the final wording or the draft; once issued, the wording of that day."""
    file = letter_file(session, case_id)
    latest = latest_letter(file, kind)
    if latest and latest.issued_on and latest.state not in (LetterState.DRAFT, LetterState.READ_OUT):
        return reprinted(file, latest)
    made = draft(session, case_id, kind, on, about)
    if made.blocking:
        return made
    final = final_letter(file, kind, on, _missing(session, case_id, on), _visit(about))
    return _confirmed(session, file, final, on)


def _drawn(made: Draft, layout: str, suffix: str, day: date) -> bytes:
    from caseapp.paper.docx import render_docx, render_docx_side_by_side
    from caseapp.paper.pdf import render_pdf, render_side_by_side

    if layout not in LAYOUTS:
        raise BadInput(N_("“{layout}” is not a layout. Use one of: {known}."), layout=layout, known=", ".join(LAYOUTS))
    if layout == "both":
        side_by_side = render_side_by_side if suffix == ".pdf" else render_docx_side_by_side
        return side_by_side(made.zh, made.en, day=day)
    paper: Paper = made.zh if layout == "zh" else made.en
    return render_pdf(paper, day=day) if suffix == ".pdf" else render_docx(paper, day=day)


def export(
    session: Session, case_id: str, kind: str, layout: str, out: Path, recipient: Recipient, now: datetime,
    on: date | None = None, about: str = "",
) -> Draft:  # fmt: skip
    """Write the letter to a file, on request only; ``on`` defaults to the day that decides the case.

    Raises :class:`NotReady` where the reader may not have it so, :class:`BadInput` for a wrong kind, layout or file name,
    ``NotSaved`` where the file cannot be written; then nothing is left behind."""
    if out.suffix.lower() not in FORMATS:
        raise BadInput(N_("Letters are written as .pdf or .docx. Choose one of these endings."))
    file = letter_file(session, case_id)
    day = on or file.judged_on(now.date())
    made = current(session, case_id, kind, day, about)
    _may_have(file, made, layout, recipient, now.date())
    content = _frozen(session, file, made, layout, out.suffix.lower())
    _write(out, content or _drawn(made, layout, out.suffix.lower(), day))
    return made


def _frozen(session: Session, file: CaseFile, made: Draft, layout: str, suffix: str) -> bytes | None:
    """The bytes an issued letter was frozen as: the Chinese PDF is never drawn again."""
    latest = latest_letter(file, made.kind.id)
    if latest is None or latest.frozen is None or layout != "zh" or suffix != ".pdf":
        return None
    with session.read() as reader:
        return reader.blob_bytes(latest.frozen)


def _may_have(file: CaseFile, made: Draft, layout: str, recipient: Recipient, today: date) -> None:
    """Who may have what (PRACTICE E4)."""
    if recipient in (Recipient.AUTHORITY, Recipient.PUBLIC) and layout != "zh":
        raise NotReady(N_("An office gets the Chinese original alone. Export the translation for client or lawyer."))
    if recipient is Recipient.AUTHORITY and made.zh.draft:
        for problem in made.blocking:
            raise problem.error()
    if recipient is Recipient.PUBLIC and (made.kind.filing or made.kind.private):
        raise NotReady(N_("A letter names the client and is not for the public. Only reports are."))
    if recipient is Recipient.ABROAD:
        if not file.consents_to(Purpose.ABROAD, today):
            raise NotReady(N_("The client has not agreed that this leaves the mainland. Ask for that consent first."))
        if layout != "en":
            raise NotReady(N_("Only the translation, which names nobody, leaves the mainland. Choose English."))


def _write(out: Path, content: bytes) -> None:
    from caseapp.store.files import write_whole

    try:
        write_whole(out, content)
    except OSError as error:
        raise NotSaved(NOT_WRITTEN) from error


def changed_letters(session: Session, case_id: str) -> tuple[Letter, ...]:
    """Issued letters of which something they rest on was edited since."""
    file = letter_file(session, case_id)
    return tuple(letter for letter in file.letters if basis_changed(file, letter))
