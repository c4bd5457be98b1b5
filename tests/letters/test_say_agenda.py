"""Names of days on a line: short enough to be read, the same period in both languages."""

from __future__ import annotations

from caseapp.domain.agenda_records import DayKind
from caseapp.law.library import periods
from caseapp.letters.say import agenda as say_agenda
from caseapp.letters.say.agenda import say_day_kind, say_window
from caseapp.policy.packs import load

LONGEST_EN, LONGEST_ZH = 62, 24


def test_every_period_has_a_name_that_fits_a_line():
    names = {key: say_day_kind(DayKind.CLIENT_PERIOD, key) for key in periods()}
    assert [name.en for name in names.values() if len(name.en) > LONGEST_EN] == []
    assert [name.zh for name in names.values() if len(name.zh) > LONGEST_ZH] == []


def test_a_short_name_is_of_a_period_there_is_and_in_both_languages():
    assert say_agenda._SHORT.keys() <= periods().keys()
    for key in say_agenda._SHORT:
        assert say_day_kind(DayKind.THEIR_PERIOD, key).zh != say_day_kind(DayKind.THEIR_PERIOD, key).en


def test_a_window_says_from_when_to_when():
    wuhan = load("wuhan").programme("wuhan-compulsory-education-2016")
    assert say_window(wuhan, 0).zh == "到区指定地点登记，5月1日至5月31日（武汉随迁子女入学（2016））"
    assert say_window(wuhan, 1).en.startswith("Notices sent, 3 July (")
