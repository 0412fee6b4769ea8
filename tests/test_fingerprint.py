import dataclasses
import datetime as dt

from custrata.fingerprint import canonical_number, fingerprint_of
from custrata.vocabulary import Period, Reading

PERIOD = Period("all", dt.date(2026, 1, 1), dt.date(2026, 1, 31))
READING = Reading("revenue", 0.3, "EUR", 3, "orders", PERIOD)


def _print(*readings, **changes):
    given = {"contents": {"t": "1:2:3"}, "settings": {"a": 1}, "facts": {"as_of": "2026-01-31"}, **changes}
    return fingerprint_of(given["contents"], readings, given["settings"], given["facts"])


def test_the_order_of_readings_does_not_count():
    other = dataclasses.replace(READING, measure="orders")
    assert _print(READING, other) == _print(other, READING)


def test_noise_past_the_twelfth_digit_does_not_count_but_the_twelfth_does():
    noisy = dataclasses.replace(READING, value=0.1 + 0.2)
    moved = dataclasses.replace(READING, value=0.300000000001)
    assert _print(READING) == _print(noisy) != _print(moved)


def test_contents_settings_and_facts_count():
    prints = {_print(READING), _print(READING, contents={"t": "1:2:4"}), _print(READING, settings={"a": 2})}
    prints.add(_print(READING, facts={"as_of": "2026-02-01"}))
    assert len(prints) == 4


def test_zero_has_no_sign():
    assert canonical_number(-0.0) == canonical_number(0.0) == "0"
