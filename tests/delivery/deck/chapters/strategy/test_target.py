from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.chapters.strategy import target
from custrata.delivery.deck.slides import StepKind
from custrata.strategy.parts.foundation.business import BusinessContext, RevenueKind, RevenueTarget


def with_targets(found, *amounts):
    every = tuple(
        RevenueTarget(id=f"t{i}", kind=kind, amount=amount) for i, (kind, amount) in enumerate(amounts)
    )
    document = found.document.model_copy(update={"business": BusinessContext(revenue_targets=every)})
    return replace(found, document=document)


def test_without_targets_there_is_no_goal(material):
    assert target.target(material("grocer")) is None


def test_the_bridge_ends_at_the_sum_of_the_targets(material):
    found = with_targets(
        material("pipeline"),
        (RevenueKind.RETENTION, 60_000),
        (RevenueKind.UPSELL, 15_000),
        (RevenueKind.NEW, 25_000),
    )
    slide = target.target(found)
    steps = slide.exhibits[0].exhibit.steps
    assert steps[-1].kind is StepKind.TOTAL
    assert steps[-1].figure.value == 100_000
    ups = sum(s.figure.value for s in steps if s.kind is StepKind.UP)
    downs = sum(s.figure.value for s in steps if s.kind is StepKind.DOWN)
    totals = [s.figure.value for s in steps if s.kind is StepKind.TOTAL]
    assert ups - downs + sum(totals[:-1]) == totals[-1]
    assert "must bring" in slide.titles[0].text
    assert "75k" in slide.titles[0].text


def test_what_is_not_kept_of_the_latest_year_is_told(material):
    found = material("grocer")
    now = found.reading("revenue", (), "current")
    slide = target.target(
        with_targets(found, (RevenueKind.RETENTION, now.value * 0.8), (RevenueKind.NEW, now.value * 0.5))
    )
    steps = {s.label: s.figure.value for s in slide.exhibits[0].exhibit.steps}
    if found.latest == "the latest year":
        assert round(steps["Not kept"], 2) == round(now.value * 0.2, 2)
    else:
        assert "Not kept" not in steps
