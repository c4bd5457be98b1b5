"""What several cases share is said once, by the most telling ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from caseapp.attribution.case_patterns import derive
from caseapp.attribution.duty import duty_body
from caseapp.claims.bases import Basis
from caseapp.claims.disclosure import protect
from caseapp.claims.group import GroupPattern, group_patterns
from caseapp.claims.members import Duty, Member, Shown
from caseapp.claims.tables import Dimension, tally
from caseapp.claims.ways import PROCEDURES, Form, ways
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, HouseholdId
from caseapp.domain.offices import Level, OfficeKind
from caseapp.domain.visits import Grounds
from caseapp.law.library import procedures
from tests.attribution.sample_files import TODAY, sample, samples


def member(file: CaseFile) -> Member:
    on = file.judged_on(TODAY)
    body = duty_body(file, on)
    shown = tuple(Shown(found.pattern.value, found.records.visits, found.records.documents) for found in derive(file, on))
    duty = Duty(body.office, body.kind, body.level, body.city, body.district, body.provisions) if body else None
    return Member(file, shown, duty)


FAMILIES = tuple(member(file) for file in samples("two-schools-one-instruction"))


def shared() -> GroupPattern:
    (group,) = group_patterns(FAMILIES)
    return group


def moved(original: Member, number: int, days: int = 0) -> Member:
    """The same story in another family, some days later."""
    file = original.file
    case = replace(file.case, id=CaseId(f"case-{number}"), household=HouseholdId(f"home-{number}"))
    visits = tuple(
        replace(visit, day=ImpreciseDay.on(visit.day.latest + timedelta(days))) if visit.day else visit
        for visit in file.visits
    )
    return replace(original, file=replace(file, case=case, visits=visits))


def test_two_schools_one_instruction_is_one_pattern_by_paper_and_district() -> None:
    group = shared()
    assert group.basis is Basis.PAPER
    assert group.key.paper == "proof_of_address"
    assert group.key.district
    assert group.households == 31
    assert len(group.answering) == 2
    assert date(2026, 3, 1) <= group.first < group.last <= date(2026, 8, 31)


def test_the_body_with_the_duty_is_the_district_education_bureau_not_a_school() -> None:
    duty = shared().duty
    assert duty is not None
    assert (duty.kind, duty.level) == (OfficeKind.EDUCATION_BUREAU, Level.DISTRICT)
    assert duty.office not in shared().answering


def test_every_case_of_a_pattern_says_why_it_is_in_it() -> None:
    group = shared()
    assert set(group.why) == set(group.cases)
    assert all(group.why[case] for case in group.cases)
    assert 0 < group.strength <= 100
    assert len(group.strength_why) == 4


def test_one_family_alone_shares_nothing() -> None:
    assert group_patterns(FAMILIES[:1]) == ()
    twice = replace(FAMILIES[0].file.case, id=CaseId("second"))
    assert group_patterns((FAMILIES[0], replace(FAMILIES[0], file=replace(FAMILIES[0].file, case=twice)))) == ()


def test_a_year_apart_is_not_one_period() -> None:
    school = member(sample("shanghai-no-reason"))
    assert len(group_patterns((moved(school, 1), moved(school, 2, 30)))) == 1
    assert group_patterns((moved(school, 1), moved(school, 2, 400))) == ()
    four = (moved(school, 1), moved(school, 2, 30), moved(school, 3, 400), moved(school, 4, 430))
    groups = group_patterns(four)
    assert len(groups) == 2
    assert len({group.id for group in groups}) == 2


def test_families_insured_elsewhere_in_one_city_are_found() -> None:
    family = member(sample("shanghai-not-accepted-here"))
    other_hospital = replace(
        moved(family, 2, 20),
        file=replace(
            moved(family, 2, 20).file, visits=tuple(replace(v, office=None) for v in moved(family, 2).file.visits)
        ),
    )
    groups = group_patterns((moved(family, 1), other_hospital))
    assert [group.key.pattern for group in groups] == ["insurance_not_accepted"]


def test_a_free_tag_is_never_merged() -> None:
    tagged = [replace(moved(FAMILIES[0], n), patterns=(Shown("other:points_ranking"),)) for n in (1, 2)]
    assert all(group.key.pattern != "other:points_ranking" for group in group_patterns(tagged))


def test_a_pattern_with_other_records_is_not_hidden_behind_a_wider_one() -> None:
    apart = [replace(moved(FAMILIES[0], n), patterns=(Shown("wrong_oral_answer"),)) for n in (1, 2)]
    bases = {group.basis for group in group_patterns([*FAMILIES, *apart])}
    assert bases == {Basis.PAPER, Basis.PATTERN}


@given(st.permutations(range(len(FAMILIES))))
def test_the_order_of_the_cases_changes_nothing(order: list[int]) -> None:
    assert group_patterns([FAMILIES[i] for i in order]) == (shared(),)


def test_no_way_of_a_group_leads_to_a_petition() -> None:
    """Single form only, in the client's own name (Petition Work Regulations art. 26(5))."""
    assert set(PROCEDURES) <= set(procedures())
    assert not {"petition", "service_complaint"} & set(PROCEDURES)
    for service in Service:
        group = [
            replace(original, file=replace(original.file, case=replace(original.file.case, service=service)))
            for original in FAMILIES[:3]
        ]
        assert {way.procedure for way in ways(group)} <= set(PROCEDURES)


