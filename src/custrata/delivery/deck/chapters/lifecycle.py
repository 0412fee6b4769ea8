"""The lifecycle: where customers stand, what is planned for each stage, who leaves."""

from __future__ import annotations

from custrata.delivery.deck.chapters.pieces import (
    labelled,
    labels_of,
    largest,
    number,
    spelt_for,
    statement_cell,
    with_interval,
    words,
)
from custrata.delivery.deck.material import (
    Material,
    known,
    owner_short,
    plain,
    title_case,
    worded,
)
from custrata.delivery.deck.slides import Bars, Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import derived, figure, rests_on, say
from custrata.strategy.parts.lifecycle import StagePlan
from custrata.vocabulary import Reading, Stage


def stages(material: Material) -> Slide | None:
    """Customers by stage, with what they are worth."""
    found = known(material.snapshot.reading("customers", (("stage", s.value),)) for s in Stage)
    if len(found) < 2:
        return None
    total = sum(r.value or 0.0 for r in found)
    points = labelled(found, [title_case(t) for t in labels_of(found)], None)
    risk = [r for r in found if r.segment[0][1] in {Stage.AT_RISK, Stage.LAPSED}]
    titles = [say("Customers by stage of their life with us")]
    if risk and total:
        share = derived(
            sum(r.value or 0 for r in risk) / total,
            "share",
            risk,
            "at risk + lapsed, as a share of all stages",
        )
        if len(risk) == 2:
            titles.insert(
                0,
                say(
                    figure(risk[0]),
                    " customers are at risk and ",
                    figure(risk[1]),
                    " have lapsed: ",
                    share,
                    " of the base",
                ),
            )
        else:
            titles.insert(0, say(share, " of the base is ", risk[0].segment[0][1]))
    rows = tuple(_stage_row(material, r, total) for r in found)
    table = Table(
        (
            Column("Stage"),
            Column("Customers", right=True, share=0.5),
            Column("Share", right=True, share=0.5),
            Column(title_case(material.noun), right=True, share=0.5),
        ),
        rows,
    )
    return Slide(
        "Lifecycle",
        "Stages",
        tuple(titles),
        say("Customers by stage; each stage has a rule that can be measured"),
        (Placed(Bars(points, spelt_for(found)), 0, 6), Placed(table, 6, 6)),
        say("call those at risk while they still remember us; win-back costs more and works less"),
    )


def _stage_row(material: Material, reading: Reading, total: float) -> Row:
    stage = reading.segment[0][1]
    share = derived((reading.value or 0) / total, "share", (reading,), f"{stage}, as a share of all stages")
    worth = material.figure(material.worth, reading.segment) if material.worth else None
    return Row((words(title_case(stage), bold=True), number(figure(reading)), number(share), number(worth)))


def plan(material: Material) -> Slide | None:
    """Rule, metric, friction, intervention and owner of each stage."""
    rows = [_plan_row(material, p) for p in material.document.lifecycle][:9]
    if not rows:
        return None
    table = Table(
        (
            Column("Stage", share=0),
            Column("Enters when"),
            Column("Metric", share=0),
            Column("Friction"),
            Column("What we do first"),
            Column("Owner", share=0),
        ),
        tuple(rows),
        dense=True,
    )
    return Slide(
        "Lifecycle",
        "Plan by stage",
        (say("Each stage has a rule, a metric and an owner; what is violet waits for agreement"),),
        say("Rules are computed, interventions are proposals"),
        (Placed(table),),
    )


def _plan_row(material: Material, stage: StagePlan) -> Row:
    return Row(
        (
            words(title_case(stage.stage.value), bold=True),
            Cell(worded(stage.criteria)),
            words(plain(stage.metric), tone=Tone.QUIET),
            statement_cell(material, stage.friction),
            statement_cell(material, stage.intervention),
            words(owner_short(stage.owner), tone=Tone.PROPOSAL),
        )
    )


def leaving(material: Material) -> Slide | None:
    """Who leaves: churn by the attribute that tells most."""
    best = _most_telling(material)
    if not best:
        return None
    ranked = largest(best, 10)
    name = plain(ranked[0].segment[0][0])
    high, low = figure(ranked[0]), figure(ranked[-1])
    title = say(
        high,
        " of customers with ",
        worded(name),
        " “",
        worded(labels_of(ranked)[0], "data"),
        "” have left, ",
        low,
        " with “",
        worded(labels_of(ranked)[-1], "data"),
        "”",
    )
    short = say("By ", worded(name), ", between ", low, " and ", high, " of customers have left")
    points = labelled(ranked, labels_of(ranked), 0)
    return Slide(
        "Lifecycle",
        "Who leaves",
        (title, short),
        say(
            "Share of customers who left, by ",
            worded(name),
            "; beneath it the ",
            worded("95% interval", "method"),
        ),
        (Placed(Bars(points, spelt_for(ranked)), 0, 6), Placed(_leaving_table(material, ranked, name), 6, 6)),
        say("this shows where customers leave, not why: ask before the offer is changed"),
    )


def _leaving_table(material: Material, ranked: tuple[Reading, ...], name: str) -> Table:
    rows = tuple(
        Row(
            (
                words(labels_of((r,))[0], bold=True),
                number(rests_on(r)),
                with_interval(figure(r)),
                number(material.figure("mrr", r.segment)),
            )
        )
        for r in ranked
    )
    return Table(
        (
            Column(title_case(name)),
            Column("Customers", right=True, share=0.5),
            Column("Left", right=True, share=0.5),
            Column("Monthly revenue", right=True, share=0.5),
        ),
        rows,
    )


def _most_telling(material: Material) -> tuple[Reading, ...]:
    found: list[tuple[float, tuple[Reading, ...]]] = []
    for attribute in material.telling_attributes:
        readings = material.large_enough(material.points("customer_churn_rate", attribute))
        if len(readings) >= 2:
            values = [r.value or 0.0 for r in readings]
            found.append((max(values) - min(values), readings))
    return max(found, key=lambda f: f[0])[1] if found else ()
