from __future__ import annotations

from custrata.sources.load.caveats.churn import churn_caveat

ACCOUNTS = "account_id,industry,churn_flag\nA,x,TRUE\nB,y,FALSE\nC,z,FALSE"
SPELLS = (
    "subscription_id,account_id,start_date,end_date,mrr\n"
    "S1,A,2020-01-01,2020-02-01,5\nS2,B,2020-01-01,2020-03-01,5\nS3,C,2020-01-01,,5"
)
EVENTS = (
    "churn_event_id,account_id,churn_date,feedback_text\n"
    "E1,C,2020-05-01,it became far too expensive for us\nE2,C,2020-06-01,nobody ever answered our questions"
)


def test_three_signs_that_disagree_are_set_side_by_side(desk) -> None:
    desk.put("accounts.csv", ACCOUNTS)
    desk.put("subscriptions.csv", SPELLS)
    desk.put("churn_events.csv", EVENTS)
    assert desk.load().caveat("churn-signs").text == (
        "The signs of churn disagree: churn_flag marks 1 of 3 "
        "customers (33.3%); 2 of 3 contracts have ended (66.67%);"
        " churn_events.csv names 1 customer. Churn is counted from the contracts that ended."
    )


def test_signs_that_agree_raise_no_caveat() -> None:
    rows = [{"sign": "flag", "where": w, "marked": 1, "of": 3} for w in ("a", "b")]
    assert churn_caveat(rows) == []


def test_one_sign_alone_asks_nothing(desk) -> None:
    desk.put("accounts.csv", ACCOUNTS)
    assert "churn" not in desk.load().plan.caveat_queries
