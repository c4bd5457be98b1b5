"""Checks as JSON: the shape that the command line promises."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from caseapp.letters.both import Both
from caseapp.letters.say_finding import UNDECIDED, both, say, say_check, say_doubts, say_finding, say_item
from caseapp.policy.check import Finding, PlaceCheck, ProgrammeCheck
from caseapp.policy.known import Reading, Span
from caseapp.policy.model import Op, Pack, Programme, Scalar
from caseapp.policy.points import Count

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
NO_STATES: Mapping[str, str] = {}


def check_json(checked: PlaceCheck, states: Mapping[str, str] = NO_STATES) -> dict[str, Json]:
    """A check of a place. ``states`` are the states of the papers by document id; a paper not named is needed."""
    pack = checked.pack
    return {
        "city": pack.place.id,
        "on": checked.on.isoformat(),
        "pack_version": pack.version,
        "programmes": [programme_json(pack, one, states) for one in checked.programmes],
    }


def programme_json(pack: Pack, check: ProgrammeCheck, states: Mapping[str, str] = NO_STATES) -> dict[str, Json]:
    """One programme of a check."""
    programme = check.programme
    instrument = pack.instrument(programme.instrument)
    return {
        "id": programme.id,
        "service": programme.service,
        "name_zh": programme.name.zh,
        "name_en": programme.name.en,
        "verdict": check.verdict.value,
        "undecided": check.undecided.value if check.undecided else None,
        **pair("text", say_check(check)),
        "effective_from": _day(programme.effective_from),
        "effective_to": _day(programme.effective_to),
        "status": programme.status.value,
        "confidence": programme.confidence.value,
        "verified_on": _day(programme.verified_on),
        "seen_in_force": programme.seen_in_force,
        "may_have_been_replaced": any(doubt.value == "may_have_been_replaced" for doubt in check.doubts),
        "instrument": instrument.id if instrument else None,
        "document_number": instrument.document_number if instrument else None,
        "source": "; ".join(programme.sources),
        "responsible_office": programme.responsible_office,
        "findings": [finding_json(pack, programme, finding) for finding in check.findings],
        "points": points_json(programme, check.points) if check.points else None,
        "quota": {"per_year": programme.quota.per_year, "by_rank": programme.quota.by_rank} if programme.quota else None,
        "documents": [
            {
                "id": document.id,
                "state": states.get(document.id, "needed"),
                "issued_by": document.issued_by,
                **pair("name", both(document.name)),
            }
            for document in programme.documents
        ],
        "entitlements": [pair("text", both(words)) for words in programme.entitlements],
        "not_given": [pair("text", both(missing.text)) for missing in programme.not_given],
        "warnings": _warnings(check),
    }


def finding_json(pack: Pack, programme: Programme, finding: Finding) -> dict[str, Json]:
    """One criterion of a check."""
    criterion = finding.criterion
    instrument = pack.instrument(programme.instrument)
    return {
        "criterion": criterion.id,
        "verdict": finding.verdict.value,
        "fact": criterion.fact,
        "op": criterion.op.value,
        "required": _required(criterion.op, criterion.value),
        "actual": reading_json(finding.actual),
        "as_of": finding.known.as_of.isoformat() if finding.known else None,
        "unit": criterion.unit,
        "waivable": criterion.waivable,
        **pair("text", say_finding(finding, pack, programme)),
        "source": instrument.source if instrument else None,
        "paper": finding.paper,
        "beyond": criterion.beyond.provision if criterion.beyond else None,
    }


def points_json(programme: Programme, count: Count) -> dict[str, Json]:
    """A points ledger. ``total_max`` and ``total_min`` are null where that end is open."""
    table = programme.points
    return {
        "total": number(count.total),
        "total_min": number(count.least),
        "total_max": number(count.total_max),
        "complete": count.complete,
        "verdict": count.verdict.value,
        "threshold": number(table.threshold) if table else None,
        "apply_threshold": number(table.apply_threshold) if table else None,
        "items": [
            {
                "id": line.item.id,
                "points": number(line.points),
                "counted": line.counted,
                "why_not": line.why_not.value if line.why_not else None,
                **pair("text", say_item(line)),
            }
            for line in count.items
        ],
    }


def _warnings(check: ProgrammeCheck) -> list[Json]:
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
