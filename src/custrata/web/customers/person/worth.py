"""What a customer is worth, and what moves it: tier boundaries, orders, contracts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from custrata.delivery.figures import Figure, Name, Prose, figure, say, stated
from custrata.project.live.customer import Tier, gaps
from custrata.project.live.desk import Desk
from custrata.project.live.horizon import NEXT_YEAR, ahead, behind
from custrata.project.live.ranking import same_as, value_means
from custrata.project.live.readings import period_of
from custrata.segments.rules.fields import title_of
from custrata.vocabulary import Period, Reading

_INTERVAL = "80% interval"
_TILES = ("lifetime_value", "value", "revenue", "mrr", "orders", "days_since_last_order", "probability_alive")
_MOST_TILES = 5


_MEANS = {
    "lifetime_value": "What it is expected to bring",
    "revenue": "Money received for its sales, net of refunds",
    "orders": "Its orders with a sale; several on one day count as several",
    "order_days": "Days on which it bought; several orders on one day are one purchase day",
    "expected_orders": "Purchase days that it is expected to have",
    "expected_order_value": "What it is expected to bring on a purchase day",
    "probability_alive": "Probability that it has not stopped buying for good, by the model",
}
"""What the numbers of a customer mean; the others are what their title says."""

_AS_OF = (
    "lifetime_value",
    "expected_orders",
    "expected_order_value",
    "probability_alive",
    "days_since_last_order",
    "mrr",
)
"""Numbers that stand on the last day of the data, whatever they look back on or ahead to."""

CLOSE = 4.0
"""How many times the low end the high end of an interval is at most for a number to be known closely."""

_FROM_HISTORY = ("value", "revenue", "orders", "order_days")


@dataclass(frozen=True)
class Tile:
    """One number of a customer with what is said beneath it."""

    title: str
    figure: Figure
    beneath: str


def reading_of(desk: Desk, row: Mapping[str, Any], column: str) -> Reading | None:
    """What is known of a customer as a reading; None where it is not known.

    Args:
        desk: The customers.
        row: The customer.
        column: What is asked.
    """
    field = desk.fields.get(column)
    value = row.get(column)
    if field is None or value is None:
        return None
    low, high = row.get(f"{column}_low"), row.get(f"{column}_high")
    known = low is not None and high is not None
    means = value_means(desk.manifest) if column == "value" else _MEANS.get(column, title_of(column))
    meant = "; ".join(w for w in (means, _span(desk, column)) if w)
    last = desk.manifest.as_of
    return Reading(
        column,
        float(value),
        field.unit or column,
        1,
        "customers",
        Period("as of", last, last) if column in _AS_OF else period_of(desk),
        low=float(low) if low is not None and known else None,
        high=float(high) if high is not None and known else None,
        method=_INTERVAL if known else "counted",
        definition=f"{meant}; of this customer.",
    )


def tiles(desk: Desk, row: Mapping[str, Any], standing: tuple[Tier, ...]) -> list[Tile]:
    """The numbers at the head of a customer.

    Args:
        desk: The customers.
        row: The customer.
        standing: The tiers, for what stands in their middle.
    """
    found = []
    middle = next((tier for tier in standing if tier.tier == row.get("tier")), None)
    repeated = same_as(desk.manifest)
    for column in _TILES:
        # A value that is revenue under another name is no second number: the tile of revenue says it.
        reading = None if column == "value" and repeated in row else reading_of(desk, row, column)
        if reading is not None:
            shown = figure(reading)
            found.append(Tile(title_of(column), shown, _beneath(desk, row, column, middle, shown.interval)))
    return found[:_MOST_TILES]


def finding(desk: Desk, row: Mapping[str, Any], called: str) -> Prose:
    """What a customer is worth and how it stands, in one sentence.

    Args:
        desk: The customers.
        row: The customer.
        called: Its name where it may be seen, else its id.
    """
    worth, brought = reading_of(desk, row, "lifetime_value"), reading_of(desk, row, "revenue")
    parts: list[Any] = [Name(called)]
    vague = worth is not None and not _closely(worth)
    if vague:
        parts += [" has brought ", figure(brought), " so far"] if brought is not None else []
    elif worth is not None:
        parts += [" is worth ", figure(worth)]
    elif brought is not None:
        parts += [" has brought ", figure(brought)]
    else:
        parts += [": nothing is known of its worth"]
    if row.get("stage"):
        parts += [", at “", Name(str(row["stage"])), "”"]
    if row.get("stage_since"):
        parts += [Name(f" since {row['stage_since']:%-d %b %Y}")]
    if vague:
        parts += [": what" if len(parts) == 1 else "; what", " it will bring cannot be told closely"]
    return say(*parts)


def _closely(worth: Reading) -> bool:
    """Whether an interval says more of a number than that it may be anything."""
    if worth.low is None or worth.high is None:
        return True
    return worth.low > 0 and worth.high <= CLOSE * worth.low


def reasons(desk: Desk, row: Mapping[str, Any], standing: tuple[Tier, ...]) -> list[Prose]:
    """What moves the worth of a customer, as sentences.

    Args:
        desk: The customers.
        row: The customer.
        standing: The tiers, highest first.
    """
    told = (_expected(desk, row), _so_far(desk, row), _contracts(desk, row), _serving(desk, row))
    return [*_boundaries(desk, row, standing), *(one for one in told if one is not None)]


def _expected(desk: Desk, row: Mapping[str, Any]) -> Prose | None:
    orders, each = reading_of(desk, row, "expected_orders"), reading_of(desk, row, "expected_order_value")
    if orders is None or each is None:
        return None
    said = Name("In the next 365 days ")
    return say(said, figure(orders), " purchase days are expected, of ", figure(each), " each.")


def _so_far(desk: Desk, row: Mapping[str, Any]) -> Prose | None:
    """Orders beside the days on which they came, where the two are not the same."""
    made, days = reading_of(desk, row, "orders"), reading_of(desk, row, "order_days")
    if made is None or days is None or made.value == days.value:
        return None
    why = " purchase days: the models count days, as several orders on one day are one purchase."
    return say("So far it placed ", figure(made), " orders on ", figure(days), why)


def _contracts(desk: Desk, row: Mapping[str, Any]) -> Prose | None:
    monthly = reading_of(desk, row, "mrr")
    return None if monthly is None else say("Its contracts bring ", figure(monthly), " a month.")


def _serving(desk: Desk, row: Mapping[str, Any]) -> Prose | None:
    cost, margin = reading_of(desk, row, "cost_to_serve"), reading_of(desk, row, "gross_margin")
    if cost is None or margin is None:
        return None
    return say("Serving it has taken ", figure(cost), " of a margin of ", figure(margin), ".")


def _boundaries(desk: Desk, row: Mapping[str, Any], standing: tuple[Tier, ...]) -> list[Prose]:
    value, tier = row.get("value"), row.get("tier")
    if value is None or tier is None:
        return []
    unit, found = desk.fields["value"].unit, []
    above, below = gaps(standing, str(tier), float(value))
    if above is not None:
        gap = stated(above.amount, unit, "the lowest value in the tier above, less its own")
        found.append(say(gap, " more value lifts it to ", Name(above.tier), "."))
    if below is not None:
        gap = stated(below.amount, unit, "its own value, less the highest in the tier below")
        found.append(say("It falls to ", Name(below.tier), " when it brings ", gap, " less."))
    return found


def _beneath(desk: Desk, row: Mapping[str, Any], column: str, middle: Tier | None, interval: str) -> str:
    """Interval, span and what it is held against, as far as there is any."""
    parts = [f"80% interval {interval}" if interval else "", _span(desk, column)]
    ranks = "value" in row and column == (same_as(desk.manifest) or "value")
    if ranks and column in ("revenue", "reported_revenue"):
        parts.append("no costs are known, so that it ranks by revenue")
    if ranks and middle is not None and middle.middle is not None:
        parts.append(
            f"middle of {middle.tier}: {stated(middle.middle, desk.fields['value'].unit, 'tier').text}"
        )
    if column == "orders" and row.get("order_days") is not None:
        parts.insert(0, f"on {float(row['order_days']):,.0f} purchase days")
    return "; ".join(part for part in parts if part)


def _span(desk: Desk, column: str) -> str:
    """Which days a number looks back on, or how far it looks ahead."""
    if column == "lifetime_value":
        return ahead(desk.manifest)
    if column in ("expected_orders", "expected_order_value"):
        return NEXT_YEAR
    if column in _FROM_HISTORY:
        return behind(desk.manifest)
    last = f"{desk.manifest.as_of:%-d %b %Y}"
    told = {
        "days_since_last_order": f"up to {last}",
        "probability_alive": f"as of {last}",
        "mrr": f"a month, on {last}",
    }
    return "" if desk.manifest.notional else told.get(column, "")
