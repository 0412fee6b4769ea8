import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.economics.scenario.standings import made

from custrata.economics.scenario.choice.mix import Options, cheapest, most, options, reached_by
from custrata.economics.scenario.form import IntentPlan, Scenario
from custrata.economics.scenario.running import run

FEW = settings(max_examples=20, deadline=None)


def hand(gain, cost, n, fixed=None, hours=None):
    gain, n = np.array(gain, float), np.array(n, float)
    intents, cells = gain.shape
    return Options(
        cell=np.repeat(np.arange(cells), n.astype(int)),
        n=n,
        band=np.zeros(cells, int),
        may=np.ones((intents, cells), bool),
        gain=gain,
        cost=np.array(cost, float),
        fixed=np.array(fixed or [0.0] * intents),
        hours=np.array(hours or [0.0] * intents),
        most=np.full(intents, n.sum()),
    )


def by_trying(given_options, needed):
    """The lowest cost that brings what is needed, by trying every choice of counts."""
    (intents, cells), n = given_options.gain.shape, given_options.n.astype(int)
    best = None
    for counts in itertools.product(*(range(n[c] + 1) for _ in range(intents) for c in range(cells))):
        held = np.array(counts, float).reshape(intents, cells)
        if (held.sum(axis=0) > given_options.n).any() or (held * given_options.gain).sum() < needed - 1e-9:
            continue
        by = held.sum(axis=1)
        cost = by @ given_options.cost + (by > 0) @ given_options.fixed
        best = cost if best is None else min(best, cost)
    return best


def test_the_cheapest_mix_is_the_one_found_by_trying_all():
    given_options = hand([[5, 3], [8, 1]], [2, 4], [3, 2], fixed=[0, 3])
    for needed in (4, 9, 16, 20, 26):
        assert cheapest(given_options, needed, None, None).cost == pytest.approx(
            by_trying(given_options, needed)
        )


def test_the_best_customers_come_first():
    found = cheapest(hand([[5, 1]], [2], [3, 3]), 10, None, None)
    assert found.counts.tolist() == [[2, 0]]
    assert found.reached


def test_what_cannot_be_reached_is_said_with_the_nearest():
    found = cheapest(hand([[5, 1]], [2], [3, 3]), 100, None, None)
    assert not found.reached
    assert found.gain == 18
    limited = cheapest(hand([[5, 1]], [2], [3, 3]), 100, 4, None)
    assert (limited.gain, limited.cost) == (10, 4)


def test_hours_are_a_limit_like_money():
    assert cheapest(hand([[5, 1]], [2], [3, 3], hours=[1]), 100, None, 2).gain == 10


def test_a_cost_at_all_is_paid_once_or_not_at_all():
    cheap_at_scale = hand([[5], [5]], [1, 3], [10], fixed=[10, 0])
    assert cheapest(cheap_at_scale, 5, None, None).cost == 3
    assert cheapest(cheap_at_scale, 50, None, None).cost == 20


def test_without_intents_nothing_can_be_reached():
    found = cheapest(options(made(50), [], "revenue", 1.0), 1, None, None)
    assert (found.reached, found.gain, found.cost) == (False, 0, 0)


@FEW
@given(budget=st.floats(0, 400), more=st.floats(0, 400))
def test_more_budget_never_gives_a_worse_optimum(budget, more):
    base = made(120).sorted()
    intents = [
        IntentPlan.model_validate(
            {
                "name": "a",
                "group": {"tier": "gold"},
                "effects": {"leaving": -0.3},
                "cost": {"per_customer": 9},
            }
        ),
        IntentPlan.model_validate(
            {"name": "b", "effects": {"spend": 0.05}, "cost": {"per_customer": 4, "total": 30}, "share": 0.5}
        ),
    ]
    may = options(base, intents, "margin", 1.0)
    less, larger = most(may, budget, None), most(may, budget + more, None)
    assert larger.gain >= less.gain - 1e-6
    assert less.cost <= budget + 1e-6


def test_nobody_gets_two_intents_and_no_intent_more_than_its_share():
    base = made(200).sorted()
    intents = [
        IntentPlan.model_validate({"name": n, "effects": {"spend": 0.1}, "share": 0.4, "group": g})
        for n, g in (("a", {}), ("b", {"tier": "silver"}))
    ]
    may = options(base, intents, "revenue", 1.0)
    found = most(may, None, None)
    reached = reached_by(found, may, base, Scenario(name="x"))
    assert (reached.sum(axis=0) <= 1).all()
    assert reached.sum(axis=1).tolist() == found.counts.sum(axis=1).tolist()
    assert reached[0].sum() == 80
    assert not reached[1][base.tier != 2].any()


def test_a_mix_is_confirmed_by_playing_it():
    scenario = Scenario.model_validate(
        {
            "name": "p",
            "draws": 200,
            "target": {"measure": "revenue", "rise": 0.02},
            "intents": [{"name": "a", "effects": {"spend": 0.1}, "cost": {"per_customer": 3}}],
        }
    )
    outcome = run(made(400), scenario)
    mix, played = outcome.mix, outcome.plans[-1].figures
    assert mix.reached
    assert mix.gain >= mix.needed
    assert 0.2 < mix.probability <= 1
    assert played["budget_used"].value.median == pytest.approx(mix.cost)
    assert played["revenue"].difference.median == pytest.approx(mix.gain, rel=0.2)
    assert sum(line.customers for line in mix.chosen) * 3 == pytest.approx(mix.cost)
    assert mix.chosen[0].part == "the most valuable quarter of all customers"
