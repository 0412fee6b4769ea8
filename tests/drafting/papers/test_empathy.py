from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, without
from tests.snapshots import bare, grocer

from custrata.drafting.draft import draft


def test_what_customers_think_and_feel_is_asked_and_not_made_up():
    (found,) = drafted().empathy_maps
    asked = (*found.thinks, *found.feels, *found.gains)
    assert {s.kind for s in asked} == {"gap"}
    assert all(s.waits_for.startswith("answers to: ") for s in asked)


def test_what_customers_do_is_told_by_figures():
    assert [s.said() for s in drafted().empathy_maps[0].does] == [
        "In the latest year, 17% of customers were reached by a campaign.",
        "In the latest year a customer asked for help 3.7 times on average.",
    ]
    assert "on a day with an order" in drafted(grocer).empathy_maps[0].does[-1].said()
    assert drafted(bare).empathy_maps[0].does == ()


def test_texts_on_record_wait_for_their_analysis():
    assert "Custrata does not give yet" in drafted().empathy_maps[0].says[0].waits_for
    assert "exact words" in draft(without(maintainer(), "tickets")).empathy_maps[0].says[0].waits_for
