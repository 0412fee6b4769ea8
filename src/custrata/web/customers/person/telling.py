"""Everything else that a page says of a customer: facts, marks of models, how it moved between tiers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from custrata.delivery.figures import Name, Prose, say, stated
from custrata.project.live.customer import Event
from custrata.project.live.desk import Desk
from custrata.segments.rules.fields import Field
from custrata.strategy.wording.spelling import spell
from custrata.web.customers.cells import head, written

_MARKS = (
    "probability_alive",
    "expected_orders",
    "expected_order_value",
    "value_to_customer",
    "value_to_business",
    "exchange",
    "rfm_segment",
    "value_rank",
)
_SHOWN = frozenset({"customer_id", "name", "tier", "stage", "stage_since", "tier_before", *_MARKS})
_OF_100 = frozenset({"value_to_customer", "value_to_business"})
_ASKED = {"nps": "Net Promoter Score", "csat": "Satisfaction", "ces": "Customer effort"}
_MOVED = {
    "own": "by what it brought itself",
    "others": "because others moved past it",
    "new": "since it is new",
    "returned": "since it came back",
    "gone": "since it has gone",
}


def marks(fields: Mapping[str, Field], row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What models and ranks say of a customer, in words; what is not known is left out.

    Args:
        fields: What the person may see.
        row: The customer.
    """
    known = [fields[name] for name in _MARKS if name in fields and row.get(name) not in (None, "")]
    return [(head(field), _mark(field, row[field.name])) for field in known]


def _mark(field: Field, value: Any) -> str:
    """What a model says, as exact as it can be meant: chances, days and indexes in whole numbers."""
    if field.name in _OF_100:
        return f"{float(value):.0f} of 100"
    if field.name == "expected_orders":
        return f"{float(value):,.0f}" if float(value) >= 10 else f"{float(value):.1f}"
    if field.unit == "share":
        return spell(float(value), "share")
    text = written(value, field)
    return text[:1].upper() + text[1:]


def facts(fields: Mapping[str, Field], row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What else is known of a customer, by title."""
    rest = [field for name, field in fields.items() if name not in _SHOWN]
    return _listed(sorted(rest, key=lambda field: field.title), row)


def moved(desk: Desk, move: Mapping[str, Any] | None) -> Prose | None:
    """How a customer moved between tiers; None where there is nothing to tell.

    Args:
        desk: The customers.
        move: The row of the table of moves.
    """
    if move is None or not move.get("tier_now") or not move.get("tier_before"):
        return None
    unit = desk.fields["value"].unit if "value" in desk.fields else "money"
    before, now = (
        stated(float(move[key]), unit, "the tier moves of the snapshot")
        if move.get(key) is not None
        else Name("not known")
        for key in ("value_before", "value_now")
    )
    if move["tier_now"] == move["tier_before"]:
        return say(
            "It stayed in ",
            Name(str(move["tier_now"])),
            ": ",
            before,
            " in the window before, ",
            now,
            " in this one.",
        )
    how = _MOVED.get(str(move.get("moved_by")), "")
    return say(
        "It went from ",
        Name(str(move["tier_before"])),
        " to ",
        Name(str(move["tier_now"])),
        f" {how}" if how else "",
        ": ",
        before,
        " in the window before, ",
        now,
        " in this one.",
    )


def told(event: Event, currency: str, *, persons: bool) -> tuple[str, str]:
    """An event in words: what it was, and what was said.

    Args:
        event: What happened.
        currency: Code of the currency.
        persons: Whether what customers wrote may be read.
    """
    title = event.kind.capitalize()
    amount = ""
    if event.amount is not None:
        amount = f"{event.amount:g}" if event.kind == "feedback" else spell(event.amount, currency or "money")
    said = _ASKED.get(event.what.strip(), event.what.strip())
    what = ", ".join(piece for piece in (said[:1].upper() + said[1:], amount) if piece)
    if event.words and not persons:
        return title, f"{what}; words hidden" if what else "words hidden"
    quoted = f"“{event.words[:280]}{'…' if len(event.words) > 280 else ''}”" if event.words else ""
    return title, " ".join(piece for piece in (what, quoted) if piece)


def _listed(fields: list[Field], row: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (head(field), written(row[field.name], field))
        for field in fields
        if row.get(field.name) not in (None, "")
    ]
