"""Whatever is wrong is said in one plain sentence of the reader's language that says what to do: exit 2, no traceback."""

from __future__ import annotations

import shutil

import pytest

from caseapp.cli.main import main
from caseapp.paths import resource


def refused(result):
    code, out, err = result
    assert code == 2
    assert out == ""
    assert "Traceback" not in err and "Error" not in err
    assert len(err.strip().splitlines()) == 1, err
    return err


def test_a_wrong_passphrase_opens_nothing(caseapp, samples, passphrase_file):
    passphrase_file.write_text("gravel mitten oboe lanterns\n", encoding="utf-8")
    assert "Caps Lock" in refused(caseapp("list", samples))


def test_a_folder_that_is_no_casebook_is_left_alone(caseapp, tmp_path):
    folder = tmp_path / "other.casebook"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    assert "not a casebook" in refused(caseapp("list", folder))
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]
    refused(caseapp("list", tmp_path / "absent.casebook"))


@pytest.mark.parametrize("damage", ["empty", "text", "plain", "keys", "nokeys"])
def test_a_damaged_casebook_is_told_and_left_as_it_is(caseapp, samples, damage):
    database, keys = samples / "casebook.db", samples / "keys.json"
    if damage == "empty":
        database.write_bytes(b"")
    elif damage == "text":
        database.write_bytes(b"not a database " * 1000)
    elif damage == "plain":
        database.write_bytes(b"SQLite format 3\0" + bytes(4096))
    elif damage == "keys":
        keys.write_bytes(b"{")
    else:
        keys.unlink()
    before = {path.name: path.read_bytes() for path in (database, keys) if path.exists()}
    refused(caseapp("list", samples))
    assert {name: (samples / name).read_bytes() for name in before} == before


