"""Rules a paper would rest on although somebody has to look at their source first: the card lists what rules ask for.

No letter quotes a rule of a city. The prompt card names the papers that rules in force ask for; where all that ask for
a paper are in doubt, that is said before the card goes out. Who looks the source up and finds the rule in force has
confirmed it: the look is kept (:mod:`caseapp.work.verified`), and the card is asked about no more for a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import add_months
from caseapp.letters.problems import Problem, rule_unconfirmed
from caseapp.letters.say.finding import both
from caseapp.policy.check import VERIFIED_FOR_MONTHS, ProgrammeCheck, check_programme
from caseapp.policy.known import KnownFacts
from caseapp.policy.model import Pack
from caseapp.work.documents import checklist
from caseapp.work.session import Session
from caseapp.work.verified import looks


def unconfirmed_rules(session: Session, file: CaseFile, on: date) -> tuple[Problem, ...]:
    """One entry a rule that alone asks for a missing paper and is in doubt on a day."""
    pack = session.pack(file.case.city)
    if pack is None:
        return ()
    day = file.judged_on(on)
    doubtful = {check.programme.id: check for check in _doubtful(session, pack, file, day)}
    rows = [row for row in checklist(session, file.case.id, on) if row.missing and row.programmes and not row.asked_by]
    asking = [row.programmes for row in rows if row.document is None and set(row.programmes) <= doubtful.keys()]
    named = dict.fromkeys(programme for programmes in asking for programme in programmes)
    return tuple(rule_unconfirmed(pack.place.id, key, both(doubtful[key].programme.name)) for key in named)


def _doubtful(session: Session, pack: Pack, file: CaseFile, day: date) -> Iterator[ProgrammeCheck]:
    seen = looks(session, (pack,))
    for programme in pack.programmes:
        if programme.service == file.case.service.value and programme.in_force(day):
            check = seen.heeded(check_programme(pack, programme.id, KnownFacts({}), day))
            looked = check.verified_on
            if check.to_confirm and (looked is None or add_months(looked, VERIFIED_FOR_MONTHS) < day):
                yield check
