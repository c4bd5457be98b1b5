"""When each kind of letter is open, to whom it goes, who signs, and what keeps it a draft."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from caseapp.domain.cases import Entitlement, KeyDay, KeyDayKind, Party, Role
from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.facts import Fact
from caseapp.domain.ids import ConsentId, FactId, KeyDayId, LetterId, PartyId, ReadOutId, VisitId, WrittenAnswerId
from caseapp.domain.letter_records import Letter, LetterState, ReadOut
from caseapp.domain.offices import OfficeKind
from caseapp.domain.people import Relation
from caseapp.domain.visits import Answer, Channel, WrittenAnswer
from caseapp.errors import BadInput, NotReady
from caseapp.i18n import catalogue
from caseapp.letters.blocks import Addressee, Attachments, SignatureBlock, Table
from caseapp.letters.drafting import availability, basis_changed, draft_letter, final_letter, has_blank
from caseapp.letters.kinds import letter_kind
from caseapp.paper.pdf import render_pdf, render_side_by_side
from tests.letters.letter_cases import heard_at_the_counter, running_case, running_case_received
from tests.letters.letter_family import BUREAU, CASE, CHILD, EMPLOYER, MOTHER, SCHOOL, offices
from tests.letters.letter_text import plain_text
from tests.letters.other_cases import approval_limbo, intake_only, pension_not_moved, permit_refused
from tests.letters.test_golden import LETTERS

MEMO = "oral_refusal_record"
JUNE_15, AUGUST_18 = date(2026, 6, 15), date(2026, 8, 18)


def codes(made, *, blocking=True):
    return [problem.code for problem in made.problems if problem.blocks or not blocking]


def is_open(file, kind, on):
    return availability(file, kind, on).ready


def chinese(made):
    return plain_text(made.zh)


def block(made, kind):
    return next(found for found in made.zh.blocks if isinstance(found, kind))


def ready_to_issue(file, kind, on):
    """The case after the letter was read out and the client told what will be seen."""
    heard = Consent(ConsentId("c1"), MOTHER, Purpose.DISCLOSURE_ACKNOWLEDGED, CASE, on)
    letter = Letter(LetterId("open"), CASE, kind, state=LetterState.READ_OUT, written_on=on)
    file = dataclasses.replace(file, consents=(heard,), letters=(*file.letters, letter))
    read = ReadOut(ReadOutId("r1"), letter.id, on, "li", 9, draft_letter(file, kind, on).basis, "指印")
    return dataclasses.replace(file, read_outs=(read,))


def test_a_letter_that_is_not_open_is_not_even_drafted():
    with pytest.raises(NotReady, match="apply first"):
        draft_letter(running_case(), "admin_reconsideration", AUGUST_18)


def test_there_is_no_other_kind():
    with pytest.raises(BadInput, match="prompt_card"):
        letter_kind("petition")


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_can_be_drawn_and_a_card_fits_one_page(name):
    file, kind, on, missing = LETTERS[name]
    made = draft_letter(file, kind, on, missing)
    assert render_pdf(made.zh, day=on).startswith(b"%PDF")
    assert render_side_by_side(made.zh, made.en, day=on).startswith(b"%PDF")


def test_a_card_with_many_visits_is_cut_to_one_page():
    file = running_case()
    many = tuple(
        dataclasses.replace(file.visits[1], id=f"v{n}", order=n, day=ImpreciseDay.on(date(2026, 6, n)))  # type: ignore[arg-type]
        for n in range(1, 12)
    )
    made = draft_letter(dataclasses.replace(file, visits=many), "prompt_card", date(2026, 6, 12))
    assert render_pdf(made.zh, day=JUNE_15)


def test_a_template_addressee_keeps_the_letter_a_draft_and_prints_a_blank():
    file = dataclasses.replace(running_case(), offices=offices(complete=False))
    made = draft_letter(file, "service_application", JUNE_15)
    assert "addressee" in codes(made) and has_blank(made.zh) and made.zh.draft
    problem = next(p for p in made.problems if p.code == "addressee")
    assert problem.say(catalogue("zh_CN")).startswith("还不能导出：收件机关写的是“区教育委员会”，缺全称和地址。")


@pytest.mark.parametrize(("field", "says"), [("name", "name"), ("id_number", "ID number"), ("born", "birthday")])
def test_what_the_applicant_lacks_is_named_one_by_one(field, says):
    file = running_case()
    child = dataclasses.replace(file.people[0], **{field: None if field == "born" else ""})
    made = draft_letter(dataclasses.replace(file, people=(child, file.people[1])), "service_application", JUNE_15)
    assert [p.say(catalogue("en")) for p in made.problems if p.code == "missing"] == [
        f"Still missing for this letter: the applicant's {says}. Enter it, and the blank is filled."
    ]


def test_a_letter_that_was_not_read_out_stays_a_draft():
    with pytest.raises(NotReady, match="Not read out yet"):
        final_letter(running_case(), "service_application", JUNE_15)


def test_a_letter_read_out_is_issued_without_a_blank_or_mark():
    made = final_letter(ready_to_issue(running_case(), "service_application", JUNE_15), "service_application", JUNE_15)
    assert not made.zh.draft and not has_blank(made.zh) and codes(made) == []


def test_a_change_after_reading_out_asks_for_reading_out_again():
    file = ready_to_issue(running_case(), "service_application", JUNE_15)
    changed = dataclasses.replace(file.visits[1], words="名额满了")
    file = dataclasses.replace(file, visits=(file.visits[0], changed, *file.visits[2:]))
    with pytest.raises(NotReady, match="Read it out again"):
        final_letter(file, "service_application", JUNE_15)


def test_the_day_of_signing_alone_does_not_undo_the_reading():
    file = ready_to_issue(running_case(), "service_application", JUNE_15)
    read = draft_letter(file, "service_application", JUNE_15).basis
    assert final_letter(file, "service_application", date(2026, 6, 16)).basis == read


def test_an_issued_letter_warns_when_something_it_rests_on_was_edited():
    file = ready_to_issue(running_case(), "service_application", JUNE_15)
    made = final_letter(file, "service_application", JUNE_15)
    issued = dataclasses.replace(
        file.letters[0], state=LetterState.RECEIVED, issued_on=JUNE_15, basis=made.basis, sent_on=JUNE_15,
        received_on=date(2026, 6, 17), receipt="EMS",
    )  # fmt: skip
    after = dataclasses.replace(file, letters=(issued,))
    assert not basis_changed(after, issued)
    edited = dataclasses.replace(after.visits[0], badge="0417")
    assert basis_changed(dataclasses.replace(after, visits=(edited, *after.visits[1:])), issued)


def test_a_child_signs_through_the_mother_and_a_pupil_of_eighteen_alone():
    file = running_case()
    young = block(draft_letter(file, "service_application", JUNE_15), SignatureBlock).lines
    assert young == ("申请人：欧阳龘", "法定代理人（签名）：＿＿＿＿＿＿＿＿", "2026年6月15日")
    grown = dataclasses.replace(file.people[0], born=ImpreciseDay.on(date(2008, 6, 15)), address="某处", phone="1")
    made = draft_letter(dataclasses.replace(file, people=(grown, file.people[1])), "service_application", JUNE_15)
    assert block(made, SignatureBlock).lines == ("申请人（签名）：＿＿＿＿＿＿＿＿", "2026年6月15日")
    assert "法定代理人" not in chinese(made)


def test_a_child_of_eight_may_sign_beside():
    file = running_case()
    older = dataclasses.replace(file.people[0], born=ImpreciseDay.on(date(2018, 3, 5)))
    made = draft_letter(dataclasses.replace(file, people=(older, file.people[1])), "service_application", JUNE_15)
    assert block(made, SignatureBlock).lines[0] == "申请人（签名）：＿＿＿＿＿＿＿＿"


def test_an_adult_entered_as_applicant_for_schooling_becomes_the_representative():
    file = running_case()
    parties = (
        Party(PartyId("p1"), CASE, MOTHER, Role.APPLICANT),
        Party(PartyId("p2"), CASE, CHILD, Role.BENEFICIARY),
    )
    made = draft_letter(dataclasses.replace(file, parties=parties), "service_application", JUNE_15)
    assert "申请人：欧阳龘" in chinese(made) and "法定代理人：𠮷田梅，系申请人母亲" in chinese(made)


def test_a_grandparent_acts_only_with_a_power():
    file = running_case()
    members = (dataclasses.replace(file.memberships[0], relation=Relation.GRANDPARENT), file.memberships[1])
    made = draft_letter(dataclasses.replace(file, memberships=members), "service_application", JUNE_15)
    assert "power" in codes(made)


def test_the_application_is_closed_once_its_clock_runs_or_the_right_was_granted():
    assert not is_open(running_case_received(), "service_application", date(2026, 7, 1))
    file = running_case()
    case = dataclasses.replace(file.case, entitlement=Entitlement.OBTAINED)
    assert not is_open(dataclasses.replace(file, case=case), "service_application", JUNE_15)


@pytest.mark.parametrize(
    ("on", "ready"),
    [(date(2026, 8, 16), False), (date(2026, 8, 17), False), (AUGUST_18, True), (date(2026, 10, 15), True)],
)
def test_silence_is_late_only_after_the_moved_sixtieth_day(on, ready):
    assert is_open(running_case_received(), "admin_reconsideration", on) is ready


def test_silence_counts_only_from_a_receipt_that_can_be_shown():
    file = running_case_received()
    unproved = dataclasses.replace(file.letters[0], receipt="")
    with pytest.raises(NotReady, match="not proved yet"):
        draft_letter(dataclasses.replace(file, letters=(unproved,)), "admin_reconsideration", AUGUST_18)


def test_words_at_a_school_open_no_reconsideration():
    assert not is_open(running_case(), "admin_reconsideration", AUGUST_18)


def test_a_written_refusal_of_a_school_opens_no_reconsideration():
    file = permit_refused()
    schools = {key: dataclasses.replace(office, kind=OfficeKind.SCHOOL) for key, office in file.offices.items()}
    assert not is_open(dataclasses.replace(file, offices=schools), "admin_reconsideration", date(2026, 7, 16))


def test_after_the_safe_day_the_letter_does_not_claim_to_be_in_time():
    made = draft_letter(permit_refused(), "admin_reconsideration", date(2026, 9, 10))
    assert made.available.ready and "late" in codes(made, blocking=False)
    assert "规定的六十日内提出" not in chinese(made) and "第二十条第三款" in chinese(made)


def test_the_reviewing_body_of_the_old_law_is_refused_today():
    file = running_case_received()
    old = dataclasses.replace(file.offices[BUREAU], reconsideration_organ="北京市教育委员会")
    made = draft_letter(
        dataclasses.replace(file, offices={**file.offices, BUREAU: old}), "admin_reconsideration", AUGUST_18
    )
    assert "body" in codes(made)


def test_a_document_is_put_up_for_review_only_where_the_written_answer_names_it():
    file = permit_refused()
    silent = dataclasses.replace(file.written_answers[0], content="房屋租赁合同未经备案，不予受理")
    made = draft_letter(dataclasses.replace(file, written_answers=(silent,)), "admin_reconsideration", date(2026, 7, 16))
    assert "一并审查" in chinese(draft_letter(file, "admin_reconsideration", date(2026, 7, 16)))
    assert "一并审查" not in chinese(made) and "第十三条" not in chinese(made)


def test_before_2024_no_article_of_the_new_law_is_cited():
    file = running_case_received()
    case = dataclasses.replace(file.case, useful_until=date(2023, 9, 1))
    sent = dataclasses.replace(file.letters[0], sent_on=date(2023, 6, 15), received_on=date(2023, 6, 17))
    file = dataclasses.replace(file, case=case, letters=(sent,), visits=(), spells=())
    text = chinese(draft_letter(file, "admin_reconsideration", date(2023, 8, 21)))
    assert "第二十三条" not in text and "第六十六条" not in text and "第十一条第十一项" not in text
    assert "《行政复议法》第十二条第一款" in text and "《行政复议法实施条例》第十六条第一款第二项" in text


def test_a_letter_of_2012_cites_no_text_of_later_years():
    made = draft_letter(approval_limbo(), "service_application", date(2012, 6, 5))
    assert "第" not in chinese(made).split("#reasons")[1].split("#addressee")[0]
    assert "law" in codes(made, blocking=False)


def test_new_regulations_not_read_are_said_to_the_caseworker():
    made = draft_letter(running_case_received(), "admin_reconsideration", AUGUST_18)
    assert "new_text" in codes(made, blocking=False) and "实施条例" not in chinese(made)


def test_the_application_goes_to_the_bureau_and_never_to_the_school():
    made = draft_letter(running_case(), "service_application", JUNE_15)
    assert block(made, Addressee).organ == "北京市临江区教育委员会"
    assert made.available.addressee == BUREAU != SCHOOL


def test_the_prompt_card_stands_for_a_case_begun_a_minute_ago():
    made = draft_letter(intake_only(), "prompt_card", date(2026, 6, 12))
    assert made.available.ready and codes(made) == [] and "#first\n先去: 区教育局" in chinese(made)


def test_a_fee_asked_for_is_told_and_met_with_its_article():
    file = running_case()
    fee = dataclasses.replace(file.visits[0], fee_asked_yuan="6000")
    text = chinese(draft_letter(dataclasses.replace(file, visits=(fee, *file.visits[1:])), "service_application", JUNE_15))
    assert "要求另交费用6000元" in text and "第二条第三款规定，“实施义务教育，不收学费、杂费”" in text


@pytest.mark.parametrize("name", LETTERS)
def test_what_prints_as_the_clients_account_is_marked(name):
    file, kind, on, missing = LETTERS[name]
    for statement in draft_letter(file, kind, on, missing).statements:
        assert statement.by_account is statement.text.startswith("据"), statement.text


def test_words_of_the_desk_that_speak_of_an_account_are_not_marked_for_it():
    file = running_case()
    asked = dataclasses.replace(file.visits[0], asked="当面陈述情况", words="", answer=Answer.NO_ANSWER)
    made = draft_letter(dataclasses.replace(file, visits=(asked,), written_answers=()), "service_application", JUNE_15)
    told = [statement for statement in made.statements if "陈述" in statement.text]
    assert told and not any(statement.by_account for statement in told)


def numbered_papers(**more):
    """The running case with the papers in hand numbered against their order."""
    file = running_case()
    held = [one.id for one in file.documents if one.state.in_hand]
    numbers = {identity: len(held) - place for place, identity in enumerate(held)}
    papers = tuple(dataclasses.replace(one, exhibit=numbers.get(one.id), **more) for one in file.documents)
    return dataclasses.replace(file, documents=papers)


def test_annexes_stand_by_exhibit_number_with_what_they_prove():
    file = numbered_papers(proves="在本区租住")
    said = [line[0].text for line in block(draft_letter(file, "service_application", JUNE_15), Attachments).items]
    assert [f"（证据{number}），证明：在本区租住" in text for number, text in enumerate(said, 1)] == [True] * len(said)


@pytest.mark.parametrize("proves", ["{name}在本区租住", "lives in the district"])
def test_what_a_paper_proves_is_left_out_where_it_names_somebody_or_is_not_chinese(proves):
    name = next(person.name for person in running_case().people if person.name)
    file = numbered_papers(proves=proves.format(name=name))
    lines = block(draft_letter(file, "service_application", JUNE_15), Attachments).items
    assert not any("证明：" in line[0].text for line in lines)


def test_the_index_of_evidence_lists_what_is_numbered_and_only_that():
    file = permit_refused()
    made = draft_letter(file, "admin_reconsideration", date(2026, 7, 16))
    rows = [[cell.text for cell in row] for row in block(made, Table).rows]
    assert rows == [["1", "房屋租赁合同", "在临江区有合法稳定住所", "2"], ["2", "劳动合同", "", "2"]]
    assert "在临江区有合法稳定住所" in [statement.text for statement in made.statements]
    assert "共4页" in chinese(made)
    plain = dataclasses.replace(file, documents=tuple(dataclasses.replace(one, exhibit=None) for one in file.documents))
    bare = draft_letter(plain, "admin_reconsideration", date(2026, 7, 16))
    assert "共6页" in chinese(bare) and not any(isinstance(found, Table) for found in bare.zh.blocks)


def heard(**more):
    """The running case whose one visit is the school's answer, with some of it changed."""
    file = heard_at_the_counter()
    return dataclasses.replace(file, visits=(dataclasses.replace(file.visits[1], **more),))