def test_an_existing_casebook_is_never_made_again(caseapp, samples):
    assert "already something" in refused(caseapp("new", samples))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("check", "--facts", "{facts}", "--city", "atlantis"), "beijing"),
        (("check", "--facts", "{facts}", "--city", "beijing", "--on", "2024-02-30"), "does not exist"),
        (("check", "--facts", "{facts}", "--city", "beijing", "--on", "03/04/05"), "several days"),
        (("check", "--facts", "absent.yaml", "--city", "beijing"), "cannot be opened"),
        (("check", "--facts", "{broken}", "--city", "beijing"), "twice"),
        (("check",), "--facts"),
        (("check", "--city", "beijing"), "--facts"),
        (("deadlines",), "--event"),
        (("deadlines", "--event", "knew_of_act"), "TRIGGER=DAY"),
        (("deadlines", "--event", "moon=2026-01-01"), "knew_of_act"),
        (("deadlines", "--event", "knew_of_act=2026-13-01"), "does not exist"),
        (("packs", "show", "atlantis"), "beijing"),
        (("packs", "verify", "absent.yaml"), "absent.yaml"),
        (("fly",), "choices"),
        (("list",), "CASEBOOK"),
        (("list", "a.casebook", "--colour"), "--colour"),
        (("import", "a.casebook", "photo.png"), "photo.png"),
    ],
)
def test_bad_words_on_the_command_line_are_answered_in_a_sentence(caseapp, tmp_path, words, says):
    (tmp_path / "facts.yaml").write_text("age: 30\n", encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("age: 30\nage: 31\n", encoding="utf-8")
    files = {"facts": str(tmp_path / "facts.yaml"), "broken": str(tmp_path / "broken.yaml")}
    assert says in refused(caseapp(*(word.format(**files) for word in words)))


def test_a_pack_with_an_error_names_file_line_and_key(caseapp, tmp_path):
    pack = tmp_path / "beijing.yaml"
    text = resource("policies", "beijing.yaml").read_text(encoding="utf-8")
    pack.write_text(text.replace("op: '>='", "op: '>>'", 1), encoding="utf-8")
    code, _out, err = caseapp("packs", "verify", pack)
    assert code == 1
    assert err.startswith("beijing.yaml:") and "Traceback" not in err


def test_nobody_at_the_keyboard_is_told_how_to_give_a_passphrase(samples, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert main(["list", str(samples), "--lang", "en"]) == 2
    assert "--passphrase-file" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00"])
def test_a_passphrase_file_without_a_passphrase_is_named(caseapp, samples, passphrase_file, content):
    passphrase_file.write_bytes(content)
    assert "passphrase" in refused(caseapp("list", samples))


def test_a_passphrase_pasted_with_a_line_end_is_the_same(caseapp, samples, passphrase_file):
    passphrase_file.write_bytes(b"\xef\xbb\xbfgravel mitten oboe lantern\r\n")
    assert caseapp("list", samples)[0] == 0


def test_the_sentence_is_chinese_for_a_chinese_reader(caseapp, samples):
    code, _out, err = caseapp("show", samples, "2026-A999", lang="zh_CN")
    assert (code, err) == (2, "案卷库里没有案件“2026-A999”。案件列表里有编号。\n")


def test_a_file_that_cannot_be_written_is_no_fault_of_the_program(caseapp, samples, tmp_path):
    (tmp_path / "file").write_text("")
    assert "cannot take" in refused(caseapp("export", samples, "2012-A001", "--out", tmp_path / "file" / "x.yaml"))


def test_a_folder_copied_under_another_name_still_opens(caseapp, samples, tmp_path):
    there = tmp_path / "案卷 库" / "又一个.casebook"
    there.parent.mkdir()
    shutil.copytree(samples, there)
    assert caseapp("list", there)[0] == 0


def test_every_command_of_a_module_is_named_to_the_parser():
    from caseapp.cli.arguments import _GROUPS, build_parser

    everything = build_parser()._subparsers._group_actions[0].choices
    assert set(everything) == {name for names in _GROUPS.values() for name in names} | {"help"}


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_command_explains_itself(caseapp, lang):
    from caseapp.cli.arguments import _GROUPS

    for names in _GROUPS.values():
        for name in names:
            code, out, err = caseapp("help", name, lang=lang)
            assert (code, err) == (0, "") and f"caseapp {name}" in out
            assert out.count({"en": "Usage", "zh_CN": "用法"}[lang]) == 1


def test_a_file_of_operations_that_is_not_there_is_no_full_disk(caseapp, samples, tmp_path):
    assert "cannot be opened" in refused(caseapp("apply", samples, tmp_path / "absent.jsonl"))


def test_what_holds_names_can_be_read_by_its_owner_alone(caseapp, samples, tmp_path):
    case, cards, reasons = tmp_path / "case.yaml", tmp_path / "card.pdf", tmp_path / "rests.json"
    assert caseapp("export", samples, "2012-A001", "--out", case)[0] == 0
    words = ("--kind", "prompt_card", "--out", cards, "--provenance", reasons)
    assert caseapp("letter", samples, "2012-A001", *words)[0] == 0
    assert {oct(path.stat().st_mode & 0o777) for path in (case, cards, reasons)} == {"0o600"}


def test_words_of_a_client_do_not_steer_the_terminal(caseapp, empty, tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text('city: beijing\nservice: labour\nstory: "a\\u202Eb"\nrequest: "一\\n二"\n', encoding="utf-8")
    assert caseapp("import", empty, file)[0] == 0
    shown = caseapp("show", empty, "2026-B001")[1]
    assert "a\\u202eb" in shown and "\u202e" not in shown and "一\n二" in shown


@pytest.mark.parametrize(
    ("line", "says"), [("age: thirty", "0到120"), ("sex: 3", "female"), ("has_disability_x: 1", "拼写")]
)
def test_a_fact_that_cannot_be_is_answered_in_chinese_with_what_can(caseapp, tmp_path, line, says):
    (tmp_path / "facts.yaml").write_text(line + "\n", encoding="utf-8")
    _code, _out, err = caseapp("check", "--facts", tmp_path / "facts.yaml", "--city", "beijing", lang="zh_CN")
    assert says in err and "whole" not in err


@pytest.mark.parametrize("text", ["", "- 1\n", "hello\n"])
def test_a_file_that_is_no_pack_is_one_sentence(caseapp, tmp_path, text):
    (tmp_path / "beijing.yaml").write_text(text, encoding="utf-8")
    code, out, err = caseapp("packs", "verify", tmp_path / "beijing.yaml", lang="zh_CN")
    assert (code, out) == (1, "beijing：有问题\n")
    assert len(err.splitlines()) == 1 and "城市的规定" in err
