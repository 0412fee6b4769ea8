from __future__ import annotations

from tests.delivery.paper.written import full

from custrata.delivery.paper.page import Grid, Pair, Voice, lines_of
from custrata.delivery.paper.pages.channel_charter import channel_charters


def test_every_channel_has_its_page_named_after_it():
    assert [s.kind for s in channel_charters(full())] == [
        "Channel charter: Shops",
        "Channel charter: Web shop",
    ]


def test_role_is_the_title_and_a_missing_role_is_said():
    shop, web = channel_charters(full())
    assert shop.finding.words.text == "Shops turn a first pair of boots into a second visit"
    assert shop.finding.voice is Voice.PROPOSAL
    assert web.finding.words.text == "What the channel “Web shop” is for is not written yet"


def test_goals_have_base_and_target_in_the_measures_own_unit():
    goals = next(
        b for b in channel_charters(full())[0].blocks if isinstance(b, Grid) and b.heading == "Goals"
    )
    assert [c.lines[0].words.text for c in goals.rows[0].cells][2:] == ["78%", "12 months"]
    assert goals.rows[0].cells[1].lines[0].claims == ("C01",)
    assert goals.rows[1].cells[1].lines[0].voice is Voice.GAP


def test_what_the_channel_does_not_do_stands_beside_its_guardrails():
    pair = next(b for b in channel_charters(full())[0].blocks if isinstance(b, Pair))
    assert pair.right.heading == "What it does not do"
    assert pair.right.lines[0].words.text == "Sell gift cards to companies"


def test_a_measure_that_is_not_read_is_waited_for():
    said = [x.words.text for b in channel_charters(full())[0].blocks for x in lines_of(b)]
    assert "Waiting minutes (waited for)" in said
