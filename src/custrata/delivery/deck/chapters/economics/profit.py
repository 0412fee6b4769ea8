"""From revenue to profit: the bridge of costs, what serving costs, and what makes customers a loss."""

from __future__ import annotations

from dataclasses import replace

from custrata.delivery import tokens
from custrata.delivery.deck.chapters.economics import asking
from custrata.delivery.deck.chapters.pieces import labelled, number, spelt_for, with_interval, words
from custrata.delivery.deck.material import Material, title_case, worded
from custrata.delivery.deck.slides import (
    Bars,
    Bridge,
    Column,
    Placed,
    Row,
    Slide,
    Step,
    StepKind,
    Table,
    Tone,
)
from custrata.delivery.figures import Figure, Name, Prose, Spelling, derived, figure, say
from custrata.strategy.wording.spelling import MINUS
from custrata.vocabulary import Reading, Tier

_FIRST, _LAST, _NOBODYS, _MEMO = "revenue", "profit", "unallocated", "memo"
_GOODS = ("cost of goods", "sales of unknown cost")
_MOST_STEPS = 11
_CAUSES_OF_A_SLIDE = 3
"""Fewer causes are told beside the whale curve."""


def bridge(material: Material) -> Slide | None:
    """From revenue over each cost to profit; closes to the cent, unallocated cost its own bar."""
    lines = {r.segment[0][1]: r for r in asking.points(material, "profit_and_loss", "profit_line")}
    first, last = lines.pop(_FIRST, None), lines.pop(_LAST, None)
    costs = {name: r for name, r in lines.items() if r.value and not name.startswith(_MEMO)}
    if first is None or last is None or len(costs) < 2 or not first.value or len(costs) + 2 > _MOST_STEPS:
        return None
    if not _closes(first, costs, last):
        return None
    written = _written((first, *costs.values(), last))
    steps = [Step("Revenue", figure(first, written=written), StepKind.TOTAL)]
    for name, reading in sorted(costs.items(), key=_in_order):
        change = reading.value or 0.0
        kind = StepKind.UP if change > 0 else StepKind.DOWN
        shown = figure(reading, written=written)
        text = ("+" if change > 0 else MINUS) + shown.text.lstrip(f"{MINUS}+")
        steps.append(Step(asking.capital(name), replace(shown, text=text), kind))
    steps.append(Step("Profit", figure(last, written=written), StepKind.TOTAL))
    return Slide(
        "Economics",
        "Profit and loss",
        _bridge_titles(first, costs, last),
        say("Revenue less what customers cause, ", material.whole_period, material.money_note),
        (Placed(Bridge(tuple(steps), written)),),
        _unallocated(costs.get(_NOBODYS), first),
    )


def _in_order(line: tuple[str, Reading]) -> tuple[int, float, str]:
    """Goods first, then what serving costs by size, then winning customers, then what is nobody's."""
    name, reading = line
    places = {**dict.fromkeys(_GOODS, 0), "acquisition": 2, _NOBODYS: 3}
    return (places.get(name, 1), reading.value or 0.0, name)


def _written(lines: tuple[Reading, ...]) -> Spelling:
    """One spelling in which the smallest line still has two digits, where thousands allow it."""
    usual = asking.spelt(lines)
    least = min(abs(r.value or 0.0) for r in lines)
    if usual.suffix != "m" or least >= 0.1 * usual.divisor:
        return usual
    return Spelling(usual.prefix, "k", 1e3, 0)


def _closes(first: Reading, costs: dict[str, Reading], last: Reading) -> bool:
    """Whether revenue and costs, which are negative, add up to the profit, to the cent."""
    total = sum(r.value or 0.0 for r in (first, *costs.values()))
    return abs(total - (last.value or 0.0)) <= max(0.015, 1e-9 * abs(first.value or 0.0))


