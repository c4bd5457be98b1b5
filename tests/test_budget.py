"""Small rooms stay small: one budget file says how small (tests/budget.toml)."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUDGET = tomllib.loads((ROOT / "tests" / "budget.toml").read_text(encoding="utf-8"))
MODULES = sorted((ROOT / "caseapp").rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_module_fits_its_room():
    too_long = {}
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > BUDGET["longer"].get(_name(path), BUDGET["lines"]):
            too_long[_name(path)] = lines
    assert not too_long


def test_every_function_fits_a_screen():
    too_long = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > BUDGET["function"]:
                    too_long[f"{_name(path)}:{node.name}"] = lines
    assert not too_long


def test_the_longer_list_names_only_modules_that_need_it():
    needless = [
        name
        for name in BUDGET["longer"]
        if not (ROOT / name).is_file() or (ROOT / name).read_text(encoding="utf-8").count("\n") <= BUDGET["lines"]
    ]
    assert not needless


def test_no_module_swallows_every_error():
    allowed = {"caseapp/gui/background.py", "caseapp/gui/errors.py"}
    broad = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                names = {part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)} if node.type else {""}
                raised_again = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
                if names & {"Exception", "BaseException", ""} and not raised_again and _name(path) not in allowed:
                    broad.append(f"{_name(path)}:{node.lineno}")
    assert not broad


def test_the_first_window_loads_nothing_it_does_not_need():
    program = "import sys\nimport caseapp.app\ncaseapp.app.load_first_window()\nprint('\\n'.join(sys.modules))\n"
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    loaded = ran.stdout.split()
    for prefix, most in BUDGET["first_paint"].items():
        found = [name for name in loaded if name == prefix or name.startswith(prefix + ".")]
        assert len(found) <= most, found[:3]
