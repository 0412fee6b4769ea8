from __future__ import annotations

from tests.told import Told

from custrata.strategy.pitfalls.certainty import breaks, ends, in_its_unit, latest, sure


def test_the_latest_window_is_read_before_the_whole_history():
    told = Told().add("csat", 0.7, period="all").add("csat", 0.8)
    assert latest(told, "csat").value == 0.8
    assert latest(Told().add("csat", None).add("csat", 0.7, period="all"), "csat").value == 0.7
    assert latest(Told(), "csat") is None


def test_a_number_that_rests_on_few_is_not_sure():
    few, many = (Told().add("csat", 0.7, n=n).readings[0] for n in (29, 30))
    assert not sure(few)
    assert sure(many)
    assert not sure(None)


def test_only_a_whole_interval_on_the_wrong_side_breaks_a_word():
    told = Told().add("csat", 0.7, interval=(0.65, 0.75))
    reading = told.readings[0]
    assert ends(reading) == (0.65, 0.75)
    assert breaks(reading, 0.76, "at least")
    assert not breaks(reading, 0.74, "at least")
    assert breaks(reading, 0.64, "at most")
    assert not breaks(reading, 0.66, "at most")
    assert not breaks(None, 0.5, "at most")


def test_a_share_typed_in_percent_is_in_no_unit_and_breaks_nothing():
    share, points = Told().add("csat", 0.7).add("nps", 40, "points").readings
    assert in_its_unit(share, 0.8)
    assert not in_its_unit(share, 80)
    assert in_its_unit(points, 80)
    assert not breaks(share, 80, "at least")


def test_a_counted_number_breaks_no_word_that_two_digits_of_it_would_keep():
    counted = Told().add("resolution_hours", 23.1, "hours").readings[0]
    assert not breaks(counted, 23, "at most")
    assert breaks(counted, 20, "at most")
    assert breaks(counted, 30, "at least")
