"""Checks as JSON: the shape that the command line promises."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from caseapp.letters.both import Both
from caseapp.letters.say.basis import say_basis, say_written_in, source_of
from caseapp.letters.say.finding import (
    UNDECIDED,
    WHY_NOT,
    both,
    say,
    say_check,
    say_contradiction,
    say_doubts,
    say_finding,
    say_has,
    say_missing,
    say_office,
    say_paper,
)
from caseapp.letters.say.points import say_item, say_places, say_total
from caseapp.policy.catalogue import catalogue
from caseapp.policy.check import Doubt, Finding, PlaceCheck, ProgrammeCheck
from caseapp.policy.contradictions import Contradiction
from caseapp.policy.known import Reading, Span
from caseapp.policy.model import Criterion, Op, Pack, Points, Programme, Scalar
from caseapp.policy.points import Count, CountedItem

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
NO_STATES: Mapping[str, str] = {}


def check_json(checked: PlaceCheck, states: Mapping[str, str] = NO_STATES) -> dict[str, Json]:
    """A check of a place. ``states`` are the states of the papers by document id; a paper not named is needed."""
    pack = checked.pack
    return {
        "city": pack.place.id,
        "on": checked.on.isoformat(),
        "pack_version": pack.version,
        "contradictions": [_contradiction(one) for one in _contradictions(checked)],
        "programmes": [programme_json(pack, one, states) for one in checked.programmes],
    }


def programme_json(pack: Pack, check: ProgrammeCheck, states: Mapping[str, str] = NO_STATES) -> dict[str, Json]:
    """One programme of a check."""
    programme = check.programme
    return {
        "id": programme.id,
        "service": programme.service,
        "name_zh": programme.name.zh,
        "name_en": programme.name.en,
        "verdict": check.verdict.value,
        "eligible": check.eligible.value,
        "undecided": check.undecided.value if check.undecided else None,
        **pair("text", say_check(check)),
        **dict(_rule(pack, programme, check.verified_on)),
        "verified_on": _day(check.verified_on),
        "may_have_been_replaced": Doubt.MAY_HAVE_BEEN_REPLACED in check.doubts,
        "findings": [finding_json(pack, check, finding) for finding in check.findings],
        "contradictions": [_contradiction(one) for one in check.contradictions],
        "points": points_json(programme, check.points) if check.points else None,
        "documents": [
            {
                "id": document.id,
                "state": states.get(document.id, "needed"),
                "issued_by": document.issued_by,
                "name_zh": document.name.zh,
                "name_en": document.name.en,
            }
            for document in programme.documents
        ],
        "warnings": warnings_json(check),
        "cautions": [doubt.value for doubt in check.to_confirm],
    }


@lru_cache(maxsize=4096)  # the same for every case
def _rule(pack: Pack, programme: Programme, verified_on: date | None) -> tuple[tuple[str, Json], ...]:
    """What the answer rests on: since when the rule holds, where it is written, how sure we are, who decides."""
    instrument, office = pack.instrument(programme.instrument), pack.office(programme.responsible_office)
    found: dict[str, Json] = {
        "effective_from": _day(programme.effective_from),
        "effective_to": _day(programme.effective_to),
        "status": programme.status.value,
        "confidence": programme.confidence.value,
        "seen_in_force": programme.seen_in_force,
        "instrument": instrument.id if instrument else None,
        "document_number": instrument.document_number if instrument else None,
        **pair("written_in", say_written_in(instrument)),
        "source": "; ".join(programme.sources),
        "responsible_office": programme.responsible_office,
        **pair("who_decides", say_office(pack, programme)),
        "hotline": office.hotline if office else None,
        "basis": [pair("text", line) for line in say_basis(pack, programme, verified_on)],
        "quota": _quota(programme),
        "entitlements": [pair("text", both(words)) for words in programme.entitlements],
        "not_given": [pair("text", both(missing.text)) for missing in programme.not_given],
    }
    return tuple(found.items())


@lru_cache(maxsize=4096)  # the same for every case
def _asked(pack: Pack, programme: Programme, criterion: Criterion) -> Mapping[str, Json]:
    """What a criterion asks, where it stands, and who decides it."""
    instrument = pack.instrument(programme.instrument)
    return {
        "fact": criterion.fact,
        "op": criterion.op.value,
        "required": _required(criterion.op, criterion.value),
        "unit": criterion.unit,
        "waivable": criterion.waivable,
        **pair("asks", both(criterion.text)),
        **pair("label", both(catalogue()[criterion.fact].label)),
        "hardness_zh": criterion.hardness.zh if criterion.hardness else None,
        "hardness_en": criterion.hardness.en if criterion.hardness else None,
        "since": _day(programme.effective_from),
        "source": source_of(pack, programme),
        "instrument": programme.instrument,
        "document_number": instrument.document_number if instrument else None,
        "confidence": programme.confidence.value,
        "who_decides": programme.responsible_office,
    }


def finding_json(pack: Pack, check: ProgrammeCheck, finding: Finding) -> dict[str, Json]:
    """One criterion of a check: what is asked, what the client has, what proves it, what is missing, where it stands."""
    criterion, programme = finding.criterion, check.programme
    text, has, gap = say_finding(finding, pack, programme), say_has(finding), say_missing(finding)
    paper = say_paper(finding.paper) if finding.paper else None
    return {
        "criterion": criterion.id,
        "verdict": finding.verdict.value,
        **_asked(pack, programme, criterion),
        "actual": reading_json(finding.actual),
        "as_of": finding.known.as_of.isoformat() if finding.known else None,
        "text_zh": text.zh,
        "text_en": text.en,
        "has_zh": has.zh,
        "has_en": has.en,
        "missing": number(finding.missing) if gap else None,
        "missing_zh": gap.zh if gap else None,
        "missing_en": gap.en if gap else None,
        "paper": finding.paper,
        "paper_zh": paper.zh if paper else None,
        "paper_en": paper.en if paper else None,
        "contradiction": _contradiction(finding.contradiction) if finding.contradiction else None,
        "beyond": _beyond(check, finding) if criterion.beyond else None,
    }


def _beyond(check: ProgrammeCheck, finding: Finding) -> Json:
    from caseapp.letters.say.beyond import beyond_of  # few criteria need the law, and a check is asked for often

    found = beyond_of(finding.criterion, check.on)
    if found is None:
        return None
    return {
        "provision": found.provision,
        **pair("where", found.where),
        **pair("rule", found.rule),
        **pair("law", found.law),
        **pair("note", found.note),
        "confidence": found.confidence.value,
        "in_force": found.in_force,
        "text": [pair("text", line) for line in found.say(check.on)],
    }


def _contradictions(checked: PlaceCheck) -> tuple[Contradiction, ...]:
    return tuple(dict.fromkeys(one for programme in checked.programmes for one in programme.contradictions))


def _contradiction(found: Contradiction) -> dict[str, Json]:
    """Two facts that cannot both be true."""
    return {"why": found.clash.value, "facts": [found.fact, found.other], **pair("text", say_contradiction(found))}


def points_json(programme: Programme, count: Count) -> dict[str, Json]:
    """A points ledger. ``total_max`` and ``total_min`` are null where that end is open."""
    table = programme.points or Points(None, None, items_complete=False, items=())
    return {
        "total": number(count.total),
        "total_min": number(count.least),
        "total_max": number(count.total_max),
        "complete": count.complete,
        "items_complete": table.items_complete,
        "verdict": count.verdict.value,
        "threshold": number(table.threshold),
        "apply_threshold": number(table.apply_threshold),
        "may_apply": count.may_apply.value if count.may_apply else None,
        **pair("text", say_total(table, count)),
        "items": [_item(line) for line in count.items],
    }


def _item(line: CountedItem) -> dict[str, Json]:
    """One line of the ledger. ``adds`` is what of it enters the total."""
    return {
        "id": line.item.id,
        "fact": line.item.fact,
        "points": number(line.points),
        "counted": line.counted,
        "adds": number(line.adds),
        "most": number(line.most),
        "uncapped": number(line.uncapped),
        "group": line.item.group,
        "why_not": line.why_not.value if line.why_not else None,
        **_pair_or_null("why_not", say(WHY_NOT[line.why_not]) if line.why_not else None),
        **pair("text", say_item(line)),
    }


def _quota(programme: Programme) -> Json:
    quota = programme.quota
    if quota is None:
        return None
    return {"per_year": quota.per_year, "by_rank": quota.by_rank, **pair("text", say_places(programme))}


def warnings_json(check: ProgrammeCheck) -> list[Json]:
    """What has to be known before anybody relies on the answer: doubts, and what gaining the status costs."""
    doubts: list[Json] = [
        {"kind": doubt.value, **pair("text", text)} for doubt, text in zip(check.doubts, say_doubts(check), strict=True)
    ]
    if check.undecided is not None:
        doubts.append({"kind": check.undecided.value, **pair("text", say(UNDECIDED[check.undecided]))})
    return doubts + [
        {"kind": "caution", **pair("text", both(caution.text)), "source": caution.source}
        for caution in check.programme.warnings
    ]


def pair(key: str, text: Both) -> dict[str, Json]:
    """``key_zh`` and ``key_en``."""
    return {f"{key}_zh": text.zh, f"{key}_en": text.en}


def _pair_or_null(key: str, text: Both | None) -> dict[str, Json]:
    return {f"{key}_zh": text.zh if text else None, f"{key}_en": text.en if text else None}


def number(value: Decimal | None) -> int | float | None:
    """An exact number as JSON writes it."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def reading_json(reading: Reading | None) -> Json:
    """What a fact tells; a span as ``{"at_least", "at_most"}``."""
    if isinstance(reading, Span):
        return {"at_least": number(reading.low), "at_most": number(reading.high)}
    return scalar(reading)


def scalar(value: Scalar | None) -> Json:
    return number(value) if isinstance(value, Decimal) else value


def _required(op: Op, value: Scalar | tuple[Scalar, ...] | None) -> Json:
    if op in (Op.IS_TRUE, Op.IS_FALSE):
        return op is Op.IS_TRUE
    return [scalar(one) for one in value] if isinstance(value, tuple) else scalar(value)


def _day(day: object) -> str | None:
    return None if day is None else str(day)
