"""What has to be found in each public case on its day, written by hand from the statutes; the articles stand beside.

Where law or fact is disputed, both readings have to show (``test_disputed_days.py``). What the rules of the packs say of
these cases is held in ``tests/test_public_cases.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from caseapp.domain.offices import OfficeKind
from caseapp.law.avenues import Status
from caseapp.law.respondents import Standing

APPLICATION, CARD, RECONSIDERATION = "service_application", "prompt_card", "admin_reconsideration"
OLD_REVIEW = "admin_reconsideration_2017"
COMPULSORY = "compulsory-education-law-2018"
SCHOOLING = frozenset({(COMPULSORY, "第七条第二款"), (COMPULSORY, "第十二条第二款"), (COMPULSORY, "第十三条第一款")})
"""The county bureau runs compulsory education, owes equal conditions where parents live or work, and organises entry."""
EXAMS = frozenset({("education-law-2021", "第三十七条第一款")})
PERMIT = frozenset({("residence-permit-regulations-2016", "第二条"), ("residence-permit-regulations-2016", "第九条第五款")})
INJURY = frozenset({("work-injury-insurance-regulations-2010", "第十七条第二款")})
INSPECTION = frozenset({("labour-security-supervision-regs-2004", "第十一条第七项")})
NEEDS_ACT = {OLD_REVIEW: Status.NEEDS_FIRST}
"""Nothing of an office that surely can be respondent yet: it opens on the bureau's refusal or ripe silence
(Reconsideration Law of the day arts 6(9), 9; Implementing Regulations 2007 art. 16)."""


@dataclass(frozen=True)
class Expected:
    """What holds of one case on its day."""

    first: tuple[str, OfficeKind]
    answered: frozenset[OfficeKind]
    standing: Mapping[OfficeKind, Standing]
    duty: OfficeKind | None
    rests_on: frozenset[tuple[str, str]] = frozenset()
    closed: Mapping[str, Status] = field(default_factory=dict)
    derived: frozenset[str] = frozenset()
    coded: frozenset[str] = frozenset()


def _of(*words: str) -> frozenset[str]:
    return frozenset(words)


def school(first, **more) -> Expected:
    """A school said no: whether that is an act is disputed, the duty lies with the district bureau."""
    said_no = frozenset({OfficeKind.SCHOOL})
    disputed = {OfficeKind.SCHOOL: Standing.DISPUTED}
    given = {"rests_on": SCHOOLING, "closed": NEEDS_ACT, **more}
    return Expected(first, said_no, disputed, OfficeKind.EDUCATION_BUREAU, **given)


CAN_BE, CANNOT_BE, DISPUTED = Standing.CAN_BE, Standing.CANNOT_BE, Standing.DISPUTED
K = OfficeKind
EXPECTED: Mapping[str, Expected] = {
    "hk-both-parents-insurance": school(
        (CARD, K.SCHOOL), coded=_of("wrong_oral_answer", "stricter_checking")
    ),
    # Residence Permit Regulations arts 8, 9: the police take and issue, the station acts for them; a substitute is agreed.
    "tj-teda-borrowed-flat-notarised": Expected(
        (CARD, K.MIGRANT_STATION), frozenset(), {K.MIGRANT_STATION: DISPUTED}, K.POLICE_STATION, PERMIT,
        derived=_of("hard_paperwork", "third_party_holds_key"),
    ),
    # Social Insurance Law arts 63, 82(2), 86; Premium Collection Regulations art. 13: the collector orders payment.
    "js-arrears-nobody-competent": Expected(
        (APPLICATION, K.TAX_BUREAU), frozenset({K.SOCIAL_INSURANCE_AGENCY, K.TAX_BUREAU}),
        {K.TAX_BUREAU: CAN_BE, K.SOCIAL_INSURANCE_AGENCY: CAN_BE}, K.TAX_BUREAU,
        frozenset({("social-insurance-law-2018", "第六十三条第一款")}),
        coded=_of("office_shuffle", "enforcement_void"),
    ),
    "zz-2014-papers-do-not-match": school(
        (CARD, K.SCHOOL), derived=_of("hard_paperwork", "record_mismatch"),
        coded=_of("intrusive_check", "stricter_checking", "clock_runs_out"),
    ),
    "nn-school-full-at-dawn": school(
        (APPLICATION, K.EDUCATION_BUREAU), derived=_of("quota_exhausted"), coded=_of("hard_paperwork", "waiting_list")
    ),
    # Hukou Registration Regulations 1958 arts 3, 10; both refusals are acts, sixty days each (old law art. 9).
    "hf-bj-hukou-transfer-both-refuse": Expected(
        (RECONSIDERATION, K.GOVERNMENT), frozenset({K.POLICE_STATION, K.COURT}),
        {K.POLICE_STATION: CAN_BE, K.COURT: CANNOT_BE}, K.POLICE_STATION,
        frozenset({("hukou-registration-regulations-1958", "第三条第一款")}),
        derived=_of("hard_paperwork", "two_place_trap"), coded=_of("no_reason"),
    ),
    # Labour Security Supervision Regulations arts 17, 18: sixty working days, then a decision. Award: Arbitration Law
    # art. 51, two years (Civil Procedure Law art. 250). Used up: Reconsideration Law art. 30(1)(7).
    "xx-award-unenforced-late-reconsideration": Expected(
        ("admin_litigation", K.COURT), frozenset({K.LABOUR_INSPECTION, K.GOVERNMENT}),
        {K.LABOUR_INSPECTION: CAN_BE}, K.HRSS_BUREAU, INSPECTION,
        closed={"admin_reconsideration": Status.CLOSED, "labour_arbitration": Status.CLOSED,
                "labour_litigation": Status.CLOSED},
        coded=_of("enforcement_void", "clock_runs_out"),
    ),
    "bj-2014-higher-vocational-six-years": Expected(
        (RECONSIDERATION, K.GOVERNMENT), frozenset({K.EDUCATION_BUREAU}), {K.EDUCATION_BUREAU: CAN_BE},
        K.EDUCATION_BUREAU, EXAMS, derived=_of("impossible_requirement", "misclassified_worker"),
    ),
    # A reply over the hotline may be mere information (Interpretation 2018 art. 1(2)(10)): apply for a decision first.
    "xy-gaokao-insurance-interrupted": Expected(
        (APPLICATION, K.EDUCATION_BUREAU), frozenset({K.SCHOOL, K.EDUCATION_BUREAU}),
        {K.SCHOOL: DISPUTED, K.EDUCATION_BUREAU: CAN_BE}, K.EDUCATION_BUREAU, EXAMS, NEEDS_ACT,
        derived=_of("sent_home", "impossible_requirement"), coded=_of("continuity_or_place_mismatch"),
    ),
    "nc-no-permit-no-school": Expected(
        (APPLICATION, K.EDUCATION_BUREAU), frozenset({K.EDUCATION_BUREAU}), {K.EDUCATION_BUREAU: CAN_BE},
        K.EDUCATION_BUREAU, SCHOOLING, NEEDS_ACT, derived=_of("hard_paperwork"),
    ),
    # Social Insurance Law art. 16(2), its rules arts 2, 4: the place of benefit decides, not the registration.
    "sz-non-local-cannot-top-up": Expected(
        (APPLICATION, K.SOCIAL_INSURANCE_AGENCY), frozenset({K.SOCIAL_INSURANCE_AGENCY}),
        {K.SOCIAL_INSURANCE_AGENCY: CAN_BE}, K.SOCIAL_INSURANCE_AGENCY,
        # Too few years at pension age are paid up to fifteen.
        frozenset({("social-insurance-law-2018", "第十六条第二款")}), coded=_of("difference_by_hukou_type"),
    ),
    # Litigation Law arts 13(2), 53: the rule itself only together with an act under it.
    "ks-points-enrolment-suit": school(
        (APPLICATION, K.EDUCATION_BUREAU),
        closed={"normative_document_review": Status.NEEDS_FIRST, "admin_litigation": Status.NEEDS_FIRST},
        coded=_of("other:points_ranking"),
    ),
    # Social Insurance Law arts 58, 63, 84; Supervision Regulations arts 11(7), 20(2): two years from the end of the breach.
    "xx-cleaner-backpay-within-two-years": Expected(
        ("labour_inspection_complaint", K.HRSS_BUREAU), frozenset({K.LABOUR_ARBITRATION}),
        {K.EMPLOYER: CANNOT_BE, K.LABOUR_ARBITRATION: CANNOT_BE}, K.HRSS_BUREAU, INSPECTION,
        derived=_of("insured_late_or_low_base"), coded=_of("misclassified_worker"),
    ),
    "zz-chronic-illness-30-percent": Expected(
        (CARD, K.HEALTHCARE_SECURITY), frozenset({K.HOSPITAL}),
        {K.HOSPITAL: CANNOT_BE, K.HEALTHCARE_SECURITY: DISPUTED}, K.HEALTHCARE_SECURITY,
        frozenset({("social-insurance-law-2018", "第二十九条第二款")}),
        derived=_of("difference_by_hukou_type"), coded=_of("low_reimbursement", "sent_home"),
    ),
    # A written cancellation: sixty days (old law art. 9); Education Law arts 15(2), 37.
    "xa-hukou-moved-both-provinces-refuse": Expected(
        (RECONSIDERATION, K.GOVERNMENT), frozenset({K.EDUCATION_BUREAU}), {K.EDUCATION_BUREAU: CAN_BE},
        K.EDUCATION_BUREAU, EXAMS, derived=_of("impossible_requirement", "two_place_trap"),
    ),
    "bj-chaoyang-insurance-agency": Expected(
        (CARD, K.EDUCATION_BUREAU), frozenset(), {}, K.EDUCATION_BUREAU, SCHOOLING,
        coded=_of("insured_late_or_low_base", "other:paid_intermediary_workaround"),
    ),
    # Urgent protection of property waits for no sixty days (Implementing Regulations art. 16(2)); State Compensation Law
    # arts 4, 9; Relief Measures art. 5. Who tore it down is not told.
    "bj-haidian-dormitory-bulldozed": Expected(
        (APPLICATION, K.GOVERNMENT), frozenset({K.OTHER}), {K.OTHER: DISPUTED}, K.GOVERNMENT,
        frozenset({("state-compensation-law-2012", "第四条第四项")}), derived=_of("service_closed"),
    ),
    # Permit Regulations arts 2, 8, 9: other proof is allowed, what is missing is named at once, fifteen days.
    "bj-permit-no-proper-lease": Expected(
        (APPLICATION, K.POLICE_STATION), frozenset({K.MIGRANT_STATION}), {K.MIGRANT_STATION: DISPUTED}, K.POLICE_STATION,
        PERMIT, NEEDS_ACT, derived=_of("hard_paperwork", "misclassified_worker", "third_party_holds_key"),
        coded=_of("stricter_checking", "other:dwelling_type_excluded"),
    ),
    # Work Injury Regulations arts 17(2), 18; Provisions 2014 art. 7(2)(4): time lost through the bureau's register.
    "jm-heshan-first-visit-not-registered": Expected(
        (RECONSIDERATION, K.GOVERNMENT), frozenset({K.HRSS_BUREAU}), {K.HRSS_BUREAU: CAN_BE}, K.HRSS_BUREAU, INJURY,
        closed={"work_injury_recognition": Status.CLOSED}, derived=_of("clock_runs_out"), coded=_of("wrong_oral_answer"),
    ),
    "bj-changping-landlord-asks-money": Expected(
        (APPLICATION, K.EDUCATION_BUREAU), frozenset({K.LANDLORD}), {K.LANDLORD: CANNOT_BE}, K.EDUCATION_BUREAU, SCHOOLING,
        NEEDS_ACT, derived=_of("hard_paperwork", "third_party_holds_key"),
    ),
    # Pension Transfer Measures arts 3, 11, 13: in force from 2010, and for moves between provinces.
    "dg-refund-instead-of-transfer": Expected(
        (CARD, K.SOCIAL_INSURANCE_AGENCY), frozenset({K.SOCIAL_INSURANCE_AGENCY}), {K.SOCIAL_INSURANCE_AGENCY: CAN_BE},
        K.SOCIAL_INSURANCE_AGENCY, closed={"pension_transfer": Status.CLOSED}, coded=_of("two_place_trap"),
    ),
    # Old law arts 15(1)(3), 17: the bureau that manages the agency reviews, and decides in writing within five days.
    "hf-wrong-reconsideration-body": Expected(
        (RECONSIDERATION, K.HRSS_BUREAU), frozenset({K.HRSS_BUREAU, K.GOVERNMENT}),
        {K.HRSS_BUREAU: CAN_BE, K.GOVERNMENT: CAN_BE}, K.HRSS_BUREAU,
        frozenset({("administrative-reconsideration-law-2017", "第十五条第一款第三项")}),
        coded=_of("office_shuffle", "wrong_oral_answer", "clock_runs_out"),
    ),
}  # fmt: skip

each = pytest.mark.parametrize("name", EXPECTED)
"""Every case by itself."""
