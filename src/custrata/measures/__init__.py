"""Numbers with a name, a unit, a better direction and a grain."""

from custrata.measures.catalogue import (
    CATALOGUE,
    choose_dimensions,
    dimension_sizes_query,
    plan,
    standard_requests,
    unanswered,
)
from custrata.measures.kernel.dimensions import known_dimensions
from custrata.measures.kernel.measure import Estimate, Formula, Measure, Request
from custrata.measures.kernel.plan import Query
from custrata.measures.orders import ORDERS, orders_query, prepared
from custrata.measures.purchases import SUMMARY_COLUMNS, purchase_summary_query

__all__ = [
    "CATALOGUE",
    "ORDERS",
    "SUMMARY_COLUMNS",
    "Estimate",
    "Formula",
    "Measure",
    "Query",
    "Request",
    "choose_dimensions",
    "dimension_sizes_query",
    "known_dimensions",
    "orders_query",
    "plan",
    "prepared",
    "purchase_summary_query",
    "standard_requests",
    "unanswered",
]
