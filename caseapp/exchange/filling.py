"""A record from a mapping of a case file: each of its fields that is not a reference may be given by its wire name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar, cast

from caseapp.domain.ids import new_id
from caseapp.domain.record import Scalar, from_wire, kind_of, specs
from caseapp.exchange.fields import Fields

R = TypeVar("R")


def filled(cls: type[R], fields: Fields, given: Mapping[str, Scalar], skip: Collection[str] = ()) -> R:
    """A record of class ``cls`` with a fresh id. ``given`` comes first; ``skip`` names fields read in another way."""
    values = dict(given)
    for spec in specs(cls):
        if spec.wire in given or spec.wire in skip or spec.refers_to:
            continue
        value = fields.by_spec(spec)
        if value is not None:
            values[spec.wire] = value
    return cast(R, from_wire(kind_of(cls), new_id(), values))
