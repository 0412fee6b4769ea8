import numpy as np
import pytest

from custrata.economics.lifetime_value.sales_worth import SalesWorth
from custrata.economics.scenario.basis.assembling import SEASON_ERROR, YEAR_ERROR, Terms, assemble
from custrata.economics.scenario.basis.behaviour import exposure
from custrata.economics.scenario.basis.by_value import NEXT_YEAR
from custrata.economics.scenario.basis.columns import NUMBERS
from custrata.errors import ScenarioError
from custrata.settings import ValueRules

N = 80


def columns(**held):
    chance = np.random.default_rng(0)
    found = {name: np.full(N, np.nan) for name in NUMBERS}
    found |= {
        "customer_id": np.array([f"c{i}" for i in range(N)], object),
        "days_known": chance.integers(30, 1_500, N).astype(float),
        "orders": chance.poisson(6, N) + 1.0,
        "order_days": chance.poisson(6, N) + 1.0,
        "revenue": chance.gamma(3, 100, N),
        "current_revenue": chance.gamma(2, 50, N) * (chance.uniform(size=N) > 0.2),
        "previous_revenue": chance.gamma(2, 50, N),
        "value_per_order": chance.gamma(3, 10, N),
    }
    return found | held


def terms(**said):
    return Terms(**{"contractual": False, "window_days": 365, "years": 1.0, "rules": ValueRules(), **said})


def valued():
    chance = np.random.default_rng(1)
    return {
        "lifetime_value": chance.gamma(3, 100, N),
        "expected_orders": chance.gamma(3, 2, N),
        "probability_alive": chance.beta(5, 2, N),
        "expected_order_value": chance.gamma(3, 20, N),
        "shift_1": np.full(N, 5.0),
        "shift_2": np.full(N, -2.0),
    }


WORTH = SalesWorth("margin", 0.9, 0.36, None, ())


def test_lifetime_value_is_the_first_choice_and_is_said():
    found = assemble(columns(**valued()), (), terms(worth=WORTH))
    assert "model of lifetime value" in found.said[0]
    assert found.shifts.shape == (N, 2)
    assert not found.steady
    place = int(np.flatnonzero(found.key == found.key[0])[0])
    assert found.order_value[place] > 0


def ruled():
    value = 100.0 * np.ones(N)
    return valued() | {
        "probability_alive": np.full(N, np.nan),
        "lifetime_value": value * 0.36 * 2 * 0.9535,
        "expected_order_value": value,
        "expected_orders": np.full(N, 2.0),
    }


def test_a_rule_is_used_and_said_to_have_no_interval_and_leaving_comes_from_movement():
    held = {name: values for name, values in ruled().items() if not name.startswith("shift")}
    found = assemble(columns(**held), (), terms(worth=WORTH, expected_revenue=N * 180.0))
    said = " ".join(found.said)
    assert "The rule has no interval" in said
    assert (
        "By what customers kept from the window before to the latest, the next 365 days would bring" in said
    )
    assert f"they leave here as the {N} customers of the window before did" in said
    assert (found.leaving > 0).all()
    year = found.alive * found.orders * found.order_value * exposure(found.leaving, NEXT_YEAR)
    assert year == pytest.approx(np.full(N, 180.0))
    assert found.value_years == pytest.approx(1.0)
    assert found.foretold_revenue == N * 180.0


def test_a_rule_without_windows_lets_nobody_leave_and_says_so():
    found = assemble(columns(**ruled()), (), terms(worth=WORTH, window_days=None))
    assert (found.leaving == 0).all()
    assert "an effect on leaving does nothing" in " ".join(found.said)


def test_contracts_bring_what_the_lifetime_value_expects():
    mrr = np.where(np.arange(N) % 5 == 0, 0.0, 20.0)
    held = {"mrr": mrr, "opening_mrr": np.full(N, 20.0), "part_value": mrr * 18, "part_revenue": mrr * 9}
    held["shift_1"] = mrr * 0.5
    held["lifetime_value"] = held["part_value"]
    found = assemble(columns(**held), (), terms(contractual=True, expected_revenue=9.0 * mrr.sum()))
    assert found.steady
    year = found.alive * found.orders * found.order_value * exposure(found.leaving, NEXT_YEAR)
    assert year.sum() == pytest.approx(9.0 * mrr.sum())
    assert "Contracts run on as the snapshot's model" in found.said[0]
    assert found.shifts.max() == pytest.approx(0.5 / 18)


