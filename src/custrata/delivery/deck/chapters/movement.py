"""How the base moves: customers and money in and out, what is kept."""

from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.chapters.pieces import (
    number,
    plain_table,
    with_interval,
    words,
)
from custrata.delivery.deck.material import Material, worded
from custrata.delivery.deck.slides import (
    Bridge,
    Cell,
    Column,
    Placed,
    Slide,
    Step,
    StepKind,
    Table,
    Tone,
)
from custrata.delivery.figures import Figure, Prose, figure, rests_on, say, spelling
from custrata.strategy.wording.spelling import MINUS
from custrata.vocabulary import Reading

_MONEY_STEPS = (
    ("opening_revenue", "Opening", StepKind.TOTAL),
    ("new_revenue", "New", StepKind.UP),
    ("reactivated_revenue", "Reactivated", StepKind.UP),
    ("expansion_revenue", "Expansion", StepKind.UP),
    ("contraction_revenue", "Contraction", StepKind.DOWN),
    ("lost_revenue", "Lost", StepKind.DOWN),
    ("closing_revenue", "Closing", StepKind.TOTAL),
)
_COUNT_STEPS = (
    ("opening_customers", "Opening", StepKind.TOTAL),
    ("gained_customers", "Gained", StepKind.UP),
    ("reactivated_customers", "Reactivated", StepKind.UP),
    ("lost_customers", "Lost", StepKind.DOWN),
    ("closing_customers", "Closing", StepKind.TOTAL),
)


_WITHOUT_CONTRACT = {"Lost": "Not since", "Reactivated": "Came back", "Gained": "New"}

_GROWTH = {
    "new_revenue": "New customers bring",
    "reactivated_revenue": "Customers who came back bring",
    "expansion_revenue": "Customers who buy more add",
}
_SIGNS = {StepKind.TOTAL: "", StepKind.UP: "+", StepKind.DOWN: MINUS}
_KEPT = (
    (
        "gross_revenue_retention",
        "Gross revenue retention",
        "what stays of the revenue before, without expansion",
    ),
    ("net_revenue_retention", "Net revenue retention", "the same with expansion"),
    ("logo_retention", "Customers kept", "customers of the period before who are there again"),
    ("repeat_rate", "Customers who came back", "share of all customers with a second purchase day"),
    ("customer_churn_rate", "Customers who left", "share of customers whose contracts all ended"),
    ("spell_end_rate", "Contracts that ended", "share of all contracts"),
)


def customer_bridge(material: Material) -> Slide | None:
    """Customers in and out between two windows."""
    steps = _steps(material, _COUNT_STEPS, "customers")
    if steps is None:
        return None
    bridge, by = steps
    gained, lost = by["gained_customers"], by["lost_customers"]
    first = say("We gain ", gained, " customers and lose ", lost)
    tail = f" are customers at the end of {material.latest}"
    if not material.by_contract:
        verb = " customer bought" if lost.value == 1 else " customers bought"
        first = say(
            gained if gained.value else "Nobody", " new; ", lost, verb, " the period before and not since"
        )
        tail = f" bought in {material.latest}"
    title = say(first, "; ", by["closing_customers"], tail)
    kept = material.figure("logo_retention", period="current")
    so = (
        say(kept, " of the customers of the period before bought again: holding them is the first lever")
        if kept
        else Prose()
    )
    return Slide(
        "Base",
        "Customers in and out",
        (title, first),
        _compared(material, "Customers who bought" if not material.by_contract else "Customers"),
        (Placed(bridge),),
        material.too_early if material.too_early.text else so,
    )


def revenue_bridge(material: Material) -> Slide | None:
    """Revenue in and out between two windows; closes to the cent."""
    steps = _steps(material, _MONEY_STEPS, "revenue")
    if steps is None:
        return None
    bridge, by = steps
    out = (by["lost_revenue"].value or 0) + (by["contraction_revenue"].value or 0)
    said = {m: figure(f.readings[0]) for m, f in by.items()}
    most = max(_GROWTH, key=lambda m: (by[m].value or 0.0, m))
    first = say(f"{_GROWTH[most]} ", said[most])
    title = say(
        first,
        "; ",
        said["contraction_revenue"],
        " goes with those who buy less, ",
        said["lost_revenue"],
        " with those lost" if material.by_contract else " with those who bought the period before only",
    )
    net = material.figure("net_revenue_retention", period="current")
    gross = material.figure("gross_revenue_retention", period="current")
    so = say("the base alone keeps ", net, " of its revenue") if net and out else Prose()
    if net and gross:
        so = say(
            "customers of the period before now bring ",
            net,
            " of what they brought; without expansion ",
            gross,
        )
    so = material.too_early if material.too_early.text else so
    return Slide(
        "Base",
        "Revenue in and out",
        (title, first),
        _compared(material, "Revenue net of refunds" + material.money_note),
        (Placed(bridge),),
        so,
    )


