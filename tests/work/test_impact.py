"""A change of rules over a whole casebook: who gets another answer, and which closed cases may be opened again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.cases import Entitlement, Outcome, Service, Stage
from caseapp.errors import BadInput
from caseapp.policy.model import AllOf, Criterion, Pack, criteria
from caseapp.policy.packs import load
from caseapp.policy.verdict import Verdict
from caseapp.work.cases import case_file, case_rows, close_case, save
from caseapp.work.facts import set_fact
from caseapp.work.impact import changes_of, impact_of_days, impact_of_pack, in_force_on
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.progress import Cancelled, Progress
from caseapp.work.samples import load_samples
from tests.work.conftest import NOW

TODAY = NOW.date()
BEIJING = load("beijing")
VOCATIONAL = "beijing-secondary-vocational-2013"


def with_rule(pack: Pack, key: str, **changes: object) -> Pack:
    """The pack with one programme changed; ``None`` for the key's programme takes it out."""
    return replace(pack, programmes=tuple(replace(one, **changes) if one.id == key else one for one in pack.programmes))


def without(pack: Pack, key: str) -> Pack:
    return replace(pack, programmes=tuple(one for one in pack.programmes if one.id != key))


def asking(pack: Pack, key: str, fact: str, value: int) -> Pack:
    """The pack in which one criterion of a programme asks for another number."""

    def other(node: Criterion | AllOf) -> Criterion | AllOf:
        if isinstance(node, Criterion):
            return replace(node, value=value) if node.fact == fact else node
        return replace(node, parts=tuple(other(part) for part in node.parts))

    programme = pack.programme(key)
    return with_rule(pack, key, eligibility=other(programme.eligibility))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    from caseapp.work.session import NewProfile, create_with_key

    folder = tmp_path_factory.mktemp("impact") / "test.casebook"
    with create_with_key(folder, b"k" * 32, NewProfile("li", city="beijing"), NOW) as opened:
        load_samples(opened, NOW)
        yield opened


@pytest.fixture(scope="module")
def exam(desk):
    """The sample case of the vocational exam: 1 year short of insurance when it was refused in September 2013."""
    return next(row.id for row in case_rows(desk) if row.service is Service.SENIOR_SECONDARY_EXAM)


def test_a_pack_that_only_says_it_otherwise_changes_nobody(desk):
    same = replace(BEIJING, version="2027-01-01")
    found = impact_of_pack(desk, BEIJING, same, TODAY)
    assert (found.changes, found.looked_at, found.open_cases, found.closed_cases) == ((), 0, (), ())


def test_an_open_case_whose_answer_changes_is_named_with_from_to_and_the_criterion(desk, exam):
    programme = BEIJING.programme(VOCATIONAL)
    asked = next(one for one in criteria(programme.eligibility) if "social_insurance" in one.fact)
    fact = asked.fact
    strict = with_rule(BEIJING, VOCATIONAL, eligibility=AllOf((asked,)))
    found = impact_of_pack(desk, strict, asking(strict, VOCATIONAL, fact, 1), TODAY)
    assert [(one.before.id, one.after.id) for one in found.changes] == [(VOCATIONAL, VOCATIONAL)]
    case = next(one for one in found.open_cases if one.case == exam)
    turn = next(turn for turn in case.programmes if turn.change.before.id == VOCATIONAL)
    assert (turn.before, turn.after) == (Verdict.NOT_MET, Verdict.MET)
    assert [(one.fact, one.before.verdict, one.after.verdict) for one in turn.criteria] == [
        (fact, Verdict.NOT_MET, Verdict.MET)
    ]
    assert case.on == case_file(desk, exam).case.as_of


def test_a_criterion_that_turns_without_the_answer_turning_is_no_other_answer(desk):
    easier = asking(BEIJING, VOCATIONAL, "social_insurance_months", 1)
    found = impact_of_pack(desk, BEIJING, easier, TODAY)
    for one in found.open_cases:
        assert any(turn.before is not turn.after for turn in one.programmes)


def test_only_cases_of_a_service_with_a_changed_rule_are_read(desk):
    seen = []
    found = impact_of_pack(
        desk, BEIJING, without(BEIJING, VOCATIONAL), TODAY, Progress(lambda done, total: seen.append((done, total)))
    )
    wanted = [row for row in case_rows(desk) if row.city == "beijing" and row.service is Service.SENIOR_SECONDARY_EXAM]
    assert found.looked_at == len(wanted) == len(seen) and seen[-1][1] == len(wanted)


