from __future__ import annotations

from tests.told import Told

from custrata.strategy.pitfalls.certainty import breaks, ends, latest, sure


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
