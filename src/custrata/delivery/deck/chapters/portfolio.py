"""The portfolio: tiers, what each of them gets, and how much hangs on few customers."""

from __future__ import annotations

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.chapters.economics import asking
from custrata.delivery.deck.chapters.pieces import (
    labelled,
    number,
    owner_cell,
    spelt_for,
    statement_cell,
    with_interval,
    words,
)
from custrata.delivery.deck.material import Material, capital, known, plain, title_case
from custrata.delivery.deck.slides import (
    Bars,
    Column,
    FigurePanel,
    FigureRow,
    Layer,
    Placed,
    Row,
    Slide,
    Stack,
    Table,
    Tone,
)
from custrata.delivery.figures import Figure, Prose, Spelling, derived, say
from custrata.strategy.parts.tier import TierPolicy
from custrata.vocabulary import Reading, Tier

_PER_CENT = Spelling("", "%", 0.01, 0)


def _by_tier(material: Material, measure: str) -> tuple[Reading, ...]:
    found = known(material.snapshot.reading(measure, (("tier", t.value),)) for t in Tier)
    return found if len(found) == len(Tier) and sum(r.value or 0 for r in found) > 0 else ()


def tiers(material: Material) -> Slide | None:
    """Share of customers, revenue and margin by tier, with what each tier is worth."""
    earned = "contribution" if _by_tier(material, "cost_to_serve") else "gross_margin"
    measures = [m for m in ("customers", "revenue", "mrr", earned) if _by_tier(material, m)]
    if len(measures) < 2 or measures[0] != "customers":
        return None
    measures = [m for m in measures if m != "mrr" or "revenue" not in measures][:3]
    stack = _tier_stack(material, measures)
    worth = measures[-1]
    top = material.share(worth, _by_tier(material, worth)[:2], _by_tier(material, worth))
    size = material.share("customers", _by_tier(material, "customers")[:2], _by_tier(material, "customers"))
    bottom = _by_tier(material, worth)[-1]
    if top is None or size is None:
        return None
    titles = [
        say("Platinum and gold, ", size, " of customers, bring ", top, f" of {material.known_noun(worth)}")
    ]
    if (bottom.value or 0) < 0:
        loss = derived(abs(bottom.value or 0), bottom.unit, (bottom,), "bronze, without its sign")
        titles.insert(0, say(titles[0], "; bronze costs us ", loss))
    return Slide(
        "Portfolio",
        "Tiers",
        tuple(titles),
        say("Share by tier, per cent; ranked by ", material.basis, ", ", material.whole_period),
        (Placed(stack, 0, 5), Placed(_tier_table(material, measures), 5, 7)),
        say("service follows the tier; decide who owns each, and what a customer in it can count on"),
    )


def _tier_stack(material: Material, measures: list[str]) -> Stack:
    rows = [_by_tier(material, m) for m in measures]
    layers = tuple(
        Layer(
            title_case(tier.value),
            tokens.TIER_FILL[tier],
            tokens.TIER_LABEL[tier],
            tuple(
                f
                for f in (
                    material.share(m, (r[i],), r, written=_PER_CENT)
                    for m, r in zip(measures, rows, strict=True)
                )
                if f
            ),
        )
        for i, tier in enumerate(Tier)
    )
    names = {"gross_margin": "Margin", "mrr": "Monthly revenue"}
    return Stack(tuple(names.get(m, title_case(plain(m))) for m in measures), layers, _PER_CENT)


def _tier_table(material: Material, measures: list[str]) -> Table:
    wanted = [
        m
        for m in (
            *((measures[0], measures[-1]) if material.document.tiers else measures),
            "lifetime_value",
            "cost_to_serve_ratio",
            "average_order_value",
            "repeat_rate",
            "customer_churn_rate",
            "days_since_last_order",
        )
        if len(_tier_readings(material, m)) == len(Tier)
    ][: 4 if material.document.tiers else 5]
    gets = {p.tier: p for p in material.document.tiers}
    heads = {
        "gross_margin": "Margin",
        "lifetime_value": "Lifetime value each",
        "cost_to_serve_ratio": "Cost to serve of revenue",
        "average_order_value": "Average order",
        "repeat_rate": "Came back",
        "customer_churn_rate": "Left",
        "days_since_last_order": "Days since last order",
        "mrr": "Monthly revenue",
    }
    rows = []
    for tier in Tier:
        cells = [words(title_case(tier.value), bold=True)]
        for measure in wanted:
            shown = material.figure(measure, (("tier", tier.value),))
            loss = shown is not None and (shown.value or 0) < 0
            cells.append(number(shown, tone=Tone.LOSS if loss else Tone.INK))
        if gets:
            given = gets.get(tier)
            cells.append(statement_cell(material, given.investment if given else None))
        rows.append(Row(tuple(cells), edge=tokens.TIER_FILL[tier]))
    columns = [Column("Tier", share=0)]
    columns += [Column(heads.get(m, title_case(plain(m))), right=True, share=0.5) for m in wanted]
    columns += (
        [
            Column(
                "What it is to get, agreed" if material.agreed else "What it is to get, proposed",
                share=2,
                least=4.4,
            )
        ]
        if gets
        else []
    )
    return Table(tuple(columns), tuple(rows))


def _tier_readings(material: Material, measure: str) -> tuple[Reading, ...]:
    return known(material.snapshot.reading(measure, (("tier", t.value),)) for t in Tier)


