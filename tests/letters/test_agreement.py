"""The Chinese paper and its English reading copy say the same: blocks, days, numbers, articles, reasons."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from caseapp.domain.cases import Service
from caseapp.law.library import provisions
from caseapp.letters import blocks as b
from caseapp.letters.basis import provenance
from caseapp.letters.days import full
from caseapp.letters.drafting import draft_letter
from caseapp.letters.numerals import english_article
from caseapp.letters.services import service_words
from caseapp.letters.wording import phrases, slots
from caseapp.paths import resource
from tests.letters.letter_text import plain_text
from tests.letters.test_golden import LETTERS

MONTHS = [full(date(2026, month, 1)).en.split()[1] for month in range(1, 13)]
DAY_ZH = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?")
DAY_EN = re.compile(rf"(?:(\d{{1,2}}) )?\b({'|'.join(MONTHS)})\b(?: (\d{{4}}))?")
ARTICLE_ZH = re.compile(r"第[一二三四五六七八九十百零]+条(?:第[一二三四五六七八九十]+款)?(?:第[一二三四五六七八九十]+项)?")
ARTICLE_EN = re.compile(r"art\. \d+(?:\(\d+\))?(?:, item \d+)?")
QUOTED = re.compile(r"“[^”]*”")
NAMES_THE_CLIENT = ("applicant", "representative", "respondent")
TEMPLATES = sorted(path.stem for path in resource("letters").glob("*.yaml") if path.stem != "services")
MAY_STAND_IN_CHINESE_ONLY = {"name", "number", "place", "address", "on_day", "relation", "you", "account", "by"}


def _pairs(name):
    file, kind, on, missing = LETTERS[name]
    made = draft_letter(file, kind, on, missing)
    return made, b.pair(made.zh, made.en)


def _text(block):
    return plain_text(b.Paper("", "", "", (block,))).split("\n", 3)[-1]


def _days_zh(text):
    return Counter((year or "", int(month), int(day or 0)) for year, month, day in DAY_ZH.findall(text))


def _days_en(text):
    return Counter((year, MONTHS.index(month) + 1, int(day or 0)) for day, month, year in DAY_EN.findall(text))


@pytest.mark.parametrize("name", LETTERS)
def test_both_languages_name_the_same_days(name):
    for zh, en in _pairs(name)[1]:
        assert _days_zh(_text(zh)) == _days_en(_text(en)), zh.id


@pytest.mark.parametrize("name", LETTERS)
def test_both_languages_cite_the_same_articles(name):
    for zh, en in _pairs(name)[1]:
        chinese = Counter(english_article(found) for found in ARTICLE_ZH.findall(QUOTED.sub("", _text(zh))))
        typed = Counter(english_article(found) for found in ARTICLE_ZH.findall(QUOTED.sub("", _text(en))))
        assert chinese - typed == Counter(ARTICLE_EN.findall(QUOTED.sub("", _text(en)))), zh.id


@pytest.mark.parametrize("name", LETTERS)
def test_both_languages_give_the_same_numbers(name):
    def numbers(text, day):
        plain = day.sub("", ARTICLE_EN.sub("", QUOTED.sub("", text)))
        plain = re.sub(r"^\(\d\) ", "", plain).replace("grade 1 of", "")
        return Counter(re.findall(r"\d+", plain))

    for zh, en in _pairs(name)[1]:
        if zh.id not in NAMES_THE_CLIENT:
            assert numbers(_text(zh), DAY_ZH) == numbers(_text(en), DAY_EN), zh.id


@pytest.mark.parametrize("name", LETTERS)
def test_each_sentence_has_the_same_reasons_in_both_languages(name):
    made, pairs = _pairs(name)
    for zh, en in pairs:
        assert [s.rests_on for s in b.sentences(zh)] == [s.rests_on for s in b.sentences(en)]
        assert all(sentence.rests_on.stated for sentence in b.sentences(zh)), zh.id
    cited = {id_ for entry in provenance(made.zh, made.en) for id_ in entry["provisions"]}
    assert cited <= set(provisions())


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_the_same_slots_in_both_languages(name):
    for key, template in phrases(name).templates.items():
        chinese, english = set(slots(template.zh)), set(slots(template.en))
        if "on_day" in english:
            english = english - {"on_day"} | {"day"}
        assert chinese - english <= MAY_STAND_IN_CHINESE_ONLY, key
        assert english - chinese <= {"on_day", "relation"} | chinese, key


@pytest.mark.parametrize("service", Service)
def test_a_service_has_its_words_in_both_languages(service):
    words = service_words(service)
    for text in (words.card, words.matter, words.opening, words.ends, words.fallback, words.duty_name):
        assert text.zh and text.en
    if words.letter:
        assert words.request.zh and words.claim.zh and words.need.zh and (words.provisions or words.with_permit)


def test_quotations_stand_word_for_word_in_the_provisions():
    for key, template in phrases("citations").templates.items():
        found = provisions()[key.split(".")[0]]
        assert found.confidence.value == "high", key
        english_article(found.article)
        for quotation in QUOTED.findall(template.zh):
            assert quotation.strip("“”") in found.quote_zh, key


@pytest.mark.parametrize("service", Service)
def test_every_provision_of_a_service_can_be_said(service):
    words = service_words(service)
    assert len(words.provisions) <= 5
    for id_ in (*words.provisions, *words.with_permit, *words.with_fee):
        assert id_ in phrases("citations")


def test_no_template_file_is_forgotten():
    used = Path(__file__).parents[2] / "caseapp" / "letters"
    source = "".join(path.read_text(encoding="utf-8") for path in used.rglob("*.py"))
    for name in TEMPLATES:
        assert f'"{name}"' in source, name
