"""Products and services of the first draft: what sells most, what is left of it, where it falls short."""

from __future__ import annotations

from custrata.drafting.address import address
from custrata.drafting.desk import UNKNOWN, key, nameless
from custrata.drafting.roles import PRODUCT
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.offering.offer import Offer
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Statement
from custrata.strategy.wording.sentence import quotable
from custrata.vocabulary import Reading, Segment

MOST_OFFERS = 4
"""More categories than this belong into a table."""

ALL_COSTS = 0.01
"""How far margin over revenue may miss the margin rate while all lines count as having a cost."""

NEARLY_WHOLE = 0.99
"""Part of revenue that has a category from which nobody need say that some has none."""

MUCH_LESS = 0.8
"""Part of the margin rate of all that an offer must miss before it falls short."""


def draft_offers(sketch: Sketch) -> tuple[Offer, ...]:
    """The categories that sell most; one gap where the data name none."""
    points = sketch.desk.snapshot.points("revenue", "category")
    named = [r for r in points if (r.value or 0) > 0 and not _nameless(r)]
    top = sorted(named, key=lambda r: (-(r.value or 0), r.segment))[:MOST_OFFERS]
    return tuple(_offer(sketch, r.segment) for r in top) or (_unknown(sketch),)


def _nameless(reading: Reading) -> bool:
    value = reading.segment[0][1]
    return value == UNKNOWN or nameless(value)


def _offer(sketch: Sketch, segment: Segment) -> Offer:
    name = segment[0][1]
    return Offer(
        id=address("offer", name),
        name=name,
        statement=_sells(sketch, segment),
        falls_short=_falls_short(sketch, segment),
        owner=Owner(role=PRODUCT),
    )


def _unknown(sketch: Sketch) -> Offer:
    table = "plans of contracts and what they hold" if sketch.desk.by_contract else "products with a category"
    gap = sketch.pen.gap("What is sold, and which customers buy what, is not known.", f"a table of {table}")
    return Offer(id="offer-all", name="What we sell", statement=gap, owner=Owner(role=PRODUCT))


def _sells(sketch: Sketch, segment: Segment) -> Claim | None:
    desk = sketch.desk
    told = sum(desk.value(k.measure, k.segment, k.period) or 0.0 for k in desk.keys("revenue", "category"))
    of = "revenue" if told >= NEARLY_WHOLE * (desk.value("revenue") or 0.0) else "revenue with a category"
    return sketch.pen.claim(
        f"“{quotable(segment[0][1])}” sells {{sold}}, {{share}} of {of}.",
        desk.figure("sold", "revenue", segment),
        desk.share("share", "revenue", segment),
        topic="offer",
    )


def _falls_short(sketch: Sketch, segment: Segment) -> Statement | None:
    """What is left of it after cost, where that is a loss or far less than of all that is sold."""
    desk, name = sketch.desk, quotable(segment[0][1])
    margin, sold = desk.value("gross_margin", segment), desk.value("revenue", segment)
    rate = desk.value("gross_margin_rate")
    if margin is None or not sold or rate is None:
        return None
    if margin < 0:
        loss = f"“{name}” comes to {{margin}} after cost: the more is sold, the less is left."
        return sketch.pen.claim(loss, desk.figure("margin", "gross_margin", segment), topic="offer_short")
    if not _costs_known(sketch, rate) or margin / sold > MUCH_LESS * rate:
        return None
    return sketch.pen.claim(
        f"Of “{name}”, {{left}} is left after cost, against {{rate}} of all that is sold.",
        desk.figure("left", "gross_margin", segment, over=[key("revenue", segment)]),
        desk.figure("rate", "gross_margin_rate"),
        topic="offer_short",
    )


def _costs_known(sketch: Sketch, rate: float) -> bool:
    margin, revenue = sketch.desk.value("gross_margin"), sketch.desk.value("revenue")
    return margin is not None and bool(revenue) and abs(margin / (revenue or 1.0) - rate) <= ALL_COSTS
