"""The three papers of one case, in each layout, read back as any other program reads them: what they say, whose names
they hold, how their lines break, and that nothing in them depends on the fonts of whoever opens them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from caseapp.cli import demo_case
from caseapp.cli.demo_case import APPLICATION, INTAKE, ISSUED, LATE, RECONSIDERATION
from caseapp.paper.preview import page_images
from caseapp.work.letters import LAYOUTS, Recipient, export
from caseapp.work.session import NewProfile, Session, create_with_key
from tests.paper.reading import fonts, joined, needs_poppler, text

pytestmark = needs_poppler

CARD = "prompt_card"
MOTHER, CHILD = "𠮷田梅", "欧阳龘"
IDENTITIES = (MOTHER, CHILD, "999999199304020027", "999999202003050040", "13900000001", "柳树胡同8号院")
BUREAU, BUREAU_EN, GOVERNMENT = "北京市临江区教育委员会", "Linjiang District Education Commission", "北京市临江区人民政府"

CHINESE = {
    CARD: (BUREAU, "6月17日（周三）前把申请书当面交上", "9月1日（周二）开学", "学校让找街道", "街道让找学校"),
    APPLICATION: (
        f"申请人：{CHILD}，女，2020年3月5日出生，公民身份号码999999202003050040",
        f"法定代理人：{MOTHER}，系申请人母亲，公民身份号码999999199304020027",
        f"被申请机关：{BUREAU}。", "《义务教育法》第十二条第二款", "2026年5月20日", "6月10日", "6月11日", "2026年6月15日",
        "告知向河沿街道办事处询问", "告知向临江区柳树小学询问",
    ),
    RECONSIDERATION: (
        f"申请人：{CHILD}，女，6岁，公民身份号码999999202003050040",
        f"法定代理人：{MOTHER}，女，33岁，系申请人母亲，公民身份号码999999199304020027",
        f"被申请人：{BUREAU}，地址北京市临江区新华路16号。", f"此致{GOVERNMENT}", "《行政复议法》第十一条第十一项",
        "2026年6月15日", "6月17日，被申请人收到该申请", "60日至8月16日届满", "2026年8月18日",
    ),
}  # fmt: skip
"""What each Chinese original holds, written without the breaks of its lines."""
ENGLISH = {
    CARD: (
        BUREAU_EN, "Wednesday 17 June", "Tuesday 1 September: term starts",
        "from the school to the street office and from the street office to the school",
    ),
    APPLICATION: (
        BUREAU_EN, "art. 12(2) of the Compulsory Education Law", "20 May 2026", "10 June", "11 June",
        "said to ask the street office", "said to ask the school",
    ),
    RECONSIDERATION: (
        BUREAU_EN, "handed in the “application to perform a statutory duty”", "received it on 17 June",
        "The 60 days ended on 16 August",
    ),
}  # fmt: skip
"""What each English reading copy holds. It names nobody."""
KINDS = tuple(CHINESE)
NO_LINE_BEGINS_WITH, NO_LINE_ENDS_WITH = "，。；：）》”、？！’】", "（《“‘【"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    """Each paper in each layout, as exported for the client on the day it was final."""
    folder = tmp_path_factory.mktemp("papers")
    profile = NewProfile("li", "示例工作站", "beijing", demo_case.DISTRICT)
    with create_with_key(folder / "papers.casebook", b"k" * 32, profile, INTAKE) as opened:
        session = Session(opened.casebook, "li", lambda: LATE)
        case = demo_case.begin(session)
        demo_case.visits(session, case)
        demo_case.complete_bureau(session, case)
        made = _exported(session, case, CARD, INTAKE, folder)
        letter = demo_case.issue_letter(session, case, APPLICATION, ISSUED)
        made |= _exported(session, case, APPLICATION, ISSUED, folder)
        demo_case.hand_in(session, case, letter)
        demo_case.issue_letter(session, case, RECONSIDERATION, LATE)
        return made | _exported(session, case, RECONSIDERATION, LATE, folder)


def _exported(session: Session, case: str, kind: str, now: datetime, folder: Path) -> dict[tuple[str, str], bytes]:
    made = {}
    for layout in LAYOUTS:
        out = folder / f"{kind}-{layout}.pdf"
        export(session, case, kind, layout, out, Recipient.CLIENT, now, now.date())
        made[kind, layout] = out.read_bytes()
    return made


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on a page; columns beside each other have lines of their own."""

    text: str
    left: bool
    """Whether it begins in the left half."""


