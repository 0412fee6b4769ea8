from __future__ import annotations

from dataclasses import replace

from tests.evidence.changed import changed, scaled, without
from tests.snapshots import grocer, shop_with_profit

from custrata.drafting.draft import draft
from custrata.evidence.causes import Parts, for_the_better, likely_cause
from custrata.evidence.check import evaluate
from custrata.strategy.document import Document
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.statement import Claim, Figure, ReadingKey

GROCER = grocer()
TIERS = ("platinum", "gold", "silver", "bronze")


def cause_of(figure, after, before=GROCER):
    claim = Claim(id="E01", text="It is {x}.", figures=(figure,))
    document = Document(schema_version=2, company="A", pattern=Pattern(statements=(claim,)))
    was, now = evaluate(document, before)[0], evaluate(document, after)[0]
    return likely_cause(was, now, Parts(before, after))


def bound(measure, period="all", **fields):
    key = ReadingKey(measure=measure, period=period, segment=fields.get("segment", {}))
    value = GROCER.reading(*key.key).value
    return Figure(**{"name": "x", "measure": measure, "period": period, "value": value, **fields})


def test_the_component_of_a_share_that_moved_it_most_is_named_first():
    over = tuple(ReadingKey(measure="revenue", segment={"tier": t}) for t in TIERS)
    share = Figure(
        name="x",
        measure="revenue",
        segment={"tier": "gold"},
        over=over,
        value=0.39,
        unit="share",
        tolerance=0.02,
    )
    cause = cause_of(share, scaled(GROCER, 0.5, "revenue", tier="gold"))
    assert cause.sentence == "Most of it: revenue (tier gold) fell from $1.79m to $897k."
    grown = cause_of(share, scaled(GROCER, 2.0, "revenue", tier="platinum"))
    assert grown.sentence == "Most of it: revenue (tier platinum) rose from $1.1m to $2.21m."


def test_a_total_of_the_latest_window_is_told_by_the_steps_of_its_bridge():
    def fewer(reading):
        if reading.measure == "new_revenue":
            return replace(reading, value=reading.value - 200_000)
        if reading.key == ("revenue", (), "current"):
            return replace(reading, value=reading.value - 200_000)
        return reading

    cause = cause_of(bound("revenue", "current", unit="USD", tolerance=1000.0), changed(GROCER, fewer))
    assert cause.sentence == "Behind it: new revenue fell from $368k to $168k."


def test_a_rate_is_told_by_what_it_is_made_of():
    figure = bound("average_order_value", unit="USD", tolerance=1.0)
    halved = scaled(scaled(GROCER, 0.5, "average_order_value"), 0.5, "revenue")
    cause = cause_of(figure, halved)
    assert cause.sentence == "Behind it: revenue fell from $4.6m to $2.3m."


def test_a_rate_of_all_is_told_by_the_part_that_moved_it_by_more_than_its_size_says():
    factors = {"platinum": 0.5, "gold": 1.0, "silver": 0.8, "bronze": 1.0}

    def change(reading):
        if reading.measure != "repeat_rate":
            return reading
        factor = factors[reading.segment[0][1]] if reading.segment else 0.9
        return replace(reading, value=reading.value * factor)

    figure = bound("repeat_rate", unit="share", tolerance=0.001)
    cause = cause_of(figure, changed(GROCER, change))
    assert cause.sentence == "Behind it: repeat rate (tier silver) fell from 83% to 66%."
    factors |= {"silver": 1.0, "platinum": 0.9}
    assert cause_of(figure, changed(GROCER, change)) is None
    factors |= {"silver": 1.5}
    assert cause_of(figure, changed(GROCER, change)) is None
    factors |= dict.fromkeys(factors, 0.9)
    assert cause_of(figure, changed(GROCER, change)) is None


def test_names_out_of_the_data_stand_in_quotes():
    figure = bound("revenue", unit="USD", tolerance=1000.0)
    fallen = scaled(GROCER, 0.5, "revenue", category="GROCERY")
    whole = {r.key: r for r in GROCER.readings}["revenue", (), "all"]

    def less(reading):
        return replace(reading, value=whole.value - 1.2e6) if reading.key == whole.key else reading

    cause = cause_of(figure, changed(fallen, less))
    assert cause.sentence == "Behind it: revenue (category “GROCERY”) fell from $2.4m to $1.2m."


def test_nothing_is_named_where_the_snapshots_do_not_both_hold_it():
    figure = bound("average_order_value", unit="USD", tolerance=1.0)
    assert cause_of(figure, without(scaled(GROCER, 0.5, "average_order_value"), "orders")) is None


def test_nothing_is_named_where_nothing_moved():
    assert cause_of(bound("repeat_rate", unit="share", tolerance=0.02), GROCER) is None


def test_every_cause_of_a_draft_quotes_only_readings_of_both_snapshots():
    shop = shop_with_profit()
    after = scaled(scaled(shop, 0.7, "revenue"), 0.6, "gross_margin", tier="gold")
    document, parts = draft(shop), Parts(shop, after)
    pairs = zip(evaluate(document, shop), evaluate(document, after), strict=True)
    found = [c for was, now in pairs if (c := likely_cause(was, now, parts)) is not None]
    assert len(found) >= 5
    for cause in found:
        for was, now in cause.readings:
            assert shop.reading(*was.key) == was
            assert after.reading(*now.key) == now


def went(figure, after):
    claim = Claim(id="E01", text="It is {x}.", figures=(figure,))
    document = Document(schema_version=2, company="A", pattern=Pattern(statements=(claim,)))
    return for_the_better(evaluate(document, after)[0].figures[0])


def test_which_way_is_better_is_the_measures_own():
    assert went(bound("repeat_rate"), scaled(GROCER, 1.1, "repeat_rate")) is True
    assert went(bound("refund_rate"), scaled(GROCER, 1.1, "refund_rate")) is False
    assert went(bound("repeat_rate"), GROCER) is None
    share = bound("revenue", over=(ReadingKey(measure="revenue", segment={"tier": "gold"}),))
    assert went(share, scaled(GROCER, 1.1, "revenue", tier="gold")) is None


def test_what_pushes_a_rate_the_other_way_is_not_its_cause():
    figure = bound("net_revenue_retention", "current", unit="share", tolerance=0.001)

    def change(reading):
        factors = {"net_revenue_retention": 1.2, "expansion_revenue": 2.0, "lost_revenue": 1.5}
        if reading.measure not in factors or reading.period.name != "current":
            return reading
        return replace(reading, value=reading.value * factors[reading.measure])

    cause = cause_of(figure, changed(GROCER, change))
    assert cause.sentence == "Behind it: expansion revenue rose from $414k to $828k."
