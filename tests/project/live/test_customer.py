from __future__ import annotations

import datetime as dt
import itertools

from custrata.project.live.customer import Gap, Tier, customer, events, gaps, kinds_there, move, people, tiers


def test_a_customer_is_found_by_its_id_and_nobody_else(desk, rows):
    assert customer(desk, rows[3]["customer_id"]) == rows[3]
    assert customer(desk, "nobody") is None
    assert customer(desk, "x' OR '1'='1") is None


def test_events_are_the_customers_own_latest_first_and_come_in_pages(desk, rows):
    key = max(rows, key=lambda row: row["orders"] or 0)["customer_id"]
    every, total = events(desk, key, rows=500)
    assert total == len(every) > 5
    assert [event.at for event in every] == sorted((event.at for event in every), reverse=True)
    paged = [event for skip in range(0, total, 4) for event in events(desk, key, rows=4, skip=skip)[0]]
    assert paged == every
    neighbours = {
        row["order_id"]
        for row in desk.live.rows(desk.live.tables["transactions"])
        if row["customer_id"] != key
    }
    assert not {event.mark for event in every if event.kind == "order"} & neighbours


def test_events_of_one_kind_alone(desk, rows):
    assert set(kinds_there(desk)) >= {"order", "contract", "ticket", "feedback"}
    key = max(rows, key=lambda row: row["orders"] or 0)["customer_id"]
    found, _ = events(desk, key, kinds=("contract",))
    assert found
    assert {event.kind for event in found} == {"contract"}
    assert all(isinstance(event.at, dt.datetime) for event in found)
    assert events(desk, key, kinds=("nonsense",)) == ([], 0)


def test_lines_of_one_order_are_one_event(desk, rows):
    key = max(rows, key=lambda row: row["orders"] or 0)["customer_id"]
    found, total = events(desk, key, kinds=("order",), rows=500)
    assert len({(event.mark, event.what) for event in found}) == total


def test_tiers_do_not_overlap_and_hold_everybody_who_is_ranked(desk, rows):
    found = tiers(desk)
    assert next(tier.tier for tier in found) == "platinum"
    for above, below in itertools.pairwise(found):
        assert above.least >= below.most
    assert sum(tier.n for tier in found) == sum(1 for row in rows if row["tier"] is not None)


def test_people_and_moves_are_the_customers_own(desk, rows):
    key = next(row["customer_id"] for row in rows if people(desk, row["customer_id"]))
    assert {one["customer_id"] for one in people(desk, key)} == {key}
    assert people(desk, "nobody") == []
    moved = next(row["customer_id"] for row in rows if move(desk, row["customer_id"]))
    assert move(desk, moved)["customer_id"] == moved
    assert move(desk, "nobody") is None


def test_the_way_to_another_tier_is_told_where_its_bound_is_known():
    gold, silver = Tier("gold", 100.0, 900.0, None, None, 3), Tier("silver", 40.0, 90.0, None, None, 5)
    bronze = Tier("bronze", 1.0, 30.0, None, None, 9)
    standing = (gold, silver, bronze)
    assert gaps(standing, "silver", 70.0) == (Gap("gold", 30.0), Gap("bronze", 40.0))
    assert gaps(standing, "gold", 500.0) == (None, Gap("silver", 410.0))
    assert gaps(standing, "bronze", 10.0) == (Gap("silver", 30.0), None)
    assert gaps(standing, "lead", 10.0) == (None, None)
    unknown = Tier("gold", None, None, None, None, 0)
    assert gaps((unknown, silver), "silver", 70.0) == (None, None)
