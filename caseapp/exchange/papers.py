"""Papers in a case file: ids of the document catalogue, where they stand, and who withholds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.ids import CaseId, DocumentId, new_id
from caseapp.domain.record import Scalar
from caseapp.exchange.fields import Fields
from caseapp.exchange.filling import filled
from caseapp.i18n import N_
from caseapp.policy.documents import documents


def known_paper(fields: Fields, key: str) -> str:
    """The id of a paper of the catalogue; anything else is a fault."""
    paper = fields.text(key)
    if paper and paper not in documents():
        fields.faults.note_unknown((*fields.path, key), paper, tuple(documents()))
    return paper


def read_documents(case: Fields, identity: CaseId, on: date) -> Iterator[Document]:
    """Everything below ``documents_held``, ``refused_papers`` and ``documents``."""
    for path, entry in case.entries("documents_held"):
        held = Fields({"paper": entry}, path, case.faults)
        yield Document(
            DocumentId(new_id()), identity, known_paper(held, "paper"), state=DocumentState.HELD, state_on=on,
            holder=HolderKind.CLIENT,
        )  # fmt: skip
    for refused in case.children("refused_papers"):
        holder = refused.choice("by", HolderKind)
        yield Document(
            DocumentId(new_id()), identity, known_paper(refused, "paper"), state=DocumentState.WITHHELD,
            state_on=refused.day("day") or on, holder=holder, words=refused.text("words"),
        )  # fmt: skip
        refused.close()
    for own in case.children("documents"):
        given: dict[str, Scalar] = {"case": identity, "paper": known_paper(own, "paper")}
        if not given["paper"] and "title" not in own:
            own.fault("paper", N_("Say which document this is: an id of the catalogue, or a title."))
        if own.raw("state_on") is None:
            given["state_on"] = on.isoformat()
        yield filled(Document, own, given)
        own.close()
