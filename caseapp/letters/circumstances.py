"""What is so of the applicant: birthday and age, where the family works and lives, the permit, the papers at hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.days import years_between
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.facts import Spell, SpellKind
from caseapp.letters.blocks import RestsOn
from caseapp.letters.both import NOTHING, Both
from caseapp.letters.days import full, rough
from caseapp.letters.material import Material
from caseapp.letters.papers_in_hand import exhibits, in_hand, names_of, not_yet, resting_on
from caseapp.letters.places import same_city
from caseapp.letters.said import Said
from caseapp.letters.wording import phrases

_ORDER = (
    SpellKind.EMPLOYED, SpellKind.INSURED, SpellKind.LEASE, SpellKind.RESIDENT,
    SpellKind.PERMIT, SpellKind.TEMPORARY_PERMIT, SpellKind.SCHOOLED,
)  # fmt: skip
_PROOFS = {
    SpellKind.EMPLOYED: ("labour_contract", "employment_certificate", "business_licence"),
    SpellKind.INSURED: ("social_insurance_record",),
    SpellKind.LEASE: ("rental_contract", "rental_registration_certificate"),
    SpellKind.RESIDENT: ("rental_contract", "proof_of_address", "property_certificate", "dormitory_certificate"),
    SpellKind.PERMIT: ("residence_permit",),
    SpellKind.TEMPORARY_PERMIT: ("temporary_residence_permit",),
    SpellKind.SCHOOLED: ("school_roll_certificate",),
}
_HOMES = (SpellKind.LEASE, SpellKind.RESIDENT)
_HALF_A_YEAR = 6
"""Months (Interim Regulations on Residence Permits art. 2)."""
_SCHOOL_AGE = 6
"""Compulsory Education Law art. 11: children who have turned six; the year is counted to 31 August."""


def circumstances(material: Material) -> tuple[Said, ...]:
    """Sentences on the applicant's situation, in the order a reader needs them; every day with its year."""
    return (*_birth(material), *_spells(material), *_half_year(material))


def papers_sentences(material: Material) -> Iterator[Said]:
    """What is at hand and what is being obtained."""
    words, held = phrases("circumstances"), in_hand(material.file)
    coming = [paper for paper in not_yet(material.file) if paper.state is DocumentState.APPLIED]
    if held:
        yield Said(words.say("papers", papers=names_of(held)), resting_on(held))
    if coming:
        yield Said(words.say("coming", papers=names_of(coming)), resting_on(coming))


def _birth(material: Material) -> Iterator[Said]:
    person, parties = material.parties.applicant, material.parties
    if person is None or person.born is None or not parties.minor:
        return
    words, exact = phrases("circumstances"), person.born.exact
    until = date(_school_year(material), 8, 31)
    years = years_between(person.born.latest, until)
    if material.file.case.service is Service.COMPULSORY_EDUCATION and years >= _SCHOOL_AGE:
        key = "born_school_age" if exact else "school_age"
        text = words.say(key, day=rough(person.born), until=full(until), years=years)
        yield Said(text, RestsOn(facts=("birth_date", "child_age")))
    elif exact:
        yield Said(words.say("born", day=full(exact)), RestsOn(facts=("birth_date",)))


def _school_year(material: Material) -> int:
    """The year whose autumn the child enters in."""
    return (material.file.case.useful_until or material.on).year


def _spells(material: Material) -> Iterator[Said]:
    file, parties = material.file, material.parties
    ours = {person.id for person in (parties.applicant, parties.representative) if person}
    spells = [spell for spell in file.spells if spell.person in ours and not spell.until and _here(material, spell)]
    spells.sort(key=lambda spell: (_ORDER.index(spell.kind), spell.since))
    kinds = {spell.kind for spell in spells}
    for spell in spells:
        if spell.kind is SpellKind.RESIDENT and SpellKind.LEASE in kinds:
            continue
        yield _spell(material, spell)
    yield from _permit_papers(material, kinds)


def _here(material: Material, spell: Spell) -> bool:
    """Whether the spell is of this place: one without a place is; one of another city is not told."""
    return not spell.place or bool(_place(material, spell))


def _place(material: Material, spell: Spell) -> Both:
    case, words = material.file.case, phrases("circumstances")
    if spell.district and spell.district == case.district:
        return words.say("here_district")
    if spell.place and same_city(case.city, spell.place):
        return words.say("here_city")
    return NOTHING


def _spell(material: Material, spell: Spell) -> Said:
    words = phrases("circumstances")
    papers = _proofs(material, spell)
    shown = words.say("proof", papers=names_of(papers)) if papers else NOTHING
    text = words.say(
        spell.kind.value, who=material.parties.names(spell.person), since=rough(spell.since),
        place=_place(material, spell), proof=shown, exhibits=exhibits(papers),
    )  # fmt: skip
    return Said(text, RestsOn((f"spell:{spell.kind.value}:{spell.id}",), (), resting_on(papers).documents))


def _proofs(material: Material, spell: Spell) -> list[Document]:
    wanted = _PROOFS[spell.kind]
    return [paper for paper in in_hand(material.file) if paper.id == spell.proof or paper.paper in wanted]


def _permit_papers(material: Material, told: set[SpellKind]) -> Iterator[Said]:
    """A permit known only as a paper: held, with no day of issue."""
    for kind, paper in ((SpellKind.PERMIT, "residence_permit"), (SpellKind.TEMPORARY_PERMIT, "temporary_residence_permit")):
        held = [document for document in in_hand(material.file) if document.paper == paper]
        if held and kind not in told:
            text = phrases("circumstances").say(
                f"{kind.value}_paper", who=material.parties.actor, exhibits=exhibits(held)
            )  # fmt: skip
            yield Said(text, resting_on(held))


def _half_year(material: Material) -> Iterator[Said]:
    """For a residence permit: that half a year had passed when it was first asked for (Regulations art. 2)."""
    asked = [visit.day.earliest for visit in material.file.visits_in_order() if visit.day]
    day = asked[0] if asked else material.on
    homes = [spell for spell in material.file.spells if spell.kind in _HOMES and not spell.until and _here(material, spell)]
    if material.file.case.service is Service.RESIDENCE_PERMIT and any(
        home.months_on(day) >= _HALF_A_YEAR for home in homes
    ):
        reasons = tuple(f"spell:{home.kind.value}:{home.id}" for home in homes)
        yield Said(phrases("circumstances").say("half_year", day=full(day)), RestsOn(facts=reasons))
