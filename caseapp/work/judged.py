"""What a check of a case found, in the plain values attribution judges by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from caseapp.attribution.checked import Checked, CheckedProgramme, Overdue, RuleMissing, Unmet
from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import HolderKind
from caseapp.law.deadline import Actor
from caseapp.law.of_case import situation_of
from caseapp.law.triggers import Trigger
from caseapp.letters.both import Both
from caseapp.letters.say_pattern import Names
from caseapp.policy.catalogue import Close
from caseapp.policy.documents import IssuerKind, documents, missing_documents
from caseapp.policy.gaps import Gap
from caseapp.policy.model import Pack, criteria
from caseapp.policy.plan import Plan, ProgrammePlan
from caseapp.policy.verdict import Verdict
from caseapp.work.check import plan_one
from caseapp.work.deadlines import deadlines_of
from caseapp.work.session import Session

_REGISTRATION = frozenset(
    ("hukou_city_is_local", "child_hukou_is_local", "hukou_type", "same_province", "hukou_province")
)  # fmt: skip
_ISSUERS = {
    IssuerKind.CLIENT: HolderKind.CLIENT,
    IssuerKind.LANDLORD: HolderKind.LANDLORD,
    IssuerKind.EMPLOYER: HolderKind.EMPLOYER,
    IssuerKind.POLICE: HolderKind.OFFICE,
    IssuerKind.HOMETOWN: HolderKind.HOMETOWN,
    IssuerKind.SCHOOL: HolderKind.SCHOOL,
    IssuerKind.HOSPITAL: HolderKind.HOSPITAL,
    IssuerKind.OFFICE: HolderKind.OFFICE,
}


def plan_of(session: Session, file: CaseFile, day: date) -> Plan | None:
    """What the rules of the city ask on the day for the service of a case; None where there are no rules for its city.

    Not what was entered by hand: nobody has compared it with a source, and reports rest on what follows from this.
    """
    pack = session.pack(file.case.city)
    if pack is None:
        return None
    usable = replace(file, facts=tuple(fact for fact in file.facts if fact.as_of <= day and not fact.adverse))
    return plan_one(pack, usable, day)


def judged(session: Session, file: CaseFile, on: date) -> Checked:
    """What check and deadlines of a case's own day say, as attribution sees it.

    A city without rules says nothing, nor does a programme that cannot decide.
    """
    day = file.judged_on(on)
    found = plan_of(session, file, day)
    held = {document.paper for document in file.documents if document.state.in_hand}
    ways = found.programmes if found else ()
    programmes = tuple(_programme(way, held) for way in ways if way.check.undecided is None)
    return Checked(programmes, tuple(_overdue(file, day)))


def _overdue(file: CaseFile, day: date) -> Iterator[Overdue]:
    """Periods of an office, run from an application it received, that passed on every reading without an answer."""
    if situation_of(file, day).application_received is None:
        return
    for deadline in deadlines_of(file, day):
        late = deadline.late_after
        if deadline.who_must_act is not Actor.AUTHORITY or late is None or late >= day:
            continue
        answers = (answer.received or answer.dated for answer in file.written_answers)
        answered = any(received and deadline.trigger_day <= received <= day for received in answers)
        if deadline.trigger == Trigger.APPLICATION_RECEIVED.value and not answered:
            letters = (letter for letter in file.letters if letter.received_on == deadline.trigger_day)
            yield Overdue(deadline.id, late, letters=tuple(letter.id for letter in letters))


def _programme(way: ProgrammePlan, held: set[str]) -> CheckedProgramme:
    verdict = way.check.verdict
    return CheckedProgramme(
        way.check.programme.id,
        True if verdict is Verdict.MET else False if verdict is Verdict.NOT_MET else None,
        tuple(_unmet(gap) for gap in way.gaps if gap.finding.verdict is Verdict.NOT_MET),
        tuple(RuleMissing(needed.id, _issuer(needed.id)) for needed in missing_documents(way.check.programme, held)),
        way.earliest,
        verdict is Verdict.NOT_MET and any(facts and facts <= _REGISTRATION for facts in way.flips),
    )


def _unmet(gap: Gap) -> Unmet:
    criterion = gap.finding.criterion
    return Unmet(criterion.id, criterion.fact, gap.earliest, gap.kind is Close.CANNOT_CHANGE)


def _issuer(paper: str) -> HolderKind | None:
    kind = documents().get(paper)
    return _ISSUERS[kind.issuer_kind] if kind else None


def names_of(file: CaseFile, pack: Pack | None) -> Names:
    """What names the values of reasons in this case: its offices, and how the rules of its city word requirements."""
    worded = {
        (programme.id, criterion.id): Both(criterion.text.zh, criterion.text.en)
        for programme in (pack.programmes if pack else ())
        if programme.service == file.case.service.value
        for criterion in criteria(programme.eligibility)
    }
    return Names(file.offices, worded)
