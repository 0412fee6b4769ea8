"""What slides on economics ask of the material: readings of any period, terms of a value, names of models."""

from __future__ import annotations

import re
from collections.abc import Iterable

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.material import Material, day_text, known, plain, title_case
from custrata.delivery.figures import NOTHING, Figure, Name, Prose, Spelling, figure, say, spelling
from custrata.strategy.parts.statement import Figure as Bound
from custrata.vocabulary import Reading, Segment, Tier

_LEVEL = re.compile(r"(?<![\d.])\d{2}%$")
_BASIS = re.compile(r"; (margin|revenue); (\d+ months?) ahead")
_PERIODS = ("all", "current")
FORETOLD = frozenset(
    {
        "customer_equity",
        "lifetime_value",
        "residual_value",
        "expected_revenue",
        "expected_orders",
        "alive_customers",
        "loss_scenario_equity",
    }
)
"""Measures that are no count of what was, but a model's word on what will be."""


def read(material: Material, measure: str, segment: Segment = ()) -> Reading | None:
    """The reading over the whole history, else of the current window; None when it has no value."""
    return next((r for p in _PERIODS if (r := material.reading(measure, segment, p)) is not None), None)


def points(material: Material, measure: str, *dimensions: str) -> tuple[Reading, ...]:
    """The readings by dimensions over the whole history, else of the current window."""
    return next((f for p in _PERIODS if (f := material.points(measure, *dimensions, period=p))), ())


def by_tier(material: Material, measure: str) -> tuple[Reading, ...]:
    """The readings of all four tiers, highest first; nothing when one of them is missing."""
    found = known(read(material, measure, (("tier", tier.value),)) for tier in Tier)
    return found if len(found) == len(Tier) else ()


def shown(material: Material, measure: str, segment: Segment = ()) -> Figure | None:
    """The reading as a figure, or None."""
    found = read(material, measure, segment)
    return figure(found) if found is not None else None


def terms(material: Material, reading: Reading) -> tuple[Prose, ...]:
    """On which terms a value is counted: model, margin or revenue, horizon, discount, from when.

    Args:
        material: For the day from which it is counted.
        reading: A lifetime value or a sum of them; its method names the terms.

    Returns:
        Wordings from the longest to the shortest; nothing where the method names no terms.
    """
    said, parted, _ = reading.method.rpartition("; ")
    if not parted:
        return ()
    manifest = material.snapshot.manifest
    start = Name("a notional day" if manifest.notional else day_text(manifest.as_of), "method")
    model, _, rest = said.partition("; ")
    rest = rest.replace("; ", ", ")
    brief = rest.replace(" ahead, discounted", "")
    # The model of buying stands first; how orders are valued can wait for the appendix. Contracts may have
    # several models, none of which may be left out: where they do not fit, all wait for the appendix.
    first = model if model.startswith("contracts") else model.partition(", ")[0]
    last = f"contracts, {brief}" if model.startswith("contracts") else brief
    wordings = (f"{model}, {rest}", f"{first}, {rest}", f"{first}, {brief}", last)
    return tuple(say(Name(w, "method"), " from ", start) for w in wordings)


def basis(reading: Reading) -> tuple[str, str]:
    """What a value counts, ``margin`` or ``revenue``, and its horizon in months; empty where nothing says.

    Args:
        reading: A lifetime value or a sum of them; its method names the terms.
    """
    found = _BASIS.search(reading.method)
    return (found.group(1), found.group(2)) if found else ("", "")


def counted(material: Material, what: str, reading: Reading, rest: Prose = NOTHING) -> Prose:
    """Measure, currency, terms, interval and the rest in one line, in the longest wording that fits it."""
    doubt = unexamined(material)
    start = say(what, material.money_note)
    sure = say(how_sure(reading), f"; {doubt}" if doubt else "", rest)
    lines = [*(say(start, ": ", said, sure) for said in terms(material, reading)), say(start, sure)]
    room, pt = grid.now().measured.w, tokens.BODY_PT
    return lines[lettering.first_that_fits([line.text for line in lines], pt, room, 1)]


def unexamined(material: Material) -> str:
    """Why no exam says whether the model of buying is right, in words; empty where one was held.

    Contracts sit no such exam: what counts there is how long they run.

    Args:
        material: Its snapshot's rules say whether an exam was possible.
    """
    rules = material.snapshot.manifest.rules.get("exam", ())
    refused = next((r for r in rules if r.startswith("No exam of models")), "")
    if not refused or material.by_contract:
        return ""
    return f"not examined: {'too few customers' if 'fewer than' in refused else 'no exam was possible'}"


def rests_on_unexamined(material: Material, figures: Iterable[Bound]) -> bool:
    """Whether any of these figures of the strategy comes from a model that sat no exam.

    Args:
        material: Its snapshot's rules say whether an exam was possible.
        figures: Figures of a claim.
    """
    return bool(unexamined(material)) and any(k.measure in FORETOLD for f in figures for k in f.keys)


def how_sure(reading: Reading) -> Prose:
    """The level of the interval, else how it was made; nothing for a counted figure."""
    if reading.low is None or reading.high is None:
        return say("; without an interval") if "without an interval" in reading.method else Prose()
    level = _LEVEL.search(reading.method)
    if level:
        return say("; ", Name(f"{level.group()} interval", "method"))
    return say("; from ", Name(reading.method.rpartition("; ")[2], "method"))


def between(figure_: Figure) -> Prose:
    """The interval in brackets after its figure; nothing for a counted figure."""
    return say(" (", Name(figure_.interval, "interval"), ")") if figure_.interval else Prose()


def spelt(readings: tuple[Reading, ...]) -> Spelling:
    """One spelling for all of these readings."""
    return spelling(readings[0].unit, (r.value for r in readings))


def apart(one: Reading, other: Reading) -> bool:
    """Whether the intervals of two readings do not overlap; False where one has none."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return one.low > other.high or other.low > one.high


def capital(text: str) -> str:
    """A name at the beginning of a cell."""
    return title_case(plain(text))
