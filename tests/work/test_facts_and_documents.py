"""Facts and papers: what the rules ask for, who it is about, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.facts import Spell, SpellKind
from caseapp.domain.people import Relation
from caseapp.domain.standing import papers_in_hand
from caseapp.errors import BadInput, NotReady
from caseapp.work.cases import case_file, save
from caseapp.work.check import planned_case
from caseapp.work.documents import (
    checklist,
    delete_document,
    missing_papers,
    number_exhibit,
    save_document,
    set_state,
)
from caseapp.work.facts import clear_fact, correct_fact, mark_adverse, questions, save_spell, set_fact
from caseapp.work.history import What, history, last_unit, undo
from caseapp.work.importing import import_files
from caseapp.work.samples import sample_files
from caseapp.work.verifying import verify

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))
TODAY = NOW.date()


def keys(session, case, *, answered):
    return [one.key for one in questions(session, case, TODAY) if (one.value is not None) is answered]


def test_the_rules_of_the_city_ask_and_the_next_question_stands_first(session, case):
    asked = questions(session, case, TODAY)
    assert asked and all(one.value is None for one in asked)
    assert asked[0].next and sum(one.next for one in asked) == 1
    assert asked[0].question.zh and asked[0].label.en


def test_an_answer_moves_its_question_to_the_end(session, case):
    first = questions(session, case, TODAY)[0]
    value = True if not first.choices and first.unit is None else first.choices[0][0] if first.choices else 3
    set_fact(session, case, first.person, first.key, value, TODAY, "听当事人说", NOW)
    assert questions(session, case, TODAY)[-1].key == first.key
    assert first.key in keys(session, case, answered=True)


def test_an_answer_is_corrected_for_its_day_and_kept_for_another(session, case):
    set_fact(session, case, None, "lease_months", 3, date(2026, 10, 1), now=NOW)
    set_fact(session, case, None, "lease_months", 4, date(2026, 10, 1), now=NOW)
    fact = set_fact(session, case, None, "lease_months", 6, TODAY, now=NOW)
    facts = sorted((str(one.as_of), one.value) for one in case_file(session, case).facts)
    assert facts == [("2026-10-01", "4"), ("2026-11-21", "6")]
    clear_fact(session, fact, NOW)
    assert [one.value for one in case_file(session, case).facts] == ["4"]


@pytest.mark.parametrize(
    ("key", "value", "day"),
    [("lease_month", 3, TODAY), ("lease_months", "long", TODAY), ("lease_months", -1, TODAY), ("age", 3.5, TODAY),
     ("criminal_record", "no", TODAY), ("lease_months", 3, TODAY + timedelta(1))],
)  # fmt: skip
def test_an_answer_that_cannot_be_is_refused(session, case, key, value, day):
    with pytest.raises(BadInput):
        set_fact(session, case, None, key, value, day, now=NOW)
    assert case_file(session, case).facts == ()


def test_an_adverse_answer_is_never_kept_for_a_moment_without_its_mark(session, case):
    fact = set_fact(session, case, None, "lease_months", 3, TODAY, now=NOW, adverse=True)
    assert [line.label for line in history(session, case)[0].lines if line.label == "Adverse"]
    set_fact(session, case, None, "lease_months", 4, TODAY, now=NOW)
    assert [(one.id, one.value, one.adverse) for one in case_file(session, case).facts] == [(fact, "4", True)]


def test_the_mark_of_an_answer_is_set_and_taken_off(session, case):
    fact = set_fact(session, case, None, "lease_months", 3, TODAY, "听当事人说", NOW)
    mark_adverse(session, fact, True, NOW)
    assert history(session, case)[0].intention == "Fact marked adverse"
    mark_adverse(session, fact, False, NOW)
    assert [(one.value, one.source, one.adverse) for one in case_file(session, case).facts] == [("3", "听当事人说", False)]
    clear_fact(session, fact, NOW)
    with pytest.raises(BadInput):
        mark_adverse(session, "no-such-fact", True, NOW)


def test_day_source_and_mark_of_an_answer_are_corrected_as_one(session, case):
    fact = set_fact(session, case, None, "lease_months", 3, TODAY, now=NOW)
    before = len(history(session, case))
    correct_fact(session, case, fact, date(2026, 10, 1), "租房合同", True, NOW)
    kept = case_file(session, case).facts[0]
    assert (kept.as_of, kept.source, kept.adverse) == (date(2026, 10, 1), "租房合同", True)
    assert len(history(session, case)) == before + 1


def test_an_answer_is_not_moved_onto_another_or_into_the_future(session, case):
    set_fact(session, case, None, "lease_months", 3, date(2026, 10, 1), now=NOW)
    fact = set_fact(session, case, None, "lease_months", 4, TODAY, now=NOW)
    facts = case_file(session, case).facts
    for day in (date(2026, 10, 1), TODAY + timedelta(1)):
        with pytest.raises(BadInput):
            correct_fact(session, case, fact, day, "", False, NOW)
    assert case_file(session, case).facts == facts


def test_a_fact_about_the_spouse_adds_the_spouse_without_a_name(session, case):
    set_fact(session, case, None, "spouse_hukou_is_local", True, TODAY, now=NOW)
    file = case_file(session, case)
    assert [fact.person for fact in file.facts] == [person.id for person in file.related(Relation.SPOUSE, TODAY)]


def test_a_fact_about_the_child_goes_to_the_child(session, case):
    set_fact(session, case, None, "child_hukou_is_local", False, TODAY, now=NOW)
    file = case_file(session, case)
    assert file.person(file.facts[0].person).nickname == "孩子甲"


def test_nobody_of_another_case_gets_a_fact(session, case):
    with pytest.raises(BadInput):
        set_fact(session, case, "somebody", "age", 3, TODAY, now=NOW)


def test_a_spell_ends_after_it_begins(session, case):
    client = case_file(session, case).client().id
    spell = Spell("", client, SpellKind.INSURED, ImpreciseDay.month(2020, 1), ImpreciseDay.month(2019, 1))
    with pytest.raises(BadInput):
        save_spell(session, spell, NOW)
    save_spell(session, replace(spell, until=None), NOW)
    assert len(case_file(session, case).spells) == 1


def test_papers_of_the_rules_stand_in_the_list_and_missing_ones_first(session, case):
    rows = checklist(session, case, TODAY)
    assert rows and all(row.missing and row.programmes and row.label.zh for row in rows)
    paper = rows[0].paper
    set_state(session, case, paper, DocumentState.HELD, TODAY, now=NOW)
    assert paper not in missing_papers(session, case, TODAY)
    assert checklist(session, case, TODAY)[-1].paper == paper


def test_a_paper_somebody_withholds_stays_missing_and_names_who(session, case):
    set_state(session, case, "proof_of_address", DocumentState.WITHHELD, TODAY, holder=HolderKind.LANDLORD, now=NOW)
    row = next(row for row in checklist(session, case, TODAY) if row.paper == "proof_of_address")
    assert (row.state, row.holder) == (DocumentState.WITHHELD, HolderKind.LANDLORD)


def test_a_paper_needs_a_name(session, case):
    with pytest.raises(BadInput):
        save_document(session, Document("", case), NOW)
    save_document(session, Document("", case, title="老家的信"), NOW)
    assert [paper.title for paper in case_file(session, case).documents] == ["老家的信"]


@pytest.mark.parametrize("pages", [0, -1, 10_000])
def test_a_paper_has_a_number_of_pages_that_can_be(session, case, pages):
    with pytest.raises(BadInput, match="whole number"):
        save_document(session, Document("", case, title="老家的信", pages=pages), NOW)
    save_document(session, Document("", case, title="老家的信", pages=1), NOW)


def held(case, title):
    return Document("", case, title=title, state=DocumentState.HELD)


def kept(session, case, title):
    return next(paper for paper in case_file(session, case).documents if paper.title == title)


def test_exhibits_are_numbered_in_turn_and_keep_their_number(session, case):
    assert [number_exhibit(session, held(case, title), NOW) for title in ("合同", "信")] == [1, 2]
    assert number_exhibit(session, kept(session, case, "合同"), NOW) == 1
    save_document(session, replace(kept(session, case, "信"), proves="住在本区"), NOW)
    assert kept(session, case, "信").exhibit == 2


def test_an_exhibit_number_is_never_given_twice(session, case):
    for title in ("合同", "信", "收据"):
        number_exhibit(session, held(case, title), NOW)
    delete_document(session, kept(session, case, "收据").id, NOW)
    assert number_exhibit(session, held(case, "照片"), NOW) == 4
    undo(session, last_unit(session, case).id, NOW)
    assert number_exhibit(session, held(case, "证明"), NOW) == 5


def test_a_paper_imported_with_a_number_is_counted_on_from(session, case):
    save_document(session, replace(held(case, "合同"), exhibit=7), NOW)
    assert number_exhibit(session, held(case, "信"), NOW) == 8


def test_what_is_not_in_hand_is_no_exhibit(session, case):
    with pytest.raises(BadInput, match="in hand"):
        number_exhibit(session, Document("", case, title="证明"), NOW)
    assert case_file(session, case).documents == ()


def test_the_history_says_who_changed_what_from_what_to_what(session, case):
    kept = case_file(session, case).case
    save(session, replace(kept, story="第一次说的"), "Case changed", NOW)
    save(session, replace(kept, story="第二次说的"), "Case changed", NOW)
    newest, before, begun = history(session, case)[:3]
    line = newest.lines[0]
    assert (newest.who, line.label, line.what, line.before, line.after) == (
        "li", "Story", What.CHANGED, "第一次说的", "第二次说的",
    )  # fmt: skip
    assert before.lines[0].before is None
    assert begun.intention == "Case begun" and any(line.what is What.ADDED for line in begun.lines)


def test_a_unit_of_work_is_taken_back_by_another(session, case):
    kept = case_file(session, case).case
    save(session, replace(kept, story="误写"), "Case changed", NOW)
    undo(session, last_unit(session, case).id, NOW)
    assert case_file(session, case).case == kept
    assert len(history(session, case)) == 3


def test_what_was_changed_again_later_cannot_be_taken_back(session, case):
    kept = case_file(session, case).case
    save(session, replace(kept, story="一"), "Case changed", NOW)
    unit = last_unit(session, case).id
    save(session, replace(kept, story="二"), "Case changed", NOW)
    with pytest.raises(NotReady):
        undo(session, unit, NOW)
    assert case_file(session, case).case.story == "二"


def test_a_casebook_with_everything_in_it_is_sound(session):
    import_files(session, sample_files(TODAY), NOW)
    assert verify(session).sound


def test_a_paper_whose_validity_has_ended_is_no_longer_in_hand(session, case):
    set_state(session, case, "residence_permit", DocumentState.HELD, TODAY, now=NOW)
    (held,) = case_file(session, case).documents
    assert papers_in_hand(case_file(session, case), TODAY) == {"residence_permit"}
    save_document(session, replace(held, valid_until=TODAY - timedelta(1)), NOW)
    set_fact(session, case, None, "residence_permit_held", True, TODAY, now=NOW)
    file = case_file(session, case)
    assert papers_in_hand(file, TODAY) == frozenset()
    assert papers_in_hand(file, TODAY - timedelta(1)) == {"residence_permit"}
    proofs = {one.paper for way in planned_case(session, case, TODAY).programmes for one in way.proofs}
    assert "residence_permit" in proofs
