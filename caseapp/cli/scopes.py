"""For whom the rules of a check were made: the city, this case alone (entered by hand), the province, the nation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from caseapp.cli.output import complain
from caseapp.cli.said import entries
from caseapp.i18n import N_, _
from caseapp.letters.say.finding import NO_CITY_RULES

if TYPE_CHECKING:
    from caseapp.letters.check_json import Json
    from caseapp.work.check import CaseCheck

_HEADS = {
    "by_hand": N_("Entered by hand in this case, not compared with a source:"),
    "province": N_("Rules of the province:"),
    "nation": N_("Rules of the whole country:"),
}


def with_scopes(found: dict[str, Json], checked: CaseCheck) -> dict[str, Json]:
    """The document of a check or a plan that says of each programme its ``scope``, and whether it is ``local``.

    ``city_has_rules`` is false where none are stored for the city itself; that is told, too.
    """
    found["city_has_rules"] = checked.of_city
    if not checked.of_city:
        complain(_(NO_CITY_RULES))
    for programme in entries(found["programmes"]):
        key = str(programme["id"])
        programme |= {"scope": checked.scope(key).value, "local": checked.local(key)}
    return found


def grouped(
    programmes: Iterable[Mapping[str, object]], told: Callable[[Mapping[str, object]], Iterable[str]]
) -> Iterator[str]:
    """The lines of each programme, with a line before those of another scope than the city's."""
    before = None
    for programme in programmes:
        scope = programme.get("scope")
        if scope != before and scope in _HEADS:
            yield _(_HEADS[str(scope)])
        before = scope
        yield from told(programme)
