"""Channel charters: what each channel that brings customers or revenue is for, at most four."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from custrata.drafting.address import address
from custrata.drafting.desk import UNKNOWN, nameless
from custrata.drafting.roles import MARKETING, keeper
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.papers.channel_charter import ChannelCharter, ChannelGoal, Motion
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim
from custrata.strategy.wording.sentence import quotable
from custrata.vocabulary import Segment

MOST_CHARTERS = 4
"""More channels than this are not steered, they happen."""

MOTIONS: Mapping[Motion, tuple[str, ...]] = {
    Motion.PARTNER: ("partner", "reseller", "broker", "distributor", "affiliate"),
    Motion.COMMUNITY: ("referral", "community", "recommend", "word of mouth", "event"),
    Motion.SALES_LED: ("outbound", "sales", "trade fair", "phone", "field", "call"),
    Motion.PRODUCT_LED: ("trial", "in-app", "self", "product", "freemium"),
    Motion.MARKETING_LED: ("search", "ads", "social", "email", "mail", "display", "web", "content", "seo"),
}
"""How growth comes about, by words in a channel's name."""

KPIS: Mapping[str, tuple[str, ...]] = {
    "acquisition_channel": ("acquisition_mix", "customer_acquisition_cost", "ltv_to_cac"),
    "channel": ("revenue", "orders"),
}
"""Measures by which a channel is steered, by dimension."""


def draft_charters(sketch: Sketch) -> tuple[ChannelCharter, ...]:
    """Charters of the channels that bring most revenue; none where the data name no channel."""
    for dimension in KPIS:
        found = _channels(sketch, dimension)
        if len(found) > 1:
            return tuple(_charter(sketch, segment, found) for segment in found)
    return ()


def _channels(sketch: Sketch, dimension: str) -> tuple[Segment, ...]:
    for measure in (sketch.desk.worth, "revenue", "customers"):
        points = sketch.desk.snapshot.points(measure, dimension)
        named = [r for r in points if (r.value or 0) > 0 and not _nameless(r.segment)]
        if named:
            ranked = sorted(named, key=lambda r: (-(r.value or 0), r.segment))
            return tuple(r.segment for r in ranked[:MOST_CHARTERS])
    return ()


def _nameless(segment: Segment) -> bool:
    return segment[0][1] == UNKNOWN or nameless(segment[0][1])


def _charter(sketch: Sketch, segment: Segment, all_of_them: Sequence[Segment]) -> ChannelCharter:
    dimension, name = segment[0]
    wins = dimension == "acquisition_channel"
    slug = address("channel", name)
    role = MARKETING if wins else keeper(sketch.desk)
    return ChannelCharter(
        id=slug,
        channel=name,
        role=sketch.pen.proposal(_role(sketch, segment, all_of_them), role),
        motion=motion(name),
        goals=_goals(sketch, segment, slug),
        guardrails=_guardrails(sketch, segment),
        kpis=tuple(m for m in KPIS[dimension] if sketch.desk.value(m, segment) is not None),
        owner=Owner(role=role),
    )


def motion(name: str) -> Motion | None:
    """How growth comes about in a channel, by its name; None where the name does not say.

    Example:
        >>> str(motion("Trade fair")), motion("A7")
        ('sales-led', None)
    """
    low = name.lower()
    return next((m for m, words in MOTIONS.items() if any(w in low for w in words)), None)


def _role(sketch: Sketch, segment: Segment, all_of_them: Sequence[Segment]) -> str:
    """What a channel is for, by how much its customers bring back of what winning them cost."""
    name = f"“{quotable(segment[0][1])}”"
    if segment[0][0] == "channel":
        return f"{name} serves customers who choose it; nobody is moved there who would rather not."
    back = {s: v for s in all_of_them if (v := sketch.desk.value("ltv_to_cac", s)) is not None}
    own = back.get(segment)
    if own is None and sketch.desk.value("customer_acquisition_cost", segment) == 0:
        return f"{name} costs nothing that is on record: ask for more of it before paying for any other."
    if own is None:
        return f"{name} {_unpriced(sketch, segment, all_of_them)}."
    if own < 1:
        return f"{name} must show that its customers bring back what winning them cost before it gets more."
    if own == max(back.values()):
        return (
            f"{name} has the first call on any further budget: for what winning them costs, its customers "
            "bring the most."
        )
    if own == min(back.values()):
        return (
            f"{name} gets no more than now: for what winning them costs, its customers bring the least of "
            "all large channels."
        )
    return f"{name} keeps its budget, until it beats the best channel or falls behind the worst."


def _unpriced(sketch: Sketch, segment: Segment, all_of_them: Sequence[Segment]) -> str:
    """What a channel is for where nothing says what winning a customer costs there."""
    desk = sketch.desk
    each: dict[Segment, float] = {}
    for s in all_of_them:
        worth, size = desk.value(desk.worth, s), desk.value("customers", s)
        if worth is not None and size:
            each[s] = worth / size
    if len(each) < 2 or segment not in each or each[segment] not in (max(each.values()), min(each.values())):
        return "goes on as it is until what winning a customer costs there is known"
    if each[segment] == max(each.values()):
        return "wins the customers who bring most: find out what they saw there, and what winning one costs"
    return (
        "wins the customers who bring least of the large channels: find out whom it speaks to, and at "
        "what cost"
    )


def _goals(sketch: Sketch, segment: Segment, slug: str) -> tuple[ChannelGoal, ...]:
    if segment[0][0] == "channel":
        share = sketch.desk.share("share", "revenue", segment)
        base = sketch.pen.claim("{share} of revenue with a channel comes this way.", share, topic="channel")
        return () if base is None else (ChannelGoal(id=f"{slug}-revenue", measure="revenue", base=base),)
    base = _won(sketch, segment)
    if base is None:
        return ()
    measure = (
        "ltv_to_cac" if any(f.measure == "ltv_to_cac" for f in base.figures) else base.figures[0].measure
    )
    return (ChannelGoal(id=f"{slug}-won", measure=measure, base=base, in_months=12),)


def _won(sketch: Sketch, segment: Segment) -> Claim | None:
    desk, pen = sketch.desk, sketch.pen
    part = desk.share("part", "customers", segment)
    cost = desk.figure("cost", "customer_acquisition_cost", segment)
    ratio = desk.figure("ratio", "ltv_to_cac", segment)
    if cost is None or not cost.value:
        worth = desk.share("worth", desk.worth, segment)
        text = f"{{part}} of customers with a channel came this way; they bring {{worth}} of {desk.noun}."
        return pen.claim(text, part, worth, topic="channel")
    full = pen.claim(
        "{part} of customers with a channel came this way; winning one cost {cost}, and one brings "
        "{ratio} times that.",
        part,
        cost,
        ratio,
        topic="channel",
    )
    return full or pen.claim(
        "{part} of customers with a channel came this way; winning one cost {cost}.",
        part,
        cost,
        topic="channel",
    )


def _guardrails(sketch: Sketch, segment: Segment) -> tuple[str, ...]:
    """What no channel may cross: what winning costs where it is known, else how many stay."""
    if sketch.desk.value("ltv_to_cac", segment) is not None:
        return ("a customer brings more than winning one costs, cohort by cohort",)
    return ("customers won here stay or come back as often as those of other channels",)
