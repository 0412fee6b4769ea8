"""A reading of a raw table as sources of canonical tables, derived columns and all."""

from __future__ import annotations

from collections.abc import Callable

from custrata.sources.mapping import Question, Source
from custrata.sources.recognise.choose import Chosen
from custrata.sources.recognise.readings import Reading
from custrata.sources.recognise.relate import Relations
from custrata.sources.recognise.sources.context import Context
from custrata.sources.recognise.sources.contracts import subscription_sources
from custrata.sources.recognise.sources.customers import customer_sources
from custrata.sources.recognise.sources.marketing import campaign_sources, touch_sources
from custrata.sources.recognise.sources.plain import plain_sources
from custrata.sources.recognise.sources.products import category_notes, product_sources
from custrata.sources.recognise.sources.sales import sale_sources
from custrata.sources.recognise.sources.service import (
    feedback_sources,
    opportunity_sources,
    usage_sources,
)
from custrata.sources.recognise.sources.split import left_with_orders
from custrata.sources.recognise.sources.tickets import opening_notes, ticket_sources
from custrata.sources.recognise.takes import Orders

_BUILDERS: dict[str, Callable[[Context], list[Source]]] = {
    "customers": customer_sources,
    "transactions": sale_sources,
    "products": product_sources,
    "subscriptions": subscription_sources,
    "usage": usage_sources,
    "tickets": ticket_sources,
    "feedback": feedback_sources,
    "campaigns": campaign_sources,
    "touches": touch_sources,
    "opportunities": opportunity_sources,
}


def sources_of_reading(
    reading: Reading, chosen: Chosen, relations: Relations, orders: Orders
) -> tuple[list[Source], list[Question], list[str]]:
    """The sources that a reading gives, what a person has to choose in them, and what was noticed.

    Args:
        reading: What the raw table is taken for.
        chosen: What the others are taken for.
        relations: How they hang together.
        orders: Which dates write the day first.
    """
    context = Context(reading, chosen, relations, orders)
    sources = _BUILDERS.get(reading.table, plain_sources)(context)
    notes = [*opening_notes(context), *left_with_orders(context), *category_notes(context, sources)]
    return sources, context.questions(sources), notes
