"""The demo does the whole main job through the functions the window calls, and leaves what it says."""

from __future__ import annotations

import ast
import inspect
import json
import subprocess
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from caseapp.__main__ import main
from caseapp.gui.case.tabs import TABS
from caseapp.gui.pages import PAGES

ROOT = Path(__file__).resolve().parent.parent
WORK = "caseapp.work"


def _called(paths: list[Path]) -> set[tuple[str, str]]:
    """Every function of the work layer that these modules import, by name or through its module."""
    found = set()
    for path in paths:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        modules: dict[str, ModuleType] = {}
        for node in ast.walk(tree):
            if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith(WORK):
                continue
            for name in node.names:
                thing = getattr(import_module(node.module), name.name, None)
                if thing is None and (ROOT / node.module.replace(".", "/") / f"{name.name}.py").is_file():
                    thing = import_module(f"{node.module}.{name.name}")
                if isinstance(thing, FunctionType):
                    found.add((thing.__module__, thing.__name__))
                elif inspect.ismodule(thing):
                    modules[name.asname or name.name] = thing
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
                thing = getattr(modules[node.value.id], node.attr, None)
                if isinstance(thing, FunctionType):
                    found.add((thing.__module__, thing.__name__))
    return found


def test_the_demo_calls_every_function_of_work_that_the_window_calls():
    window = _called([*(ROOT / "caseapp" / "gui").rglob("*.py"), ROOT / "caseapp" / "app.py"])
    demo = _called(list((ROOT / "caseapp" / "cli").glob("demo*.py")))
    assert len(window) > 40
    assert sorted(window - demo) == []


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory, qapp) -> Path:
    """What a demo leaves."""
    out = tmp_path_factory.mktemp("demo") / "out"
    assert main(["demo", str(out), "--lang", "zh"]) == 0
    return out


class TestWhatTheDemoLeaves:
    def test_each_paper_in_each_layout_and_the_report_in_both_languages(self, left: Path):
        kinds = (
            "prompt_card", "oral_refusal_record", "service_application", "admin_reconsideration", "evidence_index",
            "paper_receipt",
        )  # fmt: skip
        papers = [f"{kind}-{layout}.pdf" for kind in kinds for layout in ("zh", "en", "both")]
        for name in (*papers, "report-zh.pdf", "report-en.pdf"):
            assert (left / name).read_bytes().startswith(b"%PDF"), name

    def test_the_application_names_the_client_the_office_the_articles_and_the_days(self, left: Path):
        text = _text(left / "service_application-zh.pdf")
        for word in ("欧阳龘", "𠮷田梅", "北京市临江区教育委员会", "《义务教育法》", "2026年6月15日", "收件回执"):
            assert word in text.replace(" ", ""), word
        assert "草稿" not in text

    def test_the_report_shows_thirty_never_thirty_one(self, left: Path):
        text = _text(left / "report-zh.pdf")
        assert "约30户" in text.replace(" ", "")
        assert "31" not in text
        assert "不予显示" in text

    def test_a_picture_of_each_screen_in_both_languages(self, left: Path):
        names = {path.name for path in (left / "screens").glob("*.png")}
        for screen in (
            "first-start",
            "unlock",
            *(f"case-{tab.name}" for tab in TABS),
            *(p.name for p in PAGES if p.name != "case"),
        ):
            assert {f"{screen}-zh.png", f"{screen}-en.png"} <= names, screen

    def test_the_case_is_told_with_its_loop_its_first_step_and_its_deadlines(self, left: Path):
        told = json.loads((left / "case.json").read_text(encoding="utf-8"))
        assert told["loops"] == [22]
        assert told["first_step"] == "service_application"
        assert {"office_shuffle", "hard_paperwork"} <= set(told["patterns"])


def _text(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
