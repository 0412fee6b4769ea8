from __future__ import annotations

import datetime as dt

from custrata.sources.formats.builtins import content_number, parsed_at, since_1970


def test_a_text_under_a_pattern_is_an_instant_or_nothing(compute) -> None:
    assert compute(["03/2020", "x"], lambda v: parsed_at(v, "%m/%Y")) == [dt.datetime(2020, 3, 1), None]


def test_microseconds_count_from_1970(compute) -> None:
    assert compute([86_400_000_000], since_1970, "integer") == [dt.datetime(1970, 1, 2)]


def test_equal_contents_give_equal_numbers(compute) -> None:
    first, second, third = compute(["a", "a", "b"], lambda v: content_number(v, v, v))
    assert first == second != third
