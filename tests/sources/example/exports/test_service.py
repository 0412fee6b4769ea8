from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np
import pytest

from custrata.sources.example import ExampleCompany, plan


def hours_to_answer(firm: ExampleCompany) -> dict[str, list[float]]:
    hours = defaultdict(list)
    for row in firm.tables["tickets"].to_pylist():
        if row["First Response At"]:
            waited = row["First Response At"] - row["Created At"]
            hours[row["Account ID"]].append(waited.total_seconds() / 3600)
    return hours


def test_hours_to_the_first_answer_tell_slow_response_apart(
    large: ExampleCompany, truth_of: dict[str, Any]
) -> None:
    edge = np.sqrt(np.prod(plan.FIRST_RESPONSE_HOURS))
    hours = hours_to_answer(large)
    wrong = [
        key
        for key, values in hours.items()
        if (np.median(values) > edge) != truth_of[key]["slow_first_response"]
    ]
    assert len(hours) > 0.95 * len(truth_of)
    assert len(wrong) < 0.005 * len(hours)


def test_instants_follow_each_other(firm: ExampleCompany) -> None:
    for row in firm.tables["tickets"].to_pylist():
        if row["Resolved At"]:
            assert row["Created At"] <= row["First Response At"] <= row["Resolved At"]


def test_tickets_about_the_mobile_app_rise_in_the_last_third(large: ExampleCompany) -> None:
    rows = large.tables["tickets"].to_pylist()
    edge = 2024, 12
    shares = [
        np.mean([row["Category"] == "Mobile app" for row in rows if late == (_month(row) >= edge)])
        for late in (False, True)
    ]
    assert shares[0] == pytest.approx(0.12, abs=0.02)
    assert shares[1] == pytest.approx(0.36 / 1.24, abs=0.02)


def _month(row: dict[str, Any]) -> tuple[int, int]:
    return row["Created At"].year, row["Created At"].month
