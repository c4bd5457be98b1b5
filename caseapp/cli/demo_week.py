"""The rest of a caseworker's week in the demo: an enquiry, corrections, things taken out and brought back, a case closed.

Every step looks at what it did; the first that did not hold ends the demo.
"""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from caseapp.cli.demo_case import DISTRICT
from caseapp.domain.cases import Enquiry, Entitlement, KeyDayKind, Outcome, Role, Service, Stage
from caseapp.domain.consent import Purpose
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.facts import Spell, SpellKind
from caseapp.domain.ids import CaseId, DocumentId, EnquiryId, OfficeId, PersonId, SpellId
from caseapp.domain.offices import OfficeKind
from caseapp.domain.patterns import Pattern
from caseapp.domain.people import Person, Relation
from caseapp.domain.visits import Answer
from caseapp.errors import ProgramFault
from caseapp.i18n import N_
from caseapp.work import answers, drafts, intake, people, visit_form
from caseapp.work.attachments import Pasted, attach_content, attach_file, attachment_bytes, remove_attachment, save_copy
from caseapp.work.cases import (
    case_file,
    close_case,
    delete_case,
    deleted_cases,
    reopen_case,
    restore_case,
    set_useful_day,
    write_story,
)
from caseapp.work.consents import give_consent, withdraw_consent
from caseapp.work.costs import costs_of
from caseapp.work.documents import delete_document, number_exhibit, save_document
from caseapp.work.enquiries import enquiries, enquiry_to_case, form_from, save_enquiry
from caseapp.work.enquiries import problems as enquiry_problems
from caseapp.work.facts import clear_fact, correct_fact, delete_spell, save_spell, set_fact
from caseapp.work.history import history, say_value, undo
from caseapp.work.key_days import note_day
from caseapp.work.letter_life import HandedIn, note_handed_in
from caseapp.work.letters import changed_letters, current, letter_file
from caseapp.work.offices import find_office
from caseapp.work.patterns import How, case_patterns, code, confirm, office_names, reject, withdraw
from caseapp.work.people import RoleForm, add_member, end_membership, end_party, keep_person, same_number, set_party
from caseapp.work.session import Session
from caseapp.work.visit_files import attach_to_visit, files_of_visit
from caseapp.work.visit_form import WrittenAnswerForm
from caseapp.work.visits import VisitForm, bring_visit_back, delete_visit, edit_visit, form_of, new_office, record_visit

WEEK = datetime(2026, 6, 19, 14, 0)
TODAY = WEEK.date()
_DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
"""The smallest picture: one black pixel."""
NOT_HELD = N_("A step of the demo did not do what it says: {step}.")


def hold(step: str, held: object) -> None:
    """Go on if a step did what it says. Raises ``ProgramFault``."""
    if not held:
        raise ProgramFault(NOT_HELD, step=step)


def week(session: Session, first_case: CaseId, folder: Path) -> None:
    """All of it, on a case that began as a question without a name."""
    case = _enquiry(session)
    _people(session, case)
    _consents(session, case)
    _facts(session, case)
    _papers(session, case, folder)
    _visits(session, case)
    _patterns(session, case)
    _earlier_letter(session, case)
    _letters(session, first_case)
    _closed(session, case)


def _enquiry(session: Session) -> CaseId:
    question = Enquiry(EnquiryId(""), TODAY, "shanghai", Service.RESIDENCE_PERMIT, "房东不肯备案，居住证能办吗？")
    hold("enquiry problems", not enquiry_problems(question))
    kept = save_enquiry(session, question, WEEK)
    hold("enquiries", kept in {entry.id for entry in enquiries(session)})
    form = replace(
        form_from(next(entry for entry in enquiries(session) if entry.id == kept)),
        client_nickname="小陈",
        district=DISTRICT,
        consent_keep=True,
        useful_until=date(2026, 8, 31),
    )
    hold("intake problems", not intake.problems(form, TODAY))
    return enquiry_to_case(session, kept, form, WEEK)


