from __future__ import annotations

import pytest
from tests.strategies import findings, gap, group, places, proposal, proposition, strategy

from custrata.strategy.parts.offering.proposition import Benefit, Promise
from custrata.strategy.parts.papers.insight_brief import InsightBrief, Phrase
from custrata.strategy.parts.papers.message_map import Message, MessageMap
from custrata.strategy.pitfalls.vp102_vague_promise import PITFALL


def promising(text: str):
    return strategy(
        propositions=(proposition("value", promises=(Promise(id="fast", statement=proposal(text)),)),)
    )


@pytest.mark.parametrize(
    "text",
    [
        "You get best-in-class service.",
        "An innovative solution for bakeries.",
        "World-class answers, every day.",
        "The leading platform for bakeries.",
        "Excellent service and outstanding quality.",
        "Your trusted partner.",
        "A seamless way from order to delivery.",
        "Ours is the next generation of ovens.",
    ],
)
def test_a_promise_that_anybody_could_make_is_found_once(text):
    assert places(PITFALL, promising(text)) == ["propositions[value].promises[fast].statement"]


def test_the_words_are_named_in_one_finding():
    found = findings(PITFALL, promising("World-class, innovative and seamless."))
    assert len(found) == 1
    assert "“World-class”, “innovative”, “seamless”" in found[0].message


def test_benefits_messages_and_the_promise_of_a_group_are_read_too():
    doc = strategy(
        groups=(group("gold", proposition=proposal("Unparalleled care.")),),
        propositions=(
            proposition(
                "value",
                we_provide="cutting-edge ovens",
                benefits=(Benefit(id="b", statement=proposal("Top-notch.")),),
            ),
        ),
        message_maps=(
            MessageMap(id="m", messages=(Message(id="m1", statement=proposal("A one-stop shop.")),)),
        ),
    )
    assert places(PITFALL, doc) == [
        "groups[gold].proposition",
        "propositions[value].we_provide",
        "propositions[value].benefits[b].statement",
        "message_maps[m].messages[m1].statement",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A person answers within four hours.",
        "Not best-in-class, but there within a day.",
        "We never say “world-class”.",
        "Instead of an innovative oven you get one that lasts.",
        "You see the leading indicator of waste each morning.",
        "A roller door leading to the yard.",
        "Seamless tubes, cut to length.",
    ],
)
def test_plain_refused_and_quoted_words_are_silent(text):
    assert places(PITFALL, promising(text)) == []


def test_words_to_avoid_what_customers_said_and_whom_it_is_for_are_silent():
    doc = strategy(
        propositions=(
            proposition("value", for_whom="innovative bakeries", words_to_avoid=("innovative", "seamless")),
        ),
        briefs=(InsightBrief(id="b", phrases=(Phrase(id="p", words="It is world-class."),)),),
        message_maps=(MessageMap(id="m", messages=(Message(id="m1", statement=gap("A seamless way.")),)),),
    )
    assert places(PITFALL, doc) == []
