"""Words that never ship: in the program, its samples, its letters or its manual (docs/glossary.md, last paragraph)."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHINESE = ("幽灵服务", "踢皮球", "维权", "串联", "上访", "被抄", "低端人口", "黑户", "推诿")
ENGLISH = ("phantom", "deflection", "atomization", "atomisation", "seized", "victim", "enemy")
SHIPPED = ("caseapp", "translations", "resources/samples", "resources/letters", "README.md", "docs/manual.md")
LABELS = ('"OK"', '"Yes"', '"No"', "'OK'", "'Yes'", "'No'")
THIS_WORKPLACE = re.compile(r"/work/(main|shared)|/\.library|farm-|\bsubagent|\bhelper-\d|/opt/pypi|/root/")


def _texts(*roots: str):
    for root in roots:
        path = ROOT / root
        files = path.rglob("*") if path.is_dir() else [path] if path.is_file() else []
        for file in files:
            if file.suffix in {".py", ".po", ".yaml", ".yml", ".md", ".toml", ".sh", ".txt", ""} and file.is_file():
                if "__pycache__" in file.parts or (file.suffix == ".txt" and "requirements" in file.parts):
                    continue
                yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")


def _found(pattern: re.Pattern[str], *roots: str) -> list[str]:
    return [f"{name}: {match.group(0)}" for name, text in _texts(*roots) for match in pattern.finditer(text)]


def test_no_shipped_text_uses_a_word_that_harms():
    words = re.compile("|".join(CHINESE) + "|" + "|".join(rf"\b{word}\b" for word in ENGLISH), re.IGNORECASE)
    allowed = {"resources/letters/statute-quotes.yaml"}
    assert [line for line in _found(words, *SHIPPED) if line.split(":")[0] not in allowed] == []


def test_a_planted_word_would_be_found():
    assert re.compile("维权").search("集体维权")


def test_no_button_says_ok_yes_or_no():
    found = [f"{name}: {label}" for name, text in _texts("caseapp/gui") for label in LABELS if label in text]
    assert found == []


def test_the_project_names_no_machine_and_no_workplace():
    roots = ("caseapp", "resources", "translations", "packaging", "bench", "docs", "README.md", "ARCHITECTURE.md",
             "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "Makefile", ".ci", "pyproject.toml")  # fmt: skip
    assert _found(THIS_WORKPLACE, *roots) == []
