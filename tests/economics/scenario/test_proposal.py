import pytest
from tests.economics.scenario.standings import made

from custrata.economics.scenario.proposal import Drafted, proposed
from custrata.errors import ScenarioError
from custrata.vocabulary import Intent


def test_every_intent_of_the_strategy_becomes_one_with_small_assumed_effects():
    drafted = [Drafted(str(i), (("tier", t),), i) for i, t in zip(Intent, made(9).tiers, strict=True)]
    scenario = proposed(made(400), drafted)
    assert [i.intent for i in scenario.intents] == list(Intent)
    assert all(not i.measured for i in scenario.intents)
    for intent in scenario.intents:
        for _, spread in intent.effects:
            assert spread.low >= -0.31
            assert spread.high <= 0.51


def test_an_emphasised_group_gets_more_effect_at_more_cost():
    plain, first = (
        proposed(made(400), [Drafted("g", (("tier", "gold"),), Intent.GROW, emphasis)]).intents[0]
        for emphasis in (False, True)
    )
    assert first.effects.order_rate.likely > plain.effects.order_rate.likely
    assert first.cost.per_customer.likely > plain.cost.per_customer.likely


def test_where_the_cost_to_serve_is_not_known_nothing_is_supposed_of_it():
    base = made(100)
    blind = type(base)(**{**base.__dict__, "serving_known": False})
    drafted = [Drafted("g", (("tier", "bronze"),), Intent.RE_ENGINEER)]
    assert proposed(blind, drafted).intents[0].effects.cost_to_serve.certain
    assert not proposed(base, drafted).intents[0].effects.cost_to_serve.certain


def test_a_strategy_without_intents_proposes_nothing():
    with pytest.raises(ScenarioError, match="no group of the strategy has an intent"):
        proposed(made(50), [])
