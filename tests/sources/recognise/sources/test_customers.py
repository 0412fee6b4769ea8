from __future__ import annotations

CHURN = (
    ""
    "customerID,gender,tenure,MonthlyCharges,TotalCharges,Contract,Churn\na,F,1,20,20,Monthly,Yes\nb,M,5,30,150,Yearly,No"
)


def test_attributes_keep_what_the_contract_does_not_know(desk) -> None:
    desk.put(
        "customers.csv", "customer_id,full name,country,annual revenue,score card\na,Ada,UK,5,x\nb,Bob,DE,6,y"
    )
    source = desk.source("customers")
    assert list(source.columns) == ["customer_id", "name", "country"]
    assert {n: t.column for n, t in source.attributes.items()} == {
        "annual_revenue": "annual revenue",
        "score_card": "score card",
    }


def test_first_and_last_name_join_and_a_firm_comes_before_them(desk) -> None:
    desk.put("customers.csv", "customer_id,first name,last name,company\na,Ada,L,Firm\nb,Bob,M,")
    assert desk.said("customers")["name"] == "company, else (first name and last name)"


def test_a_churn_flag_with_tenure_gives_spells(desk) -> None:
    desk.put("telco.csv", CHURN)
    assert desk.said("subscriptions") == {
        "subscription_id": "customerID",
        "customer_id": "customerID",
        "started_on": "tenure months before the day of the data",
        "mrr": "MonthlyCharges",
        "ended_on": "the day of the data where Churn",
        "plan": "Contract",
    }


def test_the_flag_may_stand_in_another_table_of_the_same_customers(desk) -> None:
    desk.put("services.csv", "customer_id,tenure in months,monthly charge\na,1,20\nb,5,30")
    desk.put("status.csv", "customer_id,churn label,churn reason\na,Yes,price\nb,No,")
    said = desk.said("subscriptions")
    assert said["ended_on"] == "the day of the data where churn label of status.csv, by customer_id"
    assert said["end_reason"] == "churn reason of status.csv, by customer_id"


def test_a_flag_without_tenure_gives_none(desk) -> None:
    desk.put("customers.csv", "customer_id,gender,churn\na,F,Yes\nb,M,No")
    assert desk.guess().of("subscriptions") == ()


def test_reported_revenue_is_taken_only_where_no_sales_say_it(desk) -> None:
    desk.put("customers.csv", "customer_id,gender,total revenue\na,F,5\nb,M,6")
    assert desk.said("customers")["reported_revenue"] == "total revenue"
    desk.put("sales.csv", "customer_id,date,amount\na,2020-01-01,5\nb,2020-01-02,6")
    assert "reported_revenue" not in desk.said("customers")


def test_a_firms_own_revenue_is_not_ours_from_it(desk) -> None:
    desk.put("accounts.csv", "account,sector,revenue\nAcme,energy,1100\nBeta,health,251")
    assert "reported_revenue" not in desk.said("customers")


def test_without_an_id_a_customer_is_a_row(desk) -> None:
    desk.put("people.csv", "age,gender,income\n34,F,5\n34,F,5\n41,M,6")
    assert desk.said("customers")["customer_id"] == "id from the row"
