"""How customers behave: coming back, cohorts, what they buy, discounts and refunds, where they come from."""

from __future__ import annotations

from custrata.delivery.deck.chapters.pieces import labelled, labels_of, largest, number, spelt_for, words
from custrata.delivery.deck.material import SMALLEST_GROUP, Material, worded
from custrata.delivery.deck.slides import (
    Bars,
    Cell,
    Column,
    FigurePanel,
    FigureRow,
    Placed,
    Row,
    Slide,
    Table,
)
from custrata.delivery.figures import Prose, Spelling, figure, rests_on, say
from custrata.vocabulary import Reading


def coming_back(material: Material) -> Slide | None:
    """How often and how soon customers buy again."""
    rhythm = (
        ("repeat_rate", "of customers bought on a second day"),
        ("inter_purchase_days", "days pass between two purchases, in the median"),
        ("inter_purchase_days_p90", "days cover nine gaps in ten; longer is worth a look"),
        ("days_since_last_order", "days since the last order, in the median"),
    )
    basket = (
        ("value_per_order", "a purchase day, in the median over customers" + material.money_note),
        ("repeat_orders", "repeat purchase days in all"),
        ("category_breadth", "categories a customer buys from, in the mean"),
        ("last_order_age", "days from first to last purchase, in the median of those who repeat"),
    )
    left, right = _rows(material, rhythm), _rows(material, basket)
    if len(left) < 2 or not material.dated:
        return None
    back, gap = material.figure("repeat_rate"), material.figure("inter_purchase_days")
    late = material.figure("inter_purchase_days_p90")
    titles = []
    if back and gap and late:
        titles.append(
            say(
                back,
                " of customers come back, every ",
                gap,
                " days in the median; nine purchases in ten follow within ",
                late,
                " days",
            )
        )
    if back and gap:
        titles.append(say(back, " of customers come back, every ", gap, " days in the median"))
    return Slide(
        "Behaviour",
        "Coming back",
        (*titles, say("How often and how soon customers buy again")),
        say("Purchase days of customers, ", material.whole_period),
        (
            Placed(FigurePanel("Rhythm", left), 0, 6),
            *([Placed(FigurePanel("Baskets", right), 6, 6)] if right else []),
        ),
        say("a reminder belongs before the rhythm breaks, not after"),
    )


def _rows(material: Material, wanted: tuple[tuple[str, str], ...]) -> tuple[FigureRow, ...]:
    found = ((material.figure(measure), text) for measure, text in wanted)
    return tuple(FigureRow(shown, say(text)) for shown, text in found if shown is not None)


def cohorts(material: Material) -> Slide | None:
    """Share of each cohort that still buys, by quarters since the first purchase."""
    found = material.points("cohort_retention", "cohort", "age")
    first = min((r.segment[0][1] for r in found), default="") if not material.by_contract else ""
    readings = tuple(r for r in found if r.n >= SMALLEST_GROUP and r.segment[0][1] != first)
    names = list(dict.fromkeys(r.segment[0][1] for r in readings))[-10:]
    ages = sorted(
        {int(r.segment[1][1]) for r in readings if r.segment[0][1] in names and r.segment[1][1].isdigit()}
    )[:10]
    if len(names) < 2 or len(ages) < 2 or not material.dated:
        return None
    by = {(r.segment[0][1], int(r.segment[1][1])): r for r in readings if r.segment[1][1].isdigit()}
    heats = _heats(by, names)
    table = Table(
        (
            Column("First bought", share=0, least=3.2),
            Column("Customers", right=True, share=0, least=2.6),
            *(Column(str(a), right=True, least=1.9) for a in ages),
        ),
        tuple(Row(tuple(_cohort_cells(by, name, ages, heats))) for name in names),
        heat=True,
    )
    nearest = min(a for a in ages if a > 0)
    next_ones = [by[(n, nearest)] for n in names if (n, nearest) in by]
    left_out = " and those present when the data begin" if first else ""
    return Slide(
        "Behaviour",
        "Cohorts",
        _cohort_titles(material, next_ones),
        say(
            "Share of customers who ",
            "have a contract" if material.by_contract else "buy",
            f", by {_grain(names[-1])}s since they came; without small cohorts{left_out}",
        ),
        (Placed(table),),
        say(
            "read down a column: where younger cohorts stand lower than older ones, look at how they were won"
        ),
    )


def _cohort_cells(
    by: dict[tuple[str, int], Reading], name: str, ages: list[int], heats: dict[tuple[str, int], int]
) -> list[Cell]:
    first = next(by[(name, a)] for a in ages if (name, a) in by)
    cells = [words(name, bold=True), number(rests_on(first))]
    for age in ages:
        found = by.get((name, age))
        cells.append(
            Cell()
            if found is None
            else Cell(say(figure(found, written=Spelling("", "%", 0.01, 0))), heat=heats.get((name, age), 0))
        )
    return cells


