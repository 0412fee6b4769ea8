"""Assumptions of the first draft: what the goals take for granted, and when that is looked at again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from custrata.drafting.chapters.goals import Theme, belief_of, role_of
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Figure

MONTHS = 6
"""How long an assumption stands before it is looked at again."""

LOWER_IS_BETTER = frozenset({"loss_making_customers", "anonymous_revenue", "customer_churn_rate"})
"""Measures of the themes that hold while they do not rise."""


KEPT = ("logo_retention", "net_revenue_retention")
"""Measures that compare two windows, and say nothing where customers order less often than that."""


def draft_assumptions(pen: Pen, themes: Sequence[Theme]) -> tuple[Assumption, ...]:
    """One assumption a theme: the measure that sums up must not get worse than it is now."""
    return tuple(_assumption(pen, theme) for theme in themes)


def _assumption(pen: Pen, theme: Theme) -> Assumption:
    figure = _watched(pen.desk, theme)
    return Assumption(
        id=f"assumption-{theme.id}",
        statement=pen.proposal(belief_of(pen, theme), role_of(pen, theme)),
        measure=figure.measure if figure else "",
        threshold=figure.value if figure else None,
        direction=None if figure is None else _side(figure.measure),
        expires_on=_later(pen.as_of),
        in_months=MONTHS,
        kill_criterion=theme.stop,
        owner=Owner(role=role_of(pen, theme)),
    )


def _side(measure: str) -> Literal["at least", "at most"]:
    return "at most" if measure in LOWER_IS_BETTER else "at least"


def _watched(desk: Desk, theme: Theme) -> Figure | None:
    measures = (*theme.lagging, "customer_churn_rate") if theme.id == "keep" else theme.lagging
    if desk.slow:
        measures = tuple(m for m in measures if m not in KEPT)
    periods = ("current", "all")
    found = (desk.figure("now", m, period=p) for m in measures for p in periods)
    return next((f for f in found if f is not None), None)


def _later(day: dt.date | None) -> dt.date | None:
    if day is None:
        return None
    month = day.month - 1 + MONTHS
    return dt.date(day.year + month // 12, month % 12 + 1, min(day.day, 28))
