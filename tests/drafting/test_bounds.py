from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.drafting.bounds import allowance, bounds
from custrata.strategy.parts.statement import Figure


def figure(measure: str, **fields: object) -> Figure:
    return Figure(name="x", measure=measure, **fields)


@pytest.mark.parametrize(
    ("value", "unit", "room"),
    [
        (0.41, "share", 0.02),
        (0.05, "share", 0.01),
        (400, "orders", 40),
        (25, "customers", 10),
        (40, "points", 5),
        (3.2, "points", 0.3),
        (30, "days", 15),
        (0.4, "days", 2),
        (-200, "EUR", 20),
    ],
)
def test_room_to_move_fits_the_kind_of_number(value, unit, room):
    assert allowance(value, unit) == pytest.approx(room)


def test_money_of_customers_in_a_state_has_more_room():
    assert allowance(100, "EUR", state=True) == 2 * allowance(100, "EUR")


def test_a_share_of_few_things_has_the_room_that_chance_takes():
    assert allowance(0.003, "share", counted=9) == pytest.approx(0.002)
    assert allowance(0.41, "share", counted=100_000) == pytest.approx(0.02)
    few = bounds(figure("customers", over=({"measure": "customers"},)), 0.003, "share", 9)
    assert few == {"tolerance": pytest.approx(0.002)}


def test_totals_of_the_whole_history_may_grow_and_must_not_shrink():
    assert bounds(figure("revenue"), 5000, "EUR") == {"threshold": 4500, "direction": "at least"}
    assert bounds(figure("loss_making_margin"), -200, "EUR") == {"threshold": -180, "direction": "at most"}
    per_customer = figure("revenue", over=({"measure": "customers"},))
    assert bounds(per_customer, 100, "EUR") == {"threshold": 90, "direction": "at least"}


def test_shares_windows_and_states_may_move_either_way_a_little():
    assert bounds(figure("revenue", period="current"), 5000, "EUR") == {"tolerance": 500}
    assert bounds(figure("revenue", over=({"measure": "revenue"},)), 0.5, "share") == {"tolerance": 0.02}
    lapsed = figure("customers", segment={"stage": "lapsed"})
    assert bounds(lapsed, 400, "customers") == {"tolerance": 40}


@given(st.floats(-1e9, 1e9), st.sampled_from(["share", "EUR", "days", "customers"]))
def test_a_number_never_breaks_its_own_sentence(value, unit):
    found = bounds(figure("revenue"), value, unit)
    if "threshold" in found:
        sign = 1 if found["direction"] == "at least" else -1
        assert sign * (value - found["threshold"]) >= 0
    else:
        assert found["tolerance"] >= 0
