from __future__ import annotations

from tests.strategies import PERSON, findings, gap, places, proposal, strategy

from custrata.strategy.parts.papers.channel_charter import ChannelCharter
from custrata.strategy.pitfalls.ch101_channel_sprawl import PITFALL


def charters(count: int, **fields: object):
    role = fields.pop("role", None)
    return strategy(
        channel_charters=tuple(
            ChannelCharter(id=f"c{n}", channel=f"channel {n}", role=role() if role else None, **fields)
            for n in range(count)
        )
    )


def test_a_seventh_channel_is_one_too_many():
    assert places(PITFALL, charters(7, role=proposal)) == ["channel_charters"]
    assert "7 channels" in findings(PITFALL, charters(7, owner=PERSON))[0].message


def test_six_channels_are_silent():
    assert places(PITFALL, charters(6, role=proposal)) == []


def test_charters_that_are_still_open_do_not_count():
    assert places(PITFALL, charters(9, role=gap)) == []
    assert places(PITFALL, charters(9, kpis=("revenue",))) == []


def test_two_charters_of_one_channel_are_one_channel():
    same = tuple(
        ChannelCharter(id=f"c{n}", channel="Mail" if n % 2 else "mail", owner=PERSON) for n in range(8)
    )
    assert places(PITFALL, strategy(channel_charters=same)) == []
