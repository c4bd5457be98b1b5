"""The parts every filing shares: who the parties are, the organ written to, the signatures, the receipt strip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caseapp.domain.people import Person, Relation
from caseapp.i18n import N_
from caseapp.letters.blocks import RestsOn
from caseapp.letters.both import NOTHING, Both, clauses
from caseapp.letters.compose import Composer
from caseapp.letters.days import full
from caseapp.letters.material import Material
from caseapp.letters.office_words import addressed
from caseapp.letters.parties import relation_word
from caseapp.letters.problems import Problem, addressee_incomplete, missing, no_representative, power_needed
from caseapp.letters.said import Said
from caseapp.letters.wording import phrases

MAY_SIGN_BESIDE = 8
"""From eight a child may sign beside the representative (Civil Code arts 19, 20)."""


def applicant_line(material: Material, *, reconsideration: bool) -> Said:
    """The applicant, as the kind of letter needs it (Implementing Regulations art. 19(1)(1) for reconsideration)."""
    words, parties = phrases("people"), material.parties
    person = parties.applicant
    key = "party_child" if parties.minor else "party_adult"
    head = words.say(key, name=person.name if person else None)
    if person is None:
        return Said(_ended(head))
    parts = [head, _sex(person), *_birth(person, material, reconsideration)]
    parts.append(words.say("id_number", number=person.id_number or None))
    if reconsideration:
        parts.append(_work_unit(person, minor=parties.minor))
        parts.append(words.say("home", address=person.address or _home(material) or None))
        parts.append(
            words.say("postcode", number=person.postcode or _postcode(material)) if _postcode(material) else NOTHING
        )
    else:
        parts.append(words.say("hukou", place=person.hukou_place) if person.hukou_place.strip() else NOTHING)
        parts.append(words.say("living", address=person.address or _home(material) or None))
    if not parties.minor:
        parts.append(_phone(person))
    return Said(_ended(clauses(parts)), RestsOn(facts=("birth_date", "hukou_province"), documents=_identity(material)))


def representative_line(material: Material, *, reconsideration: bool) -> Said | None:
    """The statutory representative; None for an adult."""
    person, parties, words = material.parties.representative, material.parties, phrases("people")
    if not parties.minor or person is None:
        return None
    relation = relation_word(person, parties.relation)
    parts = [words.say("party_representative", name=person.name or None, relation=words.say(relation))]
    if reconsideration:
        age = person.age_on(material.on)
        parts += [_sex(person), words.say("age", years=age) if age is not None else NOTHING]
    parts.append(words.say(f"related_{relation}"))
    parts.append(words.say("id_number", number=person.id_number or None))
    if reconsideration:
        parts += [_work_unit(person, minor=False), words.say("same_address"), _phone(person)]
    else:
        parts += [_phone(person), words.say("service_address", address=_home(material) or None)]
        parts.append(words.say("postcode", number=_postcode(material)) if _postcode(material) else NOTHING)
    return Said(_ended(clauses(parts)), RestsOn(facts=("statutory_representative",), documents=_identity(material)))


def _ended(text: Both) -> Both:
    return Both(text.zh + "。", text.en + ".")


def _sex(person: Person) -> Both:
    return phrases("people").say(person.sex.value) if person.sex else NOTHING


def _birth(person: Person, material: Material, reconsideration: bool) -> Iterator[Both]:
    words = phrases("people")
    if reconsideration:
        age = person.age_on(material.on)
        yield words.say("age", years=age)
    elif person.born is not None and person.born.exact:
        yield words.say("born", day=full(person.born.exact))
    else:
        yield words.say("born_unknown")


def _work_unit(person: Person, *, minor: bool) -> Both:
    words = phrases("people")
    if person.work_unit.strip():
        return words.say("work_unit", name=person.work_unit)
    return words.say("no_work_unit") if minor else NOTHING


def _phone(person: Person) -> Both:
    return phrases("people").say("phone", number=person.phone or None)


def _home(material: Material) -> str:
    parties = material.parties
    people = (parties.representative, parties.applicant)
    return next((person.address for person in people if person and person.address.strip()), "")


def _postcode(material: Material) -> str:
    parties = material.parties
    people = (parties.representative, parties.applicant)
    return next((person.postcode for person in people if person and person.postcode.strip()), "")


def _identity(material: Material) -> tuple[str, ...]:
    wanted = ("hukou_booklet", "id_card", "birth_certificate")
    return tuple(str(paper.id) for paper in material.file.documents if paper.paper in wanted and paper.state.in_hand)


def party_problems(material: Material, *, reconsideration: bool) -> Iterator[Problem]:
    """What the letter's parties still lack."""
    parties = material.parties
    signer = parties.representative if parties.minor else parties.applicant
    if parties.applicant is None or not parties.applicant.name.strip():
        yield missing(N_("the applicant's name"))
    if parties.applicant and not parties.applicant.id_number.strip():
        yield missing(N_("the applicant's ID number"))
    if parties.applicant and not _birthday_enough(parties.applicant, material, reconsideration):
        yield missing(N_("the applicant's birthday"))
    if not _home(material):
        yield missing(N_("the address"))
    if parties.minor:
        yield from _representative_problems(material)
    if signer and not signer.phone.strip():
        yield missing(N_("a telephone number"))


def _birthday_enough(person: Person, material: Material, reconsideration: bool) -> bool:
    """For reconsideration the age is enough (Implementing Regulations art. 19); the application names the day."""
    if reconsideration:
        return person.age_on(material.on) is not None
    return person.born is not None and person.born.exact is not None


def _representative_problems(material: Material) -> Iterator[Problem]:
    person, parties = material.parties.representative, material.parties
    if person is None:
        yield no_representative()
        return
    if not person.name.strip():
        yield missing(N_("the representative's name"))
    if not person.id_number.strip():
        yield missing(N_("the representative's ID number"))
    if parties.relation in (Relation.GRANDPARENT, Relation.OTHER) and not parties.power.strip():
        yield power_needed()


def organ(material: Material) -> Both:
    """The organ with the duty, by its full name, or with a blank while it is a template."""
    return addressed(material.duty, material.words.duty_name)


def organ_problems(material: Material) -> Iterator[Problem]:
    """INTERFACE wording for a template addressee: completed once, used for every case in the district (PRACTICE M4)."""
    office = material.duty
    if office is None or not office.ready_for_letters():
        yield addressee_incomplete((office.name_zh if office else "") or material.words.duty_name.zh)


def sign(composer: Composer, material: Material) -> None:
    """Signature lines from roles: an adult signs alone; for a child the representative does."""
    words, parties = phrases("people"), material.parties
    lines: list[Both] = []
    if parties.minor:
        name = parties.applicant.name if parties.applicant else None
        age = parties.applicant.age_on(material.on) if parties.applicant else None
        beside = age is not None and age >= MAY_SIGN_BESIDE
        lines.append(words.say("sign_child_beside") if beside else words.say("sign_child", name=name or None))
        lines.append(words.say("sign_representative"))
    else:
        lines.append(words.say("sign_applicant"))
    composer.signature("signature", (*lines, full(material.on)))


def receipt(composer: Composer, material: Material, file: str, count: int) -> None:
    """The strip the office tears off."""
    words = phrases(file)
    name = material.parties.applicant.name if material.parties.applicant else None
    blanks: Iterable[Both] = (words.say("strip_office"), words.say("strip_window"), words.say("strip_day"))
    text = words.say("strip" if count else "strip_plain", name=name or None, count=count)
    composer.receipt_strip("receipt", words.say("strip_title"), text, blanks)
