"""What readings say at a stage of the journey: where customers stand, and where they are lost."""

from __future__ import annotations

from custrata.drafting.desk import UNKNOWN, Desk, key, nameless
from custrata.drafting.findings.leaving import who_leaves
from custrata.drafting.pen import Pen
from custrata.strategy.parts.statement import Claim
from custrata.strategy.wording.sentence import quotable
from custrata.vocabulary import Segment, Stage

METRICS = {
    Stage.AWARENESS: "acquisition_mix",
    Stage.ACQUISITION: "sales_cycle_days",
    Stage.ONBOARDING: "repeat_rate",
    Stage.ADOPTION: "usage_frequency",
    Stage.EXPANSION: "expansion_revenue",
    Stage.ADVOCACY: "nps",
    Stage.AT_RISK: "contraction_revenue",
    Stage.LAPSED: "lost_revenue",
    Stage.WON_BACK: "reactivated_revenue",
}
"""The measure that a stage of the journey shows."""


def metric_of(desk: Desk, stage: Stage) -> str:
    """The measure that a stage shows: by the kind of company."""
    if desk.by_contract:
        return {Stage.ONBOARDING: "time_to_first_value"}.get(stage, METRICS[stage])
    own = {Stage.ACQUISITION: "new_customers", Stage.ADOPTION: "inter_purchase_days"}
    return METRICS[stage] if desk.worth == "won_revenue" else own.get(stage, METRICS[stage])


def position_of(pen: Pen, stage: Stage) -> Claim | None:
    """What the measure of a stage says now; None where it cannot be read."""
    said = {
        Stage.AWARENESS: _first_contact,
        Stage.ACQUISITION: _winning,
        Stage.ONBOARDING: _beginning,
        Stage.ADOPTION: _using,
        Stage.EXPANSION: _growing,
        Stage.ADVOCACY: _speaking,
        Stage.WON_BACK: _returning,
    }.get(stage)
    return said(pen) if said else None


def friction_of(pen: Pen, stage: Stage) -> Claim | None:
    """Where customers are lost at a stage, as far as readings say it."""
    said = {Stage.AT_RISK: _going, Stage.LAPSED: _gone, Stage.ADOPTION: _waiting}.get(stage)
    return said(pen) if said else None


def _first_contact(pen: Pen) -> Claim | None:
    points = pen.desk.snapshot.points("acquisition_mix", "acquisition_channel", period="current")
    named = [r for r in points if r.value and r.segment[0][1] != UNKNOWN and not nameless(r.segment[0][1])]
    top = max(named, key=lambda r: (r.value or 0.0, r.segment), default=None)
    if top is None:
        return None
    name = quotable(top.segment[0][1])
    return pen.claim(
        f"“{name}” won most customers in {pen.desk.this_year}: {{share}} of those whose channel is known.",
        pen.desk.figure("share", "acquisition_mix", top.segment, "current"),
        topic="journey",
    )


def _winning(pen: Pen) -> Claim | None:
    cycle = pen.claim(
        "Half of the deals that are won take longer than {days|day|days} from first contact.",
        pen.desk.figure("days", "sales_cycle_days"),
        topic="journey",
    )
    new = pen.desk.figure("new", "new_customers", period="current")
    if cycle is not None or new is None or not new.value:
        return cycle
    came = f"{{new|customer|customers}} came in {pen.desk.this_year}"
    before = pen.desk.figure("before", "new_customers", period="previous") if _earlier(pen.desk) else None
    if before is None:
        return pen.claim(f"{came}.", new, topic="journey")
    return pen.claim(f"{came}, against {{before}} in {pen.desk.year_before}.", new, before, topic="journey")


def _earlier(desk: Desk) -> bool:
    """Whether the data reach back before the previous window: else everybody in it is new."""
    windows = desk.snapshot.manifest.windows
    previous, whole = windows.get("previous"), windows.get("all")
    return previous is not None and whole is not None and (previous.start - whole.start).days >= previous.days


def _beginning(pen: Pen) -> Claim | None:
    if pen.desk.by_contract:
        return None
    return pen.claim(
        "{back} of buyers came back on another day.", pen.desk.figure("back", "repeat_rate"), topic="journey"
    )


def _using(pen: Pen) -> Claim | None:
    if pen.desk.by_contract:
        return None
    return pen.claim(
        "Half of the orders of a customer follow the one before within {days|day|days}.",
        pen.desk.figure("days", "inter_purchase_days"),
        topic="journey",
    )


