from __future__ import annotations

import pytest
from tests.snapshots import bare, grocer, phone_company

from custrata.evidence.figures import describe, number_now
from custrata.strategy.parts.statement import Figure, ReadingKey

PLATINUM = (("tier", "platinum"),)


def figure(**fields: object) -> Figure:
    return Figure(**{"name": "x", "measure": "revenue", **fields})


def test_a_single_reading_brings_its_interval():
    now = number_now(figure(measure="repeat_rate"), grocer())
    assert (now.value, now.low, now.high, now.n) == (0.72, 0.702, 0.737, 2400)


def test_readings_are_added_taken_off_and_divided():
    whole = tuple(
        ReadingKey(measure="revenue", segment={"tier": t}) for t in ("platinum", "gold", "silver", "bronze")
    )
    gold = ReadingKey(measure="revenue", segment={"tier": "gold"})
    both = figure(segment=PLATINUM, plus=(gold,), over=whole)
    assert number_now(both, grocer()).value == pytest.approx(0.63)
    less = figure(
        measure="closing_revenue",
        period="current",
        minus=(ReadingKey(measure="opening_revenue", period="current"),),
    )
    assert number_now(less, grocer()).value == pytest.approx(4_600_000 * 0.02)


def test_a_composed_number_names_all_its_readings():
    share = figure(segment=PLATINUM, over=(ReadingKey(measure="revenue"),))
    now = number_now(share, grocer())
    assert [r.key for r in now.readings] == [k.key for k in share.keys]
    assert now.low is None


def test_a_reading_that_is_not_there_is_said():
    now = number_now(figure(segment={"tier": "tin"}), grocer())
    assert now.value is None
    assert now.reason == "the snapshot holds no reading of revenue, tier tin, all"


def test_too_few_things_prove_nothing():
    now = number_now(figure(measure="customers"), bare())
    assert now.value is None
    assert now.reason == "customers, all rests on 7 customers, fewer than 10"
    assert number_now(figure(measure="customers", least_n=0), bare()).value == 7


def test_nothing_is_divided_by_nothing():
    lapsed = ReadingKey(measure="mrr", segment={"stage": "lapsed"})
    now = number_now(figure(measure="mrr", over=(lapsed,)), phone_company())
    assert now.value is None
    assert now.reason == "mrr, stage lapsed, all is 0"


def test_a_reading_is_named_for_people():
    assert describe(ReadingKey(measure="revenue", segment={"tier": "gold"})) == "revenue, tier gold, all"


def test_money_in_two_currencies_is_never_compared():
    revenue = grocer().reading("revenue").value
    other = number_now(figure(value=revenue, unit="EUR"), grocer())
    assert other.value is None
    assert other.reason == "it is written in EUR, the readings are in USD"
    assert number_now(figure(value=revenue, unit="USD"), grocer()).value == revenue
    assert number_now(figure(value=revenue, unit="money"), grocer()).value == revenue
    share = figure(value=0.2, unit="share", segment=PLATINUM, over=(ReadingKey(measure="revenue"),))
    assert number_now(share, grocer()).value == pytest.approx(0.24)
