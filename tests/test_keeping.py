import gc
from dataclasses import dataclass
from threading import Thread

import pytest

from custrata.keeping import Kept, new_lock, once


@dataclass(frozen=True)
class Value:
    number: int


def counted():
    asked = []

    def twice(value):
        asked.append(value.number)
        return value.number * 2

    return twice, asked


def test_a_value_is_asked_about_once():
    twice, asked = counted()
    kept, value = Kept(twice, most=4), Value(3)
    assert [kept(value), kept(value)] == [6, 6]
    assert asked == [3]


def test_equal_values_are_not_taken_for_each_other():
    twice, asked = counted()
    kept = Kept(twice, most=4)
    kept(Value(3))
    kept(Value(3))
    assert asked == [3, 3]


def test_the_oldest_is_forgotten_first():
    twice, asked = counted()
    kept = Kept(twice, most=2)
    values = [Value(n) for n in range(3)]
    for value in [*values, values[2], values[0]]:
        kept(value)
    assert asked == [0, 1, 2, 0]


def test_a_number_that_comes_again_is_no_old_value():
    kept = Kept(lambda value: value.number, most=2)
    for number in range(500):
        assert kept(Value(number)) == number
        gc.collect(0)


def test_what_stands_beside_a_value_counts():
    kept = Kept(lambda value, more: value.number + more, most=4)
    value = Value(3)
    assert [kept(value, 1), kept(value, 2), kept(value, 1)] == [4, 5, 4]


class Reckoning:
    def __init__(self):
        self.lock = new_lock()
        self.asked = []

    @once
    def double(self):
        """Twice what the other is."""
        self.asked.append("double")
        return self.single * 2

    @once
    def single(self):
        self.asked.append("single")
        return 21


def test_a_property_is_computed_once_and_may_ask_for_another():
    one = Reckoning()
    assert [one.double, one.double, one.single] == [42, 42, 21]
    assert one.asked == ["double", "single"]


def test_each_object_has_its_own():
    one, other = Reckoning(), Reckoning()
    assert one.double == other.double == 42
    assert one.asked == other.asked == ["double", "single"]


def test_several_threads_compute_it_once():
    one = Reckoning()
    threads = [Thread(target=lambda: one.double) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert one.asked == ["double", "single"]


def test_what_failed_is_tried_again():
    class Failing(Reckoning):
        @once
        def tried(self):
            self.asked.append("tried")
            return {1: None}[len(self.asked) - 1]

    one = Failing()
    with pytest.raises(KeyError):
        _ = one.tried
    assert one.tried is None
