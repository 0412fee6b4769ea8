"""Where the base stands: how many customers, what they bring, month by month."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace

from custrata.delivery.deck.chapters import movement
from custrata.delivery.deck.chapters.pieces import (
    labelled,
    labels_of,
    spelt_for,
)
from custrata.delivery.deck.material import Material, month_text
from custrata.delivery.deck.slides import (
    Columns,
    FigurePanel,
    FigureRow,
    Placed,
    Slide,
)
from custrata.delivery.figures import Figure, Name, Prose, derived, figure, say

_ONE_COLUMN = 4
"""Figures that still stand in one column."""


def at_a_glance(material: Material) -> Slide | None:
    """How many customers there are, what they bring, how they buy."""
    wanted = (
        ("customers", "all", "customers in all"),
        ("active_customers", "current", f"of them active in {material.latest}"),
        ("revenue", "all", "revenue, net of refunds" + material.money_note),
        ("mrr", "all", "monthly recurring revenue now" + material.money_note),
        ("orders", "all", "orders"),
        ("average_order_value", "all", "an average order" + material.money_note),
        ("gross_margin", "all", "gross margin" + material.money_note),
    )
    rows = []
    for measure, period, text in wanted:
        shown = material.figure(measure, period=period)
        if shown is not None and shown.value:
            rows.append(FigureRow(shown, say(text)))
    if len(rows) < 2:
        return None
    customers, second = rows[0].figure, rows[1]
    running = _running(material)
    titles = [say(customers, " customers are known")]
    worth = material.figure(material.worth) if material.worth else None
    if worth is not None and material.nobodys is not None:
        rest = say(material.nobodys, " of it from buyers nobody knows")
        titles.insert(0, say("We know ", customers, " customers; revenue is ", worth, ", ", rest))
    elif running is not None:
        titles = [*_with_contracts(material, running, customers), *titles]
    elif worth is not None:
        titles.insert(0, say("We know ", customers, " customers, who bring ", worth, f" of {material.noun}"))
    elif second:
        titles.insert(0, say("We know ", customers, " customers; what they are worth is not in the data"))
    return Slide(
        "Base", "At a glance", tuple(titles), say("Counted over ", material.whole_period), _panels(rows)
    )


def base(material: Material) -> Slide | None:
    """How many customers there are and what they bring, beside who of them stays."""
    glance, staying = at_a_glance(material), movement.kept(material)
    if glance is None or staying is None:
        return glance or movement.retention(material)
    shown = tuple(row for placed in glance.exhibits for row in _figure_rows(placed))
    left = FigurePanel("The base and what it brings", shown[:_ONE_COLUMN])
    return replace(
        glance,
        measured=say(glance.measured, "; beneath an estimate its ", Name("95% interval", "method")),
        exhibits=(Placed(left, 0, 6), Placed(staying, 6, 6)),
        so_what=movement.retention_advice(material),
        titles=(*_staying_titles(material, glance), *glance.titles),
    )


def _figure_rows(placed: Placed) -> tuple[FigureRow, ...]:
    return placed.exhibit.rows if isinstance(placed.exhibit, FigurePanel) else ()


def _staying_titles(material: Material, glance: Slide) -> list[Prose]:
    back = material.figure("logo_retention", period="current")
    left = material.figure("customer_churn_rate")
    if material.by_contract and left is not None:
        return [say(glance.titles[0], "; ", left, " have left")]
    if back is None or material.by_contract:
        return []
    return [say(glance.titles[0], "; ", back, " of those of the period before bought again")]


def _panels(rows: list[FigureRow]) -> tuple[Placed, ...]:
    """Few figures under one heading, more of them in two columns."""
    if len(rows) <= _ONE_COLUMN:
        return (Placed(FigurePanel("The base and what it brings", tuple(rows)), 0, 12),)
    half = (len(rows) + 1) // 2
    left, right = tuple(rows[:half]), tuple(rows[half:])
    second = Placed(FigurePanel("What it brings", right), 6, 6)
    return Placed(FigurePanel("The base", left), 0, 6), second


def _with_contracts(material: Material, running: Figure, customers: Figure) -> list[Prose]:
    have = say(running, " of ", customers, " customers have a running contract")
    monthly = material.figure("mrr")
    more = [say(have, "; they bring ", monthly, " a month")] if monthly and monthly.value else []
    return [*more, have]


def _running(material: Material) -> Figure | None:
    """Customers whose contract runs, where contracts are what binds them."""
    everyone, rate = material.reading("customers"), material.reading("customer_churn_rate")
    if not material.by_contract or everyone is None or rate is None:
        return None
    running = round((everyone.value or 0) * (1 - (rate.value or 0)))
    return derived(running, "customers", (everyone, rate), "customers less those whose contracts all ended")


def months(material: Material) -> Slide | None:
    """Revenue by month, the latest 24."""
    readings = material.points("revenue", "month")[-24:]
    if len(readings) < 3 or not material.dated:
        return None
    best = max(range(len(readings)), key=lambda i: readings[i].value or 0.0)
    points = labelled(readings, [month_text(t) for t in labels_of(readings)], best)
    change = _change(material)
    peak = points[best]
    titles = [say("Revenue peaks in ", _name(peak.label), " at ", peak.figure)]
    if change is not None:
        best_month = say("; the best month is ", _name(peak.label), " with ", peak.figure)
        titles = [say(change, best_month), change, *titles]
    return Slide(
        "Base",
        "Revenue by month",
        tuple(titles),
        say("Revenue by month, net of refunds", material.money_note, _torn(material)),
        (Placed(Columns(points, spelt_for(readings))),),
        _season(material),
    )


def _torn(material: Material) -> str:
    whole = material.snapshot.manifest.windows["all"]
    last_of_month = whole.end.day == monthrange(whole.end.year, whole.end.month)[1]
    return "" if whole.start.day == 1 and last_of_month else "; the first and last month may not be whole"


def _season(material: Material) -> Prose:
    window = material.window("current")
    if window is not None and material.latest != "the latest year":
        return say("the two periods hold different months: compare a month with the same month a year before")
    return say("plan by the season, and compare a month with the same month a year before")


def _name(text: str) -> Prose:
    return say(Name(text))


def _change(material: Material) -> Prose | None:
    now, before = material.reading("revenue", (), "current"), material.reading("revenue", (), "previous")
    if not now or not before or not before.value or now.value is None:
        return None
    moved = now.value / before.value - 1
    size = derived(abs(moved), "share", (now, before), "current ÷ previous revenue, less one")
    verb = "grew" if moved >= 0 else "fell"
    return say(f"Revenue {verb} by ", size, f" in {material.latest}, to ", figure(now))
