"""The closed lists of words a pack may use.

Services and patterns are those of the domain, written out so that one check on the command line need not load every
record of a case; ``tests/policy/test_vocabulary.py`` holds the two equal.
"""

from __future__ import annotations

SERVICES = (
    "compulsory_education",
    "preschool",
    "senior_secondary_exam",
    "college_entrance_exam",
    "residence_permit",
    "hukou_points",
    "health_insurance",
    "public_health",
    "pension",
    "unemployment",
    "work_injury",
    "labour",
    "social_assistance",
    "public_housing",
    "vocational_training",
    "employment_service",
    "other",
)

PATTERNS = (
    "impossible_requirement",
    "hard_paperwork",
    "office_shuffle",
    "stricter_checking",
    "misclassified_worker",
    "waiting_list",
    "no_reason",
    "extra_fee",
    "dormant_rule",
    "service_closed",
    "low_reimbursement",
    "insurance_not_accepted",
    "sent_home",
    "quota_exhausted",
    "wrong_oral_answer",
    "clock_runs_out",
    "two_place_trap",
    "enforcement_void",
    "third_party_holds_key",
    "record_mismatch",
    "continuity_or_place_mismatch",
    "difference_by_hukou_type",
    "substitute_answer",
    "intrusive_check",
    "system_rejects",
    "record_moved_without_consent",
    "not_told_of_entitlement",
    "insured_late_or_low_base",
    "waiver_demanded",
    "rule_change_rush",
    "settled_quietly",
    "pressure_to_give_up",
)

LEVELS = ("central", "province", "city", "district", "street", "school", "hospital", "employer")

SIZE_CLASSES = ("supercity", "megacity", "large-I", "large-II", "medium", "small-I", "small-II")
"""Size classes of cities (State Council 2014), largest first."""
