"""The two-way exchange of value: which groups get much and give little, which the other way round."""

from __future__ import annotations

import re

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.chapters.economics import asking
from custrata.delivery.deck.chapters.pieces import number, words
from custrata.delivery.deck.material import SMALLEST_GROUP, Material, title_case, worded
from custrata.delivery.deck.plots import ExchangeMap, Spot
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import Prose, derived, figure, rests_on, say
from custrata.strategy.wording.spelling import UNKNOWN
from custrata.vocabulary import Reading

UNDER, BALANCED, MISFIT, OVER = "under-served", "balanced", "misfit", "over-served"
CORNERS = (title_case(UNDER), title_case(BALANCED), title_case(MISFIT), title_case(OVER))
_GETS, _GIVES = "value_to_customer", "value_to_business"
_BOUNDARIES = re.compile(r"from ([0-9.]+) of value to the customer and ([0-9.]+) of value to the business")
_PARTS = re.compile(r"(\w+) \(weight ")
_FELT = frozenset({"satisfaction", "effort", "usage", "outcome"})
"""Parts of the index that tell what customers got; tenure and discount alone do not."""

_MOST = 7
Pair = tuple[Reading, Reading]


def exchange(material: Material) -> Slide | None:
    """What groups get against what they give, with intervals, and how many customers stand where."""
    pairs = _groups(material)
    counts = {r.segment[0][1]: r for r in asking.points(material, "exchange_customers", "exchange")}
    if len(pairs) < 2 or not counts:
        return None
    middle = boundaries(material)
    spots = tuple(
        Spot(
            title_case(gets.segment[0][1]),
            figure(gets),
            figure(gives),
            quarter((gets, gives), middle) == UNDER,
        )
        for gets, gives in pairs
    )
    plot = ExchangeMap(spots, "Value to the customer, index", "Value to the business, index", CORNERS, middle)
    return Slide(
        "Portfolio",
        "Two-way value exchange",
        tuple(say(title, _only_by(material)) for title in _titles(counts, pairs, middle)),
        _measured(material, pairs),
        (Placed(plot, 0, 7), Placed(_table(pairs, middle), 7, 5)),
        _so_what(material, counts),
    )


def _told_by(material: Material) -> tuple[str, ...]:
    """Parts of which value to the customer is made, as the build says."""
    said = " ".join(material.snapshot.manifest.rules.get("exchange", ()))
    return tuple(_PARTS.findall(said.partition("Value to the business")[0]))


def _only_by(material: Material) -> Prose:
    """Words for an index that nothing felt, done or reached went into; nothing where some did."""
    parts = _told_by(material)
    if not parts or not _FELT.isdisjoint(parts):
        return Prose()
    return say(", by ", worded(" and ".join(parts), "rules"), " alone")


def _measured(material: Material, pairs: list[Pair]) -> Prose:
    """What the index of the customer is made of, as far as the build says it."""
    parts = ", ".join(_told_by(material))
    rest = f" against what they give, index; {_lines(material)}"
    whole = say("What customers get (", worded(parts, "rules"), ")", rest, _sure(pairs))
    brief = say("What customers get", rest, _sure(pairs))
    fits = lettering.lines(whole.text, tokens.BODY_PT, grid.now().measured.w) == 1
    return whole if parts and fits else brief


def _lines(material: Material) -> str:
    """What the lines of the map stand for."""
    equal = any(
        "an equal part, that is" in rule for rule in material.snapshot.manifest.rules.get("exchange", ())
    )
    return "lines: an equal part of all" if equal else "lines part little from much"


def boundaries(material: Material) -> tuple[float, float]:
    """From where on value to the customer and to the business is much; 50 where no rule says it."""
    for rule in material.snapshot.manifest.rules.get("exchange", ()):
        if found := _BOUNDARIES.search(rule):
            return float(found.group(1)), float(found.group(2))
    return 50.0, 50.0


