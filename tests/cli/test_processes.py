"""The commands as real processes: what is loaded, what is written, what a script sees."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from caseapp.cli.main import main

ROOT = Path(__file__).resolve().parents[2]


def run(*words, stdin=b"", **environment):
    import os

    command = [sys.executable, "-m", "caseapp", *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, input=stdin, capture_output=True, check=False, env={**os.environ, **environment}, timeout=60
    )


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text("social_insurance_months: 60\nresidence_permit_held: true\n", encoding="utf-8")
    return path


def test_a_check_of_facts_is_one_document_on_standard_output(facts):
    done = run("check", "--facts", facts, "--city", "shanghai", "--service", "hukou_points", "--on", "2013-07-01", "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (found["city"], found["on"]) == ("shanghai", "2013-07-01")
    assert {"id", "verdict", "confidence", "findings", "points"} <= set(found["programmes"][0])


def test_a_check_of_facts_loads_neither_window_nor_database_nor_paper(facts):
    words = ["check", "--facts", str(facts), "--city", "beijing", "--json"]
    program = (
        f"import sys, io; sys.stdout = io.StringIO()\nfrom caseapp.cli.main import main\ncode = main({words!r})\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print(code, sorted(loaded & {'PySide6', 'sqlmodel', 'sqlalchemy', 'sqlcipher3', 'reportlab', 'openpyxl'}), "
        "file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "0 []"


def test_a_terminal_without_chinese_gets_an_answer_all_the_same(facts):
    done = run("check", "--facts", facts, "--city", "beijing", PYTHONIOENCODING="ascii", LANG="zh_CN.GB18030")
    assert done.returncode == 0 and done.stdout


def test_a_reader_who_stops_listening_is_no_fault(facts):
    command = f"{sys.executable} -m caseapp check --facts {facts} --city beijing --json | head -c 10"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert done.stderr == b""


def test_a_fault_of_the_program_shows_no_value_and_ends_with_its_own_code(tmp_path):
    program = (
        "import sys\nfrom caseapp.cli.own_fault import tell\nfrom caseapp.i18n import use\n"
        "sys.excepthook = tell\nuse('en')\nraise RuntimeError('欧阳龘梅')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "made a mistake" in done.stderr and "欧阳" not in done.stderr and "Traceback" not in done.stderr


def test_operations_from_a_pipe_are_acknowledged_one_by_one(empty, passphrase_file):
    command = [sys.executable, "-m", "caseapp", "apply", str(empty), "-", "--passphrase-file", str(passphrase_file)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for number in (1, 2):
            process.stdin.write(b'{"op": "create", "fields": {"service": "labour"}}\n')
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["seq"] == number
        process.stdin.close()
        assert process.wait(30) == 0


@pytest.mark.parametrize(("closed", "code"), [("stdout", 0), ("stderr", 2)])
def test_a_command_nobody_listens_to_ends_as_it_would(monkeypatch, closed, code):
    monkeypatch.setattr(sys, closed, None)
    assert main(["packs", "list"] if code == 0 else ["packs", "show", "atlantis"]) == code
    getattr(sys, closed).close()


def test_bytes_that_are_no_text_name_no_case(caseapp, samples):
    code, out, err = caseapp("show", samples, "\udcff", lang="zh_CN")
    assert (code, out) == (2, "") and err.startswith("命令行里")


def test_a_window_with_no_display_says_so_in_a_sentence(tmp_path):
    import os

    bare = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    bare |= {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "LANG": "en_US.UTF-8"}
    ended = subprocess.run(
        [sys.executable, "-m", "caseapp"], cwd=ROOT, env=bare, capture_output=True, check=False, timeout=60
    )  # fmt: skip
    assert ended.returncode == 2
    assert b"caseapp help" in ended.stderr and len(ended.stderr.splitlines()) == 1