@pytest.mark.parametrize(
    ("more", "ready"),
    [
        ({}, True),
        ({"written": None}, True),
        ({"written": True}, False),
        ({"channel": Channel.PHONE}, True),
        ({"channel": Channel.ONLINE}, False),
        ({"channel": Channel.POST}, False),
        ({"answer": Answer.ACCEPTED, "words": ""}, False),
        ({"answer": Answer.NO_ANSWER, "words": "再等等"}, True),
        ({"office": EMPLOYER}, False),
    ],
)
def test_a_memo_is_open_where_something_was_answered_by_word_of_mouth_alone(more, ready):
    assert is_open(heard(**more), MEMO, date(2026, 6, 12)) is ready


def test_a_paper_that_came_of_the_visit_closes_its_memo():
    answer = WrittenAnswer(WrittenAnswerId("w"), CASE, SCHOOL, VisitId("v2"), received=date(2026, 6, 11))
    assert not is_open(dataclasses.replace(heard(), written_answers=(answer,)), MEMO, date(2026, 6, 12))


def test_a_memo_tells_of_the_visit_asked_for_and_else_of_the_last_at_a_public_office():
    file, on = running_case(), date(2026, 6, 12)
    assert "“以学校为准”" in chinese(draft_letter(file, MEMO, on))
    assert "“学位已经满了" in chinese(draft_letter(file, MEMO, on, about=VisitId("v2")))
    assert "单位: 用人单位" in chinese(draft_letter(file, MEMO, on, about=VisitId("v4")))
    with pytest.raises(NotReady, match="No answer by word of mouth"):
        draft_letter(file, MEMO, on, about=VisitId("of another case"))


