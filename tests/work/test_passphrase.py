"""Weak passphrases are told apart from strong ones."""

from __future__ import annotations

import pytest

from caseapp.work.passphrase import strength


@pytest.mark.parametrize(
    "weak", ["", "   ", "password", "password1234567", "aaaaaaaaaaaaaaaa", "12345678901234567890", "qwertyuiopasdfghjkl"]
)
def test_what_many_people_use_is_not_enough(weak):
    assert not strength(weak).enough
    assert strength(weak).advice


@pytest.mark.parametrize("strong", ["gravel mitten oboe lantern", "旧钟 石榴 渡船 半张车票 七点", "q9!Lm2#vTz8&bNw4"])
def test_several_unrelated_words_are_enough_in_either_language(strong):
    assert strength(strong).enough


def test_words_others_connect_with_the_person_do_not_count():
    assert strength("linjianglegalaidcentre").enough
    assert not strength("linjianglegalaidcentre", ("linjianglegalaidcentre",)).enough


def test_a_very_long_one_is_no_burden():
    assert strength("石榴 渡船 oboe " * 1000).score >= 3


def test_both_ways_of_composing_a_letter_are_one_passphrase():
    assert strength("cafe\u0301 gravel mitten oboe") == strength("caf\u00e9 gravel mitten oboe")
