"""Who gives, and who gets: value to the customer against value to the business."""

from custrata.economics.exchange.index import (
    equal_parts_query,
    exchange_index_query,
    percentiles_query,
    placed_query,
)
from custrata.economics.exchange.known import Axes, axes, known_query
from custrata.economics.exchange.signs import SIGNS, Sign, signs_query

__all__ = [
    "SIGNS",
    "Axes",
    "Sign",
    "axes",
    "equal_parts_query",
    "exchange_index_query",
    "known_query",
    "percentiles_query",
    "placed_query",
    "signs_query",
]
