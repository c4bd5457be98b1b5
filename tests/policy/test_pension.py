# ruff: noqa: E501  (one row of a table, one line)
"""Which place pays the pension, reasoned from the articles of 国办发〔2009〕66号, not from the code."""

from datetime import date

import pytest

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.facts import Spell, SpellKind
from caseapp.domain.ids import PersonId, SpellId
from caseapp.domain.people import Person, Sex
from caseapp.policy.catalogue import Close
from caseapp.policy.check import check
from caseapp.policy.known import KnownFacts
from caseapp.policy.packs import load
from caseapp.policy.pension import pension_facts, pension_standing
from caseapp.policy.planning.plan import plan
from caseapp.policy.projection import Roles, project
from caseapp.policy.verdict import Verdict

ON = date(2024, 6, 1)
HOME, GUANGDONG, ZHEJIANG = "34", "44", "33"
DONGGUAN = load("dongguan")


def worker(born: str = "1980-06-01", sex: Sex | None = Sex.MALE, home: str = "341226") -> Person:
    return Person(PersonId("w"), sex=sex, born=ImpreciseDay.on(date.fromisoformat(born)), hukou_code=home)


def paid(place: str, since: str, until: str | None = None, account: str = "", scheme: str = "") -> Spell:
    first, last = ImpreciseDay.on(date.fromisoformat(since)), ImpreciseDay.on(date.fromisoformat(until)) if until else None
    return Spell(SpellId(since), PersonId("w"), SpellKind.INSURED, first, last, place, scheme=scheme, account=account)


@pytest.mark.parametrize(
    ("spells", "claim", "because"),
    [
        ([paid("340100", "2020-06-01")], HOME, "art. 6 (1): the relation is in the registered place"),
        ([paid("440100", "2010-01-01", "2023-01-01"), paid("340100", "2023-01-02")], HOME, "art. 6 (1): whoever returned is paid at home, even after thirteen years elsewhere"),
        ([paid("440100", "2014-06-01")], GUANGDONG, "art. 6 (2): ten years at the place of the relation"),
        ([paid("440100", "2014-06-02")], HOME, "art. 6 (4): a day short of ten years, and no other place has ten"),
        ([paid("330100", "2008-01-01", "2019-01-01"), paid("440100", "2019-01-02")], ZHEJIANG, "art. 6 (3): the last place with ten years"),
        ([paid("330100", "2015-01-01", "2019-01-01"), paid("440100", "2019-01-02")], HOME, "art. 6 (4): ten years nowhere"),
        ([paid("440300", "2014-06-01", "2019-05-31"), paid("440100", "2019-06-01")], GUANGDONG, "art. 5: a place is a province"),
    ],
)  # fmt: skip
def test_the_place_that_pays_follows_the_four_steps_of_article_6(spells: list[Spell], claim: str, because: str) -> None:
    found = pension_standing(spells, worker(), DONGGUAN, ON)
    assert found is not None and found.claim == claim, because


def test_a_man_of_fifty_keeps_the_relation_and_gets_a_temporary_account() -> None:
    """Art. 5 (2): from 50 the relation stays; the months in the new place are not months of that place."""
    spells = [paid("330100", "2008-01-01", "2019-01-01"), paid("440100", "2019-06-01")]
    fifty = pension_standing(spells, worker(born="1969-06-01"), DONGGUAN, ON)
    younger = pension_standing(spells, worker(born="1969-06-02"), DONGGUAN, ON)
    assert fifty is not None and (fifty.relation, fifty.temporary, fifty.months_there) == (ZHEJIANG, True, 132)
    assert younger is not None and (younger.relation, younger.temporary) == (GUANGDONG, False)


def test_a_woman_of_forty_too_and_nobody_who_returns_home() -> None:
    spells = [paid("330100", "2015-01-01", "2020-01-01"), paid("440100", "2021-01-01")]
    woman = pension_standing(spells, worker(sex=Sex.FEMALE), DONGGUAN, ON)
    assert woman is not None and woman.temporary
    home = pension_standing([*spells[:1], paid("340100", "2021-01-01")], worker(sex=Sex.FEMALE), DONGGUAN, ON)
    assert home is not None and (home.relation, home.temporary) == (HOME, False)


def test_without_spells_nothing_is_known_and_the_rules_ask() -> None:
    assert pension_facts([], worker(), DONGGUAN, ON) == {}
    assert pension_facts([paid("440100", "2010-01-01", scheme="resident")], worker(), DONGGUAN, ON) == {}
    found = check(load("national"), KnownFacts({}), ON, service="pension")
    asked = [one.verdict for one in found.programmes if one.programme.id.startswith("national-pension-")]
    assert asked == [Verdict.NOT_ASKED] * 4


@pytest.mark.parametrize(
    "person",
    [worker(home=""), Person(PersonId("w"), hukou_code="341226"), worker(born="1975-06-01", sex=None)],
    ids=["no registered place", "no birthday", "no sex where it decides"],
)
def test_what_hangs_on_something_nobody_recorded_is_not_asked(person: Person) -> None:
    spells = [paid("330100", "2015-01-01", "2020-01-01"), paid("440100", "2021-01-01")]
    found = pension_facts(spells, person, DONGGUAN, ON)
    assert found["pension_total_months"].value == 101
    assert "pension_claim_here" not in found


def test_a_place_that_cannot_be_read_leaves_the_total_alone() -> None:
    found = pension_facts([paid("合肥", "2015-01-01", "2020-01-01"), paid("", "2021-01-01")], worker(), DONGGUAN, ON)
    assert set(found) == {"pension_total_months"} and found["pension_total_months"].value == 101


def test_the_plan_says_when_ten_years_here_are_full() -> None:
    spells = [paid("", "2016-03-10")]

    def on_day(day: date) -> KnownFacts:
        return project([worker()], [], [], spells, Roles(PersonId("w")), DONGGUAN, day)

    found = plan(load("national"), on_day(ON), ON, known_on=on_day).of("national-pension-claim-place-2010")
    assert found is not None and found.check.verdict is Verdict.NOT_MET
    months = next(gap for gap in found.gaps if gap.finding.criterion.id == "ten_years")
    assert (months.kind, months.missing, months.earliest) == (Close.TIME, 22, date(2026, 4, 1))
    assert [one.id for one in months.instead] == ["home_relation", "home_hukou", "by_the_order"]
