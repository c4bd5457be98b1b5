"""What a check of a case found, in the plain values attribution judges by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from caseapp.attribution.checked import Checked, CheckedProgramme, Overdue, RuleMissing, Unmet
from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import HolderKind
from caseapp.domain.standing import papers_in_hand
from caseapp.law.deadline import Actor
from caseapp.law.of_case import situation_of
from caseapp.law.triggers import Trigger
from caseapp.letters.both import Both
from caseapp.letters.say.pattern import Names
from caseapp.policy.by_hand import is_by_hand
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.documents import IssuerKind, documents, missing_documents
from caseapp.policy.model import Op, criteria
from caseapp.policy.planning.forward import Forward
from caseapp.policy.planning.gaps import Gap
from caseapp.policy.planning.plan import ProgrammePlan
from caseapp.policy.verdict import Verdict
from caseapp.work.check import plan_one, ways
from caseapp.work.deadlines import deadlines_of
from caseapp.work.ruled_out import ruled_out
from caseapp.work.rules_of_case import Scope, rules_of_case

_REGISTRATION = frozenset(
    ("hukou_city_is_local", "child_hukou_is_local", "hukou_type", "same_province", "hukou_province")
)  # fmt: skip
_FOR_WHOM = ("child_age", "child_school_stage")
"""Facts that say which child a programme is for; nobody is out of reach of what is not for them."""
_ASKED = (Scope.CITY, Scope.BY_HAND)
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


def judged(file: CaseFile, on: date) -> Checked:
    """What check and deadlines of a case's own day say, as attribution sees it.

    The rules of its city are asked, and those entered by hand in it. A city without rules says nothing, nor does a
    programme that cannot decide, or one that is for others.
    """
    day = file.judged_on(on)
    usable = replace(file, facts=tuple(fact for fact in file.facts if fact.as_of <= day and not fact.adverse))
    held = papers_in_hand(file, day)
    programmes: list[CheckedProgramme] = []
    for scope, pack in rules_of_case(usable, day).packs:
        if scope in _ASKED:
            seen = [Forward(catalogue(), known(day), day) for known in ways(pack, usable, day)]
            found = plan_one(pack, usable, day).programmes
            programmes += (_programme(way, held, seen) for way in found if _decides(way))
    return Checked(tuple(programmes), tuple(_overdue(file, day)))


def _decides(way: ProgrammePlan) -> bool:
    """Whether it can decide, and is for such a client: a rule for younger children asks nothing of an older one."""
    for_others = any(one.verdict is Verdict.NOT_MET and one.criterion.fact in _FOR_WHOM for one in way.check.findings)
    return way.check.undecided is None and not (for_others and way.check.verdict is Verdict.NOT_MET)


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


def _programme(way: ProgrammePlan, held: frozenset[str], seen: Sequence[Forward]) -> CheckedProgramme:
    verdict, programme = way.check.verdict, way.check.programme
    unmet = [_unmet(gap, seen) for gap in way.gaps if gap.finding.verdict is Verdict.NOT_MET]
    beyond = ruled_out(way.check, [forward.readings(way.check.on) for forward in seen])
    return CheckedProgramme(
        programme.id,
        True if verdict is Verdict.MET else False if verdict is Verdict.NOT_MET or beyond else None,
        (*unmet, *beyond),
        tuple(RuleMissing(needed.id, _issuer(needed.id)) for needed in missing_documents(programme, held)),
        way.earliest,
        verdict is Verdict.NOT_MET and any(facts and facts <= _REGISTRATION for facts in way.flips),
        is_by_hand(programme.id),
    )


def _unmet(gap: Gap, seen: Sequence[Forward]) -> Unmet:
    criterion = gap.finding.criterion
    days: list[date] = []
    if gap.earliest and criterion.op is Op.AT_LEAST and isinstance(criterion.value, (int, Decimal)):
        asked = Decimal(criterion.value)
        days = [day for forward in seen if (day := forward.perhaps(criterion.fact, asked)) and day <= gap.earliest]
    never = gap.kind is Close.CANNOT_CHANGE
    return Unmet(criterion.id, criterion.fact, gap.earliest, never, perhaps=min(days, default=None))


def _issuer(paper: str) -> HolderKind | None:
    kind = documents().get(paper)
    return _ISSUERS[kind.issuer_kind] if kind else None


def names_of(file: CaseFile, on: date) -> Names:
    """What names the values of reasons in this case: its offices, and how the rules held against it word requirements."""
    worded = {
        (programme.id, criterion.id): Both(criterion.text.zh, criterion.text.en)
        for scope, pack in rules_of_case(file, file.judged_on(on)).packs
        if scope in _ASKED
        for programme in pack.programmes
        if programme.service == file.case.service.value
        for criterion in criteria(programme.eligibility)
    }
    return Names(file.offices, worded)
