import datetime as dt

from custrata.vocabulary import Period, Reading


def test_a_period_counts_both_of_its_ends():
    assert Period("all", dt.date(2026, 1, 1), dt.date(2026, 1, 1)).days == 1
    assert str(Period("all", dt.date(2026, 1, 1), dt.date(2026, 2, 1))) == "2026-01-01 to 2026-02-01"


def test_a_claim_follows_a_reading_by_the_name_of_its_period():
    old = Period("current", dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    new = Period("current", dt.date(2025, 2, 1), dt.date(2026, 1, 31))
    keys = {Reading("revenue", 1.0, "EUR", 1, "orders", period).key for period in (old, new)}
    assert keys == {("revenue", (), "current")}
