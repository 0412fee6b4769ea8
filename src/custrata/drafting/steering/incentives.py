"""What people could be paid and praised for so that the goals are served, and what is not known of today."""

from __future__ import annotations

from custrata.drafting.chapters.goals import NEARLY_ALL
from custrata.drafting.desk import Desk
from custrata.drafting.roles import FINANCE, PEOPLE, SERVICE, keeper, winner
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.objective import Incentive


def draft_incentives(sketch: Sketch) -> tuple[Incentive, ...]:
    """One proposal a team on a measure that can be read, and a gap on what is paid today."""
    found = (_keeping(sketch), _winning(sketch), _serving(sketch), _margin(sketch))
    return (*(i for i in found if i is not None), _today(sketch))


def _serves(sketch: Sketch, *themes: str) -> tuple[str, ...]:
    named = tuple(g.id for g in sketch.goals if g.id.removeprefix("goal-") in themes)
    return named or tuple(g.id for g in sketch.goals[:1])


def _read(desk: Desk, *measures: str) -> str:
    """The first measure that can be read; one that compares windows only where customers order often."""
    for name in measures:
        if desk.slow and name in ("logo_retention", "net_revenue_retention"):
            continue
        values = [desk.value(name, period=p) for p in ("current", "all")]
        if any(v is not None and not (name == "repeat_rate" and v >= NEARLY_ALL) for v in values):
            return name
    return ""


def _keeping(sketch: Sketch) -> Incentive | None:
    measure = _read(
        sketch.desk, "net_revenue_retention", "logo_retention", "customer_churn_rate", "repeat_rate"
    )
    if not measure:
        return None
    role = keeper(sketch.desk)
    kept = {"customer_churn_rate": "how few leave", "repeat_rate": "how many come back"}
    what = kept.get(measure, f"what customers of {sketch.desk.year_before} still bring")
    return Incentive(
        id="incentive-keeping",
        team=role.removeprefix("head of "),
        statement=sketch.pen.proposal(f"Part of the pay hangs on {what}, for the team as a whole.", PEOPLE),
        measure=measure,
        serves=_serves(sketch, "keep", "begin", "widen"),
        owner=Owner(role=PEOPLE),
    )


def _winning(sketch: Sketch) -> Incentive | None:
    desk = sketch.desk
    measure = _read(desk, "logo_retention", "customer_churn_rate", "repeat_rate", "win_rate")
    if not measure:
        return None
    later = {
        "win_rate": "Deals count that fit the profile; a deal that does not fit counts for nothing.",
        "repeat_rate": "A new customer counts once the second order is in.",
    }
    text = later.get(
        measure, "Half of the reward for a new customer comes when the customer is still there a year later."
    )
    return Incentive(
        id="incentive-winning",
        team=winner(desk).removeprefix("head of "),
        statement=sketch.pen.proposal(text, PEOPLE),
        measure=measure,
        serves=_serves(sketch, "win", "keep", "begin"),
        owner=Owner(role=PEOPLE),
    )


def _serving(sketch: Sketch) -> Incentive | None:
    measure = _read(sketch.desk, "csat", "ces", "nps")
    if not measure:
        return None
    return Incentive(
        id="incentive-serving",
        team=SERVICE.removeprefix("head of "),
        statement=sketch.pen.proposal(
            "Praise is for the cause that was removed, not for the number of cases that were closed.", PEOPLE
        ),
        measure=measure,
        serves=_serves(sketch, "serve", "keep"),
        owner=Owner(role=PEOPLE),
    )


def _margin(sketch: Sketch) -> Incentive | None:
    if sketch.desk.value("gross_margin_rate") is None or not _named(sketch, "repair"):
        return None
    return Incentive(
        id="incentive-margin",
        team="everybody who gives a discount",
        statement=sketch.pen.proposal("Pay follows what is left after cost, not what was sold.", FINANCE),
        measure="gross_margin_rate",
        serves=_named(sketch, "repair"),
        owner=Owner(role=FINANCE),
    )


def _named(sketch: Sketch, theme: str) -> tuple[str, ...]:
    return tuple(g.id for g in sketch.goals if g.id == f"goal-{theme}")


def _today(sketch: Sketch) -> Incentive:
    gap = sketch.pen.gap(
        "Whether what people are paid for today pulls against these goals is not known.",
        "the plans of pay by team, read against the goals one by one",
    )
    return Incentive(id="incentive-today", team="all teams", statement=gap, owner=Owner(role=PEOPLE))
