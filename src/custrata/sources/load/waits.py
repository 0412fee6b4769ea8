"""Tickets that were answered or resolved before they were opened: how long they took is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.sources.account import Caveat

_ENDS = {"first_response_at": "answered", "resolved_at": "resolved"}


def known_waits(tickets: ir.Table) -> ir.Table:
    """Tickets without the ends that lie before their opening.

    Args:
        tickets: Rows with ``opened_at``, and the ends that something gives.
    """
    ends = [name for name in _ENDS if name in tickets.columns]
    return tickets.mutate(
        **{n: ibis.ifelse(_too_early(tickets, n), ibis.null("timestamp"), tickets[n]) for n in ends}
    )


def waits_query(judged: Sequence[ir.Table]) -> ir.Table | None:
    """One row for each relation of judged tickets: how many ends there are, and how many lie too early."""
    asked = [
        _counted(rows) for rows in judged if {"opened_at"} <= {*rows.columns} and {*_ENDS} & {*rows.columns}
    ]
    return ibis.union(*asked) if len(asked) > 1 else asked[0] if asked else None


def _counted(rows: ir.Table) -> ir.Table:
    good = rows.filter(rows._reason.isnull())
    counts: dict[str, ir.Value] = {}
    for name in _ENDS:
        held = name in rows.columns
        counts[f"{name}_known"] = good[name].count() if held else ibis.literal(0, "int64")
        early = (
            ibis.ifelse(_too_early(good, name), 1, 0).sum().cast("int64")
            if held
            else ibis.literal(0, "int64")
        )
        counts[f"{name}_early"] = early
    return good.aggregate(**counts)


def _too_early(rows: ir.Table, name: str) -> ir.BooleanValue:
    """Before the opening; an end that is only a day may be the day of the opening."""
    end, opened = rows[name], rows.opened_at
    only_day = (end == end.truncate("D")) & (end.date() == opened.date())
    return ((end < opened) & ~only_day).fill_null(False)


def wait_caveats(rows: Sequence[Mapping[str, Any]]) -> list[Caveat]:
    """What tickets that end before they begin are worth saying, from the answers to ``waits_query``."""
    found = []
    for name, done in _ENDS.items():
        early = sum(int(row[f"{name}_early"] or 0) for row in rows)
        known = sum(int(row[f"{name}_known"] or 0) for row in rows)
        if early:
            text = (
                f"{early:,} of {known:,} tickets with a time say they were {done} before they were opened; "
                f"when they were {done} counts as not known."
            )
            found.append(Caveat("ended-before-opened", text, f"tickets: {name}", early))
    return found
