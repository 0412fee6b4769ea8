"""Findings on what customers are worth, how sure that is, and whether anything foretells it."""

from __future__ import annotations

from re import compile as pattern

from custrata.drafting.desk import Desk, key
from custrata.drafting.findings.sentence import FindingSentence, known
from custrata.strategy.parts.statement import Figure
from custrata.strategy.wording.models import NAIVE, named_first
from custrata.vocabulary import Reading, Segment, Tier

_COUNTED = pattern(r"; (margin|revenue); (\d+) months? ahead")
_AHEAD = {6: "in half a year", 12: "in a year", 24: "in two years", 36: "in three years", 60: "in five years"}
MORE_FELL = 0.04
"""By how much those who fell a tier must outweigh those who rose: less comes and goes in any year."""

LEAST = 0.03
"""What a finding weighs that stands behind all others."""

_REFUSED = "No exam of models"

MOST_MISSED = 0.05
"""Part of the exam's total by which a model may miss it and still say what a year brings."""


def equity(desk: Desk) -> FindingSentence | None:
    """What today's customers are expected to bring, and how much of it the top two tiers hold."""
    total = desk.figure("equity", "customer_equity")
    if total is None or not total.value or total.value <= 0:
        return None
    if doubt := unexamined(desk):
        return _guessed(desk, total, doubt)
    platinum, gold = ((("tier", t.value),) for t in (Tier.PLATINUM, Tier.GOLD))
    over = desk.keys("customer_equity", "tier")
    plus = [key("customer_equity", gold)]
    held = desk.figure("held", "customer_equity", platinum, plus=plus, over=over) if over else None
    figures = (total, held) if held is not None else (total,)
    reading = desk.snapshot.reading("customer_equity")
    title, consequence = _terms(reading) if reading is not None else ("", "")
    return FindingSentence(
        topic="customer_equity",
        block="business_context",
        title=f"{title}, {{held}} in the top two tiers" if held is not None else title,
        figures=figures,
        consequence=consequence,
        weight=0.2,
        at_stake=total,
    )


def unexamined(desk: Desk) -> str:
    """Why no exam says whether the model of buying is right, in words; empty where one was held."""
    refused = next((r for r in desk.snapshot.manifest.rules.get("exam", ()) if r.startswith(_REFUSED)), "")
    if not refused or desk.contractual:
        return ""
    return f"not examined: {'too few customers' if 'fewer than' in refused else 'no exam was possible'}"


def _guessed(desk: Desk, total: Figure, doubt: str) -> FindingSentence:
    """The equity of a model that sat no exam: said last, with its doubt, as a first guess."""
    reading = desk.snapshot.reading("customer_equity")
    basis, ahead = counted_as(reading) if reading is not None else ("lifetime value", "up to the horizon")
    return FindingSentence(
        topic="customer_equity",
        block="business_context",
        title=f"Today's customers: {{equity}} of {basis} {ahead.replace('in ', 'over ', 1)} ({doubt})",
        figures=(total,),
        consequence="Take it for a first guess: nothing says yet whether the model is right.",
        weight=LEAST,
        at_stake=total,
    )


def counted_as(reading: Reading) -> tuple[str, str]:
    """What a lifetime value counts and how far ahead, as words: ``margin``, ``in three years``."""
    counted = _COUNTED.search(reading.method)
    basis, months = (counted.group(1), int(counted.group(2))) if counted else ("lifetime value", 0)
    return basis, _AHEAD.get(months, "up to the horizon")


def _terms(reading: Reading) -> tuple[str, str]:
    """What the equity counts, how far ahead, and what it is good for, as title and consequence."""
    basis, ahead = counted_as(reading)
    title = f"Today's customers are worth {{equity}} of {basis} {ahead.replace('in ', 'over ', 1)}"
    if basis == "revenue":
        return title, "Learn what it costs to earn this before any budget follows from it."
    if reading.low is None:
        return title, "Take it for a first guess: it carries the past on and does not say how sure it is."
    return title, "Weigh what is spent on keeping and winning against the lower end of this estimate."