def test_a_memo_names_no_official_and_says_when_their_words_are_left_out():
    made = draft_letter(heard(words="你找王招生去", badge="王招生", window="王招生的窗口"), MEMO, date(2026, 6, 12))
    assert "王招生" not in chinese(made) and "窗口、工号" not in chinese(made) and "口头答复不予办理" in chinese(made)
    assert codes(made, blocking=False) == ["words"] and codes(made) == []


def test_a_memo_has_no_addressee_and_is_final_without_a_life():
    made = final_letter(heard(), MEMO, date(2026, 6, 12))
    assert not made.zh.draft and not any(isinstance(found, Addressee) for found in made.zh.blocks)
    assert made.available.addressee is None and render_pdf(made.zh, day=date(2026, 6, 12))


def test_the_reading_copy_of_a_memo_names_neither_witness_nor_official():
    english = plain_text(draft_letter(heard_at_the_counter(), MEMO, date(2026, 6, 10)).en)
    assert not any(name in english for name in ("罗叔", "王招生", "𠮷田梅", "欧阳龘"))


def test_a_photo_added_later_is_not_known_to_a_memo_of_the_day_before():
    made = draft_letter(dataclasses.replace(heard_at_the_counter(), attachments=(
        dataclasses.replace(heard_at_the_counter().attachments[0], added_on=date(2026, 6, 11)),
    )), MEMO, date(2026, 6, 10))  # fmt: skip
    assert "凭证" not in chinese(made)


