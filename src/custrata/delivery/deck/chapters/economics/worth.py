"""What customers are worth: equity and how sure it is, by tier, by channel, cohort or attribute."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.delivery import tokens
from custrata.delivery.deck.chapters.economics import asking
from custrata.delivery.deck.chapters.pieces import not_shown, number, with_interval, words
from custrata.delivery.deck.material import SMALLEST_GROUP, Material, plain, title_case, worded
from custrata.delivery.deck.slides import (
    Cell,
    Column,
    FigurePanel,
    FigureRow,
    Placed,
    Row,
    Slide,
    Table,
)
from custrata.delivery.figures import Name, Prose, figure, rests_on, say
from custrata.strategy.wording.models import cannot_doubt
from custrata.strategy.wording.spelling import UNKNOWN
from custrata.vocabulary import Reading, Tier

_PANEL = (
    ("customer_equity", "customer equity: what today's customers are expected to bring up to the horizon"),
    ("expected_revenue", "revenue expected of them in the next year"),
    ("expected_orders", "purchase days expected of them in the next year"),
    ("alive_customers", "customers who are probably still customers"),
)
_MOST_ROWS = 9


def equity(material: Material) -> Slide | None:
    """What the base is worth, how sure that is, and which tiers hold it."""
    whole = asking.read(material, "customer_equity")
    if whole is None or not whole.value:
        return None
    panel = _panel(material)
    table = _tier_table(material)
    placed = [Placed(FigurePanel("", panel), 0, 6 if table else 12)]
    if table is not None:
        placed.append(Placed(table, 6, 6))
    return Slide(
        "Economics",
        "Customer equity",
        _equity_titles(material, whole),
        asking.counted(material, "Lifetime value", whole),
        tuple(placed),
        _equity_so_what(material, whole),
    )


def _equity_so_what(material: Material, whole: Reading) -> Prose:
    if asking.unexamined(material):
        return say("nothing says yet whether this model is right: a first guess, no budget")
    if whole.low is None:
        return say("this carries the past on and says not how sure it is: a first guess, no budget")
    if asking.basis(whole)[0] == "margin":
        return say("spend no more on keeping and winning than the lower end of the interval carries")
    return say("this does not say what is left after cost: no budget follows from it until cost is known")


def _panel(material: Material) -> tuple[FigureRow, ...]:
    rows = []
    for measure, text in _PANEL:
        found = asking.read(material, measure)
        if found is None or (measure == "alive_customers" and cannot_doubt(found.method)):
            continue
        value = figure(found)
        rows.append(FigureRow(value, say(text, asking.between(value))))
    return tuple(rows)


def _equity_titles(material: Material, whole: Reading) -> tuple[Prose, ...]:
    value = figure(whole)
    terms = _what_and_how_far(whole)
    plain_title = say("Today's customers bring ", value, asking.between(value), terms)
    doubt = asking.unexamined(material)
    if doubt:
        short = say("Today's customers bring ", value, terms, f" ({doubt})")
        return (say(plain_title, f" ({doubt})"), short)
    by_tier = asking.by_tier(material, "customer_equity")
    held = material.share("customer_equity", by_tier[:2], by_tier) if by_tier else None
    sizes = asking.by_tier(material, "customers")
    size = material.share("customers", sizes[:2], sizes) if sizes else None
    if held is None or size is None:
        return (plain_title,)
    return (
        say(plain_title, "; platinum and gold, ", size, " of them, hold ", held),
        say("Today's customers bring ", value, terms, "; platinum and gold, ", size, " of them, hold ", held),
        plain_title,
    )


def _what_and_how_far(whole: Reading) -> Prose:
    """What the value counts, and how far ahead."""
    counted, horizon = asking.basis(whole)
    if not counted:
        return say(" in lifetime value")
    return say(f" of {counted} in ", Name(horizon, "method"), ", discounted")


def _tier_table(material: Material) -> Table | None:
    values = asking.by_tier(material, "lifetime_value")
    totals = asking.by_tier(material, "customer_equity")
    if not values:
        return None
    rows = []
    for place, (tier, reading) in enumerate(zip(Tier, values, strict=True)):
        part = material.share("customer_equity", (totals[place],), totals) if totals else None
        cells = [words(title_case(tier.value), bold=True), number(rests_on(reading))]
        cells += [with_interval(figure(reading)), Cell(), *([number(part)] if totals else [])]
        rows.append(Row(tuple(cells), edge=tokens.TIER_FILL[tier], now=figure(reading)))
    columns = [
        Column("Tier", share=0),
        Column("Customers", right=True, share=0),
        Column("Lifetime value each", right=True, share=0, least=3.4),
        Column("", share=1, least=3.2),
    ]
    if totals:
        columns.append(Column("Of equity", right=True, share=0))
    return Table(tuple(columns), tuple(rows), track=3)


def by_channel(material: Material) -> Slide | None:
    """Lifetime value by the channel that won customers."""
    return _by(material, "acquisition_channel", ("won through", "through"), "Lifetime value by channel")


def by_cohort(material: Material) -> Slide | None:
    """Lifetime value by when customers began."""
    return _by(material, "cohort", ("who began in", "of"), "Lifetime value by cohort")


def by_attribute(material: Material) -> Slide | None:
    """Lifetime value by the attribute that tells customers best apart."""
    ranked = sorted(
        (
            (_spread(found), place, name)
            for place, name in enumerate(material.telling_attributes)
            if name not in ("acquisition_channel", "cohort") and len(found := _groups(material, name)) > 1
        ),
        key=lambda r: (-r[0], r[1]),
    )
    if not ranked:
        return None
    name = ranked[0][2]
    joined = (f"with {plain(name)}", "with")
    return _by(material, name, joined, f"Lifetime value by {plain(name)}")


def _groups(material: Material, dimension: str) -> tuple[Reading, ...]:
    found = asking.points(material, "lifetime_value", dimension)
    return tuple(r for r in found if r.n >= SMALLEST_GROUP and r.segment[0][1] != UNKNOWN)


def _spread(readings: Sequence[Reading]) -> float:
    """How many times the worth of the least the best group is worth, only where the intervals are apart."""
    best, least = _ends(readings)
    return (best.value or 0.0) / (least.value or 1.0) if asking.apart(best, least) and least.value else 0.0


def _ends(readings: Sequence[Reading]) -> tuple[Reading, Reading]:
    ranked = sorted(readings, key=lambda r: (-(r.value or 0.0), r.segment))
    return ranked[0], ranked[-1]


def _by(material: Material, dimension: str, joined: tuple[str, str], topic: str) -> Slide | None:
    found = _groups(material, dimension)
    if len(found) < 2 or (dimension == "cohort" and not material.dated):
        return None
    dated = dimension == "cohort"
    # The first cohort holds everybody who was there when the data begin.
    ranked = found[1:] if dated else sorted(found, key=lambda r: (-(r.value or 0.0), r.segment))
    rows = ranked[-_MOST_ROWS:] if dated else ranked[:_MOST_ROWS]
    if len(rows) < 2:
        return None
    best, least = _ends(rows)
    if not asking.apart(best, least):
        return None
    table = Table(
        (
            Column("Began in" if dated else asking.capital(dimension), least=4),
            Column("Customers", right=True, share=0),
            Column("Lifetime value each", right=True, share=0, least=4),
            Column("Estimate and interval", share=3, least=8),
        ),
        tuple(_row(r, high=r is best) for r in rows),
        track=3,
    )
    return Slide(
        "Economics",
        topic,
        _by_titles(best, least, joined),
        asking.counted(material, "Lifetime value of a customer", best, _left_out(material, dimension, rows)),
        (Placed(table),),
        say("shift money towards those worth more, only where the intervals are apart"),
    )


def _left_out(material: Material, dimension: str, rows: Sequence[Reading]) -> Prose:
    """How many values of a dimension the table leaves out."""
    return not_shown(asking.points(material, "lifetime_value", dimension), rows)


def _row(reading: Reading, *, high: bool) -> Row:
    value = figure(reading)
    cells = (
        words(reading.segment[0][1], bold=high),
        number(rests_on(reading)),
        with_interval(value, bold=high),
        Cell(),
    )
    return Row(cells, emphasised=high, now=value)


def _by_titles(best: Reading, least: Reading, joined: tuple[str, str]) -> tuple[Prose, ...]:
    high, low = (worded(r.segment[0][1], "data") for r in (best, least))
    first = say(f"Customers {joined[0]} ", high, " are worth ", figure(best), " each, ")
    return (
        say(first, f"those {joined[1]} ", low, " ", figure(least)),
        say(high, ": ", figure(best), " a customer; ", low, ": ", figure(least)),
    )
