"""A pack file as values. Every problem is gathered, so that one reading shows them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from caseapp.errors import PackError
from caseapp.i18n import N_
from caseapp.policy.catalogue import Catalogue
from caseapp.policy.model import (
    Caution,
    Confidence,
    Example,
    Instrument,
    KnownObstruction,
    Office,
    Pack,
    Place,
    PlaceKind,
    Programme,
    PublishedFigure,
    Scalar,
    Status,
    TimeLimit,
)
from caseapp.policy.reading import consistency
from caseapp.policy.reading.papers import Papers, read_documents, read_papers
from caseapp.policy.reading.problems import Section
from caseapp.policy.reading.rules import read_group, read_points, read_quota
from caseapp.policy.reading.versions import check_versions
from caseapp.policy.vocabulary import LEVELS, PATTERNS, SERVICES, SIZE_CLASSES
from caseapp.strict_yaml import Yaml

SCHEMA = 1

T = TypeVar("T")


def read_pack(file: Yaml, catalogue: Catalogue) -> tuple[Pack, tuple[PackError, ...]]:
    """The pack a file holds, and everything that is wrong with it. Use the pack only if nothing is."""
    problems: list[PackError] = []
    if not isinstance(file.value, dict):
        # Every key of a pack would be missing; one sentence says it.
        problems.append(file.refuse((), N_("This file holds no rules of a city. Choose another one.")))
    top = Section(file, file.value if isinstance(file.value, dict) else {}, (), [] if problems else problems)
    if top.whole("schema") != SCHEMA:
        top.problem(
            ("schema",),
            N_("This file is written for another version of the program. Schema {schema} is read here."),
            schema=SCHEMA,
        )
    papers = read_papers(top)
    pack = Pack(
        place=read_place(top.section("place")),
        version=top.text("version"),
        offices=tuple(_office(one) for one in top.sections("offices")),
        instruments=tuple(_instrument(one) for one in top.sections("instruments")),
        programmes=tuple(_programme(one, catalogue, papers) for one in top.sections("programmes")),
    )
    top.done()
    consistency.check_pack(pack, papers, top)
    check_versions(pack, top)
    return pack, tuple(problems)


def read_place(section: Section) -> Place:
    """Where the rules of a pack hold."""
    place = Place(
        id=section.text("id"),
        name=section.words("name"),
        gb2260=section.text_or_none("gb2260"),
        province=section.words_or_none("province"),
        permanent_population_millions=section.number("permanent_population_millions"),
        population_year=section.whole("population_year"),
        size_class=section.one_of("size_class", SIZE_CLASSES) if section.raw("size_class") is not None else None,
        kind=section.choice("kind", PlaceKind) if section.has("kind") else PlaceKind.CITY,
        within=section.texts("within"),
    )
    section.done()
    return place


def _office(section: Section) -> Office:
    services = section.texts("responsible_for")
    for index, service in enumerate(services):
        if service not in SERVICES:
            section.problem(("responsible_for", index), N_("Expected here: one of {options}."), options=", ".join(SERVICES))
    office = Office(
        id=section.text("id"),
        name=section.words("name"),
        level=section.one_of("level", LEVELS),
        hotline=section.text_or_none("hotline"),
        responsible_for=services,
    )
    section.done()
    return office


def _instrument(section: Section) -> Instrument:
    instrument = Instrument(
        id=section.text("id"),
        title=section.words("title"),
        document_number=section.text_or_none("document_number"),
        issuer=section.words_or_none("issuer"),
        published=section.text_or_none("published"),
        effective_from=section.day_or_none("effective_from"),
        effective_to=section.day_or_none("effective_to"),
        source=section.text("source"),
        confidence=section.choice("confidence", Confidence),
        verified_on=section.day_or_none("verified_on"),
    )
    section.done()
    return instrument


def _programme(section: Section, catalogue: Catalogue, papers: Papers) -> Programme:
    programme = Programme(
        id=section.text("id"),
        service=section.one_of("service", SERVICES),
        name=section.words("name"),
        instrument=section.text_or_none("instrument"),
        effective_from=section.day_or_none("effective_from"),
        effective_to=section.day_or_none("effective_to"),
        responsible_office=section.text("responsible_office"),
        eligibility=read_group(section.section("eligibility"), catalogue),
        points=read_points(section.section("points"), catalogue) if section.has("points") else None,
        quota=read_quota(section.section("quota")) if section.has("quota") else None,
        documents=read_documents(section, papers),
        time_limits=_all(section, "time_limits", _time_limit),
        entitlements=_all(section, "entitlements", lambda one: one.words("text")),
        not_given=_all(section, "not_given", lambda one: Caution(one.words("text"), one.text("source"))),
        known_obstructions=_all(section, "known_obstructions", _obstruction),
        published_figures=_all(section, "published_figures", _figure),
        warnings=_all(section, "warnings", lambda one: Caution(one.words("text"), one.text("source"))),
        examples=_all(section, "examples", _example),
        sources=section.texts("sources"),
        confidence=section.choice("confidence", Confidence),
        verified_on=section.day_or_none("verified_on"),
        seen_in_force=section.text_or_none("seen_in_force"),
        status=section.choice("status", Status),
        series=section.text_or_none("series") or "",
    )
    if not programme.sources:
        section.problem(("sources",), N_("Every programme says where it was read: give at least one source."))
    consistency.check_programme(programme, section, catalogue)
    section.done()
    return programme


def _all(section: Section, key: str, reader: Callable[[Section], T]) -> tuple[T, ...]:
    found: list[T] = []
    for one in section.sections(key):
        found.append(reader(one))
        one.done()
    return tuple(found)


def _time_limit(section: Section) -> TimeLimit:
    window: tuple[str, str] | None = None
    if section.has("window"):
        days = section.section("window")
        window = days.text("from"), days.text("to")
        days.done()
    return TimeLimit(
        what=section.words("what"),
        length=section.whole_or_none("length"),
        unit=section.one_of("unit", ("calendar_days", "working_days", "months", "years")),
        who=section.one_of("who", ("applicant", "authority")),
        window=window,
    )


def _obstruction(section: Section) -> KnownObstruction:
    return KnownObstruction(
        pattern=section.one_of("pattern", PATTERNS),
        description=section.words("description"),
        source=section.text("source"),
        year=section.whole("year"),
    )


def _figure(section: Section) -> PublishedFigure:
    figure = PublishedFigure(
        year=section.whole("year"),
        places=section.whole_or_none("places"),
        applied=section.whole_or_none("applied"),
        met=section.whole_or_none("met"),
        granted=section.whole_or_none("granted"),
        cutoff=section.number_or_none("cutoff"),
        rate_percent=section.number_or_none("rate_percent"),
        rate_percent_max=section.number_or_none("rate_percent_max"),
        of=section.words_or_none("of"),
        source=section.text("source"),
        note=section.words_or_none("note"),
    )
    low, high = figure.rate_percent, figure.rate_percent_max
    if high is not None and (low is None or high < low):
        section.problem(("rate_percent_max",), N_("The upper end of a range comes with a lower one that is not above it."))
    return figure


def _example(section: Section) -> Example:
    return Example(
        says=section.text("says"),
        because=section.text("because"),
        day=section.day("day"),
        facts=_pairs(section, "facts"),
        finds=_pairs(section, "finds"),
        printed=section.flag("printed", default=False),
    )


def _pairs(section: Section, key: str) -> tuple[tuple[str, Scalar], ...]:
    raw = section.raw(key)
    if not isinstance(raw, dict):
        section.problem((key,), N_("A mapping (key: value) is expected here."))
        return ()
    pairs: list[tuple[str, Scalar]] = []
    for name, value in raw.items():
        if value is None or isinstance(value, (list, dict)):
            section.problem((key, name), N_("A single value is expected here."))
        else:
            pairs.append((name, value))
    return tuple(pairs)
