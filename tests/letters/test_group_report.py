"""The group report says what is shared, and of whom it speaks nobody can tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.claims.bases import Basis
from caseapp.claims.disclosure import protect
from caseapp.claims.members import Duty
from caseapp.claims.tables import Dimension, tally
from caseapp.domain.cases import Service
from caseapp.domain.ids import OfficeId
from caseapp.domain.offices import Level, OfficeKind
from caseapp.letters.blocks import ChartBlock, Paper, Style, Table, pair, sentences
from caseapp.letters.both import Both
from caseapp.letters.report import ReportMatter, report_papers
from tests.claims.test_group import FAMILIES

BUREAU = Duty(
    OfficeId("bureau"), OfficeKind.EDUCATION_BUREAU, Level.DISTRICT, "beijing", "某区",
    ("edu-migrant-children", "edu-county-lead", "edu-organise-enrolment"),
)  # fmt: skip
MATTER = ReportMatter(
    protect(tally(FAMILIES)),
    Basis.PAPER,
    Service.COMPULSORY_EDUCATION,
    (2026, 2026),
    date(2026, 9, 5),
    paper="proof_of_address",
    city=Both("北京市", "Beijing"),
    duty=BUREAU,
)
FORBIDDEN_ZH = ("幽灵", "推诿", "维权", "群体", "上访", "刁难", "某区", "孩子", "家长")
FORBIDDEN_EN = ("phantom", "deflect", "victim", "seized", "petition", "fight")


def text(paper: Paper) -> str:
    found = [paper.title]
    for block in paper.blocks:
        found += [sentence.text for sentence in sentences(block)]
        found += [getattr(block, "text", "") or "", getattr(block, "title", "") or "", getattr(block, "note", "") or ""]
        if isinstance(block, ChartBlock):
            found += [f"{bar.label} {bar.shown}" for bar in block.bars]
    return "\n".join(found)


def test_thirty_is_said_and_thirty_one_never() -> None:
    for paper in report_papers(MATTER):
        assert "30" in text(paper)
        assert "31" not in text(paper) and "27" not in text(paper)


def test_the_body_with_the_duty_stands_apart_from_those_who_answered() -> None:
    zh, en = report_papers(MATTER)
    assert "负有职责的是区教育局" in text(zh)
    assert "当面答复这些家庭的是：学校" in text(zh)
    assert "the duty lies with the district education bureau" in text(en)


def test_the_shared_legal_basis_names_its_articles() -> None:
    zh, en = report_papers(MATTER)
    assert "《义务教育法》第十二条第二款" in text(zh)
    assert "art. 12(2) of the Compulsory Education Law" in text(en)


def test_a_report_of_a_day_whose_law_is_not_held_quotes_none() -> None:
    zh, _ = report_papers(replace(MATTER, until=date(2010, 1, 1)))
    assert "尚未核对" in text(zh)


def test_both_languages_say_the_same_block_by_block_and_neither_is_a_draft() -> None:
    zh, en = report_papers(MATTER)
    assert pair(zh, en)
    assert zh.style is en.style is Style.REPORT
    assert not zh.draft and not en.reading_copy


def test_there_are_three_or_four_tables_and_one_chart_of_protected_figures() -> None:
    zh, _ = report_papers(MATTER)
    tables = [block for block in zh.blocks if isinstance(block, Table)]
    (chart,) = [block for block in zh.blocks if isinstance(block, ChartBlock)]
    assert 3 <= len(tables) <= 5
    assert all(bar.value is None or bar.value % 5 == 0 for bar in chart.bars)


def test_what_is_left_out_is_named_with_its_reason() -> None:
    zh, _ = report_papers(MATTER)
    assert Dimension.SUBSTITUTE in MATTER.figures.left_out
    assert "按是否有能证明同一事实的材料" in text(zh)


def test_the_words_are_plain_and_name_no_place_below_the_city() -> None:
    zh, en = report_papers(MATTER)
    assert [word for word in FORBIDDEN_ZH if word in text(zh)] == []
    assert [word for word in FORBIDDEN_EN if word in text(en).lower()] == []
    assert all(word in text(zh) for word in ("同类案件", "共性问题", "实际获得率"))


@pytest.mark.parametrize("basis", Basis)
def test_every_basis_has_its_sentence_and_its_request(basis: Basis) -> None:
    for paper in report_papers(replace(MATTER, basis=basis, pattern="no_reason")):
        assert "{" not in text(paper) and "＿" not in text(paper)


def test_a_paper_somebody_typed_is_not_repeated() -> None:
    for paper in report_papers(replace(MATTER, paper="机密·canary")):
        assert "canary" not in text(paper)


def test_a_small_office_gives_only_a_total() -> None:
    zh, _ = report_papers(replace(MATTER, figures=protect(tally(FAMILIES[:22]))))
    assert not [block for block in zh.blocks if isinstance(block, Table | ChartBlock)]
    assert "约20户" in text(zh)
