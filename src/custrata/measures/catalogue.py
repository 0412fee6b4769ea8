"""The catalogue: every measure by id, and the requests that a snapshot stores."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

import ibis

from custrata.customers import Base, dimension_named, stated_name
from custrata.errors import SettingError
from custrata.measures import (
    cohorts,
    concentration,
    contracts,
    feedback,
    margin,
    movements,
    orders,
    population,
    purchases,
    selling,
    tickets,
)
from custrata.measures.economics import (
    acquisition,
    entitlements,
    exam,
    exchange,
    loss,
    migration,
    profit,
    serving,
    stress,
    whale,
    worth,
)
from custrata.measures.kernel.dimensions import known_dimensions
from custrata.measures.kernel.measure import Measure, Request
from custrata.measures.kernel.plan import Query
from custrata.measures.kernel.plan import plan as _plan
from custrata.measures.kernel.plan import unanswered as _unanswered
from custrata.vocabulary import Reading

_CHAPTERS = (
    population,
    orders,
    purchases,
    movements,
    contracts,
    cohorts,
    concentration,
    margin,
    selling,
    tickets,
    feedback,
    exam,
    worth,
    serving,
    profit,
    whale,
    loss,
    acquisition,
    entitlements,
    migration,
    stress,
    exchange,
)

CATALOGUE: dict[str, Measure] = {
    measure.id: measure
    for measure in sorted((m for chapter in _CHAPTERS for m in chapter.MEASURES), key=lambda m: m.id)
}
"""All measures, sorted by id."""

MAIN = (
    "customers",
    "revenue",
    "orders",
    "average_order_value",
    "repeat_rate",
    "gross_margin",
    "gross_margin_rate",
    "mrr",
    "customer_churn_rate",
    "days_since_last_order",
)
"""The measures that are broken down by tier, stage and the chosen attributes."""

BY_ATTRIBUTE = ("revenue_per_customer", "top_1_revenue_share")
"""The measures that say whether a difference between groups is more than chance or one customer makes it."""

OF_GROUPS = (
    "customer_equity",
    "lifetime_value",
    "contribution",
    "cost_to_serve",
    "cost_to_serve_ratio",
    "exchange_customers",
    "value_to_customer",
    "value_to_business",
)
"""The measures of economics that tell groups of customers apart."""

SERIES = (
    ("revenue", "month"),
    ("revenue", "quarter"),
    ("orders", "month"),
    ("active_customers", "month"),
    ("new_customers", "month"),
    ("mrr", "month"),
)
"""Measures over time."""

BROKEN_DOWN = (
    ("cost_to_serve", "driver"),
    ("customer_acquisition_cost", "acquisition_channel"),
    ("ltv_to_cac", "acquisition_channel"),
    ("profit_and_loss", "tier"),
    ("lifetime_value", "tier"),
    ("lifetime_value", "cohort"),
    ("lifetime_value", "acquisition_channel"),
    ("tier_service_cost", "tier"),
)
"""Measures of economics with the dimension that they are told by."""

_LINE_DIMENSIONS = {"category": "products", "channel": "transactions"}
_BY_LINE = ("revenue", "orders", "gross_margin", "average_order_value")
_GROUPS = ("tier", "stage", "rfm_segment")
_FEWEST, _MOST, _CHOSEN, _MOST_ON_LINES = 2, 12, 4, 40


def plan(base: Base, requests: Iterable[Request]) -> tuple[Query, ...]:
    """The queries that answer the requests; those that cannot be answered are left to :func:`unanswered`.

    Raises:
        MeasureError: When a measure or a dimension is unknown, with the names that are near.
    """
    return _plan(base, requests, CATALOGUE)


def unanswered(base: Base, requests: Iterable[Request]) -> tuple[Reading, ...]:
    """A reading without value, but with the reason, for each request that the data cannot answer."""
    return _unanswered(base, requests, CATALOGUE)


def standard_requests(base: Base) -> tuple[Request, ...]:
    """What a snapshot stores: each measure in its periods, the series, the main ones by group."""
    told = [Request(m, "all", (d,)) for m, d in BROKEN_DOWN if _told_by(base, m, d)]
    whole = [Request(m.id, period) for m in CATALOGUE.values() for period in m.periods]
    series = [Request(m, "all", (time,)) for m, time in SERIES if _answered(base, m, time)]
    return tuple(dict.fromkeys((*whole, *series, *told, *_breakdowns(base))))


def dimension_sizes_query(base: Base) -> ibis.Table | None:
    """How many values each attribute, category and channel has, in one row; None without any."""
    sides = [(base.tables["customers"], base.attributes)]
    sides += [(base.tables[table], (name,)) for name, table in _lines(base)]
    counts = [
        table.aggregate(**{name: table[name].nunique() for name in names}) for table, names in sides if names
    ]
    return reduce(lambda left, right: left.cross_join(right), counts) if counts else None


def choose_dimensions(base: Base, sizes: Mapping[str, Any]) -> tuple[str, ...]:
    """What to break figures down by: attributes that are set, else up to four with 2 to 12 values.

    Category and channel are added where they have 2 to 40 values.

    Args:
        base: The base.
        sizes: The row of :func:`dimension_sizes_query`; empty when there is none.

    Returns:
        Names; well-known ones (country, region, industry, kind, segment) first, then by the alphabet.
    """
    lines = tuple(name for name, _ in _lines(base) if _FEWEST <= (sizes.get(name) or 0) <= _MOST_ON_LINES)
    if base.settings.dimensions:
        return tuple(dict.fromkeys((*_set_dimensions(base), *lines)))
    able = set(known_dimensions(base))
    fit = [name for name in base.attributes if name in able and _FEWEST <= (sizes.get(name) or 0) <= _MOST]
    known = ("segment", "industry", "country", "region", "acquisition_channel", "kind")
    chosen = sorted(fit, key=lambda n: (known.index(n) if n in known else len(known), n))[:_CHOSEN]
    return tuple(dict.fromkeys((*chosen, *lines)))


def _set_dimensions(base: Base) -> tuple[str, ...]:
    known = known_dimensions(base)
    for name in base.settings.dimensions:
        if name not in known and stated_name(name) not in known:
            near = difflib.get_close_matches(name, known, n=3, cutoff=0.7) or known
            raise SettingError(
                f"customers have no attribute {name!r}", where="dimensions", remedy=f"try {' or '.join(near)}"
            )
    return tuple(dimension_named(name, known) for name in base.settings.dimensions)


def _breakdowns(base: Base) -> list[Request]:
    groups = [g for g in _GROUPS if base.has(f"customers.{g}")]
    people = [d for d in base.dimensions if d not in (*_LINE_DIMENSIONS, *groups)]
    lines = [name for name, _ in _lines(base) if name in base.dimensions]
    tiers = [g for g in groups if g == "tier"]
    return [
        *(Request(m, "all", (d,)) for d in (*groups, *people) for m in MAIN if _answered(base, m, d)),
        *(Request(m, "all", (d,)) for d in (*tiers, *people) for m in OF_GROUPS if _answered(base, m, d)),
        *(Request(m, "all", (d,)) for d in people for m in BY_ATTRIBUTE if _answered(base, m, d)),
        *(Request(m, "all", (d,)) for d in lines for m in _BY_LINE if _answered(base, m, d)),
    ]


def _lines(base: Base) -> list[tuple[str, str]]:
    """Dimensions of sales that hold data, with their table."""
    if not base.has("transactions.amount"):
        return []
    joined = base.has("transactions.product_id")
    return [
        (d, t) for d, t in _LINE_DIMENSIONS.items() if base.has(f"{t}.{d}") and (joined or t != "products")
    ]


def _told_by(base: Base, measure: str, dimension: str) -> bool:
    """Whether a measure can be broken down by a dimension of its own relation, of groups or of customers."""
    return _answered(base, measure, dimension) and (
        dimension == "driver" or dimension in known_dimensions(base)
    )


def _answered(base: Base, measure: str, dimension: str) -> bool:
    return CATALOGUE[measure].formula(base, "all", (dimension,)) is not None