def test_two_refusals_by_two_schools_are_separate_applications() -> None:
    assert all(way.form is not Form.JOINT for way in ways(FAMILIES))


def test_one_closure_may_be_contested_jointly() -> None:
    school = member(sample("migrant-school-closed"))
    assert all(visit.grounds is Grounds.FACILITY_CLOSED for visit in school.file.visits)
    assert Form.JOINT in {way.form for way in ways((moved(school, 1), moved(school, 2)))}


def test_thirty_one_families_show_as_thirty_and_the_four_cannot_be_worked_out() -> None:
    published = protect(tally(FAMILIES))
    assert published.total == 30
    shown = [row.shown for table in published.tables for row in table.rows]
    assert 31 not in shown and 4 not in shown and 27 not in shown
    assert Dimension.SUBSTITUTE in published.left_out
    assert {Dimension.PATTERN, Dimension.PAPER, Dimension.OFFICE_KIND} <= {table.dimension for table in published.tables}


def test_what_a_person_typed_never_becomes_a_row() -> None:
    canary = "机密·canary"
    typed = []
    for family in FAMILIES:
        file = family.file
        demands = tuple(replace(demand, paper=canary, words=canary) for demand in file.demands)
        visits = tuple(replace(visit, words=canary, rule_title=canary) for visit in file.visits)
        case = replace(file.case, district=canary, request=canary)
        patterns = (Shown(f"other:{canary}"), *family.patterns)
        typed.append(replace(family, file=replace(file, case=case, demands=demands, visits=visits), patterns=patterns))
    published = protect(tally(typed))
    assert canary not in repr(published)
    paper = published.table(Dimension.PAPER)
    assert paper is not None and [row.category for row in paper.rows] == ["other"]


def test_a_day_not_remembered_counts_from_the_day_we_were_told() -> None:
    undated = [
        replace(m, file=replace(m.file, visits=tuple(replace(v, day=None) for v in m.file.visits))) for m in FAMILIES
    ]
    (group,) = group_patterns(undated)
    assert group.households == 31
    assert group.first >= date(2026, 3, 1)


def test_hours_leave_as_ranges_and_only_where_somebody_noted_them() -> None:
    def hours(members: Sequence[Member]) -> dict[str, int]:
        return dict(next((table.rows for table in tally(members).tables if table.dimension is Dimension.HOURS), ()))

    assert hours(FAMILIES) == {}
    some = [replace(one, hours="5-10") for one in FAMILIES[:12]]
    odd = replace(FAMILIES[12], hours="7.5")  # a sum is no range
    assert hours([*some, odd, *FAMILIES[13:]]) == {"5-10": 12, "": 19}
