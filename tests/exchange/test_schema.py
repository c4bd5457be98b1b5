"""The published JSON Schema says exactly what the reader takes."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from caseapp.exchange.case_file import read_case_file, read_source
from caseapp.exchange.schema import case_file_schema
from caseapp.paths import resource
from caseapp.strict_yaml import parse, read

SCHEMA = case_file_schema()
PUBLISHED = Path(__file__).parents[2] / "docs" / "case-file.schema.json"
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def fits(value, schema):
    """As much of JSON Schema as the schema uses."""
    if "$ref" in schema:
        return fits(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]])
    if "anyOf" in schema and not any(fits(value, one) for one in schema["anyOf"]):
        return False
    if ("const" in schema and value != schema["const"]) or ("enum" in schema and value not in schema["enum"]):
        return False
    if "type" in schema and not any(_is(value, kind) for kind in _listed(schema["type"])):
        return False
    if "pattern" in schema and not re.search(schema["pattern"], value):
        return False
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        return set(schema.get("required", ())) <= set(value) <= set(known) and all(
            entry is None or fits(entry, known[key]) for key, entry in value.items()
        )
    return not (isinstance(value, list) and "items" in schema) or all(fits(entry, schema["items"]) for entry in value)


def _listed(kind):
    return kind if isinstance(kind, list) else [kind]


def _is(value, kind):
    if kind in ("integer", "number"):
        number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        return number and (kind == "number" or value == int(value))
    return isinstance(value, TYPES[kind])


def test_what_is_published_is_what_the_program_knows():
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json.loads(json.dumps(SCHEMA))


@pytest.mark.parametrize("name", sorted(path.name for path in resource("samples").glob("*.yaml")))
def test_every_sample_fits_the_schema(name):
    assert fits(read(resource("samples", name)).value, SCHEMA)


@pytest.mark.parametrize(
    "text",
    ["service: labor", "service: labour\nfacts: {age: old}", "service: labour\nvisits: [{office_kind: shool}]", "city: x",
     "service: labour\nas_off: '2024-01-01'"],
)  # fmt: skip
def test_what_the_reader_refuses_does_not_fit_the_schema_either(text):
    assert not fits(parse(text, "f").value, SCHEMA)


def known_by_the_reader(text):
    faults = read_source(parse(text, "f"), date(2026, 1, 1)).faults
    return set(next(fault for fault in faults if "zzzz" in fault.key).values["known"].split(", "))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("service: labour\nzzzz: 1", SCHEMA["$defs"]["case"]),
        ("service: labour\napplicant: {zzzz: 1}", SCHEMA["$defs"]["case"]["properties"]["applicant"]),
        ("service: labour\nspouse: {zzzz: 1}", SCHEMA["$defs"]["person"]),
        ("service: labour\nvisits: [{zzzz: 1}]", SCHEMA["$defs"]["visit"]),
        ("service: labour\ndocuments: [{title: x, zzzz: 1}]",
         SCHEMA["$defs"]["case"]["properties"]["documents"]["anyOf"][1]),
    ],
)  # fmt: skip
def test_the_reader_and_the_schema_know_the_same_keys(text, place):
    through = {"through"} if "applicant: {zzzz" in text else set()
    assert (known_by_the_reader(text) | through) - {"expect"} == set(place["properties"])


def test_an_export_fits_the_schema(tmp_path):
    from caseapp.domain.case_file import CaseFile
    from caseapp.exchange.case_file import write_case_files

    case = read_case_file(resource("samples", "shanghai-no-reason.yaml"), date(2026, 1, 1)).cases[0].case
    from dataclasses import replace

    text = write_case_files([CaseFile(replace(case, household=None))])
    assert fits(parse(text, "f").value, SCHEMA)


def test_every_example_of_the_documentation_is_read_and_fits_the_schema():
    text = (PUBLISHED.parent / "case-file.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        source = parse(example, "case-file.md")
        assert [str(fault) for fault in read_source(source, date(2026, 1, 1)).faults] == []
        assert fits(source.value, SCHEMA)
