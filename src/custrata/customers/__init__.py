"""The contract's tables become the canonical base as of a day."""

from custrata.customers.base import Base, dimension_named, stated_name, stated_provided
from custrata.customers.cut import cut
from custrata.customers.days import History, last_day_query, read_history, windows
from custrata.customers.relationship import detect, relationship_query
from custrata.customers.roster import customers_query

__all__ = [
    "Base",
    "History",
    "customers_query",
    "cut",
    "detect",
    "dimension_named",
    "last_day_query",
    "read_history",
    "relationship_query",
    "stated_name",
    "stated_provided",
    "windows",
]
