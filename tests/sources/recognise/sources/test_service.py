from __future__ import annotations


def test_use_without_a_customer_is_found_over_the_contract(desk) -> None:
    desk.put(
        "subscriptions.csv", "subscription_id,account_id,start_date,mrr\nS1,A,2020-01-01,5\nS2,B,2020-01-01,5"
    )
    desk.put(
        "feature_usage.csv",
        "usage_id,subscription_id,usage_date,feature_name\n1,S1,2020-01-02,f\n2,S2,2020-01-02,f",
    )
    said = desk.said("usage")
    assert said["customer_id"] == "account_id of subscriptions.csv, by subscription_id"
    assert said["event"] == "always use"


def test_answers_without_a_customer_are_found_over_the_order(desk) -> None:
    desk.put("orders.csv", "order_id,customer_id,order_date,total\n1,a,2020-01-01,5\n2,b,2020-01-02,7")
    desk.put(
        "reviews.csv",
        "review_id,order_id,review_score,review_creation_date\nr1,1,4,2020-02-01\nr2,2,5,2020-02-01",
    )
    said = desk.said("feedback")
    assert said["customer_id"] == "customer_id of orders.csv, by order_id"
    assert said["instrument"] == "always review"


def test_nps_is_on_a_scale_from_zero_and_undated_answers_stand_on_the_day_of_the_data(desk) -> None:
    desk.put(
        "survey.csv",
        "customer_id,nps,comment\na,9,a very good thing it was indeed\na,10,a very good thing it is indeed",
    )
    said = desk.said("feedback")
    assert (said["instrument"], said["rating_min"], said["rating_max"], said["answered_at"]) == (
        "always nps", "always 0", "always 10", "the day of the data",
    )  # fmt: skip


def test_a_stage_says_what_was_won_and_a_flag_does_where_there_is_none(desk) -> None:
    desk.put(
        "deals.csv",
        "deal_id,company_id,create_date,deal_stage,amount\n"
        "1,a,2020-01-01,Closed Won,5\n2,b,2020-01-02,Closed Lost,6",
    )
    won = desk.source("opportunities").columns["won"].derivation
    assert won.values == (("Closed Won", "true"), ("Closed Lost", "false"))
    desk.tables.clear()
    desk.put(
        "deals.csv",
        "deal_id,company_id,create_date,is_won,amount\n1,a,2020-01-01,true,5\n2,b,2020-01-02,false,6",
    )
    assert desk.said("opportunities")["won"] == "is_won"