def year_ahead(desk: Desk) -> FindingSentence | None:
    """What the customers of today will bring within a year, against what all brought in the latest year.

    Silent where a plain rule says it, or a model whose total missed the exam's by more than one in twenty.
    """
    if desk.this_year != "the latest year" or not _trusted(desk):
        return None
    part = desk.figure("part", "expected_revenue", over=[key("revenue", period="current")])
    money = desk.figure("money", "expected_revenue")
    figures = known((money, part))
    if figures is None or not figures[1].value:
        return None
    value = figures[1].value
    return FindingSentence(
        topic="year_ahead",
        block="business_context",
        title="Without new customers a year brings {money}, {part} of what the latest year brought",
        figures=figures,
        consequence="What is missing has to be won: plan for it, or keep more of those we have."
        if value < 1
        else "The base carries itself: growth comes from customers we have before any is won.",
        weight=min(0.6, 0.2 + max(0.0, 1 - value)),
        at_stake=money,
    )


def _trusted(desk: Desk) -> bool:
    """Whether the year ahead has an interval, and what said it came out right in any exam."""
    year = desk.snapshot.reading("expected_revenue")
    if year is None or year.low is None or year.high is None:
        return False
    if not desk.snapshot.points("exam_mark", "candidate", "mark"):
        return year.method.startswith("contracts")
    where = (("candidate", _published(desk)), ("mark", "total_error"))
    missed = desk.snapshot.reading("exam_mark", where)
    return missed is not None and missed.value is not None and abs(missed.value) <= MOST_MISSED


def foretold(desk: Desk) -> FindingSentence | None:
    """Whether a model foretells orders better than a simple rule, on data that it had not seen."""
    reading = _gain(desk)
    gain = desk.figure("gain", "exam_gain", reading.segment) if reading is not None else None
    if reading is None or gain is None or reading.low is None:
        return _not_foretold(desk)
    if reading.low > 0:
        return FindingSentence(
            topic="foretold",
            block="insight",
            title="A model foretells who orders {gain} better than the best simple rule, on later data",
            figures=(gain,),
            consequence="Trust its totals and ranks; look again when a new period is in.",
            weight=0.1,
        )
    return _unforeseen("no model surely beats a rule of thumb ({gain})", gain)


def _not_foretold(desk: Desk) -> FindingSentence | None:
    """A naive rule is published: nothing surely beats it, so there is no gain to tell."""
    rule = _named(desk)
    if rule not in NAIVE:
        return None
    missed = desk.figure("missed", "exam_mark", (("candidate", rule), ("mark", "total_error")), unit="share")
    if missed is not None:
        return _unforeseen("the best rule of thumb missed the total by {missed}", missed)
    apart = desk.figure("apart", "exam_mark", (("candidate", rule), ("mark", "mae")))
    return _unforeseen("the best rule of thumb is out by {apart} orders a customer", apart) if apart else None


def _unforeseen(why: str, shown: Figure) -> FindingSentence:
    return FindingSentence(
        topic="foretold",
        block="insight",
        title=f"Who will order cannot be told yet: {why}",
        figures=(shown,),
        consequence="Act on what customers did; spend nothing on scores until more history is there.",
        weight=0.12,
    )


def _named(desk: Desk) -> str:
    """The candidate that the rules of the exam name first; empty without one."""
    marks = {r.segment[0][1] for r in desk.snapshot.points("exam_mark", "candidate", "mark")}
    return named_first(desk.snapshot.manifest.rules.get("exam", ()), sorted(marks))


def _published(desk: Desk) -> str:
    """The candidate that the exam published; empty without one."""
    gain = _gain(desk)
    return gain.segment[0][1] if gain is not None and gain.segment else _named(desk)


def _gain(desk: Desk) -> Reading | None:
    wanted: tuple[Segment, ...] = ((),)
    wanted += tuple(r.segment for r in desk.snapshot.points("exam_gain", "candidate"))
    found = (desk.snapshot.reading("exam_gain", segment) for segment in wanted)
    return next((r for r in found if r is not None and r.value is not None), None)


def moves(desk: Desk) -> FindingSentence | None:
    """Clearly more customers who fell a tier than who rose, where the tiers tell customers apart."""
    up, down = (desk.figure(n, f"moved_{n}", period="current") for n in ("up", "down"))
    figures: tuple[Figure, ...] | None = known((down, up))
    if figures is None or desk.flat_tiers:
        return None
    fell, rose = figures[0].value or 0.0, figures[1].value or 0.0
    if fell - rose < MORE_FELL:
        return None
    return FindingSentence(
        topic="tier_moves",
        block="customer_context",
        title="{down} of customers fell a tier, {up} rose",
        figures=figures,
        consequence="Call those who fell from the top two tiers first, and ask what changed.",
        weight=min(0.6, 0.2 + 2 * (fell - rose)),
    )