def quarter(pair: Pair, middle: tuple[float, float]) -> str:
    """The quarter in which both intervals lie whole; empty when one of them crosses a line.

    Args:
        pair: Value to the customer and value to the business of one group.
        middle: Where little ends and much begins, on both axes.
    """
    sides = [_side(reading, line) for reading, line in zip(pair, middle, strict=True)]
    if None in sides:
        return ""
    return {(False, True): UNDER, (True, True): BALANCED, (False, False): MISFIT}.get(
        (bool(sides[0]), bool(sides[1])), OVER
    )


def _side(reading: Reading, line: float) -> bool | None:
    value = reading.value or 0.0
    low = value if reading.low is None else reading.low
    high = value if reading.high is None else reading.high
    return None if low < line <= high else value >= line


def _groups(material: Material) -> list[Pair]:
    """Groups of the dimension that tells most apart: one of the strategy's, else an attribute, else tiers."""
    named = [d for g in material.document.groups for d, _ in g.segment]
    for dimension in dict.fromkeys((*named, *material.telling_attributes, "tier")):
        gives = {r.segment: r for r in asking.points(material, _GIVES, dimension)}
        found = [
            (r, gives[r.segment])
            for r in asking.points(material, _GETS, dimension)
            if r.segment in gives and r.n >= SMALLEST_GROUP and r.segment[0][1] != UNKNOWN
        ]
        if len(found) >= 2:
            return sorted(found, key=lambda p: (-p[0].n, p[0].segment))[:_MOST]
    return []


def _sure(pairs: list[Pair]) -> Prose:
    return next((asking.how_sure(r) for pair in pairs for r in pair if r.low is not None), Prose())


def _table(pairs: list[Pair], middle: tuple[float, float]) -> Table:
    rows = []
    for pair in pairs:
        found = quarter(pair, middle)
        said = title_case(found) if found else "Near a line"
        tone = Tone.LOSS if found == UNDER else (Tone.INK if found else Tone.QUIET)
        rows.append(
            Row(
                (
                    words(title_case(pair[0].segment[0][1])),
                    number(rests_on(pair[0])),
                    Cell(say(said), bold=found == UNDER, tone=tone),
                )
            )
        )
    heads = (Column("Group"), Column("Customers", right=True, share=0), Column("Reading", share=0))
    return Table(heads, tuple(rows))


def _titles(counts: dict[str, Reading], pairs: list[Pair], middle: tuple[float, float]) -> tuple[Prose, ...]:
    whole = tuple(counts.values())
    total = sum(r.value or 0.0 for r in whole)
    under = [p for p in pairs if quarter(p, middle) == UNDER]
    over = [p for p in pairs if quarter(p, middle) == OVER]
    found = []
    many = Prose()
    if UNDER in counts and total:
        part = derived(
            (counts[UNDER].value or 0.0) / total, "share", whole, "under-served ÷ all whose exchange is known"
        )
        many = say(figure(counts[UNDER]), " customers, ", part, " of those known, ")
        found.append(say(many, "give much and get little"))
    if over:
        name = worded(title_case(over[0][0].segment[0][1]), "data")
        found.insert(0, say(name, " customers get more than they give"))
    if under:
        name = worded(title_case(under[0][0].segment[0][1]), "data")
        lead = say(name, " customers give much and get little")
        found.insert(0, lead)
        if many.text:
            found.insert(0, say(lead, "; in all ", many, "are under-served"))
    return tuple(found) or (say("What groups get against what they give"),)


def _so_what(material: Material, counts: dict[str, Reading]) -> Prose:
    known = asking.shown(material, "exchange_known")
    said = [
        say(figure(counts[name]), f" {name}") for name in (UNDER, OVER, MISFIT, BALANCED) if name in counts
    ]
    listed = say(*(part if place == 0 else say(", ", part) for place, part in enumerate(said)))
    tail = say(" (known of ", known, " of all)") if known is not None else Prose()
    lead = (
        "ask customers what they get before anything is repaired: "
        if _only_by(material).text
        else "repair the promise to those who get little before asking for more: "
    )
    return say(lead, listed, tail)
