"""Feedback, usage and opportunities."""

from __future__ import annotations

from collections.abc import Iterable

from custrata.sources.mapping import AsOf, Constant, Mapped, Source, Translate
from custrata.sources.profile import ColumnProfile
from custrata.sources.recognise.fields import SURE, Candidate, best
from custrata.sources.recognise.names import table_words, words
from custrata.sources.recognise.readings import stage_words
from custrata.sources.recognise.sources.context import Context, constant
from custrata.sources.recognise.sources.split import split_customers
from custrata.sources.recognise.sources.surveys import scale, stated, usual

_INSTRUMENTS = {
    "nps": "nps",
    "promoter": "nps",
    "recommend": "nps",
    "csat": "csat",
    "satisfaction": "csat",
    "ces": "ces",
    "effort": "ces",
    "review": "review",
    "reviews": "review",
    "stars": "review",
    "star": "review",
    "interview": "interview",
    "employee": "employee",
    "weiterempfehlung": "nps",
    "empfehlung": "nps",
    "zufriedenheit": "csat",
    "aufwand": "ces",
}


def usage_sources(context: Context) -> list[Source]:
    """Uses of the product; the customer over the contract where the row names none."""
    columns = context.columns()
    if "event" not in columns:
        columns["event"] = constant("use")
    if "customer_id" not in columns:
        columns |= _over_contract(context)
    return [context.source("usage", columns), *split_customers(context)]


def _over_contract(context: Context) -> dict[str, Mapped]:
    own = best(context.profile, "subscriptions", "subscription_id", SURE)
    for contracts in context.chosen.of("subscriptions") if own else ():
        found = context.lookup(own.column, contracts, "customer_id") if own else None
        if found:
            return {"customer_id": Mapped(found, 0.95, contracts.columns["customer_id"].column.samples)}
    return {}


def rated(context: Context, rating: Candidate, instrument: str) -> dict[str, Mapped]:
    """A rating with its question and the ends of its scale."""
    low, high = stated(rating.column.column.header or rating.name) or scale(usual(rating.column))
    low = "0" if instrument == "nps" else low
    return {
        "instrument": constant(instrument),
        "question": Mapped(Constant(rating.column.column.header or rating.name), 0.9),
        "rating": context.column("feedback", "rating", rating),
        "rating_min": constant(low),
        "rating_max": constant(high),
    }


def feedback_sources(context: Context) -> list[Source]:
    """Answers and reviews, one a row."""
    columns = context.columns()
    rating = context.reading.columns.get("rating")
    instrument = instrument_of(context, rating.column if rating else None)
    if rating:
        told = rated(context, rating, instrument)
        columns |= {n: m for n, m in told.items() if n not in columns}
    columns.setdefault("instrument", constant(instrument))
    if "answered_at" not in columns:
        columns["answered_at"] = Mapped(AsOf(), 0.5)
    if "customer_id" not in columns:
        columns |= _over_order(context)
    return [context.source("feedback", columns)]


def _over_order(context: Context) -> dict[str, Mapped]:
    own = best(context.profile, "transactions", "order_id", SURE)
    for orders in (*context.chosen.headers.values(), *context.chosen.of("transactions")) if own else ():
        found = context.lookup(own.column, orders, "customer_id") if own else None
        if found:
            return {"customer_id": Mapped(found, 0.9, orders.columns["customer_id"].column.samples)}
    return {}


def instrument_of(context: Context, rating: ColumnProfile | None) -> str:
    """How answers were asked, from the names of rating, text and table; a survey where nothing says it."""
    said = [*(words(rating.name) if rating else ())]
    said += words(context.reading.columns["text"].name) if "text" in context.reading.columns else []
    said += table_words(context.profile.table.file, context.profile.table.part)
    return instrument_in(said)


def instrument_in(said: Iterable[str]) -> str:
    """How answers were asked, by the first word that says it; a survey where none does.

    Example:
        >>> instrument_in(("overall", "satisfaction")), instrument_in(("rating",))
        ('csat', 'survey')
    """
    return next((_INSTRUMENTS[w] for w in said if w in _INSTRUMENTS), "survey")


_DEAL_KINDS = {
    "new": "new",
    "newbusiness": "new",
    "neukunde": "new",
    "neugeschaeft": "new",
    "existing": "expansion",
    "existingbusiness": "expansion",
    "expansion": "expansion",
    "upsell": "expansion",
    "upgrade": "expansion",
    "cross": "expansion",
    "crosssell": "expansion",
    "add": "expansion",
    "renewal": "renewal",
    "renew": "renewal",
    "verlaengerung": "renewal",
}


def _deal_kind(context: Context, found: Mapped) -> Mapped:
    """New, expansion or renewal by the words of the type; a renewal stays one beside other words."""
    column = context.reading.columns["kind"].column
    told = {v: {_DEAL_KINDS[w] for w in words(v) if w in _DEAL_KINDS} for v, _ in column.values}
    values = tuple(
        sorted((v, "renewal" if "renewal" in said else min(said)) for v, said in told.items() if said)
    )
    return Mapped(Translate(column.name, values), found.confidence, found.samples) if values else found


def opportunity_sources(context: Context) -> list[Source]:
    """Chances of a sale, won or lost by the words of their stage."""
    columns = context.columns("won")
    stage, flag = context.reading.columns.get("stage"), context.reading.columns.get("won")
    won, lost = stage_words(stage.column) if stage else (set(), set())
    if stage and (won or lost):
        values = (*((v, "true") for v in sorted(won)), *((v, "false") for v in sorted(lost)))
        columns["won"] = Mapped(Translate(stage.name, values), 0.95, tuple(sorted(won | lost)))
    elif flag:
        columns["won"] = context.column("opportunities", "won", flag)
    if "kind" in columns:
        columns["kind"] = _deal_kind(context, columns["kind"])
    return [context.source("opportunities", columns)]
