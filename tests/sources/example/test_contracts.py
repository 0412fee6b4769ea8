from __future__ import annotations

import datetime as dt
from itertools import groupby, pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from custrata.sources.example import ExampleCompany, plan


def fit_logistic(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Coefficients and standard errors by Newton's method."""
    beta = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ beta))
        information = (x * (p * (1 - p))[:, None]).T @ x
        beta = beta + np.linalg.solve(information, x.T @ (y - p))
    return beta, np.sqrt(np.diag(np.linalg.inv(information)))


def test_the_odds_ratios_of_leaving_come_out_of_the_months_at_risk(
    large: ExampleCompany, truth_of: dict[str, Any]
) -> None:
    risks = large.true_tables["churn_risks"].to_pylist()
    names = [segment.name for segment in plan.SEGMENTS]
    rows = []
    for risk in risks:
        truth = truth_of[risk["account_id"]]
        rows.append(
            [
                truth["low_seat_usage"],
                truth["slow_first_response"],
                truth["won_with_a_discount"],
                risk["months_since_signup"] <= 3,
                *(truth["segment"] == name for name in names),
            ]
        )
    beta, error = fit_logistic(np.array(rows, float), np.array([risk["left"] for risk in risks], float))
    for i, (name, ratio) in enumerate(plan.CHURN_ODDS_RATIOS.items()):
        assert abs(beta[i] - np.log(ratio)) < 3 * error[i], name
        assert beta[i] > 3 * error[i], f"{name} does not show"
    for i, segment in enumerate(plan.SEGMENTS):
        odds = np.log(segment.leaving / (1 - segment.leaving))
        assert abs(beta[4 + i] - odds) < 3 * error[4 + i], segment.name


def spells_by_account(firm: ExampleCompany) -> dict[str, list[dict[str, Any]]]:
    rows = sorted(
        firm.tables["subscriptions"].to_pylist(), key=lambda row: (row["account_id"], row["start_date"])
    )
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row["account_id"])}


def test_spells_of_one_account_follow_each_other_and_at_most_the_last_runs(firm: ExampleCompany) -> None:
    spells = spells_by_account(firm)
    assert len(spells) == 400
    for group in spells.values():
        for before, after in pairwise(group):
            assert before["start_date"] < before["end_date"] <= after["start_date"]
            if before["end_date"] == after["start_date"]:
                assert before["seats"] != after["seats"]
                assert before["cancellation_reason"] is None
            else:
                assert before["cancellation_reason"] is not None


def test_a_new_price_begins_where_the_old_one_ends_and_a_return_comes_later(large: ExampleCompany) -> None:
    gaps = [
        (after["start_date"] - before["end_date"]).days
        for group in spells_by_account(large).values()
        for before, after in pairwise(group)
    ]
    assert min(gap for gap in gaps if gap) > 30
    assert sum(gap > 0 for gap in gaps) > 20


def test_contracts_renew_in_the_future_while_they_run(firm: ExampleCompany) -> None:
    end = dt.date.fromisoformat(firm.truth["as_of"])
    for row in firm.tables["subscriptions"].to_pylist():
        assert (row["renewal_date"] is None) == (row["end_date"] is not None)
        assert row["renewal_date"] is None or end < row["renewal_date"] <= end + dt.timedelta(days=366)


def added_seats(firm: ExampleCompany, begins: dt.date, ends: dt.date) -> set[str]:
    """Accounts with a spell that begins in the days with more seats than the one it follows."""
    return {
        key
        for key, group in spells_by_account(firm).items()
        for before, after in pairwise(group)
        if begins <= after["start_date"] <= ends
        and before["end_date"] == after["start_date"]
        and after["seats"] > before["seats"]
    }


def difference(firm: ExampleCompany, campaign_id: str) -> tuple[float, float]:
    """Share that added seats among members against all others under contract, and its standard error."""
    (campaign,) = (row for row in firm.tables["campaigns"].to_pylist() if row["Campaign ID"] == campaign_id)
    begins, ends = campaign["Start Date"], campaign["End Date"]
    grew = added_seats(firm, begins, ends)
    listed = [row for row in firm.tables["campaign_members"].to_pylist() if row["Campaign ID"] == campaign_id]
    treated = {row["Account ID"] for row in listed if row["Test Group"] == "Treated"}
    others = {row["Account ID"] for row in listed} - treated
    if not others:
        settled = begins.replace(day=1) - dt.timedelta(days=60)
        others = {
            key
            for key, group in spells_by_account(firm).items()
            if group[0]["start_date"] <= settled
            and any(row["end_date"] is None or row["end_date"] > begins for row in group)
        } - treated
    shares = [len(grew & arm) / len(arm) for arm in (treated, others)]
    error = sum(p * (1 - p) / len(arm) for p, arm in zip(shares, (treated, others), strict=True)) ** 0.5
    return shares[0] - shares[1], error


def test_the_effect_of_the_randomised_campaign_comes_out_of_the_tables(large: ExampleCompany) -> None:
    found, error = difference(large, "CMP-001")
    effect = large.truth["campaigns"]["CMP-001"]["effect"]
    assert effect == pytest.approx(plan.CAMPAIGNS[0].push, abs=0.03)
    assert abs(found - effect) < 3 * error
    assert found > 4 * error


def test_the_chosen_members_of_the_targeted_campaign_flatter_it(large: ExampleCompany) -> None:
    found, error = difference(large, "CMP-002")
    assert found - large.truth["campaigns"]["CMP-002"]["effect"] > 3 * error
