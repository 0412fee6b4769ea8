from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.snapshots import YEAR, Book, bare, every_company, grocer, shop_with_profit

from custrata.drafting.chapters.scorecard import LINES, MOST_ROWS, aim, draft_scorecard
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Direction, Relationship


def test_rows_are_few_and_each_has_base_target_and_basis():
    for snapshot in every_company():
        rows = draft_scorecard(Pen(Desk(snapshot)))
        assert len(rows) <= MOST_ROWS
        for row in rows:
            assert row.base.figure("base").measure == row.measure
            assert row.target is not None
            assert row.basis.startswith("A start for the discussion")
            assert row.owner.role


def test_the_direction_and_timing_of_a_line_are_those_of_the_catalogue():
    for line in LINES:
        measure = CATALOGUE[line.measure]
        assert measure.direction in (line.better, Direction.NEITHER), line.measure


def test_a_measure_that_stands_at_nothing_is_no_row():
    assert draft_scorecard(Pen(Desk(bare()))) == ()
    assert "nps" not in {r.measure for r in draft_scorecard(Pen(Desk(grocer())))}


@pytest.mark.parametrize(
    ("value", "unit", "better", "target"),
    [
        (0.72, "share", Direction.HIGHER, 0.748),
        (1.24, "share", Direction.HIGHER, 1.24),
        (1.0, "share", Direction.HIGHER, 1.0),
        (98, "points", Direction.HIGHER, 100),
        (0.25, "share", Direction.LOWER, 0.225),
        (155, "customers", Direction.LOWER, 140),
        (-20, "points", Direction.HIGHER, -18),
    ],
)
def test_a_target_is_a_tenth_of_the_way(value, unit, better, target):
    assert aim(value, unit, better)[0] == pytest.approx(target, abs=0.6 if unit == "customers" else 1e-3)


def test_a_margin_aims_at_a_tenth_more_of_itself():
    assert aim(0.125, "share", Direction.HIGHER, open_ended=True)[0] == pytest.approx(0.138, abs=1e-3)
    assert aim(0.97, "share", Direction.HIGHER, open_ended=True)[0] == 1
    (row,) = (r for r in draft_scorecard(Pen(Desk(shop_with_profit()))) if r.measure == "gross_margin_rate")
    base = row.base.figure("base").value
    assert row.target == pytest.approx(1.1 * base, abs=1e-3)
    assert row.basis.endswith("a tenth more.")


def test_counts_are_whole_and_never_more_than_there_are():
    assert aim(46.0, "customers", Direction.HIGHER, 59)[0] == 51
    assert aim(57.0, "customers", Direction.HIGHER, 59)[0] == 59
    assert aim(59.0, "customers", Direction.HIGHER, 59) == (
        59,
        "A start for the discussion: hold what is reached.",
    )
    assert aim(155.0, "customers", Direction.LOWER)[0] in (139, 140)


@given(st.integers(1, 10_000), st.sampled_from(list(Direction)))
def test_a_count_moves_by_one_at_least(value, better):
    target, _ = aim(float(value), "customers", better)
    assert abs(target - value) >= 1
    assert target >= 0
    assert (target < value) == (better is Direction.LOWER)


def test_a_count_of_two_loses_one_and_says_so():
    assert aim(2.0, "customers", Direction.LOWER) == (1, "A start for the discussion: one less.")
    assert aim(3.0, "orders", Direction.HIGHER) == (4, "A start for the discussion: one more.")


def test_a_share_beside_its_limit_is_held():
    assert aim(0.9991, "share", Direction.HIGHER)[1].endswith("hold what is reached.")


@given(st.floats(0.001, 1.0))
def test_a_share_is_never_to_rise_above_all(value):
    assert aim(value, "share", Direction.HIGHER)[0] <= 1


def test_buyers_are_not_said_to_stay_or_leave():
    titles = " ".join(row.title for row in draft_scorecard(Pen(Desk(grocer()))))
    assert "have bought since" in titles
    assert "kept" not in titles.lower()


@given(st.floats(0.001, 1e6), st.sampled_from(["share", "days", "EUR"]))
def test_a_target_is_never_worse_than_the_base(value, unit):
    more = aim(value, unit, Direction.HIGHER)
    assert more is None or more[0] >= value * 0.999 or value < 0.01
    less = aim(value, unit, Direction.LOWER)
    assert less is None or less[0] <= value * 1.001 or value < 0.01


def test_loss_is_on_the_scorecard_where_it_is_known():
    assert "loss_making_customers" in {r.measure for r in draft_scorecard(Pen(Desk(shop_with_profit())))}


def test_a_tenth_less_of_a_small_share_is_less():
    assert aim(0.0089, "share", Direction.LOWER)[0] == 0.008
    assert aim(0.0052, "share", Direction.LOWER) == (
        0.004,
        "A start for the discussion: a tenth of a point less.",
    )


@example(0.9375, "share", Direction.HIGHER)
@given(
    st.one_of(st.floats(1e-6, 1.0), st.floats(0.01, 1e7)),
    st.sampled_from(["share", "points", "days", "hours", "EUR", "customers", "orders"]),
    st.sampled_from([Direction.HIGHER, Direction.LOWER]),
)
def test_a_target_is_written_apart_from_its_base_or_said_to_hold_it_or_refused(value, unit, better):
    value = max(1.0, round(value)) if unit in ("customers", "orders") else value
    found = aim(value, unit, better)
    if found is not None and not found[1].endswith("hold what is reached."):
        assert spell(found[0], unit) != spell(value, unit)


def test_what_is_too_small_to_fall_is_no_goal():
    assert aim(0.0002, "share", Direction.LOWER) is None
    assert aim(0.00186, "share", Direction.LOWER) is None, "both would be written 0.2%"
    assert aim(0.03, "days", Direction.LOWER) is None
    assert "refund_rate" not in read(refund_rate=0.0002)
    assert "refund_rate" in read(refund_rate=0.02)


def test_a_target_that_its_limit_cuts_short_says_so():
    most = "A start for the discussion: the most there can be, less than a tenth more."
    assert aim(57.0, "customers", Direction.HIGHER, 59) == (59, most)
    assert aim(98, "points", Direction.HIGHER) == (100, most)
    assert aim(0.96, "share", Direction.HIGHER) == (0.97, "A start for the discussion: to the next point.")
    assert aim(0.992, "share", Direction.HIGHER)[1].endswith("hold what is reached.")


def read(**values: float):
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.add("customers", 900, "customers", 900)
    for name, value in values.items():
        measure, _, period = name.partition("__")
        book.add(measure, value, "share", 900, period=period or "all")
    return {row.measure: row for row in draft_scorecard(Pen(Desk(book.snapshot({}))))}


def test_nothing_is_aimed_at_where_nothing_is_wrong():
    assert "top_10_revenue_share" not in read(top_10_revenue_share=0.01)
    assert "top_10_revenue_share" in read(top_10_revenue_share=0.5)
    assert "repeat_rate" not in read(repeat_rate=0.98)
    assert "net_revenue_retention" not in read(net_revenue_retention__current=2.9)


def test_leaving_is_read_over_the_latest_window_where_there_is_one():
    lately = read(customer_churn_rate=0.4, customer_churn_rate__current=0.2)["customer_churn_rate"]
    assert lately.base.said() == "Customers who left in the latest year: 20%."
    assert read(customer_churn_rate=0.4)["customer_churn_rate"].base.said() == "Customers who left: 40%."
