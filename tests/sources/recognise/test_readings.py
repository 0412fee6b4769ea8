from __future__ import annotations

import pytest

from custrata.sources.recognise.readings import hint, is_key, personal, readings, stage_words


@pytest.mark.parametrize(
    ("file", "text", "table"),
    [
        ("sales.csv", "customer,date,amount\na,2020-01-01,1.5\na,2020-01-02,2.5", "transactions"),
        ("a.csv", "campaign_id,customer_id\n1,a\n1,b\n1,c\n2,a\n2,d", "touches"),
        ("a.csv", "campaign_id,start_date\n1,2020-01-01\n2,2020-02-01", "campaigns"),
        (
            "a.csv",
            "deal,company,stage,amount,close_date\n1,a,Won,5,2020-01-01\n2,b,Lost,6,2020-01-02",
            "opportunities",
        ),
        ("a.csv", "customer_id,start_date,mrr\na,2020-01-01,10\nb,2020-01-01,20", "subscriptions"),
        (
            "a.csv",
            "ticket_id,customer_id,created_at,priority\n1,a,2020-01-01,low\n2,a,2020-01-02,high",
            "tickets",
        ),
        ("a.csv", "user_id,event,timestamp\na,login,2020-01-01\na,login,2020-01-02", "usage"),
        ("a.csv", "product_id,name,category\n1,mug,kitchen\n2,cup,kitchen", "products"),
        ("clients.csv", "id,name,country\n1,Ada,UK\n2,Bob,DE", "customers"),
        ("contacts.csv", "contact_id,account_id,email\n1,a,x@y.de\n2,a,z@y.de", "people"),
        ("a.csv", "referrer_id,referred_id,date\na,b,2020-01-01\na,c,2020-01-02", "referrals"),
        ("a.csv", "channel,month,ad spend\nads,2020-01-01,5\nads,2020-02-01,6", "spend"),
        ("a.csv", "cost driver,month,amount\nsupport,2020-01-01,5\nsupport,2020-02-01,6", "costs"),
        ("targets.csv", "measure,period,target\nrevenue,2020-01-01,5\nrevenue,2020-02-01,6", "targets"),
        ("fx.csv", "currency,date,rate\nUSD,2020-01-01,1.1\nUSD,2020-02-01,1.2", "exchange_rates"),
        (
            "a.csv",
            "id,review,stars\n1,what a wonderful little thing it is,5\n2,it broke on the very first day,1",
            "feedback",
        ),
    ],
)
def test_columns_and_name_say_what_a_table_is(desk, file: str, text: str, table: str) -> None:
    assert readings(desk.profile(text, file))[0].table == table


@pytest.mark.parametrize(
    "text",
    [
        "ingredient,grams\nflour,100\nsugar,50",
        "id,zip code,population\n1,90001,54492\n2,90002,44586",
        "AlbumId,Title,ArtistId\n1,Big Ones,5\n2,Live,6",
        "x,y\n1,2\n3,4",
    ],
)
def test_a_table_of_something_else_is_nothing(desk, text: str) -> None:
    assert readings(desk.profile(text, "a.csv")) == []


def test_orders_without_money_are_a_list_of_orders(desk) -> None:
    found = readings(
        desk.profile("order_id,customer_id,order_date\n1,a,2020-01-01\n2,a,2020-01-02", "orders.csv")
    )
    assert (found[0].table, "amount" in found[0].columns) == ("transactions", False)


def test_a_customer_list_with_spend_is_no_list_of_sales(desk) -> None:
    text = "customer_id,signup_date,spend\na,2020-01-01,5\nb,2020-01-02,6"
    assert [r.table for r in readings(desk.profile(text, "a.csv"))] == ["customers"]


def test_the_name_of_an_order_stands_for_its_id(desk) -> None:
    text = "Name,Email,Created at,Total\n#1001,a@b.de,2020-01-01,5\n#1002,a@b.de,2020-01-02,6"
    assert readings(desk.profile(text, "export.csv"))[0].columns["order_id"].name == "Name"


def test_stages_say_won_and_lost(desk) -> None:
    stage = desk.profile("stage\nClosed Won\nclosedlost\nOpen").of("stage")
    assert stage_words(stage) == ({"Closed Won"}, {"closedlost"})


def test_a_hint_is_stronger_the_plainer_the_name(desk) -> None:
    names = ("orders.csv", "shop_orders.csv", "recipes.csv")
    assert [hint(desk.profile("a\n1", name), "transactions") for name in names] == [1.0, 0.8, 0.0]


def test_a_key_may_repeat_a_little_and_columns_speak_of_people(desk) -> None:
    lines = "\n".join(f"{n},{n // 3}" for n in [*range(60), 0])
    profile = desk.profile("a,gender\n" + lines)
    assert (is_key(profile.of("a")), is_key(profile.of("gender"))) == (True, False)
    assert personal(profile) == 1
