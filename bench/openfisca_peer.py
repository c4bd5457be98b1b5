"""The same rule for OpenFisca-core, in a process and a virtual environment of its own (bench/peer.py makes it).

It answers one line of JSON for each line on standard input. Nothing of the project imports this file.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import MONTH
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.persons import EDUCATION, SKILL, Record, persons

PERIOD = "2025-09"
NUMBERS = {
    "insured_months_at_least": 36, "age_at_most": 50, "line": 40, "junior_college": 20, "bachelor_or_above": 40,
    "senior_worker": 20, "technician": 35, "per_insured_year": 3.5, "insurance_cap": 35,
    "per_twenty_volunteer_hours": 0.5, "volunteering_cap": 10, "per_detention": -20,
}  # fmt: skip

Person = build_entity(key="person", plural="persons", label="A person", is_person=True)
Education = Enum("Education", {word: word for word in EDUCATION})
Skill = Enum("Skill", {word: word for word in SKILL})


def _variable(name: str, value_type: type, **more: Any) -> type[Variable]:
    return type(name, (Variable,), {"value_type": value_type, "entity": Person, "definition_period": MONTH, **more})


INPUTS: dict[str, type[Variable]] = {
    "age": _variable("age", int),
    "social_insurance_months": _variable("social_insurance_months", int),
    "residence_permit_held": _variable("residence_permit_held", bool),
    "criminal_record": _variable("criminal_record", bool),
    "owns_home": _variable("owns_home", bool),
    "lease_registered": _variable("lease_registered", bool),
    "education_level": _variable("education_level", Enum, possible_values=Education, default_value=Education["none"]),
    "skill_level": _variable("skill_level", Enum, possible_values=Skill, default_value=Skill["none"]),
    "volunteer_hours": _variable("volunteer_hours", int),
    "administrative_detention_count": _variable("administrative_detention_count", int),
}


def insured_long_enough(person: Any, period: Any, parameters: Any) -> Any:
    return person("social_insurance_months", period) >= parameters(period).insured_months_at_least


def young_enough(person: Any, period: Any, parameters: Any) -> Any:
    return person("age", period) <= parameters(period).age_at_most


def housed(person: Any, period: Any) -> Any:
    return person("owns_home", period) + person("lease_registered", period)


def eligible(person: Any, period: Any) -> Any:
    return (
        person("insured_long_enough", period)
        * person("young_enough", period)
        * person("residence_permit_held", period)
        * numpy.logical_not(person("criminal_record", period))
        * person("housed", period)
    )


def education_points(person: Any, period: Any, parameters: Any) -> Any:
    level = person("education_level", period)
    college = level == Education["junior_college"]
    degree = (level == Education["bachelor"]) + (level == Education["master"]) + (level == Education["doctor"])
    return college * parameters(period).junior_college + degree * parameters(period).bachelor_or_above


def skill_points(person: Any, period: Any, parameters: Any) -> Any:
    level = person("skill_level", period)
    technician = (level == Skill["l2_technician"]) + (level == Skill["l1_senior_technician"])
    senior = level == Skill["l3_senior"]
    return senior * parameters(period).senior_worker + technician * parameters(period).technician


def insurance_points(person: Any, period: Any, parameters: Any) -> Any:
    years = person("social_insurance_months", period) // 12
    return numpy.minimum(years * parameters(period).per_insured_year, parameters(period).insurance_cap)


def volunteering_points(person: Any, period: Any, parameters: Any) -> Any:
    blocks = person("volunteer_hours", period) // 20
    return numpy.minimum(blocks * parameters(period).per_twenty_volunteer_hours, parameters(period).volunteering_cap)


def detention_points(person: Any, period: Any, parameters: Any) -> Any:
    return person("administrative_detention_count", period) * parameters(period).per_detention


def total(person: Any, period: Any) -> Any:
    learning = numpy.maximum(person("education_points", period), person("skill_points", period))
    others = ("insurance_points", "volunteering_points", "detention_points")
    return learning + sum(person(name, period) for name in others)


def admitted(person: Any, period: Any, parameters: Any) -> Any:
    return person("eligible", period) * (person("total", period) >= parameters(period).line)


YES_OR_NO = (insured_long_enough, young_enough, housed, eligible, admitted)
POINTS = (education_points, skill_points, insurance_points, volunteering_points, detention_points, total)


def system() -> TaxBenefitSystem:
    """The rule, with its numbers dated from the day it came into force."""
    made = TaxBenefitSystem([Person])
    for variable in INPUTS.values():
        made.add_variable(variable)
    for value_type, formulas in ((bool, YES_OR_NO), (float, POINTS)):
        for formula in formulas:
            made.add_variable(_variable(formula.__name__, value_type, formula=formula))
    data = {name: {"values": {"2024-06-01": {"value": value}}} for name, value in NUMBERS.items()}
    made.parameters = ParameterNode("", data=data)
    return made


SYSTEM = system()


def of_all(records: Sequence[Record]) -> Simulation:
    """One vectorised run over all records, from the records themselves."""
    simulation = SimulationBuilder().build_default_simulation(SYSTEM, len(records))
    for name in INPUTS:
        column = numpy.array([record[name] for record in records])
        if name == "education_level":
            column = Education.encode(column)
        elif name == "skill_level":
            column = Skill.encode(column)
        simulation.set_input(name, PERIOD, column)
    simulation.calculate("admitted", PERIOD)
    return simulation


def traced(record: Record) -> list[str]:
    """One case with its trace, from the record to the lines."""
    person = {name: {PERIOD: value} for name, value in record.items()}
    simulation = SimulationBuilder().build_from_entities(SYSTEM, {"persons": {"one": person}})
    simulation.trace = True
    simulation.calculate("admitted", PERIOD)
    return list(simulation.tracer.computation_log.lines())


def digest(records: Sequence[Record]) -> str:
    """Who is admitted, and each total in halves of a point, as SHA-256."""
    simulation = of_all(records)
    yes, totals = simulation.calculate("admitted", PERIOD), simulation.calculate("total", PERIOD)
    said = "".join(f"{int(one)}{int(points * 2)};" for one, points in zip(yes, totals, strict=True))
    return hashlib.sha256(said.encode()).hexdigest()


def seconds_of_all(records: Sequence[Record]) -> float:
    """One vectorised run, once the records are there."""
    begun = time.process_time()
    of_all(records)
    return time.process_time() - begun


def seconds_of_one(records: Sequence[Record]) -> float:
    """A case with its trace, on average."""
    begun = time.process_time()
    for record in records:
        traced(record)
    return (time.process_time() - begun) / len(records)


def serve() -> None:
    """Answer each request: ``answers``, ``all`` or ``one``, with a count."""
    made = cache(persons)
    for line in sys.stdin:
        request = json.loads(line)
        what, count = request["what"], request["count"]
        found: dict[str, object]
        if what == "answers":
            found = {"sha256": digest(made(count))}
        elif what == "all":
            found = {"seconds": seconds_of_all(made(count))}
        else:
            found = {"seconds": seconds_of_one(made(count))}
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