def _people(session: Session, case: CaseId) -> None:
    spouse = Person(PersonId(""), nickname="小陈的爱人", id_number="11010519491231002X")
    hold("people problems", not [found for found in people.problems(spouse, TODAY) if not found.asked])
    added = add_member(session, case, spouse, Relation.SPOUSE, now=WEEK)
    hold("same number", added not in same_number(session, replace(spouse, id=added)))
    party = set_party(session, case, added, Role.CONTACT, now=WEEK)
    end_party(session, party, WEEK)
    member = next(entry for entry in case_file(session, case).memberships if entry.person == added)
    end_membership(session, member, ImpreciseDay.on(TODAY), WEEK)
    hold("membership", case_file(session, case).related(Relation.SPOUSE, date(2026, 7, 1)) == ())


def _consents(session: Session, case: CaseId) -> None:
    client = case_file(session, case).client()
    assert client  # the enquiry became a case with a client
    given = give_consent(session, case, client.id, Purpose.REPORTS, "口头", TODAY, WEEK)
    hold("consent", case_file(session, case).consents_to(Purpose.REPORTS, TODAY))
    withdraw_consent(session, given, TODAY, WEEK)
    hold("withdrawn", not case_file(session, case).consents_to(Purpose.REPORTS, TODAY))
    kept = keep_person(session, case, replace(client, phone="13900000002"), None, (RoleForm(Role.APPLICANT),), now=WEEK)
    hold("person", case_file(session, case).person(kept))


def _facts(session: Session, case: CaseId) -> None:
    fact = set_fact(session, case, None, "lease_registered", False, TODAY, now=WEEK)
    newest = history(session, case)[0]
    hold("history", newest.whole and any(say_value(line.after) for line in newest.lines))
    correct_fact(session, case, fact, date(2026, 6, 18), "房东说的", False, WEEK)
    clear_fact(session, fact, WEEK)
    client = case_file(session, case).client()
    hold("client", client)
    assert client
    spell = Spell(SpellId(""), client.id, SpellKind.LEASE, ImpreciseDay.month(2025, 11))
    kept = save_spell(session, spell, WEEK)
    delete_spell(session, kept, WEEK)
    undo(session, history(session, case)[0].id, WEEK)
    hold("undo", kept in {entry.id for entry in case_file(session, case).spells})


def _papers(session: Session, case: CaseId, folder: Path) -> None:
    paper = Document(DocumentId(""), case, "rental_contract", state=DocumentState.HELD, state_on=TODAY)
    kept = save_document(session, paper, WEEK)
    held = next(entry for entry in case_file(session, case).documents if entry.id == kept)
    hold("exhibit", number_exhibit(session, held, WEEK) == 1)
    photo = folder / "lease.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    attached = attach_file(session, case, photo, document=kept, now=WEEK)
    photo.unlink()
    found = next(entry for entry in case_file(session, case).attachments if entry.id == attached)
    hold("attachment", attachment_bytes(session, found).startswith(b"\x89PNG"))
    _pasted(session, case, folder)
    remove_attachment(session, attached, WEEK)
    delete_document(session, kept, WEEK)
    hold("document", not case_file(session, case).documents)


def _pasted(session: Session, case: CaseId, folder: Path) -> None:
    """A picture from the clipboard, and a copy of it to hand out."""
    identity = attach_content(session, case, _DOT, "dot.png", now=WEEK)
    pasted = next(entry for entry in case_file(session, case).attachments if entry.id == identity)
    copy = folder / "copy.png"
    save_copy(session, pasted, copy)
    hold("copy", copy.read_bytes().startswith(b"\x89PNG"))
    copy.unlink()
    remove_attachment(session, identity, WEEK)


def _unsaved(session: Session, case: CaseId) -> None:
    """What is typed and not saved yet is kept with the casebook, until it is saved or not wanted."""
    key = drafts.draft_key("visit", case, None)
    drafts.keep_draft(session, drafts.Draft(key, {"words": "没写完的话"}, True), WEEK)
    hold("draft", drafts.draft_of(session, key))
    hold("left at", drafts.left_at(session))
    drafts.drop_draft(session, key)
    hold("draft dropped", drafts.draft_of(session, key) is None)