def test_while_a_reconsideration_is_pending_the_card_asks_about_it_and_no_second_one_is_written():
    """Received on 10 July 2026: accepted by 17 July, sixty days, 15 September; then fifteen to sue from 8 September."""
    received = KeyDay(
        KeyDayId("r"), CASE, KeyDayKind.RECONSIDERATION_RECEIVED, ImpreciseDay.on(date(2026, 7, 10))
    )  # fmt: skip
    file = dataclasses.replace(permit_refused(), key_days=(*permit_refused().key_days, received))
    assert is_open(permit_refused(), "admin_reconsideration", date(2026, 7, 16))
    assert not is_open(file, "admin_reconsideration", date(2026, 7, 16))
    assert "9月15日（周二）还没有决定" in chinese(draft_letter(file, "prompt_card", date(2026, 7, 16)))
    sent = Letter(LetterId("sent"), CASE, "admin_reconsideration", sent_on=date(2026, 7, 14))
    handed_in = dataclasses.replace(permit_refused(), letters=(sent,))
    assert "复议申请已经交出" in chinese(draft_letter(handed_in, "prompt_card", date(2026, 7, 16)))
    after = chinese(draft_letter(file, "prompt_card", date(2026, 9, 16)))
    assert "没有等到决定" in after and "复议有了决定" not in after


