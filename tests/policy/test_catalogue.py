"""The fact and document catalogues are whole, in both languages, and ask only what may be asked."""

from caseapp.domain.cases import Service
from caseapp.domain.patterns import Pattern
from caseapp.letters.both import has_han
from caseapp.policy.catalogue import Change, Close, FactType, catalogue
from caseapp.policy.documents import documents
from caseapp.policy.vocabulary import PATTERNS, SERVICES


def test_every_fact_can_be_asked_for_in_both_languages() -> None:
    kinds = catalogue()
    assert len(kinds) == 195
    for key, kind in kinds.items():
        assert has_han(kind.label.zh) and has_han(kind.question.zh), key
        assert not has_han(kind.label.en) and not has_han(kind.question.en), key
        assert kind.question.zh[-1] in "？。）", key


def test_numbers_have_a_unit_and_lists_have_labels() -> None:
    for key, kind in catalogue().items():
        assert (kind.unit is not None) is kind.numeric, key
        assert bool(kind.values) is (kind.type in (FactType.CHOICE, FactType.SCALE)), key
        assert all(has_han(one.label.zh) for one in kind.values), key


def test_what_never_may_be_asked_is_never_asked_and_marked_sensitive() -> None:
    never = {key for key, kind in catalogue().items() if not kind.ask}
    assert never == {"contraception_measure", "pregnancy_checks_years"}
    assert all(catalogue()[key].sensitive for key in never)


def test_a_fact_that_grows_with_time_is_counted_in_months_or_years() -> None:
    growing = [kind for kind in catalogue().values() if kind.close is Close.TIME and kind.numeric]
    assert len(growing) > 30
    assert all(kind.unit in ("months", "years") and kind.change is not Change.STABLE for kind in growing)


def test_every_proof_named_is_in_the_document_catalogue() -> None:
    named = {kind.proved_by for kind in catalogue().values() if kind.proved_by}
    assert named <= set(documents())
    assert len(documents()) == 52


def test_two_kinds_of_secondary_school_rank_equal() -> None:
    education = catalogue()["education_level"]
    assert education.rank("senior_secondary") == education.rank("secondary_vocational")
    assert (education.rank("junior_college") or 0) > (education.rank("senior_secondary") or 0)


def test_packs_and_domain_speak_of_the_same_services_and_patterns() -> None:
    assert set(SERVICES) == {service.value for service in Service}
    assert set(PATTERNS) == {pattern.value for pattern in Pattern}