def policy(material: Material) -> Slide | None:
    """What each tier gets: investment, service, entitlement."""
    rows = [_policy_row(material, p) for p in material.document.tiers]
    if not rows:
        return None
    names = {"platinum": "dedicated care", "bronze": "self-service"}
    columns = [Column("Tier", share=0), Column("Investment"), Column("Service"), Column("Entitlement")]
    columns += [Column("Service a year", right=True, share=0)] if _service_costed(material) else []
    table = Table((*columns, Column("Owner", share=0)), tuple(rows), dense=True)
    return Slide(
        "Portfolio",
        "Policy by tier",
        (say(f"Four tiers, four levels of care: from {names['platinum']} down to {names['bronze']}"),),
        capital(material.until("proposals until their owners sign; violet is judgement, not computed")),
        (Placed(table),),
        say("agree the entitlement of each tier before the next budget, or all are served alike"),
    )


def _service_costed(material: Material) -> bool:
    """Whether the settings say what the service of the tiers costs."""
    return bool(material.points("tier_service_cost", "tier"))


def _policy_row(material: Material, tier: TierPolicy) -> Row:
    cells = [words(title_case(tier.tier.value), bold=True)]
    for part in (tier.investment, tier.service_model, tier.entitlement):
        cells.append(statement_cell(material, part))
    if _service_costed(material):
        cost = material.figure("tier_service_cost", (("tier", tier.tier.value),))
        cells.append(with_interval(cost, bold=False))
    cells.append(owner_cell(material, tier.owner))
    return Row(tuple(cells), edge=tokens.TIER_FILL[tier.tier])


def concentration(material: Material) -> Slide | None:
    """The ten largest customers, and what losing them would cost."""
    top = material.points("top_customer_revenue", "rank")[:10]
    ten = material.figure("top_10_revenue_share")
    if len(top) < 3 or ten is None:
        return None
    points = labelled(top, [f"No. {r.segment[0][1]}" for r in top], 0)
    beside = _losses(material) or _hanging(material)
    exposed = (ten.value or 0) >= 0.25
    title = (
        say("Ten customers are ", ten, " of revenue; ", _first(material, points[0].figure))
        if exposed
        else say("Little hangs on one customer: the ten largest bring ", ten, " of revenue")
    )
    so = (
        say("name an owner and a plan for each of the ten")
        if exposed
        else say("the risk is not one customer but the habits of many: watch groups, not names")
    )
    return Slide(
        "Portfolio",
        "Concentration",
        (title, say("The ten largest customers bring ", ten, " of revenue")),
        _both_windows(material, beside),
        (
            Placed(Bars(points, spelt_for(top)), 0, 7),
            Placed(beside, 7, 5),
        ),
        so,
    )


def _first(material: Material, so_far: Figure) -> Prose:
    """What losing the largest would take in its window; where nothing tells that, what it brought so far."""
    lost = material.figure("loss_scenario_revenue", (("rank", "top 1"),), "current")
    if lost is None:
        return say("the first has brought ", so_far, " so far")
    if material.by_contract:
        return say("losing the largest would cost ", lost, " of revenue a month")
    return say("losing the largest would cost ", lost, f" of revenue of {material.latest}")


def _both_windows(material: Material, beside: Table | FigurePanel) -> Prose:
    """The window of the bars and, where it is another, that of what stands beside them."""
    bars = say("Revenue of the ten largest customers", material.money_note, ", ", material.whole_period)
    window = material.window("current")
    if window is None or not isinstance(beside, Table) or not material.dated:
        return bars
    ahead = (
        ", equity from then on" if material.points("loss_scenario_equity", "rank", period="current") else ""
    )
    what = "contracts" if material.by_contract else "revenue"
    lines = [say(bars, f"; beside it {what} of ", window, more) for more in (ahead, "")]
    room = grid.now().measured.w
    return lines[lettering.first_that_fits([line.text for line in lines], tokens.BODY_PT, room, 1)]


def _hanging(material: Material) -> FigurePanel:
    rows = []
    for measure, text in (
        ("top_1_revenue_share", "of revenue comes from the largest customer"),
        ("top_5_revenue_share", "from the largest five"),
        ("top_10_revenue_share", "from the largest ten"),
        ("top_20_percent_revenue_share", "from the largest fifth of customers"),
    ):
        shown = material.figure(measure)
        if shown is not None:
            rows.append(FigureRow(shown, say(text)))
    return FigurePanel("What hangs on them", tuple(rows))


def _lost_head(material: Material) -> str:
    """What a loss is told in: a month's revenue of contracts, else revenue of the latest window."""
    if material.by_contract:
        return "Revenue a month lost"
    return "Revenue a year lost" if "year" in material.latest else "Revenue lost"


_LOST = (("top 1", "the largest"), ("top 5", "the largest five"), ("top 10", "the largest ten"))


def _losses(material: Material) -> Table | None:
    """What goes with the largest customers: revenue of the latest period, retention, equity."""
    measures = [
        (m, head)
        for m, head in (
            ("loss_scenario_revenue", _lost_head(material)),
            ("loss_scenario_retention", "Net retention then"),
            (
                "loss_scenario_equity",
                "Equity lost, not examined" if asking.unexamined(material) else "Equity lost",
            ),
        )
        if material.points(m, "rank", period="current")
    ]
    held = {r.segment[0][1] for m, _ in measures for r in material.points(m, "rank", period="current")}
    rows = [
        Row(
            (
                words(f"Without {name}"),
                *(with_interval(material.figure(m, (("rank", rank),), "current")) for m, _ in measures),
            )
        )
        for rank, name in _LOST
        if rank in held
    ]
    if not rows:
        return None
    return Table((Column(""), *(Column(head, right=True) for _, head in measures)), tuple(rows))
