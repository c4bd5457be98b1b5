"""What a household's facts will be on a later day, if no run is broken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from caseapp.domain.days import months_between
from caseapp.policy.catalogue import Catalogue, Close
from caseapp.policy.known import KnownFact, KnownFacts, Span, low_end


def advanced(kinds: Catalogue, facts: KnownFacts, on: date, day: date) -> KnownFacts:
    """The facts as of ``day``: counts that grow with time have grown since ``on``, all else is as it was.

    A whole count known on ``on`` is taken as exactly reached on that day, so that nothing comes too early. A count that
    is only a lower bound stays one.
    """
    months = months_between(on, day)
    if months == 0:
        return facts
    readings = facts.on(on)
    grown: dict[str, KnownFact] = {}
    for key, reading in readings.items():
        kind = kinds[key]
        if kind.close is not Close.TIME:
            if not isinstance(reading, Span):
                grown[key] = KnownFact(reading, day, facts[key].source)
            continue
        since = facts[key].since
        whole = (
            months_between(since, day) if since else int(low_end(reading)) * (1 if kind.unit == "months" else 12) + months
        )
        value = Decimal(whole if kind.unit == "months" else whole // 12)
        grown[key] = KnownFact(min(value, kind.most) if kind.most is not None else value, day, facts[key].source, since)
    return facts.with_facts(grown)
