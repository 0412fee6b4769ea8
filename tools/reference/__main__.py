"""Write docs/reference from the code, or say with ``--check`` what is out of date."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import api
import catalogue
import commands
import contract
import deliverables
import parts
import pitfalls

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
NOTE = "<!-- Written by `make docs` from the code: changes made here are lost. -->\n\n"

PAGES: dict[str, Callable[[], Iterable[str]]] = {
    "commands.md": commands.page,
    "tables.md": contract.tables_page,
    "deliverables.md": deliverables.page,
    "measures.md": catalogue.page,
    "parts.md": parts.page,
    "pitfalls.md": pitfalls.page,
    "settings.md": contract.settings_page,
    "errors.md": api.errors_page,
    "python.md": api.python_page,
}
"""Name of the file → what stands in it, line by line."""

MANY: tuple[Callable[[], Iterable[tuple[str, Iterable[str]]]], ...] = (
    parts.pages,
    pitfalls.pages,
    deliverables.pages,
)
"""Functions that give several pages at once, as pairs of name (``parts/goals.md``) and lines."""

BY_HAND = {"asvs.md", "data-map.md", "environment.md"}
"""Pages that people write; they stand in the reference because one looks things up in them."""

FILES: dict[str, Callable[[], str]] = {"strategy.schema.json": parts.schema}
"""Name of the file → its whole text, for files that are no Markdown."""


def text_of(lines: Iterable[str]) -> str:
    """The whole text of a page, with one empty line at most between its parts."""
    return NOTE + re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def wanted() -> Iterator[tuple[str, str]]:
    """Every file of the reference by name, with its text."""
    for name, page in PAGES.items():
        yield name, text_of(page())
    for pages in MANY:
        for name, lines in pages():
            yield name, text_of(lines)
    for name, text in FILES.items():
        yield name, text()


def found() -> dict[str, str]:
    """Every file that stands in the reference now."""
    files = (path for path in REFERENCE.rglob("*") if path.is_file() and path.name not in BY_HAND)
    return {path.relative_to(REFERENCE).as_posix(): path.read_text(encoding="utf-8") for path in files}


def put(name: str, text: str | None) -> None:
    """Write a file of the reference, or take it away when nothing makes it any more."""
    path = REFERENCE / name
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> int:
    """Write the files, or with ``--check`` name those that are out of date."""
    parser = argparse.ArgumentParser(prog="reference", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 when a page is out of date"
    )
    check = parser.parse_args().check
    stands, fresh = found(), dict(wanted())
    stale = sorted(name for name in stands.keys() | fresh.keys() if stands.get(name) != fresh.get(name))
    for name in stale:
        if check:
            sys.stdout.write(f"docs/reference/{name} is out of date: run make docs\n")
        else:
            put(name, fresh.get(name))
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