def test_without_value_what_customers_brought_and_how_they_moved_is_the_base():
    found = assemble(columns(), (), terms())
    assert f"the {N} customers of the window before" in found.said[0]
    assert found.shifts.shape == (N, 0)
    assert len(found.leaving_error) == 8


def test_contracts_are_read_by_what_runs():
    mrr = np.where(np.arange(N) % 5 == 0, 0.0, 20.0)
    held = {"mrr": mrr, "opening_mrr": np.full(N, 20.0)}
    found = assemble(columns(**held), (), terms(contractual=True))
    assert found.steady
    assert found.alive.sum() == (mrr > 0).sum()
    assert "with a contract a window ago" in found.said[0]


def test_what_says_nothing_about_a_year_is_refused():
    with pytest.raises(ScenarioError, match="how many leave"):
        assemble(columns(previous_revenue=np.full(N, np.nan)), (), terms())
    with pytest.raises(ScenarioError, match="at least 56 days"):
        assemble(columns(), (), terms(window_days=None))
    with pytest.raises(ScenarioError, match="no customers"):
        assemble({"customer_id": np.zeros(0, object)}, (), terms())


def test_margin_rates_are_the_customers_own_beside_the_whole():
    held = columns()
    held["gross_margin"] = held["revenue"] * 0.3
    found = assemble(held, (), terms(margin_rate=0.3))
    assert found.margin_rate == pytest.approx(np.full(N, 0.3))
    # Where only half of the lines have a cost, the rate of those lines stands for all.
    found = assemble(held, (), terms(margin_rate=0.6))
    assert found.margin_rate == pytest.approx(np.full(N, 0.6))


def test_without_cost_no_margin_is_told_and_that_is_said():
    found = assemble(columns(), (), terms())
    assert not found.margin_known
    assert any("No costs of what is sold are known" in line for line in found.said)
    rate = assemble(columns(), (), terms(rules=ValueRules(margin_rate=0.4)))
    assert (rate.margin_rate == 0.4).all()


def test_the_cost_to_serve_of_a_year_is_what_it_was_a_year_so_far():
    held = columns(cost_to_serve=np.full(N, 100.0), days_known=np.full(N, 730.5))
    found = assemble(held, (), terms())
    assert found.serving == pytest.approx(np.full(N, 50.0))
    assert found.serving_known


def test_the_doubt_about_a_year_comes_from_the_exam_else_from_the_years_else_is_assumed():
    assert assemble(columns(), (), terms(year_error=0.12)).year_error == 0.12
    held = columns(earlier_revenue=np.full(N, 1.0))
    assert assemble(held, (), terms()).year_error > YEAR_ERROR
    assert assemble(columns(), (), terms()).year_error == YEAR_ERROR


def test_where_seasons_cannot_be_seen_more_doubt_is_assumed_and_said():
    for unseen in ({"years": 0.5}, {"window_days": 120}):
        found = assemble(columns(), (), terms(**unseen))
        assert found.year_error == pytest.approx(np.hypot(YEAR_ERROR, SEASON_ERROR))
        assert any("assumed for seasons" in line for line in found.said)
    assert not any("seasons" in line for line in assemble(columns(), (), terms()).said)


def test_tiers_keep_their_order_and_groups_their_values():
    tier = np.array(["bronze", "gold"] * (N // 2), object)
    region = np.array(["West", "North"] * (N // 2), object)
    found = assemble(columns(tier=tier, region=region), ["region"], terms())
    assert found.tiers == ("platinum", "gold", "silver", "bronze")
    assert found.has({"tier": "gold"}).sum() == N // 2
    assert (found.has({"tier": "gold"}) == found.has({"region": "North"})).all()


def test_notional_days_are_said():
    assert any("notional" in line for line in assemble(columns(), (), terms(notional=True)).said)


def test_without_shifts_of_single_customers_the_doubt_about_all_is_taken():
    held = {name: values for name, values in valued().items() if not name.startswith("shift_")}
    found = assemble(columns(**held), (), terms(worth=WORTH, value_error=0.07))
    assert found.rate_error.tolist() == [0.07]
    assert assemble(columns(**valued()), (), terms(worth=WORTH, value_error=0.07)).rate_error.tolist() == [0]


def test_data_without_dates_are_refused_with_that_reason():
    with pytest.raises(ScenarioError, match="notional day"):
        assemble(columns(), (), terms(notional=True, window_days=None))
