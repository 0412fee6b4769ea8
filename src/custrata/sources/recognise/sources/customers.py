"""Customers from their own table, with what follows from it: spells and answers."""

from __future__ import annotations

from custrata.sources.contract import CUSTOMERS
from custrata.sources.mapping import (
    AsOf,
    Combine,
    Lookup,
    Mapped,
    MonthsBefore,
    RowId,
    Source,
    Take,
    Translate,
)
from custrata.sources.mapping.derivation import columns_of
from custrata.sources.recognise.fields import SURE, best
from custrata.sources.recognise.names import snake, words
from custrata.sources.recognise.readings import Reading
from custrata.sources.recognise.sources.context import Context, constant
from custrata.sources.recognise.sources.plain import joined_name
from custrata.sources.recognise.sources.surveys import survey_sources
from custrata.sources.recognise.takes import attribute


def customer_sources(context: Context) -> list[Source]:
    """Customers of their own table, and what follows: spells from a churn flag, answers from a survey."""
    columns = context.columns(*_no_revenue(context))
    columns.setdefault("customer_id", Mapped(RowId(), 0.6))
    columns |= _name(context, columns) | _standing(context)
    used = {d for m in columns.values() for d in _raw(m)}
    found = [context.source("customers", columns | _kind(context), attributes=_attributes(context, used))]
    return found + _spells(context) + survey_sources(context)


def _no_revenue(context: Context) -> tuple[str, ...]:
    return (
        ("reported_revenue",)
        if context.chosen.of("transactions") or context.chosen.of("subscriptions")
        else ()
    )


def _raw(mapped: Mapped) -> tuple[str, ...]:
    return columns_of(mapped.derivation)


def _name(context: Context, columns: dict[str, Mapped]) -> dict[str, Mapped]:
    joined = joined_name(context)
    firm = "name" in columns and bool(
        {"company", "firma", "organization", "organisation"} & set(words(_raw(columns["name"])[0]))
    )
    if joined is None or ("name" in columns and not firm):
        return {}
    if not firm:
        return {"name": joined}
    return {
        "name": Mapped(
            Combine("first_of", (columns["name"].derivation, joined.derivation)), 0.9, joined.samples
        )
    }


_CUSTOMER_WORDS = frozenset({"customer", "client", "kunde", "cliente", "evangelist"})
_PROSPECT_WORDS = frozenset({"prospect", "lead", "opportunity", "interessent", "prospecto"})


def _standing(context: Context) -> dict[str, Mapped]:
    """Who is a customer and who a prospect, where a column tells the two apart; other values say nothing."""
    found = context.reading.parts.get("standing")
    if found is None:
        return {}
    told = {v: _standing_of(v) for v, _ in found.column.values}
    if not {"customer", "prospect"} <= set(told.values()):
        return {}
    values = tuple(sorted((v, meant) for v, meant in told.items() if meant))
    return {"status": Mapped(Translate(found.name, values), 0.9, found.column.samples)}


def _standing_of(value: str) -> str:
    said = set(words(value))
    return "prospect" if said & _PROSPECT_WORDS else "customer" if said & _CUSTOMER_WORDS else ""


_PERSON = frozenset(
    [
        "gender",
        "sex",
        "age",
        "birth",
        "dob",
        "surname",
        "married",
        "dependents",
        "income",
        "education",
        "geschlecht",
        "household",
    ]
)


def _kind(context: Context) -> dict[str, Mapped]:
    names = {w for c in context.profile.columns for w in words(c.name)}
    if "industry" in context.reading.columns or "employees" in context.reading.columns:
        return {"kind": constant("organisation")}
    return {"kind": constant("person")} if names & _PERSON else {}


def _attributes(context: Context, used: set[str]) -> dict[str, Take]:
    kept = [c for c in context.profile.columns if c.name not in used and c.filled]
    return named({c.name: attribute(context.profile, c, context.orders) for c in kept})


def named(taken: dict[str, Take]) -> dict[str, Take]:
    """Attributes by names that are free in the contract and used once."""
    result: dict[str, Take] = {}
    for name, value in taken.items():
        free = stem = snake(name) if not CUSTOMERS.has(snake(name)) else f"{snake(name)}_given"
        number = 2
        while free in result:
            free, number = f"{stem}_{number}", number + 1
        result[free] = value
    return result


def _spells(context: Context) -> list[Source]:
    parts = context.reading.parts
    if (
        "customer_id" not in context.reading.columns
        or "tenure" not in parts
        or "monthly" not in parts
        or context.chosen.of("subscriptions")
    ):
        return []
    ended = _from_any(context, "flag")
    if ended is None:
        return []
    key = context.column("customers", "customer_id", context.reading.columns["customer_id"])
    months = context.take(parts["tenure"].column, "number")
    columns = {
        "subscription_id": key,
        "customer_id": key,
        "started_on": Mapped(MonthsBefore(months), 0.9, parts["tenure"].column.samples),
        "mrr": context.column("subscriptions", "mrr", parts["monthly"]),
        "ended_on": ended,
    }
    plan = best(context.profile, "subscriptions", "plan", SURE)
    columns |= {"plan": context.column("subscriptions", "plan", plan)} if plan else {}
    reason = _reason(context)
    columns |= {"end_reason": reason} if reason else {}
    return [
        context.source(
            "subscriptions", columns, note="one spell a customer, from tenure, monthly charge and churn flag"
        )
    ]


def _from_any(context: Context, part: str) -> Mapped | None:
    here = context.reading.parts.get(part)
    if here:
        return Mapped(AsOf(here.name), 0.9, here.column.samples)
    for other in context.chosen.of("customers"):
        flag = other.parts.get(part)
        link = _link(context, other)
        if flag and link:
            return Mapped(Lookup(other.source, link[0], link[1], AsOf(flag.name)), 0.85, flag.column.samples)
    return None


def _reason(context: Context) -> Mapped | None:
    for other in context.chosen.of("customers"):
        found = best(other.profile, "subscriptions", "end_reason", SURE)
        if found and other is context.reading:
            return context.column("subscriptions", "end_reason", found)
        link = _link(context, other)
        if found and link:
            return Mapped(
                Lookup(other.source, link[0], link[1], Take(found.name)), 0.85, found.column.samples
            )
    return None


def _link(context: Context, other: Reading) -> tuple[str, str] | None:
    mine, theirs = context.reading.columns["customer_id"], other.columns["customer_id"]
    place = ((context.relation, mine.name), (other.profile.table.relation, theirs.name))
    overlap = context.relations.overlaps.get(place)
    return (mine.name, theirs.name) if overlap and overlap.share >= 0.5 else None
