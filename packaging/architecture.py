"""Keep the layer table of ARCHITECTURE.md equal to the import contract.

architecture.py            write the table anew
architecture.py --check    say whether it is equal
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- layers: made from pyproject.toml -->", "<!-- /layers -->"


def table() -> str:
    """The layers, top first, each package with the first line of its own docstring."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    rows = ["| layer | what it is |", "|---|---|"]
    for layer in layers:
        for position, name in enumerate(layer.split(" | ")):
            short = name.removeprefix("caseapp.")
            rows.append(f"| {'' if position == 0 else '· beside it: '}`{short}` | {_purpose(name)} |")
    return "\n".join(rows)


def _purpose(name: str) -> str:
    path = ROOT / name.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith('"""'):
            return line.strip('"').strip()
    raise SystemExit(f"{file.relative_to(ROOT)} has no docstring")


def main(arguments: list[str]) -> int:
    path = ROOT / "ARCHITECTURE.md"
    text = path.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    _old, after = rest.split(END, 1)
    made = f"{before}{BEGIN}\n{table()}\n{END}{after}"
    if arguments == ["--check"]:
        if made != text:
            print("ARCHITECTURE.md differs from the import contract: run packaging/architecture.py", file=sys.stderr)
            return 1
        return 0
    path.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
