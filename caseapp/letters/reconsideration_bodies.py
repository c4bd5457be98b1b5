"""Against whom reconsideration runs, and who hears it, by version of the law."""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.domain.offices import Level, Office, OfficeKind
from caseapp.i18n import N_
from caseapp.law.library import provisions
from caseapp.law.respondents import NEW_LAW, respondent
from caseapp.letters.both import NOTHING, Both
from caseapp.letters.cite import citable_ids
from caseapp.letters.material import Material
from caseapp.letters.office_words import formal
from caseapp.letters.problems import Problem, missing, reviewing_body_of_the_old_law

_GOVERNMENT = "人民政府"


def the_respondent(material: Material) -> Office | None:
    """The organ whose seal is on the act; for silence the organ that received the application."""
    if material.act is None:
        return material.duty
    office = material.file.office(material.act.answer.office)
    above = material.file.office(office.acts_for) if office else None
    return above if above and office and office.kind in (OfficeKind.POLICE_STATION, OfficeKind.MIGRANT_STATION) else office


def reviewing_body(material: Material) -> Both:
    """Its full name as entered with the office, else the district's government if the case knows it; nothing otherwise."""
    against = the_respondent(material)
    english = formal(None).en if against is None else "the people's government"
    if against and against.reconsideration_organ.strip():
        return Both(against.reconsideration_organ.strip(), english)
    government = next((office for office in material.file.offices.values() if _hears(office, against)), None)
    return Both(government.name_zh.strip(), government.name_en.strip() or english) if government else NOTHING


def _hears(office: Office, against: Office | None) -> bool:
    return (
        against is not None
        and office.kind is OfficeKind.GOVERNMENT
        and office.id != against.id
        and against.kind not in (OfficeKind.TAX_BUREAU, OfficeKind.GOVERNMENT)
        and (office.city, office.district, office.level) == (against.city, against.district, Level.DISTRICT)
        and not office.template
        and bool(office.name_zh.strip())
    )


def reviewing_body_problems(material: Material) -> Iterator[Problem]:
    """A body that is not known, or one that only the old law knew."""
    body, against = reviewing_body(material), the_respondent(material)
    if not body:
        yield missing(N_("the full name of the body that reviews the office's acts"))
    elif material.on >= NEW_LAW and against and against.kind is not OfficeKind.TAX_BUREAU and _GOVERNMENT not in body.zh:
        yield reviewing_body_of_the_old_law()


def jurisdiction(material: Material) -> tuple[str, ...]:
    """The provision by which the body has the case, if it is one that is quoted here and was in force."""
    against = the_respondent(material)
    if against is None:
        return ()
    if against.kind is OfficeKind.POLICE_STATION:
        return citable_ids(_of_police(against), material.on)
    named = respondent(against.kind, material.on).reviewed_by
    if named is None:
        return ()
    known = provisions().values()
    return citable_ids((p.id for p in known if (p.statute, p.article) == (named.statute, named.article)), material.on)


def _of_police(office: Office) -> tuple[str, ...]:
    """A district branch, or a bureau that is itself a department of its government."""
    if "分局" in office.name_zh:
        return ("recon-branch",)
    return ("recon-government-hears",) if office.name_zh.strip().endswith("公安局") else ()