def _waiting(pen: Pen) -> Claim | None:
    return pen.claim(
        "Half of those who reported something waited more than {hours|hour|hours} until it was solved.",
        pen.desk.waiting("hours", "resolution_hours"),
        topic="journey_loss",
    )


def _part(pen: Pen, text: str, measure: str) -> Claim | None:
    """A movement of the latest window as a part of what it began with; None where it tells nothing."""
    part = pen.desk.figure("part", measure, period="current", over=[key("opening_revenue", (), "current")])
    if part is None or not part.value or pen.desk.slow:
        return None
    return pen.claim(text, part, topic="journey_loss" if measure in _LOSSES else "journey")


_LOSSES = frozenset({"contraction_revenue", "lost_revenue"})


def _growing(pen: Pen) -> Claim | None:
    text = f"Customers of {pen.desk.year_before} who now buy more added {{part}} to what all of them brought."
    return _part(pen, text, "expansion_revenue")


def _less(pen: Pen) -> Claim | None:
    text = f"Customers who stayed and buy less took {{part}} off what all of {pen.desk.year_before} brought."
    return _part(pen, text, "contraction_revenue")


def _going(pen: Pen) -> Claim | None:
    """Who is about to go: those who buy less, else the kind of customer that leaves most often."""
    return _less(pen) or who_goes(pen)


def who_goes(pen: Pen) -> Claim | None:
    """The attribute that tells best who leaves, as a claim; None where none does."""
    found = who_leaves(pen.desk)
    return pen.claim(f"{found.title}.", *found.figures, topic="journey_loss") if found else None


def _gone(pen: Pen) -> Claim | None:
    went = "left" if pen.desk.by_contract else "did not come back"
    text = f"Customers who {went} took {{part}} off what all of {pen.desk.year_before} brought."
    return _part(pen, text, "lost_revenue")


def _returning(pen: Pen) -> Claim | None:
    text = (
        f"Customers who came back after a time away brought as much as {{part}} of what "
        f"{pen.desk.year_before} brought."
    )
    return _part(pen, text, "reactivated_revenue")


def _speaking(pen: Pen) -> Claim | None:
    now, before = (
        pen.desk.figure(n, "nps", period=p) for n, p in (("now", "current"), ("before", "previous"))
    )
    text = (
        f"The balance of those who would recommend us is {{now}}, against {{before}} in "
        f"{pen.desk.year_before}."
    )
    full = pen.claim(text, now, before, topic="journey")
    return full or pen.claim(
        "The balance of those who would recommend us is {now}.",
        pen.desk.figure("now", "nps"),
        topic="journey",
    )


def group_position(pen: Pen, segment: Segment, stage: Stage) -> Claim | None:
    """What a stage shows for one group; None where no reading of the group tells."""
    if stage is Stage.ONBOARDING and not pen.desk.by_contract:
        back, whole = (pen.desk.figure(n, "repeat_rate", s) for n, s in (("back", segment), ("all", ())))
        return pen.claim(
            "{back} of them came back on another day, of all buyers {all}.", back, whole, topic="journey"
        )
    if stage is Stage.ADOPTION:
        each, whole = (
            pen.desk.figure(n, "average_order_value", s) for n, s in (("each", segment), ("all", ()))
        )
        what = "An invoice to one of them" if pen.desk.by_contract else "An order of theirs"
        return pen.claim(
            f"{what} comes to {{each}}, of all customers to {{all}}.", each, whole, topic="journey"
        )
    if stage is Stage.EXPANSION:
        ahead = pen.desk.figure("ahead", "lifetime_value", segment)
        whole = pen.desk.figure("all", "lifetime_value")
        return pen.claim(
            "One of them is expected to bring {ahead} from here on, any customer {all}.",
            ahead,
            whole,
            topic="journey",
        )
    return None


def group_friction(pen: Pen, segment: Segment, stage: Stage) -> Claim | None:
    """Where customers of one group are lost; None where no reading of the group tells."""
    if stage is not Stage.LAPSED or not pen.desk.value("customer_churn_rate", segment):
        return None
    left, whole = (pen.desk.figure(n, "customer_churn_rate", s) for n, s in (("left", segment), ("all", ())))
    return pen.claim("{left} of them are gone, of all customers {all}.", left, whole, topic="journey_loss")
