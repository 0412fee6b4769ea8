"""Campaigns and whom they touched."""

from __future__ import annotations

from custrata.sources.mapping import Constant, Mapped, Source, Translate
from custrata.sources.recognise.names import table_words, words
from custrata.sources.recognise.sources.context import Context
from custrata.sources.recognise.sources.plain import plain_sources

_KINDS = {
    "redemption": "redeemed",
    "redemptions": "redeemed",
    "redeemed": "redeemed",
    "opened": "opened",
    "opens": "opened",
    "clicked": "clicked",
    "clicks": "clicked",
    "converted": "converted",
}


def campaign_sources(context: Context) -> list[Source]:
    """Campaigns as they are listed."""
    return plain_sources(context)


def touch_sources(context: Context) -> list[Source]:
    """Contacts; without a word of their own, names of table and date say what happened, else sent."""
    columns = context.columns()
    said = [*table_words(context.profile.table.file, context.profile.table.part)]
    said += (
        words(context.reading.columns["occurred_at"].name) if "occurred_at" in context.reading.columns else []
    )
    if "arm" in columns:
        columns["arm"] = _arm(context, columns["arm"])
    if "kind" not in columns:
        kind = next((_KINDS[w] for w in said if w in _KINDS), "sent")
        columns["kind"] = Mapped(Constant(kind), 0.8)
    if "occurred_at" not in columns:
        columns |= _campaign_start(context)
    return [context.source("touches", columns)]


_ARMS = {
    "control": "control",
    "holdout": "control",
    "hold out": "control",
    "held back": "control",
    "held out": "control",
    "kontrolle": "control",
    "kontrollgruppe": "control",
    "control group": "control",
    "c": "control",
    "treated": "treated",
    "treatment": "treated",
    "test": "treated",
    "exposed": "treated",
    "target": "treated",
    "testgruppe": "treated",
    "test group": "treated",
    "treatment group": "treated",
    "t": "treated",
}


def _arm(context: Context, found: Mapped) -> Mapped:
    """The arm in the contract's words; where a value names a variant, all but control stay as they are."""
    column = context.reading.columns["arm"].column
    told = {v: _ARMS.get(" ".join(words(v)), "") for v, _ in column.values}
    if "control" not in told.values():
        return found
    known = all(told.values())
    values = tuple(sorted((v, arm if known or arm == "control" else v) for v, arm in told.items()))
    return Mapped(Translate(column.name, values), found.confidence, found.samples)


def _campaign_start(context: Context) -> dict[str, Mapped]:
    for campaigns in context.chosen.of("campaigns"):
        found = context.lookup(context.reading.columns["campaign_id"].column, campaigns, "started_on")
        if found:
            return {"occurred_at": Mapped(found, 0.7, campaigns.columns["started_on"].column.samples)}
    return {}
