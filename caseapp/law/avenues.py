"""One way to have a matter decided, as it stands on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType

from caseapp.law.deadline import Deadline
from caseapp.law.respondents import DutyOrgan, Named
from caseapp.law.shelf import entries
from caseapp.paths import resource


class Status(Enum):
    """Whether a way is open."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    """Used already: it is with the body that decides."""
    NOT_YET = "not_yet"
    CLOSED = "closed"
    NEEDS_FIRST = "needs_first"


class Why(Enum):
    """The reason for a status; ``resources/law/reasons.yaml`` says it in both languages."""

    READY = "ready"
    PENDING = "pending"
    ACT_KNOWN = "act_known"
    SILENCE_RIPE = "silence_ripe"
    SILENCE_NOT_RIPE = "silence_not_ripe"
    NO_ACT = "no_act"
    SAFE_DAY_PASSED = "safe_day_passed"
    TOO_LATE = "too_late"
    RECONSIDER_FIRST = "reconsider_first"
    CHOICE = "choice"
    WITH_THE_ACT_ONLY = "with_the_act_only"
    ASKS_RECORDS = "asks_records"
    FREE_LAWYER = "free_lawyer"
    SUPPORTS_MINORS = "supports_minors"
    STOPS_NO_CLOCK = "stops_no_clock"
    INTERRUPTS = "interrupts"
    CONTINUING = "continuing"
    DAY_NOT_KNOWN = "day_not_known"
    LAST_OF_ALL = "last_of_all"
    ASK_WHICH_PERIOD = "ask_which_period"
    """A shorter period that may apply is over, a longer one is not."""
    MAY_STILL_SUE = "may_still_sue"
    """Reconsideration is late; whether it had to come first is disputed, and the six months still run."""
    ARBITRATE_FIRST = "arbitrate_first"
    URGENT_AID = "urgent_aid"
    IF_CHARGED = "if_charged"
    DECIDES_NO_CASE = "decides_no_case"
    ALREADY_USED = "already_used"
    """The reviewing body has decided (Reconsideration Law art. 30(1)(7))."""
    FORM_UNKNOWN = "form_unknown"
    """Whether the refusal was in writing nobody noted: both readings are shown, and the earlier day warns."""
    DAY_AND_FORM_UNKNOWN = "day_and_form_unknown"
    """A refusal that may have been a decision, of a day nobody noted: it is found out before anything is counted."""
    ACTOR_UNKNOWN = "actor_unknown"
    """A place was cleared: that is an act, and its days run, whoever did it."""
    SUIT_IF_WRITTEN = "suit_if_written"
    REVIEW_DECLINED = "review_declined"
    UNDER_REVIEW = "under_review"
    """With the body that reviews, whose time runs (Reconsideration Law art. 62)."""
    REVIEW_SENT = "review_sent"
    """Handed in or posted; that it was received nobody noted."""
    REVIEW_OVERDUE = "review_overdue"
    """With the body that reviews, whose time is over."""
    REVIEW_BARS_SUIT = "review_bars_suit"
    """No suit over the same act while reconsideration is pending (art. 29(1))."""
    DOCUMENT_WHILE_REVIEWED = "document_while_reviewed"
    STAY_WITH_REVIEW = "stay_with_review"
    STAY_WITH_SUIT = "stay_with_suit"
    STAY_NEEDS_ONE = "stay_needs_one"
    AWARD_IN_FORCE = "award_in_force"
    AWARD_NOT_SUED = "award_not_sued"
    """Nobody sued over an award in time: it has taken effect, whatever it decided (Arbitration Law arts 48, 50)."""
    OTHER_CLAIMS = "other_claims"
    """Only what an award in effect did not decide."""
    PREMIUMS = "premiums"
    RECOGNITION_DECLINED = "recognition_declined"
    RULE_NOT_YET = "rule_not_yet"
    IF_MOVED = "if_moved"
    IF_DAMAGED = "if_damaged"
    IN_NEED = "in_need"
    WAGES_OWED = "wages_owed"
    BY_AGREEMENT = "by_agreement"
    CLEAR_DEBT = "clear_debt"
    AFTER_RECOGNITION = "after_recognition"
    MEDICAL_MOVED = "medical_moved"
    TREATED_ELSEWHERE = "treated_elsewhere"


class Joint(Enum):
    """In what form several households may use a way (PRACTICE L6, E2)."""

    SEPARATE = "separate"
    """N applications from one template, shared exhibits, asked to be heard together."""
    SAME_ACT = "same_act"
    """Jointly only against one and the same act; otherwise separate."""
    REPRESENTATIVES = "representatives"
    """Ten or more with one claim may choose representatives."""
    NEVER = "never"


class Track(Enum):
    """What can be done today, and what keeps the right."""

    QUICK = "quick"
    PROTECTIVE = "protective"


@dataclass(frozen=True, slots=True)
class Avenue:
    """A way, where it stands, until when, why, and whether its answer comes while help is still useful (PRACTICE M1)."""

    procedure: str
    status: Status
    why: Why
    track: Track = Track.PROTECTIVE
    joint: Joint = Joint.SEPARATE
    needs: str = ""
    """The procedure that has to come first."""
    opens_on: date | None = None
    deadline: Deadline | None = None
    """The client's period for it, with safe day, arguments and article."""
    also: tuple[Deadline, ...] = ()
    """Further periods of the same way, such as those of other claims in one arbitration."""
    particular: str = ""
    """The procedure of the service itself: its papers, proof, cost and outcome stand on the card."""
    waits_for: tuple[Deadline, ...] = ()
    """The periods of the body it is with, the ordinary one first."""
    carried_out: date | None = None
    """For a stay: the day the act is carried out."""
    answer_expected_by: date | None = None
    useful_until: date | None = None
    body: Named | None = None
    """Who decides, by the version of the law of the day; None where the procedure alone says it."""
    organ: DutyOrgan | None = None
    """The organ with the duty, for an application to it."""

    @property
    def last_day(self) -> date | None:
        """The safe last day."""
        return self.deadline.safe_last_day if self.deadline else None

    @property
    def answer_in_time(self) -> bool | None:
        """Whether an answer can be expected by the day help is useful; None if either day is not known."""
        if self.answer_expected_by is None or self.useful_until is None:
            return None
        return self.answer_expected_by <= self.useful_until


@cache
def reasons() -> Mapping[Why, tuple[str, str]]:
    """What each reason says, in Chinese and English."""
    shelf = entries(resource("law", "reasons.yaml"))
    return MappingProxyType({entry.choice("id", Why): (entry.text("zh"), entry.text("en")) for entry in shelf})