def _compared(material: Material, what: str) -> Prose:
    before, now = material.window("previous"), material.window("current")
    return say(what, ": ", before, " against ", now) if before and now else say(what)


def _steps(
    material: Material, wanted: tuple[tuple[str, str, StepKind], ...], noun: str
) -> tuple[Bridge, dict[str, Figure]] | None:
    readings = {m: material.reading(m, (), "current") for m, _, _ in wanted}
    opening = readings[wanted[0][0]]
    if opening is None or any(r is None for r in readings.values()) or not opening.value:
        return None
    present: dict[str, Reading] = {m: r for m, r in readings.items() if r is not None}
    written = spelling(opening.unit, (r.value for r in present.values()))
    by = {m: figure(r, written=written) for m, r in present.items()}
    steps = tuple(
        Step(label, _signed(by[m], kind), kind)
        for m, label, kind in _named(wanted, material.by_contract)
        if kind is StepKind.TOTAL or by[m].value
    )
    return Bridge(steps, written), by


def _named(
    wanted: tuple[tuple[str, str, StepKind], ...], by_contract: bool
) -> tuple[tuple[str, str, StepKind], ...]:
    """Steps under their names; buyers without a contract are not seen to leave, so none is called lost."""
    if by_contract:
        return wanted
    return tuple((m, _WITHOUT_CONTRACT.get(label, label), kind) for m, label, kind in wanted)


def _signed(shown: Figure, kind: StepKind) -> Figure:
    return shown if shown.text.startswith("under") else replace(shown, text=_SIGNS[kind] + shown.text)


def retention(material: Material) -> Slide | None:
    """Kept money and kept customers, with intervals."""
    rows = _kept_rows(material)
    if len(rows) < 2:
        return None
    heads = (
        Column("Measure", least=6),
        Column("What it says"),
        Column("Reading", right=True, share=0),
        Column("n", right=True, share=0),
        Column("of", share=0),
    )
    return Slide(
        "Base",
        "Retention",
        _retention_titles(material),
        say("Retention and repeat buying; beneath an estimate its ", worded("95% interval", "method")),
        (Placed(plain_table(heads, rows)),),
        retention_advice(material),
    )


def retention_advice(material: Material) -> Prose:
    """What follows from who stays; a window shorter than the rhythm of buyers comes first."""
    if material.too_early.text:
        return material.too_early
    return say("name one owner for retention, and look at these figures before any figure on acquisition")


def kept(material: Material) -> Table | None:
    """Who stays as a narrow table, to stand beside other figures; nothing where one row is all there is."""
    rows = _kept_rows(material)
    if len(rows) < 2:
        return None
    heads = (
        Column("Who stays", share=1),
        Column("Reading", right=True, share=0),
        Column("n", right=True, share=0),
        Column("of", share=0),
    )
    narrow = [(replace(name, small=said.main), reading, n, of) for name, said, reading, n, of in rows]
    return plain_table(heads, narrow)


def _kept_rows(material: Material) -> list[tuple[Cell, Cell, Cell, Cell, Cell]]:
    rows = []
    for measure, name, meaning in _KEPT:
        whole = measure in {"repeat_rate", "customer_churn_rate", "spell_end_rate"}
        shown = material.figure(measure, period="all" if whole else "current")
        if shown is not None:
            reading = shown.readings[0]
            if measure == "logo_retention" and not material.by_contract:
                name = "Customers who bought again"
            rows.append(
                (
                    words(name, bold=True),
                    words(meaning),
                    with_interval(shown),
                    number(rests_on(reading)),
                    words(reading.n_of, tone=Tone.QUIET),
                )
            )
    return rows


def _retention_titles(material: Material) -> tuple[Prose, ...]:
    kept = material.figure("logo_retention", period="current")
    left = material.figure("customer_churn_rate")
    back = material.figure("repeat_rate")
    gross = material.figure("gross_revenue_retention", period="current")
    titles = []
    if kept and gross:
        titles.append(
            say("We keep ", kept, " of customers; ", gross, " of revenue stays before any expansion")
            if material.by_contract
            else say(
                kept,
                " of the customers of the period before bought again; without expansion ",
                gross,
                " of revenue stays",
            )
        )
    if left:
        titles.append(say(left, " of customers have left"))
    if back:
        titles.append(say(back, " of customers came back for a second purchase"))
    return tuple(titles) or (say("How many customers stay"),)
