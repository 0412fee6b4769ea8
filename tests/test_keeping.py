import gc
from dataclasses import dataclass

from custrata.keeping import Kept


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
