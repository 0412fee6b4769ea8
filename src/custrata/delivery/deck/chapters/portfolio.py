"""The portfolio: tiers, concentration, whale curve, groups and what is meant for them."""

from __future__ import annotations

from custrata.delivery import tokens
from custrata.delivery.deck.chapters.pieces import (
    labelled,
    labels_of,
    number,
    spelt_for,
    statement_cell,
    words,
)
from custrata.delivery.deck.material import Material, capital, known, owner_short, plain, title_case, worded
from custrata.delivery.deck.slides import (
    Bars,
    Cell,
    Column,
    CurveMark,
    FigurePanel,
    FigureRow,
    Layer,
    Placed,
    Row,
    Slide,
    Stack,
    Table,
    Tone,
    Whale,
)
from custrata.delivery.figures import Figure, Prose, Spelling, derived, figure, say, stated
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.tier import TierPolicy
from custrata.vocabulary import Intent, Reading, Tier

_PER_CENT = Spelling("", "%", 0.01, 0)


def _by_tier(material: Material, measure: str) -> tuple[Reading, ...]:
    found = known(material.snapshot.reading(measure, (("tier", t.value),)) for t in Tier)
    return found if len(found) == len(Tier) and sum(r.value or 0 for r in found) > 0 else ()


def tiers(material: Material) -> Slide | None:
    """Share of customers, revenue and margin by tier, with what each tier is worth."""
    measures = [m for m in ("customers", "revenue", "mrr", "gross_margin") if _by_tier(material, m)]
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
    titles = [say("Platinum and gold, ", size, " of customers, bring ", top, f" of {plain(worth)}")]
    if (bottom.value or 0) < 0:
        loss = derived(abs(bottom.value or 0), bottom.unit, (bottom,), "bronze, without its sign")
        titles.insert(0, say(titles[0], "; bronze costs us ", loss))
    return Slide(
        "Portfolio",
        "Tiers",
        tuple(titles),
        say("Share by tier, per cent; ranked by value, ", material.whole_period),
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
            *measures,
            "average_order_value",
            "repeat_rate",
            "customer_churn_rate",
            "days_since_last_order",
        )
        if len(_tier_readings(material, m)) == len(Tier)
    ][:5]
    heads = {
        "gross_margin": "Margin",
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
        rows.append(Row(tuple(cells), edge=tokens.TIER_FILL[tier]))
    columns = (Column("Tier"), *(Column(heads.get(m, title_case(plain(m))), right=True) for m in wanted))
    return Table(columns, tuple(rows))


def _tier_readings(material: Material, measure: str) -> tuple[Reading, ...]:
    return known(material.snapshot.reading(measure, (("tier", t.value),)) for t in Tier)


def policy(material: Material) -> Slide | None:
    """What each tier gets: investment, service, entitlement."""
    rows = [_policy_row(material, p) for p in material.document.tiers]
    if not rows:
        return None
    names = {"platinum": "dedicated care", "bronze": "self-service"}
    table = Table(
        (
            Column("Tier", share=0),
            Column("Investment"),
            Column("Service"),
            Column("Entitlement"),
            Column("Owner", share=0),
        ),
        tuple(rows),
        dense=True,
    )
    return Slide(
        "Portfolio",
        "Policy by tier",
        (say(f"Four tiers, four levels of care: from {names['platinum']} down to {names['bronze']}"),),
        say("Proposals until their owners sign; violet is judgement, not computed"),
        (Placed(table),),
        say("agree the entitlement of each tier before the next budget, or all are served alike"),
    )


def _policy_row(material: Material, tier: TierPolicy) -> Row:
    cells = [words(title_case(tier.tier.value), bold=True)]
    for part in (tier.investment, tier.service_model, tier.entitlement):
        cells.append(statement_cell(material, part))
    cells.append(words(owner_short(tier.owner), tone=Tone.PROPOSAL))
    return Row(tuple(cells), edge=tokens.TIER_FILL[tier.tier])


def concentration(material: Material) -> Slide | None:
    """The ten largest customers, and what losing them would cost."""
    top = material.points("top_customer_revenue", "rank")[:10]
    ten = material.figure("top_10_revenue_share")
    if len(top) < 3 or ten is None:
        return None
    points = labelled(top, [f"No. {r.segment[0][1]}" for r in top], 0)
    panel = []
    for measure, text in (
        ("top_1_revenue_share", "of revenue comes from the largest customer"),
        ("top_5_revenue_share", "from the largest five"),
        ("top_10_revenue_share", "from the largest ten"),
        ("top_20_percent_revenue_share", "from the largest fifth of customers"),
    ):
        shown = material.figure(measure)
        if shown is not None:
            panel.append(FigureRow(shown, say(text)))
    first = points[0].figure
    exposed = (ten.value or 0) >= 0.25
    tail = say("; losing the first would cost ", first)
    title = (
        say("Ten customers are ", ten, " of revenue", tail)
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
        say("Revenue of the ten largest customers", material.money_note, ", ", material.whole_period),
        (
            Placed(Bars(points, spelt_for(top)), 0, 7),
            Placed(FigurePanel("What hangs on them", tuple(panel)), 7, 5),
        ),
        so,
    )


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


def groups(material: Material) -> Slide | None:
    """Who the customers are: groups with size, value and what they are called in systems."""
    found = material.document.groups[:8]
    if not found:
        return None
    rows = tuple(_group_row(material, g) for g in found)
    table = Table(
        (
            Column("Group"),
            Column("Told apart by"),
            Column("Share of customers", right=True, share=0),
            Column("Share of value", right=True, share=0),
            Column("What they need, what we promise", share=2),
            Column("Owner", share=0),
        ),
        rows,
        dense=len(found) > 5,
    )
    best = max(found, key=lambda g: g.share("value") or 0.0)
    share = _share_of(material, best, "value")
    titles = [
        say(
            stated(float(len(found)), "customers", "strategy document"),
            " groups of customers, told apart by what systems hold",
        )
    ]
    if share is not None:
        titles.insert(
            0,
            say(
                capital(worded(best.name)),
                " bring ",
                share,
                " of value; ",
                stated(float(len(found)), "customers", "strategy document"),
                " groups tell customers apart",
            ),
        )
    return Slide(
        "Portfolio",
        "Customer groups",
        tuple(titles),
        say("Groups and their share of customers and value, ", material.whole_period),
        (Placed(table),),
        say("a group that no system carries cannot be served: put its tag where people work"),
    )


def _share_of(material: Material, group: CustomerGroup, of: str) -> Figure | None:
    bound = group.share_now.figure(f"{of}_share") if group.share_now else None
    return material.bound(bound, group.share_now.id if group.share_now else "") if bound else None


def _group_row(material: Material, group: CustomerGroup) -> Row:
    promise = group.proposition or (group.needs[0] if group.needs else None)
    told = ", ".join(f"{d} {v}" for d, v in group.segment) or "; ".join(group.attributes[:2])
    return Row(
        (
            words(title_case(group.name), bold=True),
            words(told, tone=Tone.QUIET),
            number(_share_of(material, group, "customers")),
            number(_share_of(material, group, "value"), bold=True),
            statement_cell(material, promise),
            words(owner_short(group.owner), tone=Tone.PROPOSAL),
        )
    )


def intents(material: Material) -> Slide | None:
    """What is meant for each group: intent, share now and targeted."""
    found = [g for g in material.document.groups if g.intent is not None][:7]
    if len(found) < 2:
        return None
    found.sort(key=lambda g: not (g.intent and g.intent.emphasised))
    rows = tuple(_intent_row(material, g) for g in found)
    table = Table(
        (
            Column("Customer group"),
            Column("Intent", share=0),
            Column("Now", right=True, share=0),
            Column("Target", right=True, share=0),
            Column("Share of value, now and target", share=3, least=7.5),
            Column("Why", share=1),
            Column("Owner", share=0),
        ),
        rows,
        track=4,
    )
    return Slide(
        "Portfolio",
        "Intent per group",
        (_intent_title(found),),
        say("Share of value by group: ● now, ◊ target, a proposal until signed"),
        (Placed(table),),
        say("two intents get attention first; the rest hold. Targets count once their owner has signed"),
    )


def _intent_title(found: list[CustomerGroup]) -> Prose:
    first = [g for g in found if g.intent and g.intent.emphasised] or found[:1]
    parts = [
        say(_verb(g.intent.intent if g.intent else Intent.MAINTAIN), " ", worded(g.name)) for g in first[:2]
    ]
    joined = say(parts[0], " and ", parts[1]) if len(parts) == 2 else parts[0]
    return say("We propose to ", joined, "; the rest hold")


def _verb(intent: Intent) -> str:
    return {"maintain": "hold", "retire": "let go of", "re-engineer": "rebuild"}.get(
        intent.value, intent.value
    )


def _intent_row(material: Material, group: CustomerGroup) -> Row:
    now = _share_of(material, group, "value") or _share_of(material, group, "customers")
    value = group.share_targeted.value
    target = stated(value, "share", "strategy document") if value is not None else None
    intent = group.intent
    grows = intent is not None and intent.emphasised
    reason = intent.reason[0] if intent and intent.reason else None
    return Row(
        (
            words(title_case(group.name), bold=grows),
            words(
                title_case(intent.intent.value) if intent else "",
                bold=grows,
                tone=Tone.ACCENT if grows else Tone.INK,
            ),
            number(now, bold=True),
            number(target, tone=Tone.PROPOSAL) if target else words("not set", tone=Tone.PROPOSAL),
            Cell(),
            statement_cell(material, reason, short=True),
            words(owner_short(group.owner), tone=Tone.PROPOSAL),
        ),
        emphasised=grows,
        now=now,
        target=target,
    )


def by_attribute(material: Material, attribute: str) -> Slide | None:
    """Customers and value by an attribute that systems hold."""
    counted = material.points("customers", attribute)
    if len(counted) < 2:
        return None
    worth = material.points(material.worth, attribute) if material.worth else ()
    measured = worth if len(worth) >= 2 else counted
    ranked = sorted(measured, key=lambda r: (-(r.value or 0.0), r.segment))[:10]
    share = material.share(ranked[0].measure, ranked[:1], measured)
    if share is None:
        return None
    name = plain(attribute)
    points = labelled(ranked, labels_of(ranked), 0)
    noun = material.noun if measured is worth else "customers"
    title = say(
        worded(title_case(f"{name} ")), "“", worded(points[0].label), "” brings ", share, f" of {noun}"
    )
    table = _attribute_table(material, attribute, [r.segment for r in ranked])
    return Slide(
        "Customers",
        title_case(name),
        (title, say(worded(f"{title_case(noun)} by {name}"))),
        say(
            title_case(noun),
            f" by {name}",
            material.money_note if measured is worth else "",
            ", ",
            material.whole_period,
        ),
        (Placed(Bars(points, spelt_for(ranked)), 0, 6), Placed(table, 6, 6)),
        say("ask whether each group wants something else; if not, one promise serves them all"),
    )


def _attribute_table(
    material: Material, attribute: str, segments: list[tuple[tuple[str, str], ...]]
) -> Table:
    heads = (
        ("customers", "Customers"),
        ("repeat_rate", "Came back"),
        ("customer_churn_rate", "Left"),
        ("average_order_value", "Average order"),
        ("mrr", "Monthly revenue"),
        ("gross_margin", "Margin"),
    )
    wanted = [
        (m, h) for m, h in heads if m != material.worth and any(material.reading(m, s) for s in segments)
    ][:4]
    rows = tuple(
        Row((words(segment[0][1], bold=True), *(number(material.figure(m, segment)) for m, _ in wanted)))
        for segment in segments
    )
    return Table(
        (Column(title_case(plain(attribute))), *(Column(h, right=True, share=0.5) for _, h in wanted)),
        rows,
        dense=len(rows) > 8,
    )
