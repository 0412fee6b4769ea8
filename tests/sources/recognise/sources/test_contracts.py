from __future__ import annotations


def test_spells_are_taken_as_they_are_listed(desk) -> None:
    desk.put(
        "subscriptions.csv",
        "subscription_id,account_id,start_date,end_date,mrr_amount,plan_tier\nS1,A,2020-01-01,,5,Pro\nS2,B,2020-01-01,2020-02-01,5,Pro",
    )
    said = desk.said("subscriptions")
    assert (said["mrr"], said["ended_on"], said["plan"]) == ("mrr_amount", "end_date", "plan_tier")
