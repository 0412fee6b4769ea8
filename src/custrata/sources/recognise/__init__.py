"""Which raw table is which canonical table, and which column is which field."""

from custrata.sources.recognise.guess import guess
from custrata.sources.recognise.relate import relate_query

__all__ = ["guess", "relate_query"]
