"""What customers leave after cost: the whale curve."""

from __future__ import annotations

from custrata.delivery.deck.material import Material
from custrata.delivery.deck.slides import (
    CurveMark,
    Placed,
    Slide,
    Whale,
)
from custrata.delivery.figures import Figure, Prose, derived, figure, say, stated
from custrata.vocabulary import Reading


def whale(material: Material) -> Slide | None:
    """Cumulative margin over customers ranked by it."""
    curve = material.points("whale_curve", "customer_share")
    peak, at = material.reading("whale_curve_peak"), material.reading("whale_curve_peak_at")
    if len(curve) < 11 or peak is None or at is None:
        return None
    points = tuple((float(r.segment[0][1].rstrip("%")) / 100, r.value or 0.0) for r in curve)
    losers, given = material.figure("loss_making_customers"), material.reading("loss_making_margin")
    everyone, margin = material.reading("customers"), material.reading("gross_margin")
    titles, gives, earns = _whale_words(losers, given, everyone, margin, figure(peak))
    marks = [
        CurveMark(share, figure(by[0]), say(name), say(stated(share, "share", "settings"), " of customers"))
        for share, name in ((0.05, "Platinum"), (0.25, "Platinum and gold"))
        if (by := [r for r in curve if abs(float(r.segment[0][1].rstrip("%")) / 100 - share) < 1e-9])
    ]
    marks.append(
        CurveMark(at.value or 1.0, figure(peak), say("Peak at ", figure(at), " of customers"), Prose())
    )
    exhibit = Whale(
        points, tuple(marks), at.value or 1.0, "Customers ranked by margin, share of all", earns, gives
    )
    return Slide(
        "Economics",
        "Whale curve",
        titles,
        say("Cumulative gross margin as a share of the total", _of(margin), "; ", material.whole_period),
        (Placed(exhibit),),
        say("find what those served at a loss share (discount, returns, small orders) before prices change"),
    )


def _of(margin: Reading | None) -> Prose:
    return say(" of ", figure(margin)) if margin else Prose()


def _whale_words(
    losers: Figure | None,
    given: Reading | None,
    everyone: Reading | None,
    margin: Reading | None,
    peak: Figure,
) -> tuple[tuple[Prose, ...], tuple[Prose, Prose], tuple[Prose, Prose]]:
    plain_title = say("The best customers earn ", peak, " of the margin that is left in the end")
    nothing = (Prose(), Prose())
    if losers is None or given is None or everyone is None or margin is None or not losers.value:
        return (plain_title,), nothing, nothing
    loss = derived(
        abs(given.value or 0), given.unit, (given,), "margin of customers served at a loss, without sign"
    )
    share = derived(
        (losers.value or 0) / (everyone.value or 1),
        "share",
        (*losers.readings, everyone),
        "loss-making customers ÷ customers",
    )
    earned = derived(
        (margin.value or 0) + abs(given.value or 0), margin.unit, (margin, given), "gross margin less losses"
    )
    others = derived(
        (everyone.value or 0) - (losers.value or 0),
        "customers",
        (everyone, *losers.readings),
        "customers less loss-making customers",
    )
    title = say(
        share,
        " of customers are served at a loss: they give back ",
        loss,
        " of the ",
        earned,
        " the others earn",
    )
    gives = (say(losers, " served at a loss"), say("they give back ", loss))
    earns = (say(others, " customers earn ", earned), say(peak, " of what is left in the end"))
    return (
        (title, say(losers, " customers are served at a loss and give back ", loss), plain_title),
        gives,
        earns,
    )