def _written(session: Session, case: CaseId, police: OfficeId) -> None:
    form = WrittenAnswerForm("不予受理告知书", dated=date(2026, 6, 17), received=TODAY)
    hold("office found", find_office(session, case, police))
    hold("answer problems", not answers.problems(police, form, TODAY))
    kept = answers.record_answer(session, case, police, form, WEEK)
    hold("answer", kept in {entry.id for entry in case_file(session, case).written_answers})
    answers.remove_answer(session, kept, WEEK)
    note_day(session, case, KeyDayKind.TOLD_OF_REMEDY, ImpreciseDay.on(date(2026, 6, 18)), "窗口说的", WEEK)
    noted = case_file(session, case).key_day(KeyDayKind.TOLD_OF_REMEDY)
    hold("day noted", noted and noted.note == "窗口说的")


def _visits(session: Session, case: CaseId) -> None:
    police = new_office(session, OfficeKind.POLICE_STATION, "某派出所", case, WEEK)
    form = VisitForm(
        police.id, ImpreciseDay.on(date(2026, 6, 18)), answer=Answer.REFUSED, words="没有备案不收", written=False
    )
    hold("visit problems", not visit_form.problems(form, case_file(session, case), TODAY))
    visit = record_visit(session, case, form, WEEK)
    again = record_visit(session, case, form, WEEK)
    taken_out = next(entry for entry in case_file(session, case).visits if entry.id == again)
    delete_visit(session, again, WEEK)
    bring_visit_back(session, taken_out, WEEK)
    delete_visit(session, again, WEEK)
    edit_visit(session, case, visit, replace(form_of(case_file(session, case), visit), window="3", hours_lost="4"), WEEK)
    hold("visit", [entry.window for entry in case_file(session, case).visits] == ["3"])
    sign = Pasted("门口公告.png", b"\x89PNG\r\n\x1a\n")
    hold("visit files", all(answer.kept for answer in attach_to_visit(session, case, visit, (sign,), WEEK)))
    hold("files of a visit", [one.name for one in files_of_visit(case_file(session, case), visit)] == ["门口公告.png"])
    hold("cost of visits", "4" in costs_of(case_file(session, case), TODAY).total.zh)
    hold("office names", police.id in office_names(session))
    _written(session, case, police.id)
    _unsaved(session, case)


def _patterns(session: Session, case: CaseId) -> None:
    noted = code(session, case, Pattern.WAITING_LIST.value, "取号214", WEEK)
    withdraw(session, noted, WEEK)
    confirm(session, case, Pattern.HARD_PAPERWORK.value, WEEK)
    reject(session, case, Pattern.HARD_PAPERWORK.value, "后来收了", WEEK)
    hows = {found.how for found in case_patterns(session, case, TODAY) if found.pattern == Pattern.HARD_PAPERWORK.value}
    hold("patterns", hows <= {How.REJECTED})


def _earlier_letter(session: Session, case: CaseId) -> None:
    days = HandedIn(date(2026, 5, 11), "窗口", date(2026, 5, 11), "回执")
    noted = note_handed_in(session, case, "service_application", days, WEEK)
    hold("earlier letter", noted in {letter.id for letter in case_file(session, case).letters})


def _letters(session: Session, case: CaseId) -> None:
    hold("letter file", letter_file(session, case).letters)
    hold("current", current(session, case, "service_application", TODAY).zh.blocks)
    hold("changed letters", not changed_letters(session, case))


def _closed(session: Session, case: CaseId) -> None:
    write_story(session, case, "办居住证", "房东不肯备案。", WEEK)
    set_useful_day(session, case, date(2026, 8, 31), "孩子转学", "住宿证明", date(2026, 7, 31), WEEK)
    close_case(session, case, Outcome.SOLVED_OTHERWISE, Entitlement.NOT_OBTAINED, "改用住宿证明办成", TODAY, WEEK)
    hold("closed", case_file(session, case).case.stage is Stage.CLOSED)
    reopen_case(session, case, WEEK)
    hold("reopened", case_file(session, case).case.stage is Stage.WITH_US)
    delete_case(session, case, WEEK)
    hold("deleted", case in {entry.id for entry in deleted_cases(session)})
    restore_case(session, case, WEEK)
    hold("restored", case_file(session, case).case.outcome is Outcome.OPEN)
