from __future__ import annotations

import pytest
from tests.strategies import findings, gap, goal, places, proposal, proposition, strategy

from custrata.strategy.parts.offering.proposition import Promise
from custrata.strategy.parts.papers.insight_brief import InsightBrief, Phrase
from custrata.strategy.parts.papers.journey_map import JourneyMap, JourneyStage
from custrata.strategy.parts.papers.message_map import Message, MessageMap
from custrata.strategy.parts.steering.outcome import CustomerOutcome
from custrata.strategy.pitfalls.vp107_internal_jargon import PITFALL
from custrata.vocabulary import Stage


def promising(text: str, name: str = "value", **fields: object):
    return proposition(name, promises=(Promise(id=f"{name}-1", statement=proposal(text)),), **fields)


@pytest.mark.parametrize(
    "text",
    [
        "We cut your TTV.",
        "Less churn for you.",
        "A QBR every spring.",
        "We upsell you later.",
        "One omnichannel desk.",
    ],
)
def test_a_promise_in_words_of_ours_is_found(text):
    assert places(PITFALL, strategy(propositions=(promising(text),))) == [
        "propositions[value].promises[value-1].statement"
    ]


def test_what_customers_think_outcomes_and_messages_are_read_too():
    stage = JourneyStage(
        id="s", stage=Stage.EXPANSION, thinks=("Now they raise their ARPU.", "Is it worth it?")
    )
    doc = strategy(
        message_maps=(
            MessageMap(id="m", messages=(Message(id="m1", statement=proposal("Your NPS counts.")),)),
        ),
        outcomes=(CustomerOutcome(id="o", statement=proposal("A higher share of wallet.")),),
        journey_maps=(JourneyMap(id="j", stages=(stage,)),),
    )
    assert places(PITFALL, doc) == [
        "message_maps[m].messages[m1].statement",
        "outcomes[o].statement",
        "journey_maps[j].stages[s].thinks[0]",
    ]


def test_a_word_to_avoid_is_found_in_the_texts_for_its_group():
    doc = strategy(
        propositions=(
            promising("A platform for dough.", "a", group="bakeries", words_to_avoid=("platform",)),
            promising("A platform for bread.", "b", group="hotels"),
        )
    )
    assert places(PITFALL, doc) == ["propositions[a].promises[a-1].statement"]
    assert "“platform”" in findings(PITFALL, doc)[0].message


def test_a_word_that_customers_use_is_silent():
    theirs = promising("Less churn for you.", words_to_use=("churn",))
    assert places(PITFALL, strategy(propositions=(theirs,))) == []
    heard = InsightBrief(id="b", phrases=(Phrase(id="p", words="Our churn keeps me awake."),))
    assert places(PITFALL, strategy(propositions=(promising("Less churn for you."),), briefs=(heard,))) == []


def test_lists_quotes_gaps_and_texts_that_customers_do_not_read_are_silent():
    listed = proposition("value", words_to_avoid=("churn", "platform"))
    waiting = Promise(id="p", statement=gap("Churn is not known."))
    doc = strategy(
        propositions=(
            listed,
            proposition("open", promises=(waiting,)),
            promising("We never say “NPS”.", "quoted"),
        ),
        goals=(goal("stay", "Churn falls by a tenth."),),
    )
    assert places(PITFALL, doc) == []


def test_small_letters_and_longer_words_are_no_abbreviations():
    text = "An arrangement for each car, a clever one."
    assert places(PITFALL, strategy(propositions=(promising(text),))) == []
