"""Pieces of Markdown."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """A table, line by line."""
    heads = list(heads)
    yield "| " + " | ".join(heads) + " |"
    yield "|" + " --- |" * len(heads)
    for row in rows:
        yield "| " + " | ".join(cell(value) for value in row) + " |"


def cell(value: object) -> str:
    """A value as the text of one table cell."""
    return " ".join(str(value).split()).replace("``", "`").replace("|", "\\|")


def code(text: object) -> str:
    """Text as code; nothing for nothing."""
    return f"`{text}`" if str(text) else ""


def prose(text: str) -> Iterator[str]:
    """Paragraphs of a text that is indented in the source."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        yield " ".join(paragraph.split())
        yield ""


def summary(thing: object) -> str:
    """The first paragraph of a docstring."""
    return cell((inspect.getdoc(thing) or "").split("\n\n")[0])


def attributes(thing: object) -> dict[str, str]:
    """What the ``Attributes:`` part of a docstring says of each name."""
    part = re.search(r"^Attributes:\n((?: {4,}.*\n?|\n)+)", inspect.getdoc(thing) or "", re.MULTILINE)
    found: dict[str, str] = {}
    name = ""
    for line in inspect.cleandoc("\n" + part.group(1)).splitlines() if part else ():
        if named := re.match(r"(\w+): (.*)", line):
            name = named.group(1)
            found[name] = named.group(2)
        elif name and line.strip():
            found[name] += " " + line.strip()
    return found


def docstring(thing: object) -> Iterator[str]:
    """A docstring in Google's form as Markdown."""
    for paragraph in (inspect.getdoc(thing) or "").replace("``", "`").split("\n\n"):
        head, _, rest = paragraph.partition("\n")
        if not re.fullmatch(r"(Args|Returns|Raises|Attributes|Examples?|Yields|Note):", head):
            yield from (paragraph, "")
            continue
        body = inspect.cleandoc("\n" + rest).splitlines()
        if head.startswith("Example"):
            yield from ("```python", *body, "```", "")
        else:
            items = [line if line.startswith(" ") else f"- {line}" for line in body]
            yield from (f"{head[:-1]}:", "", *items, "")
