from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np

from custrata.sources.example import ExampleCompany, plan


def test_ratings_stay_on_their_scales(firm: ExampleCompany) -> None:
    assert set(firm.tables["survey_nps"]["NPS Score"].to_pylist()) <= set(range(11))
    for row in firm.tables["survey_needs"].to_pylist():
        assert row["Scale Min"] <= row["Rating"] <= row["Scale Max"]


def test_each_segment_finds_its_own_need_most_important(
    large: ExampleCompany, truth_of: dict[str, Any]
) -> None:
    given = defaultdict(list)
    for row in large.tables["survey_needs"].to_pylist():
        question = row["Question"].removeprefix("How important: ")
        given[truth_of[row["Account ID"]]["segment"], question].append(row["Rating"])
    for segment in plan.SEGMENTS:
        best = max(plan.NEEDS, key=lambda need: np.mean(given[segment.name, need]))
        assert best == plan.NEEDS[int(np.argmax(segment.importance))]


def test_low_usage_and_slow_answers_cost_recommendation(
    large: ExampleCompany, truth_of: dict[str, Any]
) -> None:
    given = defaultdict(list)
    for row in large.tables["survey_nps"].to_pylist():
        truth = truth_of[row["Account ID"]]
        given[truth["low_seat_usage"], truth["slow_first_response"]].append(row["NPS Score"])
    best, worst = np.mean(given[False, False]), np.mean(given[True, True])
    assert best > np.mean(given[False, True]) > worst
    assert best > np.mean(given[True, False]) > worst


def test_whoever_answers_is_a_contact_of_the_account(firm: ExampleCompany) -> None:
    account_of = {row["Contact ID"]: row["Account ID"] for row in firm.tables["contacts"].to_pylist()}
    for row in firm.tables["survey_nps"].to_pylist():
        assert account_of[row["Contact ID"]] == row["Account ID"]
