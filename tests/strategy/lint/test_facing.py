from __future__ import annotations

from tests.strategies import gap, goal, group, proposal, proposition, strategy

from custrata.strategy.lint.facing import lived, promised
from custrata.strategy.parts.offering.proposition import Alternative, Promise, PropositionTest
from custrata.strategy.parts.papers.journey_map import JourneyMap, JourneyStage
from custrata.strategy.parts.papers.message_map import Message, MessageMap, MessageUse
from custrata.strategy.parts.steering.outcome import CustomerOutcome
from custrata.vocabulary import Stage


def test_propositions_messages_and_promises_of_groups_are_read_with_their_group():
    message = Message(
        id="m1",
        statement=proposal("It is fresh."),
        uses=(MessageUse(id="u", channel="mail", wording="Fresh!"),),
    )
    doc = strategy(
        groups=(group("hotels", proposition=proposal("Bread by eight.")),),
        propositions=(
            proposition(
                "value",
                for_whom="bakeries",
                promises=(Promise(id="p", statement=gap(), reasons=("We mill.",)),),
            ),
        ),
        message_maps=(MessageMap(id="m", group="hotels", messages=(message,)),),
    )
    assert list(promised(doc)) == [
        ("groups[hotels].proposition", "Bread by eight.", "hotels"),
        ("propositions[value].for_whom", "bakeries", ""),
        ("propositions[value].promises[p].reasons[0]", "We mill.", ""),
        ("message_maps[m].messages[m1].statement", "It is fresh.", "hotels"),
        ("message_maps[m].messages[m1].uses[u].wording", "Fresh!", "hotels"),
    ]


def test_customers_own_words_and_our_notes_on_tests_are_not_read():
    own = proposition(
        "value",
        alternatives=(Alternative(id="a", name="a seamless rival"),),
        tests=(PropositionTest(id="t", with_whom="ten bakeries", result="They laughed."),),
    )
    assert list(promised(strategy(propositions=(own,)))) == []


def test_outcomes_and_thoughts_are_what_customers_live():
    stage = JourneyStage(
        id="s", stage=Stage.ADOPTION, thinks=("Is it fresh?",), outcome=proposal("Bread each day.")
    )
    doc = strategy(
        goals=(goal("stay"),),
        outcomes=(CustomerOutcome(id="o", statement=proposal("No waste."), groups=("hotels",)),),
        journey_maps=(JourneyMap(id="j", group="hotels", stages=(stage,)),),
    )
    assert list(lived(doc)) == [
        ("outcomes[o].statement", "No waste.", "hotels"),
        ("journey_maps[j].stages[s].thinks[0]", "Is it fresh?", "hotels"),
        ("journey_maps[j].stages[s].outcome", "Bread each day.", "hotels"),
    ]