def lines(pdf: bytes, folder: Path) -> list[Line]:
    """Every line of a paper, from the top of its first page."""
    page = "{http://www.w3.org/1999/xhtml}"
    found = []
    for sheet in ElementTree.fromstring(text(pdf, folder, "-bbox-layout")).iter(f"{page}page"):
        middle = float(sheet.get("width", "0")) / 2
        for line in sheet.iter(f"{page}line"):
            words = [word.text or "" for word in line.iter(f"{page}word")]
            found.append(Line(" ".join(words), float(line.get("xMin", "0")) < middle))
    return found


def original(papers: dict[tuple[str, str], bytes], kind: str, layout: str, folder: Path) -> str:
    """The Chinese of a paper: all of it, or the column at the left."""
    return joined("".join(line.text for line in lines(papers[kind, layout], folder) if line.left or layout == "zh"))


def translation(papers: dict[tuple[str, str], bytes], kind: str, layout: str, folder: Path) -> str:
    """The English of a paper: all of it, or the column at the right."""
    return " ".join(line.text for line in lines(papers[kind, layout], folder) if not line.left or layout == "en")


@pytest.mark.parametrize("layout", ["zh", "both"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_chinese_holds_names_office_articles_and_days(papers, tmp_path: Path, kind: str, layout: str):
    told = original(papers, kind, layout, tmp_path)
    assert [said for said in CHINESE[kind] if joined(said) not in told] == []
    assert "草稿" not in told
    names = [name for name in IDENTITIES if name in told]
    assert names == [] if kind == CARD else {MOTHER, CHILD} <= set(names)


@pytest.mark.parametrize("layout", ["en", "both"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_english_holds_office_articles_and_days(papers, tmp_path: Path, kind: str, layout: str):
    told = translation(papers, kind, layout, tmp_path)
    assert [said for said in ENGLISH[kind] if said not in told] == []
    assert "Translation, not for submission" in told


@pytest.mark.parametrize("kind", KINDS)
def test_the_reading_copy_names_nobody(papers, tmp_path: Path, kind: str):
    told = joined(text(papers[kind, "en"], tmp_path))
    assert BUREAU_EN.replace(" ", "") in told
    assert [name for name in (*IDENTITIES, "𠮷", "龘") if name in told] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_line_begins_or_ends_with_a_mark_that_may_not_stand_there(papers, tmp_path: Path, kind: str, layout: str):
    stand = [line.text for line in lines(papers[kind, layout], tmp_path) if line.text]
    assert len(stand) > 20
    assert [line for line in stand if line[0] in NO_LINE_BEGINS_WITH or line[-1] in NO_LINE_ENDS_WITH] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_font_goes_with_the_file_and_only_as_far_as_needed(papers, tmp_path: Path, kind: str, layout: str):
    used = fonts(papers[kind, layout], tmp_path)
    assert used
    assert [font for font in used if (font["emb"], font["sub"], font["uni"]) != ("yes", "yes", "yes")] == []
    assert all(re.match(r"[A-Z]{6}\+", font["name"]) for font in used)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_blank(papers, kind: str, layout: str):
    """A page that holds its number alone is blank too: the foot is not looked at."""
    for page in page_images(papers[kind, layout], 1.0):
        body = page.rgb[: len(page.rgb) * 7 // 8]
        assert sum(1 for at in range(0, len(body), 3) if body[at] < 128) > 600


def test_the_chinese_card_is_one_page(papers):
    assert len(page_images(papers[CARD, "zh"], 0.2)) == 1
