"""What each service is called in papers, and which provisions support a request (``resources/letters/services.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.law.duties import Matter, duties
from caseapp.law.respondents import duty_organs
from caseapp.law.shelf import Entry, whole
from caseapp.letters.both import Both
from caseapp.letters.wording import phrases, read_both
from caseapp.paths import resource


@dataclass(frozen=True, slots=True)
class ServiceWords:
    """The words of one service. Texts are templates; an empty one means the service has none."""

    duty: OfficeKind
    """The kind of office that has the duty, or is the place to begin where none has."""
    duty_name: Both
    card: Both
    card_stage: Both
    matter: Both
    opening: Both
    opening_stage: Both
    request: Both
    claim: Both
    need: Both
    argument: Both
    still: Both
    ends: Both
    quick: Both
    fallback: Both
    parcel: Both
    provisions: tuple[str, ...]
    with_permit: tuple[str, ...]
    """Cited only for a holder of a residence permit."""
    with_fee: tuple[str, ...]
    """Cited only where an office asked for a fee."""
    letter: bool
    """Whether the first letter is an application to perform a duty."""


_TEXTS = (
    "duty_name", "card", "card_stage", "matter", "opening", "opening_stage", "request", "claim", "need", "argument",
    "still", "ends", "quick", "fallback", "parcel",
)  # fmt: skip


@cache
def _shelf() -> Entry:
    return whole(resource("letters", "services.yaml"))


def _duty(service: Service) -> OfficeKind:
    """Labour begins at the inspection window; an unnamed service at no known office."""
    organ = duty_organs().get(service)
    if organ:
        return organ.office
    return OfficeKind.LABOUR_INSPECTION if service is Service.LABOUR else OfficeKind.OTHER


@cache
def service_words(service: Service) -> ServiceWords:
    """The words of a service. Raises PackError naming file, line and key."""
    entry = _shelf().part(service.value)
    if entry is None:
        return service_words(Service.OTHER)
    return ServiceWords(
        duty=_duty(service),
        provisions=entry.texts("provisions"),
        with_permit=entry.texts("with_permit"),
        with_fee=entry.texts("with_fee"),
        letter=entry.values.get("letter") is not False,
        **{name: read_both(entry, name) for name in _TEXTS},
    )


_ELSEWHERE = (Matter.PREMIUMS_COLLECTED, Matter.PREMIUMS_INSPECTED, Matter.REVIEW, Matter.NOBODY_KNOWN)


def words_of(file: CaseFile, on: date) -> ServiceWords:
    """The words of a case. What is asked may be another organ's than the service's: then it is asked there, card in hand.

    The letters of the service are written for the organ of the service, and would go to the wrong one.
    """
    words = service_words(file.case.service)
    duty = next(iter(duties(file, on)), None)
    if duty is None or duty.matter not in _ELSEWHERE:
        return words
    name = phrases("offices").say(f"spoken_{duty.organ.office.value}")
    return replace(words, duty=duty.organ.office, duty_name=name, letter=False)
