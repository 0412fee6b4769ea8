from __future__ import annotations

from tests.strategies import PERSON, places, proposal, strategy

from custrata.strategy.parts.papers.channel_charter import ChannelCharter, ChannelGoal
from custrata.strategy.pitfalls.ch102_charter_without_guardrails import PITFALL


def document(**fields: object):
    return strategy(channel_charters=(ChannelCharter(id="mail", channel="mail", **fields),))


AIM = (ChannelGoal(id="g", measure="repeat_rate", target=0.4),)


def test_a_charter_with_a_target_and_no_guardrail_is_found():
    assert places(PITFALL, document(goals=AIM)) == ["channel_charters[mail]"]


def test_a_charter_that_a_person_stands_for_is_found():
    assert places(PITFALL, document(owner=PERSON, role=proposal("To bring customers back."))) == [
        "channel_charters[mail]"
    ]


def test_a_charter_with_guardrails_is_silent():
    assert places(PITFALL, document(goals=AIM, owner=PERSON, guardrails=("At most one mail a week.",))) == []


def test_a_charter_that_is_still_open_is_silent():
    assert places(PITFALL, document(kpis=("repeat_rate",), role=proposal("To bring customers back."))) == []
    assert places(PITFALL, document(owner=PERSON)) == []
