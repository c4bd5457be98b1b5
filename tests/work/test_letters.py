"""Letters in a casebook: drafted, read out, issued as frozen bytes, handed in, received; and as files for whom."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

import pypdfium2
import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Entitlement, Outcome, Stage
from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.ids import ConsentId, new_id
from caseapp.domain.letter_records import LetterState
from caseapp.domain.record import kinds, specs
from caseapp.errors import BadInput, NotReady, NotSaved
from caseapp.work.cases import case_file, close_case, save, save_all
from caseapp.work.letter_life import (
    HandedIn,
    issue,
    mark_received,
    mark_sent,
    note_handed_in,
    read_out,
    tell_disclosure,
)
from caseapp.work.letters import (
    Recipient,
    changed_letters,
    docx,
    draft,
    export,
    kinds_for,
    pdf,
    provenance,
)
from tests.letters.letter_cases import running_case
from tests.letters.other_cases import intake_only

JUNE_12 = datetime(2026, 6, 12, 10, 0, tzinfo=timezone(timedelta(hours=8)))
JUNE_15 = datetime(2026, 6, 15, 10, 0, tzinfo=timezone(timedelta(hours=8)))
LATER = datetime(2026, 8, 18, 10, 0, tzinfo=timezone(timedelta(hours=8)))
KIND = "service_application"
EARLIER = HandedIn(date(2026, 6, 15), "EMS", date(2026, 6, 17), "签收记录")


def keep(session, file: CaseFile) -> str:
    """Put every record of a case into the casebook under identities of its own, as an import would."""
    new: dict[str, str] = {}
    shelves: Iterable[Iterable[object]] = (
        file.offices.values(), (file.household,) if file.household else (), file.people, file.memberships, (file.case,),
        file.parties, file.facts, file.spells, file.documents, file.visits, file.demands, file.written_answers,
    )  # fmt: skip
    records = [record for shelf in shelves for record in shelf]
    for record in records:
        new.setdefault(record.id, new_id())
    save_all(session, [_renamed(record, new) for record in records], "Case imported", JUNE_12)
    return new[file.case.id]


def _renamed(record, new):
    kinds()
    points = {s.attribute: getattr(record, s.attribute) for s in specs(type(record)) if s.refers_to}
    return dataclasses.replace(record, id=new[record.id], **{key: new.get(value, value) for key, value in points.items()})


@pytest.fixture
def running(session):
    return keep(session, running_case())


def ready(session, case):
    """Which letters can be written two months later."""
    return {choice.kind: choice.ready for choice in kinds_for(session, case, LATER.date())}


@pytest.fixture
def issued(session, running):
    read_out(session, running, KIND, "li", "指印", JUNE_15)
    tell_disclosure(session, running, "口头告知", JUNE_15)
    return issue(session, running, KIND, JUNE_15)


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "".join(page.get_textpage().get_text_range() for page in document)


def letter(session, case, letter_id):
    return next(found for found in case_file(session, case).letters if found.id == letter_id)


def test_every_kind_is_offered_with_the_reason_why_or_why_not(session, running):
    offered = {choice.kind: choice for choice in kinds_for(session, running, JUNE_15.date())}
    assert offered["prompt_card"].ready and offered[KIND].ready and not offered["admin_reconsideration"].ready
    assert offered[KIND].addressee.name_zh == "北京市临江区教育委员会"
    assert "apply first" in offered["admin_reconsideration"].available.because


def test_a_case_in_its_first_minute_has_its_card(session):
    case = keep(session, intake_only())
    assert "还没有去过" in text_of(pdf(session, case, "prompt_card", "zh", JUNE_12.date()))


def test_the_bureau_of_the_district_is_found_without_a_visit(session):
    other = running_case()
    keep(session, other)
    case = keep(session, dataclasses.replace(other, visits=(), offices={}))
    assert draft(session, case, KIND, JUNE_15.date()).available.addressee is not None


def test_a_day_of_signing_in_the_future_is_refused(session, running):
    with pytest.raises(BadInput, match="cannot lie in the future"):
        draft(session, running, KIND, date(2099, 1, 1))


@pytest.mark.parametrize("layout", ["zh", "en", "both"])
def test_a_draft_prints_in_every_layout(session, running, layout):
    content = pdf(session, running, KIND, layout, JUNE_15.date())
    assert content.startswith(b"%PDF")
    assert docx(session, running, KIND, layout, JUNE_15.date()).startswith(b"PK")


def test_the_reasons_of_each_sentence_can_be_written_out(session, running):
    entries = provenance(session, running, KIND, JUNE_15.date())
    assert {"block", "language", "sentence", "facts", "visits", "documents", "provisions", "by_hand"} <= set(entries[0])
    cited = [entry["provisions"] for entry in entries if "第十二条第二款" in entry["sentence"]]
    assert cited == [["edu-migrant-children"]]


def test_a_letter_is_issued_only_after_reading_out_and_telling(session, running):
    with pytest.raises(NotReady, match="Not read out yet"):
        issue(session, running, KIND, JUNE_15)
    read_out(session, running, KIND, "li", "指印", JUNE_15)
    with pytest.raises(NotReady, match="what the office will see"):
        issue(session, running, KIND, JUNE_15)


def test_an_issued_letter_has_a_number_and_frozen_bytes(session, running, issued, tmp_path):
    found = letter(session, running, issued)
    assert (found.state, found.number, found.issued_on) == (LetterState.ISSUED, "2026-A001", JUNE_15.date())
    out = tmp_path / "letter.pdf"
    export(session, running, KIND, "zh", out, Recipient.AUTHORITY, JUNE_15)
    with session.read() as reader:
        assert out.read_bytes() == reader.blob_bytes(found.frozen)
    assert "草稿" not in text_of(out.read_bytes()) and "欧阳" in text_of(out.read_bytes())


def test_reading_out_counts_the_statements_of_fact(session, running):
    identity = read_out(session, running, KIND, "li", "指印", JUNE_15)
    entry = next(read for read in case_file(session, running).read_outs if read.id == identity)
    assert entry.statements == len(draft(session, running, KIND, JUNE_15.date()).statements) > 8


def test_an_issued_letter_is_not_written_anew_and_says_when_its_basis_changed(session, running, issued):
    before = text_of(pdf(session, running, KIND, "zh", LATER.date()))
    assert changed_letters(session, running) == ()
    visit = case_file(session, running).visits_in_order()[1]
    save(session, dataclasses.replace(visit, words="名额没有了"), "Visit corrected", LATER)
    assert [found.id for found in changed_letters(session, running)] == [issued]
    assert "学位已经满了" in before


def test_receipt_starts_the_clock_and_silence_opens_reconsideration(session, running, issued):
    mark_sent(session, running, issued, date(2026, 6, 15), "EMS", JUNE_15)
    with pytest.raises(BadInput, match="proves the day"):
        mark_received(session, running, issued, date(2026, 6, 17), " ", LATER)
    mark_received(session, running, issued, date(2026, 6, 17), "EMS 签收", LATER)
    assert ready(session, running)["admin_reconsideration"] and not ready(session, running)[KIND]
    assert "8月16日届满" in "".join(text_of(pdf(session, running, "admin_reconsideration", "zh", LATER.date())).split())


@pytest.mark.parametrize("on", [date(2026, 6, 14), date(2026, 6, 16)])
def test_a_letter_is_not_handed_in_before_its_issue_or_in_the_future(session, running, issued, on):
    with pytest.raises(BadInput):
        mark_sent(session, running, issued, on, "EMS", JUNE_15)


def test_a_letter_handed_in_before_the_case_was_kept_here_counts_too(session, running):
    note_handed_in(session, running, KIND, EARLIER, LATER)
    file = case_file(session, running)
    noted = file.letters[0]
    assert noted.state is LetterState.RECEIVED and file.office(noted.addressee).name_zh == "北京市临江区教育委员会"
    assert draft(session, running, "admin_reconsideration", LATER.date()).zh.kind == "admin_reconsideration"


def test_an_earlier_letter_is_corrected_in_its_place(session, running):
    noted = note_handed_in(session, running, KIND, HandedIn(date(2026, 6, 15), "EMS"), LATER)
    assert not ready(session, running)["admin_reconsideration"]
    assert note_handed_in(session, running, KIND, EARLIER, LATER, noted) == noted
    (letter,) = case_file(session, running).letters
    assert (letter.state, letter.received_on, letter.receipt) == (LetterState.RECEIVED, date(2026, 6, 17), "签收记录")
    assert ready(session, running)["admin_reconsideration"]


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (HandedIn(date(2026, 8, 19)), "not in the future"),
        (HandedIn(date(2026, 6, 15), "", date(2026, 6, 14), "回执"), "on or after the day"),
        (HandedIn(date(2026, 6, 15), "", date(2026, 8, 19), "回执"), "not in the future"),
        (HandedIn(date(2026, 6, 15), "", date(2026, 6, 17), " "), "proves the day"),
    ],
)
def test_an_earlier_letter_has_no_day_that_cannot_be_or_is_not_proved(session, running, days, says):
    with pytest.raises(BadInput, match=says):
        note_handed_in(session, running, KIND, days, LATER)
    assert case_file(session, running).letters == ()


def test_a_card_is_not_noted_as_handed_in_and_an_issued_letter_keeps_its_days(session, running, issued):
    with pytest.raises(BadInput, match="goes to no office"):
        note_handed_in(session, running, "prompt_card", EARLIER, LATER)
    mark_sent(session, running, issued, date(2026, 6, 15), "EMS", JUNE_15)
    with pytest.raises(BadInput, match="issued here"):
        note_handed_in(session, running, KIND, EARLIER, LATER, issued)


def test_an_earlier_letter_does_not_open_a_closed_case(session, running):
    close_case(session, running, Outcome.NOT_SOLVED, Entitlement.NOT_OBTAINED, "", LATER.date(), LATER)
    note_handed_in(session, running, KIND, EARLIER, LATER)
    assert case_file(session, running).case.stage is Stage.CLOSED


@pytest.mark.parametrize(
    ("recipient", "layout", "says"),
    [
        (Recipient.AUTHORITY, "both", "Chinese original alone"),
        (Recipient.AUTHORITY, "zh", "Not read out"),
        (Recipient.PUBLIC, "zh", "not for the public"),
        (Recipient.ABROAD, "en", "consent first"),
    ],
)
def test_a_reader_gets_only_what_is_for_them(session, running, tmp_path, recipient, layout, says):
    out = tmp_path / "letter.pdf"
    with pytest.raises(NotReady, match=says):
        export(session, running, KIND, layout, out, recipient, JUNE_15)
    assert not out.exists()


def test_abroad_goes_the_translation_alone_and_after_consent(session, running, tmp_path):
    file = case_file(session, running)
    agreed = Consent(ConsentId(new_id()), file.client().id, Purpose.ABROAD, file.case.id, JUNE_12.date())
    save(session, agreed, "Consent noted", JUNE_12)
    with pytest.raises(NotReady, match="names nobody"):
        export(session, running, KIND, "both", tmp_path / "both.pdf", Recipient.ABROAD, JUNE_15)
    export(session, running, KIND, "en", tmp_path / "en.pdf", Recipient.ABROAD, JUNE_15)
    assert "欧阳" not in text_of((tmp_path / "en.pdf").read_bytes())


@pytest.mark.parametrize(("name", "error"), [("letter.txt", BadInput), ("missing/letter.pdf", NotSaved)])
def test_a_file_that_cannot_be_written_is_refused_in_one_sentence(session, running, tmp_path, name, error):
    with pytest.raises(error):
        export(session, running, KIND, "zh", tmp_path / name, Recipient.CLIENT, JUNE_15)


def test_nothing_is_written_but_the_file_asked_for(session, running, tmp_path):
    before = set(tmp_path.rglob("*"))
    export(session, running, "prompt_card", "zh", tmp_path / "card.pdf", Recipient.CLIENT, JUNE_15)
    assert {path.name for path in set(tmp_path.rglob("*")) - before if path.parent == tmp_path} == {"card.pdf"}


def test_a_letter_the_law_does_not_open_yet_is_refused_with_the_reason(session, running, tmp_path):
    with pytest.raises(NotReady, match="apply first"):
        export(session, running, "admin_reconsideration", "zh", tmp_path / "r.pdf", Recipient.CLIENT, JUNE_15)


def test_an_unknown_kind_or_layout_names_those_there_are(session, running):
    with pytest.raises(BadInput, match="prompt_card"):
        draft(session, running, "petition", JUNE_15.date())
    with pytest.raises(BadInput, match="both"):
        pdf(session, running, KIND, "latin", JUNE_15.date())


def test_a_memo_tells_of_one_visit_and_is_for_the_client_never_for_the_public(session, running, tmp_path):
    school, street = case_file(session, running).visits_in_order()[1:3]
    memo, out = "oral_refusal_record", tmp_path / "memo.pdf"
    export(session, running, memo, "zh", out, Recipient.CLIENT, JUNE_15, about=school.id)
    assert school.words in text_of(out.read_bytes()) and "草稿" not in text_of(out.read_bytes())
    assert street.words in text_of(pdf(session, running, memo, "zh", JUNE_15.date()))
    with pytest.raises(NotReady, match="not for the public"):
        export(session, running, memo, "zh", tmp_path / "public.pdf", Recipient.PUBLIC, JUNE_15)
    with pytest.raises(NotReady, match="no number"):
        issue(session, running, memo, JUNE_15)
    with pytest.raises(BadInput, match="goes to no office"):
        note_handed_in(session, running, memo, EARLIER, LATER)
