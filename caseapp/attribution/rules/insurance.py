"""Patterns of health insurance away from home."""

from __future__ import annotations

from decimal import Decimal

from caseapp.attribution.costs import percent
from caseapp.attribution.registry import Circumstances, Finding, Records, derives
from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.patterns import Pattern
from caseapp.domain.reasons import reason
from caseapp.domain.visits import Answer, Grounds, Visit
from caseapp.i18n import N_

_PAYERS = (OfficeKind.HOSPITAL, OfficeKind.HEALTHCARE_SECURITY, OfficeKind.SOCIAL_INSURANCE_AGENCY)
HALF = Decimal(50)


@derives(Pattern.LOW_REIMBURSEMENT)
def low_reimbursement(case: Circumstances) -> Finding | None:
    """Less is paid here than at home for the same care.

    Where the rate at home is not on file yet, an insurance held elsewhere that pays less than half here says it too:
    the reason then names what is still to be asked.
    """
    here, home = percent(case.file.case.rate_here_percent), percent(case.file.case.rate_home_percent)
    elsewhere = case.says("insurance_place_is_local", "false")
    if here is None:
        return None
    if home is not None:
        why = reason(N_("{here}% is paid here, {home}% at home for the same care."), here=here, home=home)
        return ((why,), Records.of(*_care(case), elsewhere)) if here < home else None
    if elsewhere is None or here >= HALF:
        return None
    why = reason(
        N_("The insurance is held elsewhere and pays {here}% here; the rate at home is still to be asked."), here=here
    )
    return (why,), Records.of(*_care(case), elsewhere, case.fact("insurance_scheme"))


def _care(case: Circumstances) -> list[Visit]:
    return [visit for visit in case.visits() if (office := case.office(visit)) and office.kind in _PAYERS]


@derives(Pattern.INSURANCE_NOT_ACCEPTED)
def insurance_not_accepted(case: Circumstances) -> Finding | None:
    """Insured, and a hospital or insurer answers that there is no agreement or no registration.

    A refusal to settle an insurance held elsewhere is such an answer, also where its grounds are not recorded.
    """
    scheme = case.fact("insurance_scheme")
    if scheme is None or scheme.value == "none" or case.file.case.service is not Service.HEALTH_INSURANCE:
        return None
    elsewhere = case.says("insurance_place_is_local", "false")
    found = [visit for visit in _care(case) if _not_accepted(visit, elsewhere is not None)]
    if not found:
        return None
    why = reason(N_("Insured, and the answer is that the insurance is not accepted here."))
    return (why,), Records.of(*found, scheme, elsewhere)


def _not_accepted(visit: Visit, elsewhere: bool) -> bool:
    if visit.grounds is Grounds.NO_AGREEMENT:
        return visit.answer is not Answer.ACCEPTED
    return elsewhere and visit.grounds is None and visit.answer is Answer.REFUSED
