"""The closed list of patterns: the ways in which a request is held up.

*Derived* patterns follow by a rule from what is recorded, *coded* ones are a caseworker's judgement; *both* may be
either. A derived pattern shows the records it rests on; a person may reject it with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from caseapp.domain.ids import CaseId, PatternMarkId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_


class Known(Enum):
    """How a pattern comes to be known."""

    DERIVED = "derived"
    CODED = "coded"
    BOTH = "both"


class Pattern(Enum):
    """One id for one thing in code, packs, samples and reports. The wire value never changes."""

    IMPOSSIBLE_REQUIREMENT = "impossible_requirement"
    HARD_PAPERWORK = "hard_paperwork"
    OFFICE_SHUFFLE = "office_shuffle"
    STRICTER_CHECKING = "stricter_checking"
    MISCLASSIFIED_WORKER = "misclassified_worker"
    WAITING_LIST = "waiting_list"
    NO_REASON = "no_reason"
    EXTRA_FEE = "extra_fee"
    DORMANT_RULE = "dormant_rule"
    SERVICE_CLOSED = "service_closed"
    LOW_REIMBURSEMENT = "low_reimbursement"
    INSURANCE_NOT_ACCEPTED = "insurance_not_accepted"
    SENT_HOME = "sent_home"
    QUOTA_EXHAUSTED = "quota_exhausted"
    WRONG_ORAL_ANSWER = "wrong_oral_answer"
    CLOCK_RUNS_OUT = "clock_runs_out"
    TWO_PLACE_TRAP = "two_place_trap"
    ENFORCEMENT_VOID = "enforcement_void"
    THIRD_PARTY_HOLDS_KEY = "third_party_holds_key"
    RECORD_MISMATCH = "record_mismatch"
    CONTINUITY_OR_PLACE_MISMATCH = "continuity_or_place_mismatch"
    DIFFERENCE_BY_HUKOU_TYPE = "difference_by_hukou_type"
    SUBSTITUTE_ANSWER = "substitute_answer"
    INTRUSIVE_CHECK = "intrusive_check"
    SYSTEM_REJECTS = "system_rejects"
    RECORD_MOVED_WITHOUT_CONSENT = "record_moved_without_consent"
    NOT_TOLD_OF_ENTITLEMENT = "not_told_of_entitlement"
    INSURED_LATE_OR_LOW_BASE = "insured_late_or_low_base"
    WAIVER_DEMANDED = "waiver_demanded"
    RULE_CHANGE_RUSH = "rule_change_rush"
    SETTLED_QUIETLY = "settled_quietly"
    PRESSURE_TO_GIVE_UP = "pressure_to_give_up"

    @property
    def label(self) -> str:
        """The shipped English name, to be translated where it is shown."""
        return _LABELS[self][0]

    @property
    def known(self) -> Known:
        return _LABELS[self][1]


_LABELS: dict[Pattern, tuple[str, Known]] = {
    Pattern.IMPOSSIBLE_REQUIREMENT: (N_("Requirement out of reach"), Known.BOTH),
    Pattern.HARD_PAPERWORK: (N_("Papers hard to get"), Known.BOTH),
    Pattern.OFFICE_SHUFFLE: (N_("Sent back and forth"), Known.BOTH),
    Pattern.STRICTER_CHECKING: (N_("Stricter checking"), Known.BOTH),
    Pattern.MISCLASSIFIED_WORKER: (N_("Misclassified worker"), Known.BOTH),
    Pattern.WAITING_LIST: (N_("Waiting list"), Known.CODED),
    Pattern.NO_REASON: (N_("No reason given"), Known.BOTH),
    Pattern.EXTRA_FEE: (N_("Extra fee"), Known.DERIVED),
    Pattern.DORMANT_RULE: (N_("Old rule newly enforced"), Known.BOTH),
    Pattern.SERVICE_CLOSED: (N_("Service closed"), Known.DERIVED),
    Pattern.LOW_REIMBURSEMENT: (N_("Low reimbursement"), Known.BOTH),
    Pattern.INSURANCE_NOT_ACCEPTED: (N_("Insurance not accepted"), Known.BOTH),
    Pattern.SENT_HOME: (N_("Sent home"), Known.BOTH),
    Pattern.QUOTA_EXHAUSTED: (N_("Quota exhausted"), Known.BOTH),
    Pattern.WRONG_ORAL_ANSWER: (N_("Oral answer wrong or not provable"), Known.CODED),
    Pattern.CLOCK_RUNS_OUT: (N_("Clock runs out"), Known.BOTH),
    Pattern.TWO_PLACE_TRAP: (N_("Two-place trap"), Known.BOTH),
    Pattern.ENFORCEMENT_VOID: (N_("Decided but not carried out, or nobody in charge"), Known.BOTH),
    Pattern.THIRD_PARTY_HOLDS_KEY: (N_("Third party holds the key"), Known.DERIVED),
    Pattern.RECORD_MISMATCH: (N_("Record mismatch"), Known.BOTH),
    Pattern.CONTINUITY_OR_PLACE_MISMATCH: (N_("Gap in record, or wrong district"), Known.BOTH),
    Pattern.DIFFERENCE_BY_HUKOU_TYPE: (N_("Different treatment by registration"), Known.BOTH),
    Pattern.SUBSTITUTE_ANSWER: (N_("Something else offered instead"), Known.CODED),
    Pattern.INTRUSIVE_CHECK: (N_("Intrusive check"), Known.CODED),
    Pattern.SYSTEM_REJECTS: (N_("System does not accept it"), Known.DERIVED),
    Pattern.RECORD_MOVED_WITHOUT_CONSENT: (N_("Record moved without consent"), Known.CODED),
    Pattern.NOT_TOLD_OF_ENTITLEMENT: (N_("Not told of an entitlement"), Known.CODED),
    Pattern.INSURED_LATE_OR_LOW_BASE: (N_("Insured late, too low or not at all"), Known.BOTH),
    Pattern.WAIVER_DEMANDED: (N_("Asked to sign a waiver"), Known.CODED),
    Pattern.RULE_CHANGE_RUSH: (N_("Rush before a rule changes"), Known.CODED),
    Pattern.SETTLED_QUIETLY: (N_("One family settled on its own"), Known.CODED),
    Pattern.PRESSURE_TO_GIVE_UP: (N_("Pressed to give up"), Known.CODED),
}


class Mark(Enum):
    """What a caseworker said of a pattern in a case."""

    CODED = "coded"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@record("pattern_mark")
@dataclass(frozen=True, slots=True)
class PatternMark:
    """A caseworker's judgement on a pattern in a case. ``pattern`` is a :class:`Pattern` value or ``other:…``."""

    id: PatternMarkId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    pattern: str = field(metadata=wire("pattern", N_("Pattern")))
    mark: Mark = field(default=Mark.CODED, metadata=wire("mark", N_("Judgement"), register="mark"))
    reason: str = field(default="", metadata=wire("reason", N_("Reason"), Sensitivity.PERSONAL, register="mark"))
