"""By when an answer can be expected to something handed in today (PRACTICE M1)."""

from __future__ import annotations

from datetime import date

from caseapp.law.deadline import Actor
from caseapp.law.derive import derive
from caseapp.law.triggers import Event, Trigger

_GENERAL = "recon-inaction-ripe-no-period"


def expected_answer(service: str, on: date, *, own_period_only: bool = False) -> date | None:
    """The latest day, without extension, on which an authority must have answered what it receives on ``on``.

    ``own_period_only``: None where the service has no period of its own, instead of the general sixty days.
    """
    found = derive([Event(Trigger.APPLICATION_RECEIVED, on)], service=service, on=on)
    days = [
        deadline.safe_last_day
        for deadline in found
        if deadline.who_must_act is Actor.AUTHORITY and not (own_period_only and deadline.id == _GENERAL)
    ]
    return max(days, default=None)


def expected_in(procedure: str, on: date) -> date | None:
    """The latest day on which a body that decides ``procedure`` must have decided, handed in and taken on today."""
    trigger = Trigger.CASE_FILED if procedure == "labour_inspection_complaint" else Trigger.APPLICATION_ACCEPTED
    found = derive([Event(trigger, on)], procedure, on=on)
    return max((d.safe_last_day for d in found if d.who_must_act is Actor.AUTHORITY), default=None)


def expected_decision(on: date) -> date | None:
    """When a reconsideration applied for on ``on`` must be decided: examined, then sixty days, without extension."""
    found = derive([Event(Trigger.RECONSIDERATION_RECEIVED, on)], "admin_reconsideration", on=on)
    days = [deadline.safe_last_day for deadline in found if deadline.id in ("recon-decide-ordinary", "recon-old-decide")]
    return max(days, default=None)
