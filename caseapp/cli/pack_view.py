"""A pack as lines and as a document."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.i18n import _, screen_language
from caseapp.policy.model import Pack, Words, criteria


def as_document(pack: Pack) -> dict[str, object]:
    """What a pack holds, programme by programme."""
    return {
        "id": pack.place.id, "name_zh": pack.place.name.zh, "name_en": pack.place.name.en, "version": pack.version,
        "programmes": [
            {
                "id": programme.id, "service": programme.service, "name_zh": programme.name.zh,
                "name_en": programme.name.en, "effective_from": programme.effective_from,
                "effective_to": programme.effective_to, "seen_in_force": programme.seen_in_force,
                "status": programme.status, "confidence": programme.confidence, "verified_on": programme.verified_on,
                "criteria": [criterion.id for criterion in criteria(programme.eligibility)],
                "documents": [needed.id for needed in programme.documents],
            }
            for programme in pack.programmes
        ],
    }  # fmt: skip


def as_lines(pack: Pack) -> Iterator[str]:
    """One line a programme, its criteria below."""
    yield f"{_side(pack.place.name)} ({pack.place.id}) {pack.version}"
    for programme in pack.programmes:
        until = programme.effective_to or _("still open")
        yield f"{programme.effective_from or '?'} – {until}  {_side(programme.name)} ({programme.id})"
        for criterion in criteria(programme.eligibility):
            yield f"    {_side(criterion.text)}"


def _side(words: Words) -> str:
    return words.zh if screen_language() == "zh_CN" else words.en
