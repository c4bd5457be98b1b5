"""A chain of referrals in words: who sent the client where, and what a loop cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from caseapp.domain.ids import OfficeId
from caseapp.domain.offices import Office
from caseapp.domain.referrals import Loop
from caseapp.i18n import N_, catalogue
from caseapp.letters.both import Both, either, listed
from caseapp.letters.say.office import say_office

Offices = Mapping[OfficeId, Office]


def way_round(loop: Loop) -> tuple[OfficeId, ...]:
    """The offices as they were walked, until each has been named and one has come again."""
    walked: list[OfficeId] = []
    for leg in loop.legs:
        for office in (leg.origin, leg.target):
            if walked and walked[-1] == office:
                continue
            walked.append(office)
            if office in walked[:-1] and set(loop.offices) <= set(walked):
                return tuple(walked)
    return tuple(walked)


def say_way(offices: Sequence[OfficeId], known: Offices) -> Both:
    """学校 → 街道办事处 → 学校; School → Street office → School."""
    names = [say_office(known.get(office)) for office in offices]
    return Both(" → ".join(name.zh for name in names), " → ".join(name.en for name in names))


def say_loop(loop: Loop, known: Offices) -> Both:
    """学校 → 街道办事处 → 学校，4次走访，112天; without the days where they are not known exactly."""
    return _with_length(say_way(way_round(loop), known), len(loop.visits), loop.days)


def say_ways(ways: Sequence[Both], visits: int, days: int | None) -> Both:
    """Referrals that do not come back, each once, and how long they took together."""
    return _with_length(either(dict.fromkeys(ways)), visits, days)


def say_trap(
    here: Sequence[OfficeId], elsewhere: Sequence[OfficeId], visits: int, days: int | None, known: Offices
) -> Both:  # fmt: skip
    """Neither of two places took the request on, and what that cost."""
    names = {
        "here": listed(say_office(known.get(office)) for office in here),
        "elsewhere": listed(say_office(known.get(office)) for office in elsewhere),
    }
    # Translators: {here} and {elsewhere} are offices of the place where the case is, and of another place.
    way = _filled(N_("Two-place trap: here {here}, elsewhere {elsewhere}, and none took it on"), **names)
    return _with_length(way, visits, days)


def _with_length(way: Both, visits: int, days: int | None) -> Both:
    """Behind a way how many visits it took, and how many days where they are known exactly."""
    went = _n("{count} visit", "{count} visits", visits)
    if days is None:
        return _filled(N_("{way}, {visits}"), way=way, visits=went)
    return _filled(N_("{way}, {visits}, {days}"), way=way, visits=went, days=_n("{count} day", "{count} days", days))


def _n(one: str, many: str, count: int) -> Both:
    return Both(
        catalogue("zh_CN").ngettext(one, many, count).format(count=count),
        catalogue("en").ngettext(one, many, count).format(count=count),
    )


def _filled(template: str, **values: Both) -> Both:
    return Both(
        catalogue("zh_CN").gettext(template).format(**{name: value.zh for name, value in values.items()}),
        catalogue("en").gettext(template).format(**{name: value.en for name, value in values.items()}),
    )
