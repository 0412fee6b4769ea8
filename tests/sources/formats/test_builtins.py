from __future__ import annotations

import datetime as dt

from custrata.sources.formats.builtins import content_number, in_zone, parsed_at, since_1970


def test_a_text_under_a_pattern_is_an_instant_or_nothing(compute) -> None:
    assert compute(["03/2020", "x"], lambda v: parsed_at(v, "%m/%Y")) == [
        dt.datetime.fromisoformat("2020-03-01"),
        None,
    ]


def test_microseconds_count_from_1970(compute) -> None:
    assert compute([86_400_000_000], since_1970, "integer") == [dt.datetime.fromisoformat("1970-01-02")]


def test_equal_contents_give_equal_numbers(compute) -> None:
    first, second, third = compute(["a", "a", "b"], lambda v: content_number(v, v, v))
    assert first == second != third


def test_an_instant_with_an_offset_is_told_in_another_zone(compute) -> None:
    def build(value):
        return in_zone("UTC", value.try_cast("timestamp('UTC')"))

    at = dt.datetime.fromisoformat
    assert compute(["2020-01-01 00:30:00+01:00", "x"], build) == [at("2019-12-31T23:30"), None]
