"""The lawful ways in which a shared pattern can be carried: a closed list.

There is no joint petition in it, no list of names and no visit in numbers, and none may be added (PRACTICE E2; Petition
Work Regulations art. 26(5)). Default is one application a family from one template (PRACTICE L6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from caseapp.claims.members import Member
from caseapp.domain.cases import Service
from caseapp.domain.visits import Grounds
from caseapp.i18n import N_


class Form(Enum):
    """How several families go the same way. The wire value never changes."""

    SEPARATE = "separate_applications"
    JOINT = "joint_filing"
    BY_ONE = "by_one_person"

    @property
    def label(self) -> str:
        """In English, to be translated where it is shown."""
        return _FORMS[self]


_FORMS = {
    Form.SEPARATE: N_("One application a family from one template, shared exhibits, with the request to be heard together"),
    Form.JOINT: N_("Joint filing, because it is one and the same act"),
    Form.BY_ONE: N_("One person is enough"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """A procedure (``resources/law/procedures.yaml``) and the form in which a group may use it."""

    procedure: str
    form: Form


PROCEDURES = (
    "service_application",
    "open_government_information",
    "admin_reconsideration",
    "admin_litigation",
    "labour_inspection_complaint",
    "labour_arbitration",
)
"""Everything a shared pattern can ever lead to."""


def ways(members: Sequence[Member]) -> tuple[Way, ...]:
    """How these cases may be carried on, the first step first."""
    joint = Form.JOINT if same_act(members) else Form.SEPARATE
    services = {member.file.case.service for member in members}
    if services == {Service.LABOUR}:
        return (Way("labour_inspection_complaint", Form.SEPARATE), Way("labour_arbitration", Form.SEPARATE))
    return (
        Way("service_application", Form.SEPARATE),
        Way("open_government_information", Form.BY_ONE),
        Way("admin_reconsideration", joint),
        Way("admin_litigation", joint),
    )


def same_act(members: Sequence[Member]) -> bool:
    """Whether all cases contest one and the same act: one notice, or one closure by one office."""
    return bool(members) and (_one_notice(members) or _one_closure(members))


def _one_notice(members: Sequence[Member]) -> bool:
    notices = [
        {(answer.office, answer.number) for answer in member.file.written_answers if answer.office and answer.number}
        for member in members
    ]
    return bool(set.intersection(*notices))


def _one_closure(members: Sequence[Member]) -> bool:
    closures = [
        {visit.office for visit in member.file.visits if visit.office and visit.grounds is Grounds.FACILITY_CLOSED}
        for member in members
    ]
    return bool(set.intersection(*closures))
