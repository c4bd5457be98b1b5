"""The law the program carries. Each shelf is read once, when first asked for: deadlines never wait for quotations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.law.periods import CountingRule, Period, read_counting_rule, read_period
from caseapp.law.shelf import entries
from caseapp.law.statutes import Procedure, Provision, Statute, read_procedure, read_provision, read_statute
from caseapp.paths import resource


@cache
def statutes() -> Mapping[str, Statute]:
    """Every statute by id."""
    return MappingProxyType({found.id: found for found in map(read_statute, entries(resource("law", "statutes.yaml")))})


@cache
def provisions() -> Mapping[str, Provision]:
    """Every provision by id."""
    shelf = entries(resource("law", "provisions.yaml"))
    return MappingProxyType({found.id: found for found in map(read_provision, shelf)})


@cache
def procedures() -> Mapping[str, Procedure]:
    """Every procedure by id."""
    shelf = entries(resource("law", "procedures.yaml"))
    return MappingProxyType({found.id: found for found in map(read_procedure, shelf)})


@cache
def periods() -> Mapping[str, Period]:
    """Every period by id, in the order of the file."""
    return MappingProxyType({found.id: found for found in map(read_period, entries(resource("law", "deadlines.yaml")))})


@cache
def counting_rules() -> Mapping[str, CountingRule]:
    """Every counting rule by id."""
    shelf = entries(resource("law", "counting-rules.yaml"))
    return MappingProxyType({found.id: found for found in map(read_counting_rule, shelf)})


def provision(id_: str) -> Provision:
    """The provision ``id_``. Raises :class:`BadInput`."""
    try:
        return provisions()[id_]
    except KeyError:
        raise BadInput(N_("There is no provision {id} in the law files."), id=id_) from None


def citable(found: Provision, on: date) -> bool:
    """Whether a letter of ``on`` may cite it: its text was read, and the version held was in force that day."""
    statute = statutes()[found.statute]
    ended = found.effective_to is not None and on > found.effective_to
    return found.confidence.value == "high" and statute.in_force(on) and not ended


def successor_not_read(statute_id: str, day: date) -> Statute | None:
    """The newer version in force on ``day`` whose text was not read, if the statute cited has ended by then."""
    shelf = statutes()
    statute = shelf[statute_id]
    if statute.effective_to is None or day <= statute.effective_to:
        return None
    newer = (found for found in shelf.values() if found.supersedes == statute_id)
    return next((found for found in newer if not found.text_read and found.in_force(day)), None)
