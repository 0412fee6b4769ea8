"""The lifecycle: where customers stand, what is planned for each stage, who leaves."""

from __future__ import annotations

from custrata.delivery.deck.chapters.pieces import (
    labelled,
    labels_of,
    largest,
    not_shown,
    number,
    owner_cell,
    spelt_for,
    statement_cell,
    with_interval,
    words,
)
from custrata.delivery.deck.material import (
    Material,
    known,
    plain,
    title_case,
    worded,
)
from custrata.delivery.deck.slides import Bars, Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import Prose, derived, figure, rests_on, say
from custrata.strategy.parts.lifecycle import StagePlan
from custrata.vocabulary import Reading, Stage


def stages(material: Material) -> Slide | None:
    """Customers by stage, with what they are worth."""
    found = known(material.snapshot.reading("customers", (("stage", s.value),)) for s in Stage)
    if len(found) < 2:
        return None
    total = sum(r.value or 0.0 for r in found)
    points = labelled(found, [title_case(t) for t in labels_of(found)], None)
    by = {r.segment[0][1]: r for r in found if r.value}
    risk, gone = by.get(Stage.AT_RISK), by.get(Stage.LAPSED)
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
        _stage_titles(material, risk, gone),
        say("Customers by stage; each stage has a rule that can be measured"),
        (Placed(Bars(points, spelt_for(found)), 0, 6), Placed(table, 6, 6)),
        _stage_advice(material, risk, gone),
    )


def _stage_titles(material: Material, risk: Reading | None, gone: Reading | None) -> tuple[Prose, ...]:
    plain_title = say("Customers by stage of their life with us")
    if material.by_contract:
        pairs = ((risk, "at risk"), (gone, "without a running contract"))
        said = [_counted(r, what) for r, what in pairs if r]
        return (_joined(said), plain_title) if said else (plain_title,)
    rhythm = material.rhythm
    within = say("Nine in ten come back within ", rhythm, " days; ") if rhythm else Prose()
    past = ("past that", "past twice that") if rhythm else ("past their rhythm", "past twice that")
    said = [_counted(r, what) for r, what in zip((risk, gone), past, strict=True) if r]
    if risk and gone:
        said[1] = say(figure(gone), " ", past[1])
    if said:
        return (say(within, _joined(said)), plain_title)
    return (say(within, "nobody is past that"), plain_title) if rhythm else (plain_title,)


def _counted(reading: Reading, what: str) -> Prose:
    one = reading.value == 1
    return say(figure(reading), " customer is " if one else " customers are ", what)


def _joined(said: list[Prose]) -> Prose:
    return say(said[0], ", ", said[1]) if len(said) > 1 else said[0]


def _stage_advice(material: Material, risk: Reading | None, gone: Reading | None) -> Prose:
    if risk and material.by_contract:
        return say("speak with those at risk before their contract ends, those who bring most first")
    if risk:
        return say(
            "write first to those just past the rhythm, and keep a random tenth back to see what it does"
        )
    if gone and material.by_contract:
        return say("ask those whose contracts have ended why, and whether they would come back")
    if gone:
        return say("ask some of those past twice the rhythm why: nobody knows yet whether they come back")
    return say("nobody is overdue: watch the first who are, and serve the others as they are served today")


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
        (
            say(
                "Each stage has a rule, a metric and an owner; ",
                material.until("what is violet waits for agreement"),
            ),
        ),
        say("Rules are computed, interventions are ", material.until("proposals")),
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
            owner_cell(material, stage.owner),
        )
    )


def leaving(material: Material) -> Slide | None:
    """Who leaves: churn by the attribute that tells most."""
    best = _most_telling(material)
    if not best:
        return None
    ranked = largest(best, 10)
    attribute = ranked[0].segment[0][0]
    name = plain(attribute)
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
            not_shown(material.points("customer_churn_rate", attribute), ranked),
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