def _bridge_titles(first: Reading, costs: dict[str, Reading], last: Reading) -> tuple[Prose, ...]:
    rate = derived((last.value or 0.0) / (first.value or 1.0), "share", (last, first), "profit ÷ revenue")
    profit = figure(last)
    if (last.value or 0.0) < 0:
        size = derived(abs(last.value or 0.0), last.unit, (last,), "without its sign")
        lead = say("Customers bring ", figure(first), " and cause ", size, " more than that in cost")
    else:
        lead = say(profit, asking.between(profit), " of ", figure(first), " revenue is left, ", rate)
    named = [r for n, r in costs.items() if n not in (*_GOODS, _NOBODYS)]
    if not named:
        return (lead,)
    most = max(named, key=lambda r: (abs(r.value or 0.0), r.segment))
    size = derived(abs(most.value or 0.0), most.unit, (most,), "without its sign")
    after = "; after the goods, most goes into " if _GOODS[0] in costs else "; most goes into "
    return (say(lead, after, worded(most.segment[0][1], "data"), ", ", size), lead)


def _unallocated(reading: Reading | None, first: Reading) -> Prose:
    if reading is None or not reading.value:
        return say("each cost has found its customers: price and service can follow who causes it")
    size = derived(abs(reading.value), reading.unit, (reading,), "without its sign")
    part = derived(
        abs(reading.value) / (first.value or 1.0), "share", (reading, first), "unallocated ÷ revenue"
    )
    return say(size, ", ", part, " of revenue, is caused by no customer that we know: it is nobody's share")


def serving(material: Material) -> Slide | None:
    """What serving costs, by driver and by tier."""
    drivers = tuple(r for r in asking.points(material, "cost_to_serve", "driver") if r.value)
    whole = asking.read(material, "cost_to_serve")
    table = _tier_table(material)
    if whole is None or (not drivers and table is None):
        return None
    placed = []
    if drivers:
        ranked = sorted(drivers, key=lambda r: (-(r.value or 0.0), r.segment))[:8]
        points = labelled(ranked, [asking.capital(r.segment[0][1]) for r in ranked], 0)
        placed.append(Placed(Bars(points, spelt_for(ranked), "By driver"), 0, 5 if table else 12))
    if table is not None:
        placed.append(Placed(table, 5 if drivers else 0, 7 if drivers else 12))
    return Slide(
        "Economics",
        "Cost to serve",
        _serving_titles(material, whole),
        say("Cost to serve", material.money_note, ", ", material.whole_period, asking.how_sure(whole)),
        tuple(placed),
        say("change what serving the dearest costs, or what they pay, before anything is cut for all"),
    )


def _serving_titles(material: Material, whole: Reading) -> tuple[Prose, ...]:
    value, ratio = figure(whole), asking.shown(material, "cost_to_serve_ratio")
    lead = say("Serving customers costs ", value, asking.between(value))
    if ratio is not None:
        lead = say(lead, ", ", ratio, " of revenue")
    ratios = asking.by_tier(material, "cost_to_serve_ratio")
    if ratios:
        return (say(lead, "; in bronze it is ", figure(ratios[-1])), lead)
    return (lead,)


def _tier_table(material: Material) -> Table | None:
    costs = asking.by_tier(material, "cost_to_serve")
    if not costs:
        return None
    ratios, left = (asking.by_tier(material, m) for m in ("cost_to_serve_ratio", "contribution"))
    rows = []
    for place, (tier, reading) in enumerate(zip(Tier, costs, strict=True)):
        cells = [words(title_case(tier.value), bold=True), with_interval(figure(reading), bold=False)]
        if ratios:
            cells.append(with_interval(figure(ratios[place]), bold=False))
        if left:
            value = figure(left[place])
            lost = (value.value or 0.0) < 0
            beneath = say(Name(value.interval, "interval")) if value.interval else None
            cells.append(number(value, bold=True, tone=Tone.LOSS if lost else Tone.INK, under=beneath))
        rows.append(Row(tuple(cells), edge=tokens.TIER_FILL[tier]))
    columns = [Column("Tier", share=0), Column("Cost to serve", right=True)]
    columns += [Column("Of revenue", right=True)] if ratios else []
    columns += [Column("Contribution", right=True)] if left else []
    return Table(tuple(columns), tuple(rows))


