"""How offices answered before on the same service, and how that stands to the rules: for one case, or for all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from caseapp.attribution.answerable import TURNED_AWAY
from caseapp.attribution.checked import FirstUsed
from caseapp.attribution.precedents import Precedent, RuleVersion
from caseapp.attribution.shifts import FoundShift, Shift, shifts
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Service
from caseapp.domain.ids import CaseId, OfficeId
from caseapp.domain.visits import Answer, Visit
from caseapp.policy.by_hand import PREFIX
from caseapp.policy.model import Pack, Programme, Status
from caseapp.policy.verdict import Verdict
from caseapp.work.check import check_one
from caseapp.work.rules_of_case import CaseRules, Scope, rules_of_case
from caseapp.work.session import Session

MOST_COMPARED = 12
"""Acceptances, and refusals of the case, whose conditions are worked out, the newest of each: every day costs a check."""
MOST_KEPT = 50
"""Acceptances of one office held against one refusal where all cases are looked at, the newest."""

Conditions = Callable[[CaseFile, date], Mapping[str, bool]]
_DECIDED = {Verdict.MET: True, Verdict.NOT_MET: False}


def precedents(session: Session, file: CaseFile, day: date) -> tuple[Precedent, ...]:
    """What the offices of a case answered on its service up to a day, in any case of the casebook."""
    past = _past(session, file, day)
    compared = _compared(past, file)
    with session.read() as reader:
        files = {other.case.id: other for other in reader.case_files({visit.case for visit in compared})}
    return tuple(_precedents(past, compared, files, conditions))


def first_used(session: Session, file: CaseFile, on: date) -> tuple[FirstUsed, ...]:
    """The old rules that offices first used at a visit of this case. Nothing is read where no rule was cited."""
    day = file.judged_on(on)
    if not any(visit.answer in TURNED_AWAY and (visit.rule_title or visit.rule_number) for visit in file.visits):
        return ()
    known = tuple(_precedents(_past(session, file, day), (), {}, conditions))
    versions = tuple(rule_versions(rules_of_case(file, day), file, day, judge=False))
    return of_first_use(file, shifts(file, on, versions, known))


def of_first_use(file: CaseFile, found: Iterable[FoundShift]) -> tuple[FirstUsed, ...]:
    """Those of several shifts that are an old rule newly used, as a pattern of the case tells them."""
    cited = {visit.id: visit.rule_title or visit.rule_number for visit in file.visits}
    return tuple(
        FirstUsed(one.visit, cited[one.visit], one.text_day, one.seen_on, len(one.precedents), one.last_accepted)
        for one in found
        if one.shift is Shift.FIRST_USED and one.text_day and one.last_accepted
    )


class Practice:
    """How the offices answered in all cases of a casebook, gathered once. Each day's conditions are worked out once."""

    def __init__(self, files: Sequence[CaseFile]) -> None:
        self._files = {file.case.id: file for file in files}
        self._accepted: dict[tuple[Service, OfficeId], list[tuple[date, Visit]]] = {}
        self._uses: dict[tuple[Service, OfficeId], dict[tuple[str, str], tuple[date, Visit]]] = {}
        self._known: dict[tuple[CaseId, date], Mapping[str, bool]] = {}
        for file in files:
            for visit in file.visits:
                if visit.office and (on := visit.on()):
                    self._remember((file.case.service, visit.office), on, visit)
        for accepted in self._accepted.values():
            accepted.sort(key=lambda entry: entry[0])

    def _remember(self, where: tuple[Service, OfficeId], on: date, visit: Visit) -> None:
        if visit.answer is Answer.ACCEPTED:
            self._accepted.setdefault(where, []).append((on, visit))
        elif visit.rule_title or visit.rule_number:  # the first use of a rule is all that counts
            uses = self._uses.setdefault(where, {})
            cited = visit.rule_number, visit.rule_title
            if cited not in uses or on < uses[cited][0]:
                uses[cited] = on, visit

    def shifts(self, file: CaseFile, on: date) -> tuple[FoundShift, ...]:
        """How practice and text part at the refusals of one of these cases."""
        day = file.judged_on(on)
        away = [visit for visit in file.visits if visit.office and visit.answer in TURNED_AWAY and visit.day]
        if not any(visit.rule_title or visit.rule_number or visit.grounds or self._took_on(file, visit) for visit in away):
            return ()
        own = [visit for visit in file.visits if visit.office and (when := visit.on()) and when <= day]
        past = {visit.id: visit for visit in (*self._elsewhere(file, away, day), *own)}
        in_order = sorted(past.values(), key=lambda visit: visit.on() or day)
        known = tuple(_precedents(in_order, _compared(in_order, file), self._files, self._conditions))
        return shifts(file, on, tuple(rule_versions(rules_of_case(file, day), file, day)), known)

    def _took_on(self, file: CaseFile, visit: Visit) -> bool:
        return visit.office is not None and (file.case.service, visit.office) in self._accepted

    def _elsewhere(self, file: CaseFile, away: Iterable[Visit], day: date) -> Iterator[Visit]:
        for office in dict.fromkeys(visit.office for visit in away if visit.office):
            where = file.case.service, office
            yield from [visit for on, visit in self._accepted.get(where, ()) if on <= day][-MOST_KEPT:]
            yield from (visit for on, visit in self._uses.get(where, {}).values() if on <= day)

    def _conditions(self, file: CaseFile, day: date) -> Mapping[str, bool]:
        key = file.case.id, day
        if key not in self._known:
            self._known[key] = conditions(file, day)
        return self._known[key]


