"""Who may be answerable, for a program: the same list the window shows, in both languages."""

from __future__ import annotations

from caseapp.letters.both import Both
from caseapp.work.answerable import Answerable, BodyShown, PartyShown, RefusalShown


def as_document(found: Answerable) -> dict[str, object]:
    """Refusals, the newest first, each with its bodies, the likeliest first; private parties apart."""
    return {
        "refusals": [_refusal(refusal) for refusal in found.refusals],
        "private_parties": [_party(party) for party in found.parties],
    }


def _refusal(shown: RefusalShown) -> dict[str, object]:
    return {
        "visit": shown.refusal.visit,
        "office": shown.refusal.office,
        "standing": shown.refusal.standing.value,
        "private": shown.refusal.private,
        "bodies": [_body(body) for body in shown.bodies],
        "practice_and_text": [_both(said) for said in shown.shifts],
    }


def _body(shown: BodyShown) -> dict[str, object]:
    body = shown.body
    return {
        "office": body.office.id,
        "kind": body.office.kind.value,
        "level": body.office.level.value,
        "name": _both(shown.name),
        "has_the_duty": body.has_the_duty,
        "turned_away": body.turned_away,
        "standing": body.standing.value,
        "named_by": [
            {"by": ground.names.value, "provisions": ground.provisions, "rule": ground.programme, "visits": ground.visits}
            for ground in body.grounds
        ],
        "against": [{"doubt": entry.doubt.value, "visit": entry.visit} for entry in body.against],
        "says": [_both(said) for said in (*shown.grounds, *shown.against)],
    }


def _party(shown: PartyShown) -> dict[str, object]:
    party = shown.party
    return {
        "holder": party.holder.value,
        "visits": party.visits,
        "documents": party.documents,
        "substitute_proof": [
            {"paper": route.paper.paper, "others": route.others, "in_hand": route.in_hand, "provision": route.provision}
            for route in party.routes
        ],
        "says": [_both(said) for said in shown.routes],
    }


def _both(said: Both) -> dict[str, str]:
    return {"zh": said.zh, "en": said.en}
