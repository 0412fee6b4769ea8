"""Write docs/reference from the code, or say with ``--check`` what is out of date."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import api
import catalogue
import commands
import contract
import findings

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
NOTE = "<!-- Written by `make docs` from the code: changes made here are lost. -->\n\n"

PAGES: dict[str, Callable[[], Iterable[str]]] = {
    "commands": commands.page,
    "tables": contract.tables_page,
    "measures": catalogue.page,
    "findings": findings.page,
    "settings": contract.settings_page,
    "errors": api.errors_page,
    "python": api.python_page,
}
"""Name of the file → what stands in it."""


def text_of(page: Callable[[], Iterable[str]]) -> str:
    """The whole text of a page, with one empty line at most between its parts."""
    return NOTE + re.sub(r"\n{3,}", "\n\n", "\n".join(page())).strip() + "\n"


def main() -> int:
    """Write the pages, or with ``--check`` name those that are out of date."""
    parser = argparse.ArgumentParser(prog="reference", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 when a page is out of date"
    )
    check = parser.parse_args().check
    found = {path.stem: path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.md")}
    wanted = {name: text_of(page) for name, page in PAGES.items()}
    stale = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
    for name in stale:
        if check:
            sys.stdout.write(f"docs/reference/{name}.md is out of date: run make docs\n")
        elif name in wanted:
            (REFERENCE / f"{name}.md").write_text(wanted[name], encoding="utf-8")
        else:
            (REFERENCE / f"{name}.md").unlink()
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
