"""Subscriptions as they are listed, one spell a row."""

from __future__ import annotations

from custrata.sources.mapping import Source
from custrata.sources.recognise.sources.context import Context


def subscription_sources(context: Context) -> list[Source]:
    """The spells of a table of subscriptions."""
    return [context.source("subscriptions", context.columns())]