def test_it_stops_when_it_is_told_to(desk):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        impact_of_pack(desk, BEIJING, without(BEIJING, VOCATIONAL), TODAY, progress)


def test_a_closed_case_that_was_refused_under_a_rule_now_gone_is_named(session):
    load_samples(session, NOW)
    exam = next(row.id for row in case_rows(session) if row.service is Service.SENIOR_SECONDARY_EXAM)
    close_case(session, exam, Outcome.NOT_SOLVED, Entitlement.NOT_OBTAINED, "不符合", TODAY, NOW)
    gone = impact_of_pack(session, BEIJING, without(BEIJING, VOCATIONAL), TODAY)
    assert [(one.case, [rule.id for rule in one.refused_under]) for one in gone.closed_cases] == [(exam, [VOCATIONAL])]
    assert not gone.open_cases
    close_case(session, exam, Outcome.SOLVED, Entitlement.OBTAINED, "办成", TODAY, NOW)
    assert not impact_of_pack(session, BEIJING, without(BEIJING, VOCATIONAL), TODAY).closed_cases
    assert case_file(session, exam).case.stage is Stage.CLOSED


def test_the_versions_of_two_days_are_held_against_the_same_facts(session):
    """Only the rules differ: a count that grows between the two days turns no answer."""
    form = IntakeForm(city="beijing", service=Service.SENIOR_SECONDARY_EXAM, client_nickname="某", consent_keep=True)
    case = begin_case(session, form, NOW)
    set_fact(session, case, None, "social_insurance_months", 30, TODAY, now=NOW)
    earlier, later = date(2013, 6, 1), TODAY
    found = impact_of_days(session, earlier, later, "beijing")
    held = [{one.id for one in in_force_on(BEIJING, day).programmes} for day in (earlier, later)]
    assert {one.before.id for one in found.changes if one.before} == held[0] - held[1]
    assert {one.after.id for one in found.changes if one.after} == held[1] - held[0]
    for one in found.open_cases:
        assert all(
            finding.actual in (None, 30) for turn in one.programmes for pair in turn.criteria
            for finding in (pair.before, pair.after) if finding and finding.criterion.fact == "social_insurance_months"
        )  # fmt: skip
    assert not impact_of_days(session, TODAY, TODAY).changes


def test_a_rule_that_ended_is_paired_with_the_one_that_took_its_place():
    points = [one for one in BEIJING.programmes if one.id.startswith("beijing-points-hukou-20")]
    trial, now = (next(one for one in points if year in one.id) for year in ("2017", "2020"))
    before, after = (in_force_on(BEIJING, day) for day in (date(2019, 6, 1), date(2021, 6, 1)))
    pairs = {(one.before.id, one.after.id) for one in changes_of(before, after) if one.before and one.after}
    assert (trial.id, now.id) in pairs


def test_a_change_of_a_national_rule_reaches_the_cases_of_every_city(session):
    nation = load("national")
    rule = next(one for one in nation.programmes if one.service == "compulsory_education" and one.in_force(TODAY))
    for city in ("beijing", "海口"):
        form = IntakeForm(city=city, service=Service.COMPULSORY_EDUCATION, client_nickname="某", consent_keep=True)
        begin_case(session, form, NOW)
    found = impact_of_pack(session, nation, without(nation, rule.id), TODAY)
    assert found.looked_at == 2
    assert {one.city for one in found.open_cases} == {"beijing", "海口"}


def test_an_unknown_place_is_refused(session):
    with pytest.raises(BadInput):
        impact_of_days(session, date(2013, 1, 1), TODAY, "atlantis")


def test_a_case_with_a_day_of_its_own_is_judged_by_both_packs_on_that_day(session):
    form = IntakeForm(city="beijing", service=Service.SENIOR_SECONDARY_EXAM, client_nickname="某", consent_keep=True)
    case = begin_case(session, form, NOW)
    day = BEIJING.programme(VOCATIONAL).effective_from
    save(session, replace(case_file(session, case).case, as_of=day.replace(year=day.year - 1)), "test", NOW)
    assert impact_of_pack(session, BEIJING, without(BEIJING, VOCATIONAL), TODAY).open_cases == ()
    save(session, replace(case_file(session, case).case, as_of=day), "test", NOW)
    (one,) = impact_of_pack(session, BEIJING, without(BEIJING, VOCATIONAL), TODAY).open_cases
    assert [(turn.after, turn.change.after) for turn in one.programmes] == [(None, None)]
