"""Letters hold for every sample case on every day: nothing breaks or harms, cards fit, the languages pair."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.letters import blocks as b
from caseapp.letters.drafting import availability, draft_letter, has_blank
from caseapp.letters.kinds import KINDS
from caseapp.paper.pdf import render_pdf
from caseapp.paths import resource
from tests.attribution.sample_files import samples
from tests.letters.letter_cases import running_case_received
from tests.letters.letter_text import plain_text
from tests.letters.other_cases import permit_refused
from tests.letters.test_what_never_prints import HARMFUL

NAMES = sorted(path.stem for path in resource("samples").glob("*.yaml"))
ON = date(2026, 9, 5)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_sample_can_be_drafted_in_every_kind_that_is_open(name, kind):
    file = samples(name)[0]
    if not availability(file, kind, file.judged_on(ON)).ready:
        assert kind != "prompt_card"
        return
    made = draft_letter(file, kind, file.judged_on(ON))
    b.pair(made.zh, made.en)
    text = plain_text(made.zh) + plain_text(made.en)
    assert HARMFUL.findall(text) == []
    assert all(sentence.rests_on.stated for block in made.zh.blocks for sentence in b.sentences(block))


@pytest.mark.parametrize("name", NAMES)
def test_the_card_of_every_sample_fits_its_page(name):
    file = samples(name)[0]
    made = draft_letter(file, "prompt_card", file.judged_on(ON))
    assert not has_blank(made.zh)
    assert render_pdf(made.zh, day=ON)


@given(on=st.dates(date(2019, 1, 1), date(2028, 12, 31)), kind=st.sampled_from(sorted(KINDS)), adult=st.booleans())
def test_any_day_gives_a_paper_that_knows_nothing_of_later_days(on, kind, adult):
    file = permit_refused() if adult else running_case_received()
    if not availability(file, kind, on).ready:
        return
    made = draft_letter(file, kind, on)
    b.pair(made.zh, made.en)
    told = {visit for _, sentence in _said(made.zh) for visit in sentence.rests_on.visits}
    days = {str(visit.id): visit.day for visit in file.visits}
    assert all(days[visit] is None or days[visit].earliest <= on for visit in told)


def _said(paper):
    return [(block.id, sentence) for block in paper.blocks for sentence in b.sentences(block)]
