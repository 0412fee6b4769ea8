import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.economics.scenario.standings import made, one

from custrata.economics.scenario.form import Scenario
from custrata.economics.scenario.playing import TOTALS
from custrata.economics.scenario.running import run

FEW = settings(max_examples=15, deadline=None)


def scenario(**fields):
    return Scenario.model_validate({"name": "plan", "draws": 50, **fields})


def intent(name="x", **fields):
    return {"name": name, **fields}


@pytest.mark.parametrize("steady", [True, False])
def test_no_intents_and_no_moves_are_as_now_exactly(steady):
    outcome = run(made(300, steady=steady), scenario())
    now, plan = outcome.played
    for name in TOTALS:
        assert (now.totals[name] == plan.totals[name]).all(), name


def test_zero_effects_make_zero_difference():
    zero = {"leaving": 0, "order_rate": 0, "spend": 0, "price": 0, "margin": 0, "cost_to_serve": 0}
    outcome = run(made(300), scenario(intents=[intent(effects=zero, group={"tier": "gold"})]))
    assert all((outcome.played[0].totals[name] == outcome.played[1].totals[name]).all() for name in TOTALS)


@FEW
@given(share=st.floats(0, 1), seed=st.integers(0, 1_000))
def test_sums_by_tier_add_up_to_the_whole(share, seed):
    moves = [{"from": "bronze", "to": "silver", "share": share}]
    won = {"per_month": 2, "cost": 10}
    outcome = run(made(120), scenario(moves=moves, seed=seed, acquire=won))
    for played in outcome.played:
        assert played.customers.sum(axis=1) == pytest.approx(played.totals["customers"])
        assert played.revenue.sum(axis=1) == pytest.approx(played.totals["revenue"])


def test_moves_conserve_customers_where_nobody_leaves():
    base = made(200)
    still = type(base)(**{**base.__dict__, "leaving": np.full(200, 1e-12), "alive": np.ones(200)})
    moves = [{"from": "bronze", "to": "silver", "share": 0.5}]
    now, plan = run(still, scenario(moves=moves)).played
    assert now.totals["customers"].tolist() == plan.totals["customers"].tolist() == [200.0] * 50
    moved = round(0.5 * (base.tier == 3).sum())
    assert (plan.customers[:, 2] - now.customers[:, 2] == moved).all()


def test_a_move_upwards_brings_more():
    outcome = run(made(400), scenario(moves=[{"from": "bronze", "to": "gold", "share": 0.2}]))
    assert outcome.plans[1].figures["revenue"].difference.low_95 > 0


def test_one_seed_gives_one_result_whatever_the_order_of_rows():
    base = made(300)
    order = np.random.default_rng(0).permutation(300)
    arrays = ("key", "tier", "alive", "leaving", "orders", "order_value", "margin_rate")
    turned = {name: getattr(base, name)[order] for name in (*arrays, "serving", "shape", "band", "shifts")}
    labels = {name: (values, codes[order]) for name, (values, codes) in base.labels.items()}
    other = type(base)(**{**base.__dict__, **turned, "labels": labels})
    wanted = scenario(
        moves=[{"from": "bronze", "to": "silver", "share": 0.1}],
        intents=[intent(group={"region": "West"}, share=0.5, effects={"spend": 0.1}, cost={"total": 5})],
        target={"measure": "revenue", "rise": 0.01},
    )
    assert run(base, wanted).plans == run(other, wanted).plans


def test_another_seed_gives_another_result():
    first, second = run(made(200), scenario(seed=1)), run(made(200), scenario(seed=2))
    assert (first.played[0].totals["revenue"] != second.played[0].totals["revenue"]).any()


@FEW
@given(cost=st.floats(1, 1_000), more=st.floats(0, 1_000))
def test_cost_never_raises_the_return_on_budget(cost, more):
    def returned(total):
        intents = [intent(effects={"spend": 0.1}, cost={"total": total})]
        return run(made(60), scenario(intents=intents)).plans[1].figures["return_on_budget"].value.median

    assert returned(cost + more) <= returned(cost) + 1e-9


def test_a_customer_by_hand():
    # Nobody leaves: 12 payments of 10, prices up a tenth, of which all is margin, and half a point more.
    effects = {"price": 0.1, "margin": 0.005}
    base = one()
    steady = type(base)(**{**base.__dict__, "steady": True, "discount": 0.0, "value_years": 2.0})
    outcome = run(steady, scenario(intents=[intent(effects=effects, cost={"per_customer": 7}, hours=2)]))
    now, plan = (p.figures for p in outcome.plans)
    assert now["revenue"].value.median == pytest.approx(120)
    assert now["margin"].value.median == pytest.approx(60)
    assert now["equity"].value.median == pytest.approx(120)
    assert plan["revenue"].value.median == pytest.approx(132)
    assert plan["margin"].value.median == pytest.approx(60 + 12 + 120 * 0.005)
    assert plan["contribution"].value.median == pytest.approx(72.6 - 7)
    assert plan["capacity_used"].value.median == 2
    assert plan["equity"].difference.median == 0
    assert plan["top_10_share"].value.median == 1
    assert plan["hhi"].value.median == 1


def test_effects_that_stay_for_life_are_in_the_equity():
    base = one()
    steady = type(base)(**{**base.__dict__, "steady": True, "discount": 0.0, "value_years": 2.0})
    outcome = run(steady, scenario(effects_last="life", intents=[intent(effects={"spend": 0.5})]))
    assert outcome.plans[1].figures["equity"].value.median == pytest.approx(180)


def test_customers_who_are_won_bring_what_the_average_newcomer_does():
    base = made(50, year_error=0.0)
    certain = type(base)(
        **{
            **base.__dict__,
            "rate_error": np.zeros(1),
            "leaving_error": np.zeros(1),
            "shifts": np.zeros((50, 0)),
        }
    )
    outcome = run(certain, scenario(acquire={"per_month": 10, "cost": 20}))
    played = outcome.played[1]
    middles = (np.arange(12) + 0.5) / 12
    stays = (1 - np.exp(-0.3 * middles)) / 0.3
    assert played.revenue[:, -1] == pytest.approx(10 * 3 * 50 * stays.sum(), rel=1e-9)
    assert played.customers[:, -1] == pytest.approx(10 * np.exp(-0.3 * middles).sum(), rel=1e-9)
    assert (played.totals["budget_used"] == 10 * 12 * 20).all()


def test_a_large_base_put_together_says_what_it_says_customer_by_customer(monkeypatch):
    from custrata.economics.scenario import running, strata

    base, wanted = made(3_000), scenario(draws=300, intents=[intent(effects={"spend": 0.1})])
    whole = run(base, wanted).plans
    monkeypatch.setattr(
        running, "stratify", lambda s, m: strata.stratify(s, m, everyone_up_to=10, largest=200)
    )
    together = run(base, wanted).plans
    for name in ("revenue", "margin", "equity", "buyers", "customers"):
        one_by_one, summed = whole[0].figures[name].value, together[0].figures[name].value
        width = one_by_one.high_95 - one_by_one.low_95
        assert summed.median == pytest.approx(one_by_one.median, abs=0.06 * width)
        assert summed.high_95 - summed.low_95 == pytest.approx(width, abs=0.2 * width)
    change = whole[1].figures["revenue"].difference, together[1].figures["revenue"].difference
    assert change[0].median == pytest.approx(change[1].median, rel=0.02)
