"""Everything that can be delivered, by the name of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from custrata.delivery.deliverable import Deliverable, Given


def _page(given: Given, out: Path) -> str:
    from custrata.delivery.report.page import report_of
    from custrata.delivery.report.writer import write_report

    write_report(report_of(given.snapshot, given.document, given.evidence, example=given.example), out)
    return f"{out}: {out.stat().st_size / 2**20:.1f} MB, opens without a network"


def _workbook(given: Given, out: Path) -> str:
    from custrata.delivery.workbook.book import write_workbook

    return write_workbook(given, out)


def _markdown(given: Given, out: Path) -> str:
    from custrata.delivery.markdown import write_markdown

    return write_markdown(given, out)


def _calendar(given: Given, out: Path) -> str:
    from custrata.delivery.calendar import write_calendar

    return write_calendar(given, out)


PAGES = (
    Deliverable(
        "page",
        "The strategy as one web page",
        (".html", ".htm"),
        "For whoever reads on a screen and opens evidence while reading. The page needs no network.",
        ("the story with its charts", "every statement with its state", "the evidence of every figure"),
        _page,
    ),
    Deliverable(
        "workbook",
        "The strategy as a workbook",
        (".xlsx",),
        "For whoever goes on calculating: numbers are numbers, days are days, and each has its definition.",
        (
            "every statement by kind",
            "groups, goals, scorecard, assumptions, decisions",
            "every claim and figure with n, interval, measure, segment, period and query",
            "definitions of all measures",
            "all readings, without parts of the base under eleven customers",
            "account of rows, caveats",
        ),
        _workbook,
    ),
    Deliverable(
        "markdown",
        "The strategy as Markdown",
        (".md",),
        "For a wiki or a repository, where changes are read line by line.",
        (
            "what matters most",
            "the twelve blocks",
            "plan and scorecard as tables",
            "claims and their figures",
        ),
        _markdown,
    ),
    Deliverable(
        "calendar",
        "Review dates for a calendar",
        (".ics",),
        "For everyone who must be there: reviews, decisions, assumptions that lapse, experiments that end.",
        (
            "weekly, monthly and yearly reviews",
            "decisions by their day",
            "assumptions by their day",
            "experiments",
        ),
        _calendar,
    ),
)
"""Pages, books and dates; decks and papers stand with their writers."""


@cache
def kinds() -> Mapping[str, Deliverable]:
    """Every deliverable by its kind, decks first."""
    from custrata.delivery.deck.kinds import DECKS
    from custrata.delivery.paper.kinds import PAPERS

    return {deliverable.kind: deliverable for deliverable in (*DECKS, *PAPERS, *PAGES)}