def _heats(by: dict[tuple[str, int], Reading], names: list[str]) -> dict[tuple[str, int], int]:
    """Step of the heat scale by cell: the first period stays white, the rest from lowest to highest."""
    later = {k: r.value or 0.0 for k, r in by.items() if k[0] in names and k[1] > 0}
    low, high = min(later.values(), default=0.0), max(later.values(), default=1.0)
    wide = (high - low) or 1.0
    return {k: 1 + min(3, int(4 * (v - low) / wide)) for k, v in later.items()}


def _cohort_titles(material: Material, later: list[Reading]) -> tuple[Prose, ...]:
    """The span of exactly those cells that stand in the first column after the beginning."""
    whole = Spelling("", "%", 0.01, 0)
    if len(later) < 2:
        return (say("How long customers who began together stay"),)
    worst = min(later, key=lambda r: (r.value or 0.0, r.segment))
    best = max(later, key=lambda r: (r.value or 0.0, r.segment))
    low, high = figure(worst, written=whole), figure(best, written=whole)
    age, unit = later[0].segment[1][1], _grain(worst.segment[0][1])
    when = (f" in the {unit}",) if age == "1" else (" ", worded(age, "axis"), f" {unit}s")
    does = "still have a contract" if material.by_contract else "buy"
    return (say("Between ", low, " and ", high, f" of new customers {does}", *when, " after they came"),)


def _grain(cohort: str) -> str:
    """How long a cohort is, by how it is called: 2024, 2024-Q1 and 2024-01."""
    return "year" if "-" not in cohort else "quarter" if "Q" in cohort else "month"


def categories(material: Material) -> Slide | None:
    """What is bought: revenue by category, and margin where cost is known."""
    revenue = material.points("revenue", "category")
    if len(revenue) < 2 or material.is_bare("category"):
        return None
    ranked = largest(revenue, 9)
    points = labelled(ranked, labels_of(ranked), 0)
    share = material.share("revenue", ranked[:1], revenue)
    if share is None:
        return None
    title = say("“", worded(points[0].label, "data"), "” brings ", share, " of revenue")
    titles = [title, say("Revenue by category")]
    margin = {r.segment: r for r in material.points("gross_margin", "category")}
    exhibits = [Placed(Bars(points, spelt_for(ranked), "Revenue"), 0, 7 if margin else 9)]
    chosen = [margin[r.segment] for r in ranked if r.segment in margin]
    if len(chosen) >= 2:
        worst = min(chosen, key=lambda r: (r.value or 0.0, r.segment))
        exhibits.append(
            Placed(Bars(labelled(chosen, labels_of(chosen)), spelt_for(chosen), "Gross margin"), 7, 5)
        )
        if (worst.value or 0) < 0:
            titles.insert(0, say(title, "; “", worded(worst.segment[0][1], "data"), "” loses money"))
    return Slide(
        "Behaviour",
        "Categories",
        tuple(titles),
        say("Revenue by category, the largest", material.money_note, ", ", material.whole_period),
        tuple(exhibits),
        say("look for the categories that bring customers back, not only for those that sell"),
    )


def price(material: Material) -> Slide | None:
    """What is given away: discounts and refunds."""
    wanted = (
        ("discount_share", "is given away as discount, of what list prices would have brought"),
        ("refund_rate", "of the revenue of sales was given back"),
        ("refunds", "was given back as refunds" + material.money_note),
        ("anonymous_revenue", "of revenue belongs to no known customer" + material.money_note),
    )
    rows = tuple(r for r in _rows(material, wanted) if r.figure.value)
    if len(rows) < 2:
        return None
    discount, refunds = material.figure("discount_share"), material.figure("refunds")
    title = say("What is given away, and what cannot be followed")
    if discount is not None and discount.value:
        title = say("Discounts take ", discount, " of list value")
    elif refunds is not None and refunds.value:
        title = say("Refunds give back ", refunds)
    discounted, refunded = (f is not None and bool(f.value) for f in (discount, refunds))
    return Slide(
        "Economics",
        _given_away(discounted, refunded),
        (title,),
        say("Counted over ", material.whole_period),
        (Placed(FigurePanel("What does not stay with us", rows), 0, 9),),
        say(_PRICE_SO_WHAT[discounted]),
    )


_PRICE_SO_WHAT = {
    True: "test whether discounts bring new purchases or pay for those that would have come anyway",
    False: "find the products and customers behind the refunds, and mend promise or product",
}


def _given_away(discounted: bool, refunded: bool) -> str:
    """What the slide is about: only what the data hold."""
    if discounted and refunded:
        return "Discounts and refunds"
    return "Discounts" if discounted else "Refunds"


def acquisition(material: Material) -> Slide | None:
    """Where customers come from."""
    mix = material.points("acquisition_mix", "acquisition_channel")
    if len(mix) < 2 or material.is_bare("acquisition_channel"):
        return None
    ranked = largest(mix, 10)
    points = labelled(ranked, labels_of(ranked), 0)
    title = say(points[0].figure, " of customers come through “", worded(points[0].label, "data"), "”")
    return Slide(
        "Customers",
        "Acquisition",
        (title, say("Where customers come from")),
        say("Share of customers by acquisition channel"),
        (Placed(Bars(points, spelt_for(ranked)), 0, 9),),
        say("without the cost of each channel this is volume, not return: load the spend"),
    )
