"""Tickets, feedback, usage and opportunities."""

from __future__ import annotations

from custrata.sources.mapping import (
    AddTime,
    AsOf,
    Combine,
    Constant,
    Earliest,
    Latest,
    Mapped,
    Source,
    Translate,
)
from custrata.sources.profile import ColumnProfile
from custrata.sources.recognise.fields import SURE, Candidate, best
from custrata.sources.recognise.names import table_words, words
from custrata.sources.recognise.readings import is_key, stage_words
from custrata.sources.recognise.sources.context import Context, constant
from custrata.sources.recognise.sources.split import split_customers
from custrata.sources.recognise.sources.surveys import scale

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


def ticket_sources(context: Context) -> list[Source]:
    """Tickets, one row each even from a log of events, and the satisfaction that was asked about them."""
    columns = context.columns()
    if not is_key(context.reading.columns["ticket_id"].column):
        return [_from_log(context, columns)]
    columns |= _times(context, columns)
    return [context.source("tickets", columns), *_satisfaction(context, columns), *split_customers(context)]


def _from_log(context: Context, columns: dict[str, Mapped]) -> Source:
    if "opened_at" in columns:
        opened = columns["opened_at"]
        columns["opened_at"] = Mapped(Earliest(opened.derivation), opened.confidence, opened.samples)
        columns["resolved_at"] = Mapped(Latest(opened.derivation), 0.7, opened.samples)
    key = context.reading.columns["ticket_id"].name
    return context.source("tickets", columns, one_row_per=(key,), note="a log of events, one ticket a case")


def _times(context: Context, columns: dict[str, Mapped]) -> dict[str, Mapped]:
    result: dict[str, Mapped] = {}
    if "opened_at" not in columns:
        result |= _opened(context, columns)
    opened = columns.get("opened_at")
    minutes, hours = (
        context.reading.parts.get("response_minutes"),
        context.reading.parts.get("resolution_hours"),
    )
    if opened and minutes and "first_response_at" not in columns:
        answered = AddTime(opened.derivation, context.take(minutes.column, "number"), "minutes")
        result["first_response_at"] = Mapped(answered, 0.9, minutes.column.samples)
    if opened and hours and "resolved_at" not in columns:
        solved = AddTime(opened.derivation, context.take(hours.column, "number"), "hours")
        result["resolved_at"] = Mapped(solved, 0.85, hours.column.samples)
    return result


def _opened(context: Context, columns: dict[str, Mapped]) -> dict[str, Mapped]:
    instants = [columns[n].derivation for n in ("first_response_at", "resolved_at") if n in columns]
    taken = {c.name for c in context.reading.columns.values()}
    others = [
        context.take(c, "instant") for c in context.profile.columns if c.is_date and c.name not in taken
    ][:1]
    parts = (*instants[:1], *others)
    if not parts:
        return {}
    return {"opened_at": Mapped(Combine("first_of", parts) if len(parts) > 1 else parts[0], 0.4)}


def _satisfaction(context: Context, columns: dict[str, Mapped]) -> list[Source]:
    found = context.reading.parts.get("satisfaction")
    if found is None:
        return []
    when = tuple(columns[n].derivation for n in ("resolved_at", "opened_at") if n in columns)
    columns = {
        "feedback_id": context.column("tickets", "ticket_id", context.reading.columns["ticket_id"]),
        "answered_at": Mapped(
            Combine("first_of", when) if len(when) > 1 else when[0] if when else AsOf(), 0.8
        ),
        **_rated(context, found, "csat"),
        **({"customer_id": columns["customer_id"]} if "customer_id" in columns else {}),
    }
    return [context.source("feedback", columns, where=(found.name,), note="satisfaction asked about tickets")]


def _rated(context: Context, rating: Candidate, instrument: str) -> dict[str, Mapped]:
    low, high = scale(list(rating.column.numbers))
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
        rated = _rated(context, rating, instrument)
        columns |= {n: m for n, m in rated.items() if n not in columns}
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
