"""The case list, and simple changes to a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from caseapp.domain.cases import Entitlement, Outcome, Role, Stage
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.people import Person, Relation, Sex
from caseapp.errors import BadInput, CannotOpen
from caseapp.work.access import Look, looks, note
from caseapp.work.cases import (
    case_file,
    case_rows,
    close_case,
    delete_case,
    deleted_cases,
    find_case,
    reopen_case,
    restore_case,
    save,
    set_useful_day,
    write_story,
)
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.people import add_member, end_membership, problems, same_number, save_person, set_party
from caseapp.work.samples import load_samples
from caseapp.work.session import NewProfile, create_casebook, open_casebook
from caseapp.work.timeline import EntryKind, timeline

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))
PASSPHRASE = "gravel mitten oboe lantern"


def person_called(session, name):
    begin_case(session, IntakeForm(client_name=name, consent_keep=True), NOW)


@pytest.mark.parametrize("part", ["龘", "欧阳", "欧阳龘梅", "阳龘"])
def test_a_case_is_found_by_any_part_of_a_name(session, part):
    person_called(session, "欧阳龘梅")
    person_called(session, "李四")
    assert [row.client for row in case_rows(session, part)] == ["欧阳龘梅"]


@pytest.mark.parametrize("text", ["'; DROP TABLE", "%", "_", '"', "\\", "NEAR(", "*", "-", "a AND", "😀"])
def test_no_search_text_is_an_error(session, text):
    person_called(session, "李四")
    assert {row.client for row in case_rows(session, text)} <= {"李四"}


@pytest.mark.parametrize("text", ["", "欧阳"])
def test_a_short_list_is_the_beginning_of_the_whole_one(session, text):
    for name in ("欧阳甲", "欧阳乙", "李四", "欧阳丙"):
        person_called(session, name)
    whole = case_rows(session, text)
    assert len(whole) == (3 if text else 4)
    assert case_rows(session, text, most=2) == whole[:2]


def test_a_case_is_found_by_its_number_or_its_id(session, case):
    assert find_case(session, "2026-A001") == find_case(session, case) == case
    with pytest.raises(BadInput, match="2026-A999"):
        find_case(session, "2026-A999")


def test_a_case_taken_off_the_list_can_be_brought_back(session, case):
    delete_case(session, case, NOW)
    assert case_rows(session) == ()
    assert [gone.number for gone in deleted_cases(session)] == ["2026-A001"]
    with pytest.raises(BadInput):
        case_file(session, case)
    restore_case(session, case, NOW)
    assert [row.id for row in case_rows(session)] == [case]


def test_outcome_and_entitlement_are_two_things(session, case):
    close_case(session, case, Outcome.SOLVED_OTHERWISE, Entitlement.NOT_OBTAINED, "另找了学校", NOW.date(), NOW)
    kept = case_file(session, case).case
    assert (kept.stage, kept.outcome) == (Stage.CLOSED, Outcome.SOLVED_OTHERWISE)
    assert kept.entitlement is Entitlement.NOT_OBTAINED
    assert case_rows(session, closed=False) == ()
    with pytest.raises(BadInput):
        close_case(session, case, Outcome.SOLVED, Entitlement.OBTAINED, "", date(2020, 1, 1), NOW)


def test_what_cannot_be_kept_changes_nothing(session, case):
    kept = case_file(session, case).case
    sequence = session.casebook.sequence
    changes = ({"story": "\ud800"}, {"district": "\u202e"}, {"useful_until": date(9999, 1, 1)})
    for broken in (replace(kept, **change) for change in changes):
        with pytest.raises(BadInput):
            save(session, broken, "Case changed", NOW)
    assert session.casebook.sequence == sequence


def test_an_identity_number_is_pointed_out_but_never_a_gate(session, case):
    person = case_file(session, case).client()
    odd = replace(person, id_number="11010519490230002X")
    assert [(problem.field, problem.asked) for problem in problems(odd, NOW.date())] == [("id_number", True)]
    save_person(session, odd, NOW)
    assert case_file(session, case).person(person.id).id_number == "11010519490230002X"
    assert problems(replace(person, id_number="11010519491231002x"), NOW.date()) == ()
    for number, sex in (("110105203012310026", None), ("110105188012310023", None), ("11010519491231002X", Sex.MALE)):
        other = replace(person, id_number=number, sex=sex)
        assert [(problem.field, problem.asked) for problem in problems(other, NOW.date())] == [("id_number", True)]


def test_the_same_identity_number_on_two_people_is_pointed_out(session, case):
    person = case_file(session, case).client()
    save_person(session, replace(person, id_number="11010519491231002X"), NOW)
    other = Person("", "李四", id_number="110105 19491231 002x")
    added = add_member(session, case, other, Relation.SPOUSE, now=NOW)
    assert same_number(session, replace(other, id=added)) == (person.id,)


def test_a_role_is_changed_and_not_doubled(session, case):
    client = case_file(session, case).client()
    set_party(session, case, client.id, Role.AGENT, power="代为递交", now=NOW)
    set_party(session, case, client.id, Role.AGENT, power="代为领取", now=NOW)
    agents = [party for party in case_file(session, case).parties if party.role is Role.AGENT]
    assert [party.power for party in agents] == ["代为领取"]
    with pytest.raises(BadInput):
        set_party(session, case, "nobody", Role.AGENT, now=NOW)


def test_nobody_leaves_a_household_before_joining_it(session, case):
    add_member(session, case, Person("", "李四"), Relation.SPOUSE, ImpreciseDay.year(2020), NOW)
    member = next(entry for entry in case_file(session, case).memberships if entry.relation is Relation.SPOUSE)
    with pytest.raises(BadInput):
        end_membership(session, member, ImpreciseDay.year(2019), NOW)
    end_membership(session, member, ImpreciseDay.year(2024), NOW)
    assert case_file(session, case).related(Relation.SPOUSE, NOW.date()) == ()


def test_the_timeline_shows_visits_in_their_order(session):
    load_samples(session, NOW)
    entries = timeline(case_file(session, find_case(session, "2012-A001")))
    assert [str(entry.day) for entry in entries if entry.kind is EntryKind.VISIT] == [
        "2012-05-14", "2012-06-04", "2012-07-09", "2012-09-03",
    ]  # fmt: skip
    assert [entry.day.earliest for entry in entries if entry.day] == sorted(e.day.earliest for e in entries if e.day)


def test_a_weak_passphrase_makes_no_casebook(tmp_path):
    with pytest.raises(BadInput, match="15"):
        create_casebook(tmp_path / "a.casebook", "short", NewProfile("li"), NOW)
    with pytest.raises(BadInput, match="handle"):
        create_casebook(tmp_path / "a.casebook", PASSPHRASE, NewProfile(" "), NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_casebook_opens_with_its_passphrase_and_with_no_other(tmp_path):
    from caseapp.store.keys import FLOOR

    profile = NewProfile("li", "某援助站", "beijing", "某区", "en")
    create_casebook(tmp_path / "a.casebook", PASSPHRASE, profile, NOW, kdf=FLOOR).close()
    with open_casebook(tmp_path / "a.casebook", PASSPHRASE, now=NOW) as session:
        assert (session.handle, session.language, session.profile.district) == ("li", "en", "某区")
    with pytest.raises(CannotOpen, match="Caps Lock"):
        open_casebook(tmp_path / "a.casebook", PASSPHRASE + "!", now=NOW)


def test_a_look_at_a_case_is_noted_without_a_name(session, case):
    note(session, Look.OPENED, case, NOW)
    assert [(look.who, look.action, look.what) for look in looks(session)] == [("li", "opened", case)]


def test_a_closed_case_is_opened_again_with_what_was_written_at_its_end(session, case):
    close_case(session, case, Outcome.CLIENT_STOPPED, Entitlement.NOT_OBTAINED, "回老家了", NOW.date(), NOW)
    reopen_case(session, case, NOW)
    kept = case_file(session, case).case
    assert (kept.stage, kept.outcome, kept.outcome_on, kept.entitlement, kept.why_stopped) == (
        Stage.WITH_US, Outcome.OPEN, None, Entitlement.UNKNOWN, "回老家了",
    )  # fmt: skip


def test_story_and_useful_day_leave_each_other_alone(session, case):
    write_story(session, case, "一年级入学", "窗口让去街道。", NOW)
    set_useful_day(session, case, date(2027, 9, 1), "开学", "民办学校", date(2027, 8, 1), NOW)
    kept = case_file(session, case).case
    assert (kept.request, kept.story, kept.useful_until) == ("一年级入学", "窗口让去街道。", date(2027, 9, 1))
    assert (kept.useful_because, kept.fallback, kept.fallback_by) == ("开学", "民办学校", date(2027, 8, 1))
