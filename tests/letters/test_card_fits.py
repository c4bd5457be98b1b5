"""The prompt card is one page, whatever a case holds; what there is no room for is left out in the order of its cuts."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from caseapp.domain.cases import KeyDay, KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.ids import DocumentId, KeyDayId, OfficeId, VisitId
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.visits import Answer, Visit
from caseapp.letters.blocks import Labelled
from caseapp.letters.drafting import draft_letter
from caseapp.paper.pdf import render_pdf
from caseapp.policy.documents import documents
from tests.letters.letter_cases import running_case
from tests.letters.letter_family import CASE, SCHOOL, STREET
from tests.letters.letter_text import plain_text
from tests.letters.other_cases import intake_only

ON = date(2026, 6, 12)
PAPERS = sorted(documents())
WORDS = ("", "学位已经满了", "你这个情况我们办不了，去问街道，街道会告诉你要什么材料的")


@st.composite
def visits(draw: st.DrawFn) -> tuple[Visit, ...]:
    answers = draw(st.lists(st.sampled_from(list(Answer)), max_size=4))
    made = []
    for number, answer in enumerate(answers):
        office, other = (SCHOOL, STREET) if number % 2 else (STREET, SCHOOL)
        made.append(
            Visit(
                VisitId(f"v{number}"), CASE, office, number, ImpreciseDay.on(ON - timedelta(9 - number)), asked="入学",
                answer=answer, referred_to=other if answer is Answer.REFERRED else None,
                words=draw(st.sampled_from(WORDS)), written=draw(st.sampled_from([True, False, None])),
            )
        )  # fmt: skip
    return tuple(made)


@settings(max_examples=40)
@given(
    visits(),
    st.lists(st.sampled_from(PAPERS), unique=True, max_size=12),
    st.lists(st.sampled_from(PAPERS), unique=True, max_size=8),
    st.sampled_from([None, *HolderKind]),
    st.booleans(),
    st.sampled_from(list(Service)),
)
@example((), PAPERS[:12], PAPERS[12:20], None, True, Service.COMPULSORY_EDUCATION)
def test_the_card_is_one_page(met, wanted, held, holder, closes, service):
    file = running_case()
    papers = [
        Document(DocumentId(f"w{paper}"), CASE, paper, state=DocumentState.NEEDED, holder=holder) for paper in wanted
    ] + [Document(DocumentId(f"h{paper}"), CASE, paper, state=DocumentState.HELD) for paper in held if paper not in wanted]
    days = (KeyDay(KeyDayId("k"), CASE, KeyDayKind.REGISTRATION_CLOSES, ImpreciseDay.on(date(2026, 6, 30))),)
    file = dataclasses.replace(
        file, case=dataclasses.replace(file.case, service=service), visits=met, demands=(), documents=tuple(papers),
        key_days=days if closes else (),
    )  # fmt: skip
    card = draft_letter(file, "prompt_card", ON, tuple(wanted)).zh
    assert render_pdf(card, day=ON).count(b"/Type /Page\n") == 1
    labels = {block.id for block in card.blocks if isinstance(block, Labelled)}
    assert {"where", "bring", "missing", "say", "paper", "note", "days", "fallback"} <= labels


def test_while_the_time_to_sue_over_an_award_runs_the_card_sends_to_court():
    """3 February 2026 and 15 days: 18 February, in the festival; the courts are open until Friday the 13th."""
    file, commission = intake_only(Service.LABOUR), Office(OfficeId("arb"), OfficeKind.LABOUR_ARBITRATION)
    came = Visit(
        VisitId("a"), CASE, commission.id, 9, ImpreciseDay.on(date(2026, 2, 3)), answer=Answer.REFUSED, written=True
    )
    file = dataclasses.replace(file, visits=(came,), offices={**file.offices, commission.id: commission})
    card = draft_letter(file, "prompt_card", date(2026, 2, 10))
    told = plain_text(card.zh)
    assert "裁决书末尾写明的法院" in told and "最晚2月13日（周五）" in told and "说不办" not in told
    assert "裁决书，证明哪天收到的凭证" in told and "给我立案回执" in told and "反映工作上的事" not in told
    assert "最晚2月18日（周三）" in plain_text(draft_letter(file, "prompt_card", date(2026, 2, 16)).zh)
    for paper in (card.zh, card.en):
        assert render_pdf(paper, day=date(2026, 2, 10)).count(b"/Type /Page\n") == 1