def causes(material: Material) -> Slide | None:
    """Customers served at a loss by what makes them so."""
    many = {r.segment[0][1]: r for r in asking.points(material, "loss_cause_customers", "loss_cause")}
    money = tuple(r for r in asking.points(material, "loss_cause_amount", "loss_cause") if r.value)
    if len(money) < _CAUSES_OF_A_SLIDE:
        return None
    ranked = sorted(money, key=lambda r: (-abs(r.value or 0.0), r.segment))[:8]
    sizes = [derived(abs(r.value or 0.0), r.unit, (r,), "without its sign") for r in ranked]
    written = asking.spelt(tuple(ranked))
    sizes = [replace(f, text=written.text(f.value), code=written.code) for f in sizes]
    points = tuple(
        replace(p, figure=f)
        for p, f in zip(
            labelled(ranked, [asking.capital(r.segment[0][1]) for r in ranked], 0), sizes, strict=True
        )
    )
    rows = tuple(_cause_row(r, many.get(r.segment[0][1]), f) for r, f in zip(ranked, sizes, strict=True))
    heads = (
        Column("Main cause"),
        Column("Customers", right=True, share=0),
        Column("They give back", right=True, share=0),
        Column("Each", right=True, share=0),
    )
    return Slide(
        "Economics",
        "Why customers make a loss",
        _cause_titles(ranked, many, sizes),
        say(
            "What customers served at a loss give back", material.money_note, ", by the cost that turns them"
        ),
        (Placed(Bars(points, written), 0, 7), Placed(Table(heads, rows), 7, 5)),
        say("work on the first cause with its customers: a new price, another channel, or an honest goodbye"),
    )


def main_cause(material: Material) -> Prose:
    """What makes most customers a loss, as words; nothing where no cause is known."""
    many = asking.points(material, "loss_cause_customers", "loss_cause")
    if not many:
        return Prose()
    first = max(many, key=lambda r: (r.value or 0.0, r.segment))
    whole = derived(sum(r.value or 0.0 for r in many), "customers", many, "all causes")
    name = worded(first.segment[0][1], "data")
    many_of = say("all ", whole) if first.value == whole.value else say(figure(first), " of the ", whole)
    return say("for ", many_of, " the main cause is ", name)


def _cause_row(money: Reading, many: Reading | None, size: Figure) -> Row:
    each = None
    if many is not None and many.value:
        each = derived(abs(money.value or 0.0) / many.value, money.unit, (money, many), "amount ÷ customers")
    counted = figure(many) if many is not None else None
    name = words(asking.capital(money.segment[0][1]))
    return Row((name, number(counted), number(size, bold=True, tone=Tone.LOSS), number(each)))


def _cause_titles(ranked: list[Reading], many: dict[str, Reading], sizes: list[Figure]) -> tuple[Prose, ...]:
    cause = worded(asking.capital(ranked[0].segment[0][1]), "data")
    first = many.get(ranked[0].segment[0][1])
    everyone = derived(
        sum(r.value or 0.0 for r in many.values()), "customers", tuple(many.values()), "all causes"
    )
    if first is None or not everyone.value:
        return (say(cause, ": the main cause of loss, ", sizes[0]),)
    whom = say("all ", everyone) if first.value == everyone.value else say(figure(first), " of ", everyone)
    lead = say("For ", whom, " customers served at a loss the main cause is ")
    lower = worded(ranked[0].segment[0][1], "data")
    return (
        say(lead, lower, ": they give back ", sizes[0]),
        say("Main cause of loss: ", lower, ", with ", figure(first), " customers and ", sizes[0]),
    )
