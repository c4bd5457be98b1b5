"""The house's walls hold: imports point down only, Qt, SQL and ReportLab stay in their rooms."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_imports_point_down_only_and_rooms_keep_their_libraries():
    ran = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_plain_check_loads_neither_window_nor_database_nor_drawing(tmp_path):
    facts = tmp_path / "facts.yaml"
    facts.write_text("residence_permit_held: true\n", encoding="utf-8")
    program = (
        "import sys\n"
        "from caseapp.__main__ import main\n"
        f"main(['check', '--facts', {str(facts)!r}, '--city', 'shanghai', '--on', '2026-11-20', '--json'])\n"
        "heavy = {'PySide6', 'sqlmodel', 'sqlalchemy', 'reportlab', 'pydantic'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
