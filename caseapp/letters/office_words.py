"""What a paper calls an office: the name on its seal, the name it was entered by, or the kind of office it is."""

from __future__ import annotations

from contextlib import suppress

from caseapp.domain.offices import Level, Office
from caseapp.errors import PackError
from caseapp.letters.both import Both
from caseapp.letters.wording import BLANK, phrases
from caseapp.policy.packs import load, places


def spoken(office: Office | None) -> Both:
    """As a card says it: 学校, 街道, 区教育局."""
    return phrases("offices").say(f"spoken_{office.kind.value if office else 'other'}")


def formal(office: Office | None) -> Both:
    """Its name as far as it was entered, in full or not, else its kind. Private parties are never named (PRACTICE E8)."""
    kind = phrases("offices").say(f"formal_{office.kind.value if office else 'other'}")
    if office is None or office.kind.private or _described(office):
        return kind
    return Both(office.name_zh.strip() or kind.zh, office.name_en.strip() or kind.en)


def called(office: Office) -> Both:
    """As a card says it to somebody who has to find it: by name where a district has many of its kind."""
    many = office.level in (Level.STREET, Level.UNIT)
    if not office.kind.private and office.name_zh.strip() and (many or not office.template) and not _described(office):
        return Both(office.name_zh.strip(), office.name_en.strip() or spoken(office).en)
    return spoken(office)


def _described(office: Office) -> bool:
    """Whether its name is only what the city's rules call every office of this sort: no client ever went to such a one."""
    if not office.template or office.level not in (Level.STREET, Level.UNIT) or office.city not in places():
        return False
    with suppress(PackError):  # rules that cannot be read keep no memo from being written
        return any(office.name_zh == listed.name.zh for listed in load(office.city).offices)
    return False


def addressed(office: Office | None, kind: Both) -> Both:
    """The full name for 此致; a blank in front of the generic name while it is not known."""
    if office is not None and not office.template and office.name_zh.strip():
        return Both(office.name_zh.strip(), office.name_en.strip() or kind.en)
    return Both(BLANK + kind.zh, kind.en)


def you(name: str) -> str:
    """How a letter speaks to an organ: 贵局, 贵委, 贵机关, 贵单位."""
    for ending, word in (
        ("局", "贵局"), ("分局", "贵局"), ("委员会", "贵委"), ("委", "贵委"), ("中心", "贵中心"), ("院", "贵院"),
        ("政府", "贵机关"), ("派出所", "贵所"),
    ):  # fmt: skip
        if name.endswith(ending):
            return word
    return "贵单位"