def test_at_pension_age_with_too_few_years_the_letter_cites_the_right_to_pay_up_to_fifteen():
    file, on = pension_not_moved(), date(2026, 3, 10)
    old = Fact(FactId("old"), file.in_role(Role.APPLICANT).id, "age_reached_pension_age", "true", on)
    told = chinese(draft_letter(dataclasses.replace(file, facts=(*file.facts, old)), "service_application", on))
    assert "《社会保险法》第十六条第二款规定" in told and "第十九条规定" in told
    assert "第十六条第二款" not in chinese(draft_letter(file, "service_application", on))


def test_of_two_written_refusals_the_letter_is_against_the_one_whose_days_end_first():
    file = permit_refused()
    (first,) = file.written_answers
    second = dataclasses.replace(
        first, id=WrittenAnswerId("w2"), number="临公居告字〔2026〕31号", dated=date(2026, 8, 3), received=date(2026, 8, 5)
    )
    both = dataclasses.replace(file, written_answers=(first, second))
    soon = chinese(draft_letter(both, "admin_reconsideration", date(2026, 8, 10)))
    assert "〔2026〕17号" in soon and "〔2026〕31号" not in soon
    later = chinese(draft_letter(both, "admin_reconsideration", date(2026, 9, 10)))
    assert "〔2026〕31号" in later and "〔2026〕17号" not in later
