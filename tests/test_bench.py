"""The rule both engines are measured on says what it seems to say; and what cannot be measured is not called held."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bench import peer, rule_rows
from bench.measure import grown
from bench.persons import Record, persons
from caseapp.policy.check import check_programme, verdict
from caseapp.policy.compile import compiled
from caseapp.policy.examples import run_example
from caseapp.policy.known import given
from caseapp.policy.verdict import Verdict

ON = date.fromisoformat(rule_rows.DAY)


def by_hand(person: Record) -> tuple[bool, Decimal]:
    """The rule once more, as anybody would write it down."""
    eligible = (
        person["social_insurance_months"] >= 36
        and person["age"] <= 50
        and person["residence_permit_held"]
        and not person["criminal_record"]
        and (person["owns_home"] or person["lease_registered"])
    )
    learning = max(
        {"junior_college": 20, "bachelor": 40, "master": 40, "doctor": 40}.get(person["education_level"], 0),
        {"l3_senior": 20, "l2_technician": 35, "l1_senior_technician": 35}.get(person["skill_level"], 0),
    )
    insured = min(Decimal("3.5") * (person["social_insurance_months"] // 12), 35)
    volunteering = min(Decimal("0.5") * (person["volunteer_hours"] // 20), 10)
    total = learning + insured + volunteering - 20 * person["administrative_detention_count"]
    return bool(eligible and total >= 40), total


def test_the_measured_rule_gives_what_it_gives_by_hand() -> None:
    pack = rule_rows.rule_pack()
    rule = compiled(pack)[rule_rows.PROGRAMME]
    assert [run_example(pack, one, example) for one in pack.programmes for example in one.examples] == [()]
    met = 0
    for person in persons(400):
        known = given(person, ON)
        found = check_programme(pack, rule_rows.PROGRAMME, known, ON)
        assert found.points is not None
        assert (found.verdict is Verdict.MET, found.points.total) == by_hand(person)
        assert found.verdict is verdict(rule, known, ON) is rule.answer(person)
        met += found.verdict is Verdict.MET
    assert 80 < met < 320, "both answers are common"


def test_without_the_peer_its_rows_say_so_and_the_rest_is_measured(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(peer, "FOLDER", peer.ROOT / "bench-out" / "nowhere")
    monkeypatch.setattr(peer.venv, "create", no_network)
    monkeypatch.setattr(rule_rows, "MANY", 50)
    rows = {row.name: row for row in rule_rows.with_the_peer(tmp_path)}
    assert rows["one explained case"].held is None and "could not be installed" in rows["one explained case"].floor
    assert rows["100,000 verdicts"].held is True


@pytest.mark.parametrize(("seconds", "held"), [(1.0, True), (1.5, True), (1.7, False)])
def test_growth_is_held_up_to_its_exponent(seconds: float, held: bool) -> None:
    assert grown("growth", 0.01, seconds, 100, exponent=1.1).held is held
