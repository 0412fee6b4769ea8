from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from custrata.sources.example import ExampleCompany, plan


def test_every_customer_was_won_once_on_the_day_its_contract_began(firm: ExampleCompany) -> None:
    since = {row["Account ID"]: row["Customer Since"] for row in firm.tables["crm_accounts"].to_pylist()}
    won = [
        row
        for row in firm.tables["opportunities"].to_pylist()
        if row["Stage"] == "Closed Won" and row["Type"] == "New Business"
    ]
    assert {row["Account ID"]: row["Close Date"] for row in won} == {
        key: day for key, day in since.items() if day
    }
    assert len(won) == 400


def test_only_what_is_decided_closes_up_to_the_last_day(firm: ExampleCompany) -> None:
    end = dt.date.fromisoformat(firm.truth["as_of"])
    for row in firm.tables["opportunities"].to_pylist():
        assert row["Stage"].startswith("Closed") == (row["Close Date"] <= end)
        assert (row["Loss Reason"] is not None) == (row["Stage"] == "Closed Lost")


def test_there_are_won_lost_and_open_opportunities(firm: ExampleCompany) -> None:
    stages = Counter(firm.tables["opportunities"]["Stage"].to_pylist())
    assert stages["Closed Won"] > stages["Closed Lost"] > 50
    assert sum(stages[name] for name in ("Discovery", "Proposal", "Negotiation")) >= 5


def test_only_the_randomised_campaign_holds_members_back(firm: ExampleCompany) -> None:
    groups = Counter(
        (row["Campaign ID"], row["Test Group"]) for row in firm.tables["campaign_members"].to_pylist()
    )
    stated = firm.truth["campaigns"]
    assert groups["CMP-001", "Treated"] == stated["CMP-001"]["treated"]
    assert groups["CMP-001", "Treated"] + groups["CMP-001", "Control"] == stated["CMP-001"]["eligible"]
    assert groups["CMP-002", "Control"] == 0


def test_the_arms_of_the_test_are_alike_and_the_chosen_are_not(
    large: ExampleCompany, truth_of: dict[str, Any]
) -> None:
    def low_usage(campaign: str, group: str) -> float:
        rows = large.tables["campaign_members"].to_pylist()
        found = [truth_of[row["Account ID"]]["low_seat_usage"] for row in rows
                 if (row["Campaign ID"], row["Test Group"]) == (campaign, group)]  # fmt: skip
        return sum(found) / len(found)

    assert abs(low_usage("CMP-001", "Treated") - low_usage("CMP-001", "Control")) < 0.06
    assert low_usage("CMP-001", "Treated") - low_usage("CMP-002", "Treated") > 0.08


def test_whoever_refers_was_a_customer_before(firm: ExampleCompany) -> None:
    since = {row["Account ID"]: row["Customer Since"] for row in firm.tables["crm_accounts"].to_pylist()}
    rows = firm.tables["referrals"].to_pylist()
    assert rows
    for row in rows:
        assert since[row["Referring Account ID"]] <= row["Referral Date"] < since[row["Referred Account ID"]]


def test_spend_adds_up_to_what_winning_each_customer_cost(firm: ExampleCompany) -> None:
    won = Counter(
        row["Account Source"] for row in firm.tables["crm_accounts"].to_pylist() if row["Type"] == "Customer"
    )
    for channel, cost in plan.CHANNEL_COST_CENTS.items():
        spent = sum(
            row["Spend"] for row in firm.tables["marketing_spend"].to_pylist() if row["Channel"] == channel
        )
        assert 100 * spent == won[channel] * cost + 36 * 50_000
