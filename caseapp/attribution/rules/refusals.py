"""Patterns read from what an office said when it turned the request away."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from caseapp.attribution.checked import FirstUsed
from caseapp.attribution.enforcement import EnforcementShift, enforcement_shift
from caseapp.attribution.missing import SENT_AWAY
from caseapp.attribution.registry import Circumstances, Finding, Records, derives
from caseapp.domain.cases import Service
from caseapp.domain.patterns import Pattern
from caseapp.domain.reasons import OfficeName, Quoted, Reason, reason
from caseapp.domain.standing import documents_in_hand, papers_in_hand
from caseapp.domain.visits import Answer, Channel, Grounds, Visit
from caseapp.i18n import N_

FREE_BY_LAW = (Service.COMPULSORY_EDUCATION, Service.RESIDENCE_PERMIT, Service.EMPLOYMENT_SERVICE)
"""Free by statute (Compulsory Education Law art. 2; Residence Permit Regulations art. 21; Employment Promotion Law
art. 35): any money asked is beyond the published fee."""
_PUT_OFF = (Answer.REFUSED, Answer.NO_ANSWER, Answer.PROMISED)


def _public(case: Circumstances, visit: Visit) -> bool:
    office = case.office(visit)
    return office is None or not office.kind.private


def _with_grounds(case: Circumstances, grounds: Grounds) -> list[Visit]:
    return [visit for visit in case.visits() if visit.grounds is grounds and visit.answer is not Answer.ACCEPTED]


def _at(text: str, without: str, visit: Visit) -> Reason:
    return reason(text, office=OfficeName(visit.office)) if visit.office else reason(without)


@derives(Pattern.NO_REASON)
def no_reason(case: Circumstances) -> Finding | None:
    """Refused or put off, and the record says that no reason was given. A private party owes none."""
    found = [
        visit for visit in _with_grounds(case, Grounds.NONE) if visit.answer in _PUT_OFF and _public(case, visit)
    ]  # fmt: skip
    if not found:
        return None
    why = [_at(N_("{office} said no and gave no reason."), N_("The office said no and gave no reason."), found[0])]
    if any(visit.written is False for visit in found):
        why.append(reason(N_("Nothing was given in writing.")))
    return tuple(why), Records.of(*found)


@derives(Pattern.EXTRA_FEE)
def extra_fee(case: Circumstances) -> Finding | None:
    """An office or school asks for money beyond the published fee."""
    found = [visit for visit in case.visits() if _public(case, visit) and _asks_money(case, visit)]
    if not found:
        return None
    return tuple(_asked(visit) for visit in found), Records.of(*found)


def _asks_money(case: Circumstances, visit: Visit) -> bool:
    if visit.grounds is Grounds.FEE:
        return True
    return case.file.case.service in FREE_BY_LAW and _amount(visit.fee_asked_yuan) > 0


def _amount(text: str) -> Decimal:
    try:
        return Decimal(text or "0")
    except InvalidOperation:
        return Decimal(0)


def _asked(visit: Visit) -> Reason:
    if visit.fee_asked_yuan:
        return reason(N_("{amount} yuan were asked for, beyond the published fee."), amount=visit.fee_asked_yuan)
    return reason(N_("Money was asked for, beyond the published fee."))


@derives(Pattern.DORMANT_RULE)
def dormant_rule(case: Circumstances) -> Finding | None:
    """A rule that had stood unapplied is first applied on a day, and before it others were accepted against it.

    Seen from a school's own figures, or from what the same office did in other cases of the casebook.
    """
    why = [sentence for used in case.checked.first_used for sentence in _first_used(used)]
    seen = {used.visit for used in case.checked.first_used}
    shift = enforcement_shift(case.file, case.on)
    if shift is not None:
        why += _by_figures(shift)
        seen.add(shift.visit)
    shown = [visit for visit in case.visits() if visit.id in seen]
    return (tuple(dict.fromkeys(why)), Records.of(*shown)) if shown else None


def _first_used(used: FirstUsed) -> tuple[Reason, ...]:
    rule = Quoted(used.rule)
    began = N_("{rule}: in force since {since}, here first used on {day}.")
    lasted = N_("Until then {count} such requests of this casebook were taken on there, the last on {day}.")
    return (
        reason(began, rule=rule, since=used.since, day=used.seen_on),
        reason(lasted, count=used.accepted, day=used.last_accepted),
    )


def _by_figures(shift: EnforcementShift) -> tuple[Reason, ...]:
    return (
        reason(
            N_("{rule}: first seen applied on {day}."), rule=Quoted(shift.rule), day=shift.first_enforced_seen
        ),
        reason(N_("Until {day} more were accepted than it allows."), day=shift.accepted_before_until),
    )  # fmt: skip


@derives(Pattern.SERVICE_CLOSED)
def service_closed(case: Circumstances) -> Finding | None:
    """The place of the service was shut, cleared or demolished."""
    found = _with_grounds(case, Grounds.FACILITY_CLOSED)
    return ((reason(N_("The place of the service was shut or cleared.")),), Records.of(*found)) if found else None


@derives(Pattern.SENT_HOME)
def sent_home(case: Circumstances) -> Finding | None:
    """The answer names the registered place as the only place."""
    found = _with_grounds(case, Grounds.HUKOU_PLACE)
    if not found:
        return None
    return (reason(N_("The answer names the registered place as the only place to do it.")),), Records.of(*found)


@derives(Pattern.QUOTA_EXHAUSTED)
def quota_exhausted(case: Circumstances) -> Finding | None:
    """No place left, although the check says met, or papers are on file and nothing asked for is missing."""
    found = [visit for visit in _with_grounds(case, Grounds.NO_PLACE) if visit.answer in SENT_AWAY]
    held = documents_in_hand(case.file, case.on)
    complete = bool(held) and not case.checked.missing() and not _lacking(case)
    if not found or not (case.checked.met or complete):
        return None
    met = N_("The conditions of the rule are met, and the answer is that no place is left.")
    papers = N_("The papers asked for are on file, and the answer is that no place is left.")
    if case.checked.met:
        return (reason(met),), Records.of(*found)
    return (reason(papers),), Records.of(*found, *held)


def _lacking(case: Circumstances) -> bool:
    held = papers_in_hand(case.file, case.on)
    return any(demand.paper not in held for demand in case.file.demands)


@derives(Pattern.SYSTEM_REJECTS)
def system_rejects(case: Circumstances) -> Finding | None:
    """Done online, and refused by the system or without a fitting option."""
    found = [visit for visit in case.visits() if visit.channel is Channel.ONLINE and visit.answer is Answer.REFUSED]
    return ((reason(N_("The online system did not take the request.")),), Records.of(*found)) if found else None