def rule_versions(rules: CaseRules, file: CaseFile, day: date, *, judge: bool = True) -> Iterator[RuleVersion]:
    """Every dated version of the rules of the case's service, those entered by hand in it among them.

    ``judge``: whether to work out if the case meets those in force on its day.
    """
    for scope, pack in rules.packs:
        programmes = list(of_service(scope, pack, file))
        checked = check_one(pack, usable(file, day), day) if programmes and judge else None
        for programme in programmes:
            text = pack.instrument(programme.instrument)
            answer = checked.of(programme.id) if checked else None
            yield RuleVersion(
                programme.id,
                programme.series,
                (text.title.zh, text.title.en) if text else (),
                (text.document_number or "") if text else "",
                programme.effective_from,
                programme.effective_to,
                _DECIDED.get(answer.verdict) if answer and answer.undecided is None else None,
            )
    for rule in file.local_rules:
        if rule.service is file.case.service:
            first = rule.in_force_from.latest if rule.in_force_from else None
            last = rule.in_force_until.earliest if rule.in_force_until else None
            yield RuleVersion(PREFIX + rule.id, PREFIX + rule.id, (rule.title,), rule.document_number, first, last)


def of_service(scope: Scope, pack: Pack, file: CaseFile) -> Iterator[Programme]:
    """The programmes of a pack for the service of a case; none of those entered by hand, which have no series.

    What sources only report as done, and nobody issued, charges no office and is no rule that could be applied late.
    """
    if scope is not Scope.BY_HAND:
        service = file.case.service.value
        yield from (
            one for one in pack.programmes
            if one.service == service and one.status is not Status.DRAFT and not _only_reported(pack, one)
        )  # fmt: skip


def _only_reported(pack: Pack, programme: Programme) -> bool:
    text = pack.instrument(programme.instrument)
    return text is not None and text.issuer is None


def conditions(file: CaseFile, day: date) -> Mapping[str, bool]:
    """Each requirement of the city's rules that was decided on a day."""
    pack = rules_of_case(file, day).pack
    if pack is None:
        return {}
    return {
        f"{answer.programme.id}/{finding.criterion.id}": _DECIDED[finding.verdict]
        for answer in check_one(pack, usable(file, day), day).programmes
        if answer.undecided is None
        for finding in answer.findings
        if finding.verdict in _DECIDED
    }


def usable(file: CaseFile, day: date) -> CaseFile:
    """The case with what was known on a day, and nothing marked adverse (PRACTICE E3)."""
    return replace(file, facts=tuple(fact for fact in file.facts if fact.as_of <= day and not fact.adverse))


def _past(session: Session, file: CaseFile, day: date) -> list[Visit]:
    with session.read() as reader:
        visits = [visit for visit in reader.all(Visit, office=set(file.offices)) if (on := visit.on()) and on <= day]
        cases = {case.id for case in reader.all(Case, id={visit.case for visit in visits}, service=file.case.service)}
    return sorted((visit for visit in visits if visit.case in cases), key=lambda visit: visit.on() or day)


def _compared(past: Sequence[Visit], file: CaseFile) -> list[Visit]:
    """The newest acceptances, and the newest refusals of this case where one was taken on before."""
    accepted = [visit for visit in past if visit.answer is Answer.ACCEPTED][-MOST_COMPARED:]
    where = {visit.office for visit in accepted}
    own = [visit for visit in past if visit.case == file.case.id and visit.answer in TURNED_AWAY and visit.office in where]
    return accepted + own[-MOST_COMPARED:]


def _precedents(
    past: Iterable[Visit], compared: Iterable[Visit], files: Mapping[CaseId, CaseFile], worked_out: Conditions
) -> Iterator[Precedent]:
    chosen = {visit.id for visit in compared}
    for visit in past:
        if visit.office:
            on, other = visit.on(), files.get(visit.case)
            known = worked_out(other, on) if visit.id in chosen and on and other else {}
            yield Precedent(
                visit.case, visit.id, visit.office, visit.day, visit.answer, visit.rule_title, visit.rule_number, known
            )
