"""What the ladder needs to know of a case: visits, papers and days, as frozen values without names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer, Grounds
from caseapp.law.duties import Matter
from caseapp.law.respondents import DutyOrgan, Standing, duty_organs, respondent
from caseapp.law.triggers import Event


@dataclass(frozen=True, slots=True)
class Contact:
    """A visit: the earliest day it may have been (None: nobody knows), the kind of office, its answer."""

    day: date | None
    office: OfficeKind
    answer: Answer
    written: bool | None = False
    """Whether the answer came in writing; None where nobody noted it."""
    grounds: Grounds | None = None
    latest: date | None = None
    """The latest day it may have been, where that is another one."""
    review: bool = False
    """Whether reconsideration was asked for, not the service itself."""
    refund: bool = False
    """Whether a refund that ends an insurance record was spoken of."""


@dataclass(frozen=True, slots=True)
class WrittenAct:
    """A paper of an office: its date, the day received, and what it told. ``told`` is None where nobody has looked."""

    office: OfficeKind
    dated: date | None
    received: date | None
    receipt_proved: bool = True
    told_right: bool | None = None
    told_body: bool | None = None
    told_period: bool | None = None

    @property
    def told(self) -> bool | None:
        """Whether it named right, body and period; one missing is enough for no (Reconsideration Law art. 20(3))."""
        answers = (self.told_right, self.told_body, self.told_period)
        return False if False in answers else None if None in answers else True


@dataclass(frozen=True, slots=True)
class Situation:
    """A case on a day, as far as remedies depend on it."""

    service: Service
    on: date
    visits: tuple[Contact, ...] = ()
    acts: tuple[WrittenAct, ...] = ()
    application_received: date | None = None
    """The day the organ with the duty received the written application."""
    application_latest: date | None = None
    """The latest reading of that day, where it is known only roughly."""
    application_proved: bool | None = None
    """Whether that day can be shown; it decides cases of silence."""
    earlier_applications: tuple[tuple[date, bool | None], ...] = ()
    """Days on which other written applications were received before that one, and whether each can be shown."""
    application_accepted: date | None = None
    reconsideration_received: date | None = None
    """The day the body that reviews received the application: the earliest reading."""
    reconsideration_latest: date | None = None
    reconsideration_sent: date | None = None
    """The day an application was handed in or posted whose receipt is not noted."""
    decision_served: date | None = None
    useful_until: date | None = None
    employment_started: date | None = None
    employment_ended: date | None = None
    injured: date | None = None
    reconsidered: date | None = None
    """The day the reviewing body's decision was known."""
    premiums_unpaid: bool = False
    """Whether facts on record show work for an employer and no insurance."""
    correction_told: date | None = None
    """The day the body that reviews told what the application lacks."""
    permit_since: date | None = None
    """The day of the residence permit in force."""
    carried_out: date | None = None
    """The day an act is carried out: to come, or past."""
    noted: tuple[Event, ...] = ()
    """Days noted by themselves: a notice, an extension, what kept the client from acting, what it learnt, demands."""
    matter: Matter = Matter.SERVICE
    organ: DutyOrgan | None = None
    """The organ to apply to for the matter; None: the one of the service, if a statute names one."""
    minor: bool = False
    households: int = 1

    @property
    def duty(self) -> DutyOrgan | None:
        """The organ with the duty for what is asked."""
        return self.organ or duty_organs().get(self.service)

    @property
    def asked(self) -> OfficeKind | None:
        """The kind of organ an application goes to: that of the service, also where nobody hears a review of it."""
        organ = duty_organs().get(self.service) if self.matter is Matter.REVIEW else self.duty
        return organ.office if organ else None

    def standing(self, office: OfficeKind) -> Standing:
        """Whether an office can be respondent on the day the case is looked at."""
        return respondent(office, self.on).standing

    @property
    def under_review(self) -> date | None:
        """Since when the body that reviews has the application and has neither decided nor turned it away."""
        away = self.reconsidered is not None or self.matter is Matter.REVIEW
        return None if away else self.reconsideration_received

    @property
    def unanswered(self) -> date | None:
        """The day the organ received the application, if it has not refused it in writing since."""
        asked = self.application_received
        return None if asked and self._answered(asked) else asked

    @property
    def unanswered_before(self) -> tuple[tuple[date, bool | None], ...]:
        """The earlier applications the organ has not refused in writing since, and whether each day can be shown."""
        return tuple((day, proved) for day, proved in self.earlier_applications if not self._answered(day))

    def _answered(self, asked: date) -> bool:
        organ = self.duty
        if organ is None:
            return False
        papers = [act.dated or act.received for act in self.acts if act.office is organ.office]
        told = [v.day for v in self.visits if v.office is organ.office and v.written and v.answer is Answer.REFUSED]
        return any(day and day >= asked for day in (*papers, *told))

    @property
    def award(self) -> Contact | None:
        """The last written answer of an arbitration commission."""
        found = (v for v in reversed(self.visits) if v.office is OfficeKind.LABOUR_ARBITRATION and v.written)
        return next(found, None)
