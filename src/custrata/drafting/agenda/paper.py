"""An agenda as text: Markdown for people, plain values for programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from custrata.drafting.agenda.agenda import Agenda


def as_markdown(agenda: Agenda, company: str, on: dt.date | None) -> str:
    """The agenda as a page of Markdown.

    Args:
        agenda: The agenda.
        company: Name for the title.
        on: The day of the review; None where the data carry no dates and nobody named one.
    """
    return "\n".join(_lines(agenda, company, on)) + "\n"


def _lines(agenda: Agenda, company: str, on: dt.date | None) -> Iterator[str]:
    day = f", {on}" if on else ""
    yield f"# {str(agenda.kind).capitalize()} review: {company}{day}"
    yield ""
    yield f"{agenda.minutes} minutes."
    if agenda.quiet:
        yield "There is nothing to talk about; what was checked stands below."
    for item in agenda.items:
        yield ""
        owner = f" ({item.owner})" if item.owner else ""
        yield f"## {item.title}, {item.minutes} min{owner}"
        yield ""
        yield from (f"- {line}" for line in item.lines)
        if item.decision:
            yield ""
            yield f"To decide: {item.decision}"
    yield ""
    yield "## What was checked"
    yield ""
    yield from (f"- {line}" for line in agenda.checks)


def as_values(agenda: Agenda) -> dict[str, Any]:
    """The agenda as plain values, as ``custrata review --json`` prints it."""
    return {
        "kind": str(agenda.kind),
        "minutes": agenda.minutes,
        "quiet": agenda.quiet,
        "items": [
            {
                "title": item.title,
                "minutes": item.minutes,
                "lines": list(item.lines),
                "claims": list(item.claims),
                "decision": item.decision or None,
                "owner": item.owner or None,
            }
            for item in agenda.items
        ],
        "checks": list(agenda.checks),
    }
