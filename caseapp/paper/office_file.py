"""An office file that says nothing about who wrote it, where or when, and is the same for the same input."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

UNWANTED = {
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
"""Parts of the library's template that name a program or show somebody's page."""
TRACES = ("w:rsids", "w:savePreviewPicture")
"""Settings of the template: numbers of editing sessions, and a picture of the page kept in the file."""
KEEP_CLEAN = ("w:removeDateAndTime", "w:removePersonalInformation")
"""Ask the program that saves the file next to leave its user's name out."""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time an archive can tell: it tells nothing."""


def clean_bytes(document: Document, *, title: str, language: str, day: date) -> bytes:
    """The document as a file whose properties hold a general title and a day."""
    _describe(document, title, language, day)
    for owner in (document.part.package, document.part):
        for key in [key for key, relation in owner.rels.items() if relation.reltype in UNWANTED]:
            del owner.rels[key]
    written = BytesIO()
    document.save(written)
    return _without_times(written)


def _describe(document: Document, title: str, language: str, day: date) -> None:
    properties = document.core_properties
    for name in ("author", "category", "comments", "content_status", "identifier", "keywords", "last_modified_by"):
        setattr(properties, name, "")
    properties.subject = properties.version = ""
    properties.title, properties.language = title, language
    properties.created = properties.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    properties.revision = 1
    settings = document.settings.element
    for name in TRACES:
        for found in settings.findall(qn(name)):
            settings.remove(found)
    for session in list(document.styles.element.iter(qn("w:rsid"))):
        session.getparent().remove(session)
    for name in KEEP_CLEAN:
        settings.insert(1, OxmlElement(name))  # after w:zoom, as the schema's order asks


def _without_times(written: BytesIO) -> bytes:
    clean = BytesIO()
    with ZipFile(written) as before, ZipFile(clean, "w", ZIP_DEFLATED) as archive:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            archive.writestr(ZipInfo(name, FIRST_DAY), before.read(name), ZIP_DEFLATED)
    return clean.getvalue()
