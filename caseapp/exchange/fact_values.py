"""The value of a fact in a case file: kept as text if the catalogue says it can be, else refused with what can."""

from __future__ import annotations

from caseapp.exchange.fields import Fields, as_typed
from caseapp.i18n import N_
from caseapp.policy.catalogue import FactKind, FactType
from caseapp.strict_yaml import Value

_EXPECTED = {
    FactType.YES_NO: N_("“{value}” cannot stand here. Write true or false."),
    FactType.WHOLE: N_("“{value}” cannot stand here. Write a whole number from {least} to {most}."),
    FactType.NUMBER: N_("“{value}” cannot stand here. Write a number from {least} to {most}."),
    FactType.CHOICE: N_("“{value}” cannot stand here. Write one of {values}."),
    FactType.SCALE: N_("“{value}” cannot stand here. Write one of {values}."),
    FactType.CODE: N_("“{value}” cannot stand here. Write the code with {digits} digits, in quotes."),
}
QUOTED = N_("“{value}” stands in quotes here. Write the number without them.")


def read_value(fields: Fields, key: str, kind: FactKind, value: Value) -> str | None:
    """``value`` as it is kept; None, with a fault noted at ``key``, if it cannot be a value of ``kind``."""
    if kind.fits(value):
        return as_typed(value) if isinstance(value, bool) else str(value)
    quoted = kind.numeric and isinstance(value, str) and value.isascii() and value.isdigit() and kind.fits(int(value[:18]))
    fields.fault(
        key, QUOTED if quoted else _EXPECTED[kind.type], value=as_typed(value), digits=kind.digits,
        least=kind.least if kind.least is not None else "-", most=kind.most if kind.most is not None else "-",
        values=", ".join(one.value for one in kind.values),
    )  # fmt: skip
    return None
