"""The document catalogue: papers that rules and offices ask for, and who usually issues them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType

from caseapp.errors import PackError
from caseapp.paths import resource
from caseapp.policy.model import NeededDocument, Programme, Words
from caseapp.policy.reading.problems import Section
from caseapp.strict_yaml import Yaml, read


class IssuerKind(Enum):
    CLIENT = "client"
    LANDLORD = "landlord"
    EMPLOYER = "employer"
    POLICE = "police"
    HOMETOWN = "hometown"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One paper. ``issuer_kind`` CLIENT: the client has it or fills it in."""

    id: str
    name: Words
    issuer_kind: IssuerKind


@cache
def documents() -> Mapping[str, DocumentKind]:
    """All papers by id, in the order of the file. Raises :class:`PackError` if the file is damaged."""
    return documents_from(read(resource("policies", "documents.yaml")))


def documents_from(file: Yaml) -> Mapping[str, DocumentKind]:
    """The papers a file lists. Raises the first problem found."""
    problems: list[PackError] = []
    top = Section(file, file.value, (), problems)
    found: dict[str, DocumentKind] = {}
    for section in top.sections("documents"):
        kind = DocumentKind(section.text("id"), section.words("name"), section.choice("issuer_kind", IssuerKind))
        section.done()
        if kind.id in found:
            section.twice(("id",), kind.id)
        found[kind.id] = kind
    top.done()
    if problems:
        raise problems[0]
    return MappingProxyType(found)


def missing_documents(programme: Programme, held: Collection[str]) -> tuple[NeededDocument, ...]:
    """The papers the programme asks for that are not among ``held`` (ids), in the programme's order."""
    return tuple(document for document in programme.documents if document.id not in held)
