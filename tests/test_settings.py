"""A person's settings never keep the program from starting, and never hold anything about a client."""

from __future__ import annotations

import json
from pathlib import Path

import platformdirs
import pytest

from caseapp.paths import user_config, user_data
from caseapp.settings import Settings, language_of, load, save


@pytest.mark.parametrize("given", [None, "", "  ", "/srv/of mine", "relative/one"])
def test_the_folders_of_a_person_are_where_every_program_has_them(monkeypatch, given):
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        if given is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, given)
    assert user_config() == platformdirs.user_config_path("caseapp", appauthor=False)
    assert user_data() == platformdirs.user_data_path("caseapp", appauthor=False)


def test_what_is_saved_is_loaded_again(tmp_path):
    settings = Settings("en", "dark").with_casebook(tmp_path / "案卷.casebook")
    assert save(settings, tmp_path / "deep" / "settings.json") == ""
    assert load(tmp_path / "deep" / "settings.json").settings == settings


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\x00\x01", b"[]", b"3", b'{"version": "x"}', b"[" * 50_000])
def test_a_broken_file_gives_defaults_and_a_notice_and_is_left_alone(tmp_path, content):
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    loaded = load(file)
    assert loaded.settings == Settings()
    assert loaded.notice and not loaded.may_be_saved
    assert file.read_bytes() == content


def test_a_file_from_a_newer_version_is_not_guessed_at(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"version": 99, "language": "en"}), encoding="utf-8")
    assert load(file).settings == Settings()
    assert "newer" in load(file).notice


def test_one_wrong_value_does_not_cost_the_others(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"version": 1, "language": "en", "theme": 3, "casebooks": ["/a", 3]}), encoding="utf-8")
    assert load(file).settings == Settings("en", "system", ("/a",))


def test_a_place_that_cannot_be_written_is_a_notice_and_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    assert save(Settings(), tmp_path / "file" / "settings.json")


def test_the_casebook_opened_last_comes_first_and_once():
    settings = Settings(casebooks=(str(Path("/a").absolute()),))
    assert settings.with_casebook(Path("/b")).with_casebook(Path("/a")).casebooks == ("/a", "/b")


@pytest.mark.parametrize(
    ("chosen", "lang", "spoken"),
    [("en", "zh_CN.UTF-8", "en"), ("", "zh_CN.GB18030", "zh_CN"), ("", "en_GB.UTF-8", "en"), ("", "C", "zh_CN"),
     ("", "tr_TR.UTF-8", "en"), ("", "", "zh_CN")],
)  # fmt: skip
def test_the_language_is_the_one_chosen_else_the_systems_else_chinese(monkeypatch, chosen, lang, spoken):
    for variable in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", lang)
    assert language_of(Settings(chosen)) == spoken
