from tests.snapshots import every_company

from custrata.web.strategies.editing.field import Typed
from custrata.web.strategies.editing.numbers import numbers_of

FIRM = next(s for s in every_company() if {"current", "previous"} <= {r.period.name for r in s.readings})
PLAIN = {"figures": [{"name": "n", "measure": "revenue", "threshold": 0.5, "direction": "at least"}]}


def numbers(plain=PLAIN, typed=None):
    (found,) = numbers_of(FIRM, plain, "statements[E1].figures", typed or Typed()).inner
    return found, {one.path.rsplit(".", 1)[-1]: one for one in found.inner}


def test_a_number_asks_for_measure_part_period_comparison_and_limit():
    found, asked = numbers()
    assert (found.path, found.label) == ("statements[E1].figures[n]", "{n}")
    assert list(asked) == [
        *("measure", "segment", "period", "comparison"),
        *("direction", "threshold", "tolerance", "least_n"),
    ]
    assert (asked["threshold"].value, asked["direction"].value, asked["tolerance"].value) == (
        "0.5",
        "at least",
        "",
    )


def test_a_limit_of_millions_is_written_out():
    _, asked = numbers({"figures": [{"name": "n", "measure": "revenue", "threshold": 4.14e6}]})
    assert asked["threshold"].value == "4140000"


def test_what_stands_there_is_offered_though_nothing_is_read_for_it():
    _, asked = numbers({"figures": [{"name": "n", "measure": "revenue", "segment": {"mood": "good"}}]})
    assert asked["segment"].options[-1] == ("mood: good", "mood: good (not read)")


def test_what_was_typed_stands_in_its_field_with_what_is_wrong():
    at = "statements[E1].figures[n].threshold"
    found, asked = numbers(typed=Typed({at: "much"}, {at: "write a number"}))
    assert (asked["threshold"].value, asked["threshold"].error) == ("much", "write a number")
    assert found.wrong


def test_a_sentence_without_numbers_can_be_given_one():
    found = numbers_of(FIRM, {}, "statements[E1].figures", Typed())
    assert found.inner == ()
    assert found.adds == (("Figure", "a number"),)
