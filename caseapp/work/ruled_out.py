"""Requirements nobody has asked about that another answer rules out: a part is never more than its whole.

Twenty-four months in all are no thirty-six unbroken ones. The day named is the earliest on any reading: as if every month
of the whole were one unbroken run up to the day of the check.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from math import ceil

from caseapp.attribution.checked import Unmet
from caseapp.domain.days import add_months
from caseapp.policy.catalogue import catalogue
from caseapp.policy.check import Finding, ProgrammeCheck
from caseapp.policy.contradictions import WHOLES
from caseapp.policy.model import Op
from caseapp.policy.span import Readings, high_end
from caseapp.policy.tree import answer
from caseapp.policy.verdict import Verdict

_MONTHS = {"months": 1, "years": 12}


def ruled_out(checked: ProgrammeCheck, readings: Sequence[Readings]) -> tuple[Unmet, ...]:
    """The unasked requirements of a programme that cannot be met on its day, where they alone keep it from being met.

    ``readings``: what is known on the day, with each parent as the applicant.
    """
    if checked.verdict is not Verdict.NOT_ASKED:
        return ()
    found = tuple(_beyond(checked.findings, checked.on, readings))
    verdicts = {one.criterion.id: one.verdict for one in checked.findings}
    verdicts |= {unmet.criterion: Verdict.NOT_MET for unmet in found}
    return found if answer(checked.programme.eligibility, verdicts) is Verdict.NOT_MET else ()


def _beyond(findings: Sequence[Finding], on: date, readings: Sequence[Readings]) -> Iterator[Unmet]:
    for finding in findings:
        criterion = finding.criterion
        asked, unit = criterion.value, catalogue()[criterion.fact].unit
        if finding.verdict is not Verdict.NOT_ASKED or criterion.op is not Op.AT_LEAST or unit not in _MONTHS:
            continue
        most = [_most(criterion.fact, known) for known in readings]
        best = max((one for one in most if one is not None), default=None)
        if None not in most and best is not None and isinstance(asked, (int, Decimal)) and best < asked:
            soonest = add_months(on, ceil((asked - best) * _MONTHS[unit]))
            yield Unmet(criterion.id, criterion.fact, perhaps=soonest)


def _most(fact: str, known: Readings) -> Decimal | None:
    """The most a part can be, by the wholes that are known; None where none is."""
    caps = [cap for whole in WHOLES.get(fact, ()) if whole in known and (cap := high_end(known[whole], None)) is not None]
    return min(caps, default=None)
