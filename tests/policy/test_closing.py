"""What is known of closing a gap: something for every fact a plan can speak of, and nothing that nobody has read."""

import pytest

from caseapp.errors import PackError
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.documents import documents
from caseapp.policy.planning.closing import closings, closings_from
from caseapp.strict_yaml import parse


def test_whatever_a_plan_calls_time_paper_or_action_says_what_and_who_or_what_breaks_it() -> None:
    for kind in catalogue().values():
        known = closings().of(kind.key)
        if Close.TIME is kind.close:
            assert known.breaks is not None, kind.key
        if kind.close in (Close.PAPER, Close.ACTION) or kind.undo in (Close.PAPER, Close.ACTION):
            assert known.what is not None and known.who is not None and known.source, kind.key
        if known.from_nothing is Close.ACTION:
            assert known.what is not None and known.who is not None, kind.key


def test_no_closing_proposes_a_marriage_a_child_or_a_borrowed_address() -> None:
    for key in ("marital_status", "children_count", "spouse_local_marriage_years", "spouse_local_hukou_years"):
        assert closings().of(key).what is None
    address = closings().of("district_id").what
    assert address is not None and "挂靠地址不算" in address.zh


def test_what_rests_on_a_text_is_not_said_of_a_day_before_it() -> None:
    from datetime import date

    permit = closings().of("residence_permit_held", date(2016, 1, 1))
    assert permit.takes is not None and permit.cost is not None
    assert closings().of("residence_permit_held", date(2015, 12, 31)).what is None


def test_every_paper_accepted_instead_is_known_and_another_one() -> None:
    for key, known in closings().by_fact.items():
        assert set(known.instead) <= set(documents())
        assert key in catalogue()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{facts: [no_such_fact], source: s, confidence: high}", "no_such_fact"),
        ("{facts: [age, age], source: s, confidence: high}", "age"),
        ("{facts: [age], source: s, confidence: high, instead: [no_such_paper]}", "no_such_paper"),
        ("{facts: [age], source: s, confidence: high, counts_while: nothing}", "nothing"),
        ("{facts: [age], source: s, confidence: high, price: 3}", "price"),
        ("{facts: [age], confidence: high}", "source"),
    ],
)
def test_a_slip_in_the_file_is_named(entry: str, words: str) -> None:
    with pytest.raises(PackError) as refused:
        closings_from(parse(f"closings:\n  - {entry}\n", "closing.yaml"))
    assert words in str(refused.value)
