from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np
import pytest

from custrata.sources.example import ExampleCompany, plan


def test_seats_in_use_tell_low_usage_apart(firm: ExampleCompany) -> None:
    spells = defaultdict(list)
    for row in firm.tables["subscriptions"].to_pylist():
        spells[row["account_id"]].append(row)
    shares = defaultdict(list)
    for row in firm.tables["product_events"].to_pylist():
        if row["event_name"] == "active_users":
            day = row["event_time"].date()
            seats = max(spell["seats"] for spell in spells[row["account_id"]] if spell["start_date"] <= day)
            shares[row["account_id"]].append(row["count"] / seats)
    truth = {row["account_id"]: row["low_seat_usage"] for row in firm.true_tables["accounts"].to_pylist()}
    wrong = sum((np.median(values) < 0.5) != truth[key] for key, values in shares.items())
    assert len(shares) == 400
    assert wrong <= 8, "only accounts that gave up seats may look otherwise"


def test_a_feature_is_used_by_the_share_that_was_planned(
    large: ExampleCompany, truth_of: dict[str, Any]
) -> None:
    events = large.tables["product_events"].to_pylist()
    users = defaultdict(set)
    for row in events:
        users[row["feature"]].add(row["account_id"])
    for name, share in plan.FEATURES.items():
        assert len(users[name]) / len(truth_of) == pytest.approx(share, abs=0.025)


def test_people_are_counted_without_a_feature(firm: ExampleCompany) -> None:
    for row in firm.tables["product_events"].slice(0, 500).to_pylist():
        assert (row["feature"] is None) == (row["event_name"] == "active_users")
        assert row["count"] >= 0
