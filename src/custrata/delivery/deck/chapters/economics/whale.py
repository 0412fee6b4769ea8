"""What customers leave after cost: the whale curve, with a band where costs are known as ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from custrata.delivery.deck.chapters.economics.profit import main_cause
from custrata.delivery.deck.material import Material
from custrata.delivery.deck.plots import CurveMark, Whale
from custrata.delivery.deck.slides import Placed, Slide
from custrata.delivery.figures import Figure, Name, Prose, derived, figure, say, stated
from custrata.vocabulary import Reading


@dataclass(frozen=True, slots=True)
class _Source:
    """The measures of one curve: of contribution where serving is costed, else of gross margin."""

    noun: str
    curve: str
    peak: str
    peak_at: str
    losers: str
    given: str
    whole: str


_OF_CONTRIBUTION = _Source(
    "contribution",
    "contribution_curve",
    "contribution_curve_peak",
    "contribution_curve_peak_at",
    "unprofitable_customers",
    "unprofitable_contribution",
    "contribution",
)
_OF_MARGIN = _Source(
    "gross margin",
    "whale_curve",
    "whale_curve_peak",
    "whale_curve_peak_at",
    "loss_making_customers",
    "loss_making_margin",
    "gross_margin",
)


def whale(material: Material) -> Slide | None:
    """Cumulative contribution or margin over customers ranked by it."""
    costed = material.reading("cost_to_serve") is not None
    source = _OF_CONTRIBUTION if costed and _curve(material, _OF_CONTRIBUTION) else _OF_MARGIN
    curve = _curve(material, source)
    peak, at = material.reading(source.peak), material.reading(source.peak_at)
    if len(curve) < 11 or peak is None or at is None:
        return None
    losers, given = material.figure(source.losers), material.reading(source.given)
    everyone, whole = material.reading("customers"), material.reading(source.whole)
    titles, gives, earns = _words(losers, given, everyone, whole, peak, source.noun)
    exhibit = Whale(
        tuple((_share(r), r.value or 0.0) for r in curve),
        (*_marks(curve), _peak_mark(peak, at)),
        at.value or 1.0,
        f"Customers ranked by {source.noun}, share of all",
        earns,
        gives,
        band=_band(curve),
    )
    return Slide(
        "Economics",
        "Whale curve",
        titles,
        say(
            f"Cumulative {source.noun} as a share of the total",
            _of(whole),
            "; ",
            material.whole_period,
            _dotted(curve),
        ),
        (Placed(exhibit),),
        _so_what(material),
    )


def _so_what(material: Material) -> Prose:
    cause = main_cause(material)
    if cause.text:
        return say(cause, ": work on that with them before prices change for all")
    return say(
        "find what those served at a loss share (discount, returns, small orders) before prices change"
    )


def _curve(material: Material, source: _Source) -> tuple[Reading, ...]:
    return material.points(source.curve, "customer_share")


def _share(reading: Reading) -> float:
    return float(reading.segment[0][1].rstrip("%")) / 100


def _band(curve: Sequence[Reading]) -> tuple[tuple[float, float], ...]:
    """Ends of the curve at each point; nothing where no point has an interval."""
    if not any(r.low is not None for r in curve):
        return ()
    # The first point, where nobody is counted yet, has no interval.
    ends = (
        (r.low, r.high) if r.low is not None and r.high is not None else (r.value, r.value) for r in curve
    )
    return tuple((low or 0.0, high or 0.0) for low, high in ends)


def _dotted(curve: Sequence[Reading]) -> Prose:
    ranged = next((r for r in curve if r.low is not None), None)
    return say("; range from ", Name(ranged.method, "method")) if ranged is not None else Prose()


def _marks(curve: Sequence[Reading]) -> tuple[CurveMark, ...]:
    return tuple(
        CurveMark(share, figure(by[0]), say(name), say(stated(share, "share", "settings"), " of customers"))
        for share, name in ((0.05, "Platinum"), (0.25, "Platinum and gold"))
        if (by := [r for r in curve if abs(_share(r) - share) < 1e-9])
    )


def _peak_mark(peak: Reading, at: Reading) -> CurveMark:
    shown = figure(peak)
    return CurveMark(at.value or 1.0, shown, say("Peak at ", figure(at), " of customers"), Prose())


def _of(whole: Reading | None) -> Prose:
    return say(" of ", figure(whole)) if whole else Prose()


def _words(
    losers: Figure | None,
    given: Reading | None,
    everyone: Reading | None,
    whole: Reading | None,
    top: Reading,
    noun: str,
) -> tuple[tuple[Prose, ...], tuple[Prose, Prose], tuple[Prose, Prose]]:
    peak = figure(top)
    plain_title = say("The best customers earn ", peak, f" of the {_short(noun)} that is left in the end")
    nothing = (Prose(), Prose())
    if losers is None or given is None or everyone is None or whole is None or not losers.value:
        return (plain_title,), nothing, nothing
    loss = derived(
        abs(given.value or 0), given.unit, (given,), f"{noun} of customers served at a loss, without sign"
    )
    share = derived(
        (losers.value or 0) / (everyone.value or 1),
        "share",
        (*losers.readings, everyone),
        "loss-making customers ÷ customers",
    )
    earned = derived(
        (whole.value or 0) + abs(given.value or 0), whole.unit, (whole, given), f"{noun} less losses"
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


def _short(noun: str) -> str:
    return noun.removeprefix("gross ")
