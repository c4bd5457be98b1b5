"""The whole of it in forty lines: intake → facts → check → finding → letter → claim. README.md shows this test."""

from __future__ import annotations

from datetime import date, datetime

from caseapp.domain.cases import Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.work.cases import case_file
from caseapp.work.check import check_case, plan_case
from caseapp.work.deadlines import ladder_of
from caseapp.work.facts import set_fact
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.letters import draft
from caseapp.work.patterns import case_patterns, group_patterns
from caseapp.work.report import build
from caseapp.work.samples import load_samples
from caseapp.work.session import NewProfile, create_with_key
from caseapp.work.visits import VisitForm, new_office, record_visit, referral_chain

NOW = datetime(2013, 3, 1, 10, 0)
TODAY = NOW.date()


def test_one_family_is_heard_and_many_become_one_claim(tmp_path):
    with create_with_key(tmp_path / "story.casebook", b"k" * 32, NewProfile("li", city="beijing"), NOW) as session:
        case = begin_case(session, IntakeForm(
            city="beijing", district="某区", service=Service.SENIOR_SECONDARY_EXAM, client_nickname="老李",
            child_nickname="孩子甲", applicant_is_child=True, consent_keep=True, useful_until=date(2013, 6, 24),
        ), NOW)  # fmt: skip

        set_fact(session, case, None, "social_insurance_continuous_months", 14, TODAY, now=NOW)
        found = check_case(session, case, TODAY).of("beijing-secondary-vocational-2013")
        assert [finding.criterion.id for finding in found.failing] == ["si3"]

        planned = plan_case(session, case, TODAY).of("beijing-secondary-vocational-2013")
        assert [gap.earliest for gap in planned.gaps if gap.finding.criterion.id == "si3"] == [date(2015, 1, 1)]

        school = new_office(session, OfficeKind.SCHOOL, "某中学", case, NOW)
        street = new_office(session, OfficeKind.STREET_OFFICE, "某街道办事处", case, NOW)
        for day, here, there in ((18, school, street), (20, street, school), (25, school, street)):
            on = ImpreciseDay.on(date(2013, 2, day))
            record_visit(session, case, VisitForm(here.id, on, answer=Answer.REFERRED, referred_to=there.id), NOW)
        assert [loop.days for loop in referral_chain(case_file(session, case)).loops] == [7]
        assert {"impossible_requirement", "office_shuffle"} <= {p.pattern for p in case_patterns(session, case, TODAY)}

        ladder = ladder_of(case_file(session, case), TODAY)
        assert (ladder.first_step.kind.value, ladder.clock_running) == ("service_application", False)
        card = draft(session, case, "prompt_card", TODAY)
        assert [block.id for block in card.zh.blocks] == [block.id for block in card.en.blocks]

        load_samples(session, datetime(2026, 11, 20, 9, 0))
        claim = max(group_patterns(session, date(2026, 11, 20)), key=lambda shared: shared.group.households)
        report = build(session, date(2026, 11, 20), claim.group.id)
        assert (claim.group.households, report.figures.total) == (31, 30)
